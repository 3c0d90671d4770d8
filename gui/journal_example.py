"""An example of a journal, to look at and to try everything with: in memory, and apart from all that is the user's.

The page works on a desk of its own: its journal is the one in memory, its session and its memory are its own. So there
is no way from there to what the user keeps. It ends when another page is opened. No Qt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from core.explain.language import Language
from core.journal.sample import sample_records
from core.library.cases import Cases
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.draft import Draft, fresh
from gui.engine import RANGE_ONLY, Engine
from gui.example_door import PLACE, example_in
from gui.journal_room import JournalRoom, Outcome
from gui.ring import NoRing
from gui.session import Session
from gui.settings import Choosing, Settings

if TYPE_CHECKING:
    # Only for the type: it brings SQLite, which is loaded on the thread that works.
    from core.journal.journal import Journal

OWN = "journal"
"""Stands in a draft for the case, when a check of the example is gone on with."""


class ExampleJournal:
    """A journal filled with the case studies.

    Attributes:
        desk: What the journal page works on while it is open.
    """

    def __init__(self, real: Desk) -> None:
        """Make it; what is done on the page waits until it is filled."""
        self._real = real
        self.room = JournalRoom(None, real.now, real.later)
        self.desk = _apart(real, self.room)
        self.desk.session.listen(self._on_begun)
        fill = partial(_fill, real.engine, real.speaker.language, real.shelf.cases)
        self.room.write(fill, self._on_filled)

    def end(self) -> None:
        """Let go of it, after what is being done there."""
        self.room.around(_close, _nothing)

    def _on_filled(self, outcome: Outcome) -> None:
        if outcome.error is not None:
            self._real.tell(f"error.{outcome.error.code}", **outcome.error.facts)

    def _on_begun(self) -> None:
        """Open a check of it as an example in place of the user's own, which stays as it is on disk."""
        draft = self.desk.session.draft
        if draft.begun:
            self._real.session.begin(replace(draft, example=OWN))


class NoChoice:
    """Choices about the program, which nobody makes from an example."""

    def __init__(self, real: Choosing) -> None:
        """Tell those that were made."""
        self._real = real

    def settings(self) -> Settings:
        """Return the choices of the moment."""
        return self._real.settings()

    def choose(self, setting: str, value: str) -> None:
        """Choose nothing."""

    def forget(self) -> None:
        """Forget nothing."""

    def where(self) -> str:
        """Return where the answers lie."""
        return self._real.where()


def open_example(desk: Desk) -> None:
    """Open the example in place of the user's own journal."""
    if example_in(desk) is None:
        desk.memory[PLACE] = ExampleJournal(desk)


def _apart(real: Desk, room: JournalRoom) -> Desk:
    """Return a desk on which nothing of the user's lies."""
    return replace(
        real,
        session=Session(fresh(real.now().date())),
        saved=lambda: None,
        journal=lambda: room,
        remember=_remember_nothing,
        ring=NoRing(),
        guest=True,
        scratch={},
        memory={},
    )


def _fill(engine: Engine, language: Language, files: Mapping[str, str], journal: Journal) -> None:
    cases = Cases(language, files)
    told = {name: cases.answers(name) for name in language.content.library.case if name in files}

    def assess(answers: Answers) -> Assessment:
        return engine.assessor.assess(engine.answers(Draft(answers)), RANGE_ONLY)

    journal.store.put(*sample_records(told, engine.content, assess))


def _close(journal: Journal) -> None:
    journal.close()


def _nothing(_outcome: Outcome) -> None:
    """Do nothing."""


def _remember_nothing(**_choices: object) -> None:
    """Remember nothing."""
