"""The call that is being noted: whom, who answered, when, and what was said. No Qt.

It lives in the page's memory alone, so that a change of language or text size loses nothing of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from core.rights.order import channels_of
from core.rights.script import ScriptQuestion, roles_of, script_of
from core.schema.hotline import HotlineNote, Role
from gui.casework import situation
from gui.desk import Desk
from gui.typed import clock_in, day_in

PAGE = "help"
ROLE, DAY, TIME = "call.role", "call.day", "call.time"
"""What is asked about the call itself; no question of the script has a dot in its name."""
Who = Literal["lender", "bank"]
ROLES: Mapping[Who, Role] = {"lender": "agent", "bank": "bank_staff"}
CHANNELS: Mapping[Who, str] = {"lender": "lender_service", "bank": "card_back"}
NOT_ASKED = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is in the form; ``checked`` are the days and times whose mistakes are to be told."""

    who: Who = "lender"
    texts: Mapping[str, str] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()


class Form:
    """The form as it stands, read."""

    def __init__(self, desk: Desk) -> None:
        """Read what the page remembers."""
        self._desk = desk
        kept = desk.memory.get(PAGE)
        self.noted = kept if isinstance(kept, Noted) else Noted()
        self.today = desk.now().date()
        every = script_of(desk.speaker.language)
        self.questions = tuple(question for question in every if question.ask == self.noted.who)

    def text(self, name: str) -> str:
        """Return what was chosen or typed."""
        return self.noted.texts.get(name, NOT_ASKED)

    def day(self, name: str) -> dt.date | None:
        """Return the day that was typed; None when there is none."""
        return day_in(self.text(name), self.today)

    @property
    def role(self) -> Role:
        """Return who answered: until it is said, who mostly does."""
        roles = (role for role, _ in roles_of(self._desk.speaker.language) if role == self.text(ROLE))
        return next(roles, ROLES[self.noted.who])

    @property
    def channel(self) -> str:
        """Return who was called: the lender's own service where it is known."""
        own = channels_of(self._desk.engine.content, "service", (), situation(self._desk))
        return own[0] if own and self.noted.who == "lender" else CHANNELS[self.noted.who]

    def dated(self) -> frozenset[str]:
        """Return everything that is typed as a day or a time."""
        return frozenset({DAY, TIME, *(question.id for question in self.questions if question.kind == "date")})

    def errors(self) -> Iterator[tuple[str, str]]:
        """Yield what was checked and cannot be read, each with the key of what is wrong."""
        for name in self.noted.checked & self.dated():
            day, text = self.day(name), self.text(name).strip()
            if text and name == TIME and clock_in(text) is None:
                yield name, "checklist.error.time"
            elif text and name != TIME and day is None:
                yield name, "checklist.error.day"
            elif day and name == DAY and day > self.today:
                yield name, "help.error_ahead"

    def note(self) -> HotlineNote:
        """Return the note of the call; without a day it was today."""
        day, clock = self.day(DAY) or self.today, clock_in(self.text(TIME))
        when = dt.datetime.combine(day, clock) if clock else day
        answers = {question.id: answer for question in self.questions if (answer := self._answer(question))}
        return HotlineNote(when, self.channel, self.role, answers)

    def _answer(self, question: ScriptQuestion) -> str | dt.date | None:
        return self.day(question.id) if question.kind == "date" else self.text(question.id)


class Noting:
    """Takes letters and choices, and makes a note of them."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Take the place that outlives the page, and what shows it after a change."""
        self._desk, self._show = desk, show

    def call(self, who: str) -> None:
        """Say who was called; what was answered so far stays."""
        self._keep(replace(Form(self._desk).noted, who="bank" if who == "bank" else "lender"))

    def put(self, name: str, text: str) -> None:
        """Keep what was chosen or is being typed; a mistake is told when the field is left."""
        noted = Form(self._desk).noted
        self._keep(replace(noted, texts={**noted.texts, name: text}, checked=noted.checked - {name}))

    def leave(self, name: str) -> None:
        """Check what was typed."""
        noted = Form(self._desk).noted
        self._keep(replace(noted, checked=noted.checked | {name}))

    def take(self) -> HotlineNote | None:
        """Return the note and empty the form; None where something cannot be read, which is told from now on."""
        form = Form(self._desk)
        self._keep(replace(form.noted, checked=form.dated()))
        form = Form(self._desk)
        if any(form.errors()):
            return None
        self._keep(Noted(form.noted.who))
        return form.note()

    def _keep(self, kept: Noted) -> None:
        self._desk.memory[PAGE] = kept
        self._show()
