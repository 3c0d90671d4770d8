"""Puts simple pages of HTML on paper: laid out here, drawn by Qt into a PDF, a preview or a printer."""
