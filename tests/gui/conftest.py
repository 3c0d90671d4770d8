"""The window's tests: whole programs on empty folders, and desks without any window."""

from __future__ import annotations

from tests.pages.running import (
    anybody,
    clock,
    folders,
    learned,
    library,
    make_program,
    nothing_stays_open,
    program,
    user,
)

__all__ = ["anybody", "clock", "folders", "learned", "library", "make_program", "nothing_stays_open", "program", "user"]
