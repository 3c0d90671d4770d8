"""Whole stories, told by somebody in front of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages.running import (
    PSEUDO,
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

DOUBLED = frozenset({"test_to_a_plan", "test_keyboard", "test_result", "test_alarm", "test_coming_back"})
"""The stories that are told in doubled texts as well; that every page bears these is looked at by itself."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the pseudo-language for the other stories: all of them would take the gate past ten minutes."""
    here = Path(__file__).parent
    left_out = [
        item
        for item in items
        if item.path.parent == here and item.path.stem not in DOUBLED and f"[{PSEUDO}" in item.name
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in set(left_out)]
