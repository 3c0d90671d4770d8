"""The tour's way through the author's desk: a cause, then a question as the checklist asks it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from gui.pages.author.presenter import AuthorPresenter
from gui.program import Program

CHECKED = re.compile(r"^last_checked = (\S+)$", re.MULTILINE)


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: dt.datetime) -> None:
        """Set it."""
        self.now = now

    def __call__(self) -> dt.datetime:
        """Return the time it shows."""
        return self.now


def author_stops(program: Program, clock: Clock) -> Iterator[str]:
    """Bring the window to two entries; yield the name of each.

    An author sits there when the content has been checked: on an earlier day every check would be one still to come.
    """
    before = clock.now
    clock.now = dt.datetime.combine(max(before.date(), last_checked(program.desk.content)), before.time())
    program.visit("author")
    yield "author"
    presenter = program.presenter
    if isinstance(presenter, AuthorPresenter):
        presenter.take_kind("question")
        presenter.open("card.account_class")
        yield "author_question"
    clock.now = before


def last_checked(folder: Path) -> dt.date:
    """Return the last day on which anything in a content folder was checked."""
    days = (day for path in folder.rglob("*.toml") for day in CHECKED.findall(path.read_text("utf-8")))
    return max(map(dt.date.fromisoformat, days), default=dt.date.min)
