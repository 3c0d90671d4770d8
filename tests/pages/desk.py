"""A desk without any window: presenters are tested with it, and nothing of it is Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar

from core.explain.language import Language
from core.loading.library import Library
from core.schema.answers import Answer, Answers, Attempt
from core.schema.content import Mode
from gui.decoding.reader import Reader
from gui.desk import Desk, Work
from gui.draft import Draft, Way
from gui.engine import Engine
from gui.journal_room import JournalRoom
from gui.printing.document import PrintedDocument
from gui.session import Session
from gui.shell import PageName
from gui.speaker import Speaker

ROOT = Path(__file__).parents[2]
READERS: dict[int, Reader] = {}
NOW = dt.datetime(2026, 9, 28, 21, 40, 30)
State = TypeVar("State")


class FakeScreen(Generic[State]):
    """Keeps every picture it is shown."""

    def __init__(self) -> None:
        self.shown: list[State] = []

    @property
    def state(self) -> State:
        """Return the picture shown last."""
        return self.shown[-1]

    def show_state(self, state: State) -> None:
        """Keep a picture."""
        self.shown.append(state)


@dataclass
class Job:
    """Work that waits for its turn."""

    work: Work
    on_done: Callable[[Any], None]
    cancelled: bool = False

    def cancel(self) -> None:
        """Drop it."""
        self.cancelled = True


class Laters:
    """Work put off; done when the test says so."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def __call__(self, work: Work, on_done: Callable[[Any], None]) -> Callable[[], None]:
        """Put work off; return the call that drops it."""
        self.jobs.append(Job(work, on_done))
        return self.jobs[-1].cancel

    @property
    def waiting(self) -> int:
        """Return how many jobs would still answer."""
        return sum(not job.cancelled for job in self.jobs)

    def settle(self) -> None:
        """Do all work that was not dropped, and what follows from it."""
        while self.jobs:
            job = self.jobs.pop(0)
            if not job.cancelled:
                job.on_done(job.work(lambda: False))


class Sheets:
    """Keeps what was to be printed."""

    def __init__(self) -> None:
        self.written: list[tuple[PrintedDocument, Path]] = []
        self.shown: list[PrintedDocument] = []

    def write_pdf(self, document: PrintedDocument, path: Path) -> None:
        """Keep a document and its place."""
        self.written.append((document, path))

    def preview(self, document: PrintedDocument) -> None:
        """Keep a document."""
        self.shown.append(document)


@dataclass
class Side:
    """Work beside the other that waits for the test; ``tell`` and ``done`` hand over what it would."""

    work: Callable[[Callable[[], bool], Callable[[Any], None]], Any]
    done: Callable[[Any], None]
    tell: Callable[[Any], None]
    cancelled: bool = False

    def cancel(self) -> None:
        """Drop it."""
        self.cancelled = True


class Sides:
    """Keeps all work that was started beside the other."""

    def __init__(self) -> None:
        self.started: list[Side] = []

    def __call__(
        self,
        work: Callable[[Callable[[], bool], Callable[[Any], None]], Any],
        on_done: Callable[[Any], None],
        on_told: Callable[[Any], None],
    ) -> Callable[[], None]:
        """Keep work; return the call that drops it."""
        self.started.append(Side(work, on_done, on_told))
        return self.started[-1].cancel


@dataclass
class Office:
    """A desk, and what was done at it."""

    desk: Desk
    later: Laters
    beside: Sides
    visits: list[tuple[PageName, str]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def draft(self) -> Draft:
        """Return the draft of the moment."""
        return self.desk.session.draft

    @property
    def pages(self) -> list[PageName]:
        """Return which pages were gone to."""
        return [page for page, _ in self.visits]

    def words(self, key: str, **facts: object) -> str:
        """Return a text in the language of the moment."""
        return self.desk.speaker.words(key, **facts)

    def put(self, draft: Draft) -> None:
        """Let the session hold another draft."""
        self.desk.session.change(draft)


def office(library: Library, draft: Draft | None = None, saved: dt.datetime | None = NOW) -> Office:
    """Return a desk in Chinese, on which a draft lies: an empty one when left out."""
    later, beside, visits, told = Laters(), Sides(), list[tuple[PageName, str]](), list[str]()
    room = JournalRoom(None, lambda: NOW, later)

    def visit(page: PageName, about: str = "") -> None:
        visits.append((page, about))

    def tell(key: str, **facts: object) -> None:
        told.append(desk.speaker.words(key, **facts))

    desk = Desk(
        session=Session(draft or draft_of()),
        engine=Engine(library.content),
        speaker=Speaker(partial(language_of, library), dict.fromkeys(library.words, ""), "zh_CN"),
        now=lambda: NOW,
        saved=lambda: saved,
        later=later,
        beside=beside,
        visit=visit,
        tell=tell,
        layouts={},
        paper=Sheets(),
        letters=library.letters,
        decode=reader(library).decode,
        journal=lambda: room,
        shelf=library.shelf,
        came_from=lambda: "home",
        content=ROOT / "content",
        remember=lambda **_choices: None,
        receive_guest=lambda: told.append("guest"),
    )
    return Office(desk, later, beside, visits, told)


def reader(library: Library) -> Reader:
    """Return what decodes texts with the shipped content, made once: preparing it takes long."""
    if id(library) not in READERS:
        READERS[id(library)] = Reader(library.content, ROOT / "content", None)
    return READERS[id(library)]


def language_of(library: Library, code: str) -> Language:
    """Return one language of the library."""
    return Language.of(library.content, code, library.words[code], library.explanations[code])


def draft_of(
    at: str = "", way: Way = "full", mode: Mode = "before", tries: tuple[Attempt, ...] = (), **values: Answer
) -> Draft:
    """Return a draft; the names of questions are given with ``__`` in place of the dot."""
    answers = {name.replace("__", "."): answer for name, answer in values.items()}
    return Draft(Answers(NOW.date(), mode, answers, tries), way, at)
