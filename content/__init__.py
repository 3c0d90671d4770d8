"""Data only: what the program knows and says. Read through importlib.resources, never imported for code."""
