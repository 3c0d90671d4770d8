"""Bringing results together: a folder read on the thread that works, codes scanned into it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from core.classroom.code import from_payloads
from core.classroom.figures import ClassReport
from core.classroom.merge import Merged, merge_folder
from core.classroom.report import class_report
from core.classroom.result import save_result
from core.classroom.words import workshop_code
from core.errors import AppError
from core.schema.content import Content
from gui.desk import Desk, Work
from gui.pages.workshop.kept import Memory, Table

Stopped = Callable[[], bool]
Found = tuple[Merged, ClassReport | None]
"""What a folder holds, and what it says."""


class Ask(Protocol):
    """Starts long work in place of the one under way."""

    def __call__(self, work: Work, on_done: Callable[[Found | AppError], None]) -> None:
        """Start."""


class Gathering:
    """Reads a folder anew whenever it, or the code of the workshop, is another one."""

    def __init__(self, desk: Desk, memory: Memory, ask: Ask) -> None:
        """Take what remembers, and what works elsewhere."""
        self._desk, self._memory, self._ask = desk, memory, ask

    def open(self, folder: str) -> None:
        """Read a folder."""
        self._memory.table(folder=folder, merged=None, report=None, reading=True)
        self.read()

    def read(self) -> None:
        """Read the folder of the moment anew: more results may have come."""
        now = self._now
        if not now.folder:
            return
        self._memory.table(reading=True)
        work = partial(_merged, Path(now.folder), self._desk.engine.content, code_of(now.code))
        self._ask(work, self._on_merged)

    def type_code(self, words: str) -> None:
        """Count only results of one workshop; with nothing typed, all."""
        before = code_of(self._now.code)
        self._memory.table(code=words)
        if code_of(words) != before:
            self.read()

    def type_scanned(self, words: str) -> None:
        """Keep what was scanned or pasted."""
        self._memory.table(scanned=words, error=None)

    def take_scanned(self) -> None:
        """Put the result that was scanned into the folder, as a file like any other."""
        now = self._now
        if not now.folder:
            self._memory.table(error=("workshop.gather.folder_first", ()))
            return
        try:
            file = save_result(from_payloads(now.scanned.splitlines()), Path(now.folder))
        except AppError as error:
            self._memory.table(error=(f"error.{error.code}", tuple(error.facts.items())))
            return
        self._memory.table(scanned="", error=None)
        self._desk.tell("workshop.gather.scanned", file=file.name)
        self.read()

    def _on_merged(self, found: Found | AppError) -> None:
        if isinstance(found, AppError):
            self._memory.table(reading=False, merged=None, report=None)
            self._desk.tell(f"error.{found.code}", **found.facts)
            return
        merged, report = found
        self._memory.table(reading=False, merged=merged, report=report)

    @property
    def _now(self) -> Table:
        return self._memory.now.table


def code_of(typed: str) -> str | None:
    """Return the code that was typed; None where there is none to go by."""
    try:
        return workshop_code(typed) if typed.strip() else None
    except AppError:
        return None


def _merged(folder: Path, content: Content, workshop: str | None, stopped: Stopped) -> Found | AppError:
    try:
        merged = merge_folder(folder, content, workshop, stopped)
    except AppError as error:
        return error
    return merged, class_report(merged.results, content) if merged.results else None
