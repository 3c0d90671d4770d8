"""What is due, in words, for the pages that show it; and the letters that were sent, read out of the journal. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.due.deadlines import Deadline, deadlines
from core.explain.appointment import appointments
from core.journal.records import SentRecord
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.speaker import Speaker

if TYPE_CHECKING:
    # Only for the type: it brings SQLite, which is loaded on the thread that works.
    from core.journal.journal import Journal

MOST = 500
"""So many letters are looked at, the newest."""
PLAN = "plan"
"""Where the day of the plan that was worked out last is remembered, with the answers it is for."""


@dataclass(frozen=True, slots=True)
class Due:
    """One day that matters, in words.

    Attributes:
        what: What happens on it.
        row: The same with the day before it.
        left: How long until then; empty when that is not known.
        uid: The record of the letter that was sent, if it is the answer to one.
    """

    day: dt.date
    what: str
    row: str
    left: str
    why: str
    source: str
    uid: str
    late: bool


def remember_plan(desk: Desk, answers: Answers, found: Assessment) -> None:
    """Remember the day of a plan while the program runs: working it out again would take long."""
    if found.plans is not None:
        desk.memory[PLAN] = (answers, found.plans.recommended.date)


def whats_due(sent: Sequence[SentRecord], desk: Desk) -> tuple[Due, ...]:
    """Return what is due by what was sent, by the present check and by its plan, the nearest first."""
    draft = desk.session.draft
    answers = draft.answers if not draft.example else Answers(desk.now().date())
    found = deadlines(sent, answers, desk.engine.content, desk.now().date(), _plan_day(desk))
    return tuple(_due(one, desk.speaker) for one in found)


def sent_letters(journal: Journal) -> tuple[SentRecord, ...]:
    """Return the letters that were sent, as a deed around a journal: one that is closed or locked is left so."""
    was = journal.state
    # Loaded here because it brings SQLite, on the thread that works.
    from core.journal.find import Query, find

    if was == "closed" and journal.open() == "locked":
        return ()
    if journal.state == "locked":
        return ()
    try:
        found = find(journal.store, Query("sent"), MOST).records
        return tuple(record for record in found if isinstance(record, SentRecord))
    finally:
        if was == "closed":
            journal.close()


def calendar_file(due: Sequence[Due], desk: Desk) -> str:
    """Return every day as an event; what a calendar shows others names no lender and no answer."""
    words = desk.speaker.words
    return appointments(((one.day, words("due.event", what=one.what), one.why) for one in due), desk.now())


def _plan_day(desk: Desk) -> dt.date | None:
    kept = desk.memory.get(PLAN)
    if not isinstance(kept, tuple) or desk.session.draft.example:
        return None
    answers, day = kept
    return day if answers == desk.engine.answers(desk.session.draft) and isinstance(day, dt.date) else None


def _due(one: Deadline, speaker: Speaker) -> Due:
    words, wording, content = speaker.words, speaker.wording, speaker.language.content
    letter = words(f"letter.{one.letter}.name") if one.letter else ""
    what = words(f"due.kind.{one.kind}", letter=letter)
    term = wording.figure(content.figures[one.figure]) if one.figure else ""
    since = wording.date(one.since) if one.since else ""
    return Due(
        day=one.day,
        what=what,
        row=words("due.row", date=wording.date(one.day), what=what),
        left=_left(one.left, speaker),
        why=words(f"due.why.{_why(one, speaker)}", since=since, term=term),
        source=_source(one, speaker),
        uid=one.uid,
        late=one.left is not None and one.left < 0,
    )


def _why(one: Deadline, speaker: Speaker) -> str:
    """Return which reason is given: a term that was only read as repeated by others is no promise."""
    if one.kind != "answer":
        return one.kind
    if not one.exact:
        return "answer_about"
    seen = speaker.language.content.figures[one.figure].confidence == "seen"
    return "answer" if seen else "answer_usual"


def _left(days: int | None, speaker: Speaker) -> str:
    words, count = speaker.words, speaker.wording.count
    if days is None:
        return words("due.clock")
    if days == 0:
        return words("due.today")
    return words("due.left", days=count(days, "days")) if days > 0 else words("due.past", days=count(-days, "days"))


def _source(one: Deadline, speaker: Speaker) -> str:
    words, wording, content = speaker.words, speaker.wording, speaker.language.content
    if not one.figure:
        return words("due.source_plan" if one.kind == "good_day" else "due.source_answer")
    figure = content.figures[one.figure]
    sources = words("ui.list_separator").join(wording.source(name) for name in figure.sources)
    return words("due.source", sources=sources, confidence=words(f"confidence.{figure.confidence}.name"))
