"""Whole stories, told by somebody in front of the window."""

from __future__ import annotations

from tests.pages.running import anybody, clock, folders, library, make_program, program, user

__all__ = ["anybody", "clock", "folders", "library", "make_program", "program", "user"]
