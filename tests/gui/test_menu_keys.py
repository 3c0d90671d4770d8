"""The keys of the menus: each entry has one wherever the platform has none of its own, and no key means two things."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QAction, QKeySequence

from gui.main_window import KEYS, keys_of
from gui.program import Program
from gui.shell import MENUS

ENTRIES = [f"{menu}.{entry}" for menu, entries in MENUS.items() for entry in entries]


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if entry in KEYS])
def test_that_an_entry_answers_to_all_keys_of_the_platform_or_to_its_own(program: Program, entry: str) -> None:
    action = program.window.findChild(QAction, f"action-{entry.replace('.', '-')}")
    assert action is not None
    standard, otherwise = KEYS[entry]
    own = QKeySequence.keyBindings(standard) if standard else []
    assert action.shortcuts() == (own or [QKeySequence(otherwise)])


def test_that_no_key_means_two_things() -> None:
    counted = Counter(key.toString() for entry in ENTRIES for key in keys_of(entry))
    assert [key for key, number in counted.items() if number > 1] == []


def test_that_leaving_undoing_and_settings_have_a_key_on_every_platform() -> None:
    assert all(keys_of(entry) for entry in ("file.quit", "edit.undo", "edit.redo", "go.settings"))
