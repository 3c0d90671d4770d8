"""Data only: looks and metadata. Read through importlib.resources, never imported for code."""
