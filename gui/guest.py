"""Somebody else at this computer: everything can be done, nothing is kept, and at the end nothing is left.

What writes for others has no place to write to for a guest, and what the owner kept is not read. The window is a new
one, so that nothing of the owner's is on it.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from gui.clipboard import take_back
from gui.draft import fresh
from gui.main_window import MainWindow
from gui.ring import NoRing
from gui.saving import NoSaving
from gui.session import Session
from gui.settings import SettingsFile
from gui.tasks import SideRunner, TaskRunner

if TYPE_CHECKING:
    # Only for the types: the program brings these together.
    from gui.program import Parts, Program


def guest_parts(parts: Parts) -> Parts:
    """Return the parts of a guest's program; language and looks are at first those on the screen."""
    return replace(
        parts,
        window=MainWindow(parts.look, parts.wardrobe),
        settings=SettingsFile(None, parts.settings.now),
        session=Session(fresh(parts.now().date())),
        saving=NoSaving(parts.engine.content),
        reader=parts.reader.for_guest(),
        tasks=TaskRunner(),
        beside=SideRunner(),
        cache=None,
        ring=NoRing(),
        guest=True,
    )


def keep_no_places() -> None:
    """Let Qt's dialogs for files note nowhere which folders were opened: they would as soon as one is closed.

    Where these are the system's own, on Windows and macOS, what the system notes is out of the program's hands.
    """
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, os.devnull)


def erase(program: Program) -> None:
    """Let go of everything a guest told, on the screen, in memory, on the clipboard. Nobody may work any more."""
    parts, nothing = program.parts, fresh(program.parts.now().date())
    program.window.put_away_page(detach=True)
    parts.session.forget(nothing, quietly=True)
    program.keeper.own = nothing
    program.desk.memory.clear()
    program.desk.scratch.clear()
    parts.engine.road(nothing)  # in place of what was worked out last
    program.tell("")
    take_back()
