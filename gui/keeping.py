"""A check becomes a record of the journal, and a record a check again. Only when the user asks for it. No Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from uuid import uuid4

from core.journal.convert import Context, Gone, opened, record_of
from core.journal.records import AssessmentRecord, Place
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from core.schema.content import Content
from gui.desk import Desk
from gui.draft import WAYS, Draft, on_day
from gui.engine import REVIEW
from gui.saved_tries import OF

KEPT = "kept"
"""Where it is remembered what was kept last, while the program runs: the answers, and the uid of their record."""


def keep(desk: Desk, result: Assessment) -> AssessmentRecord:
    """Return the record of the present check; with the same answers as last time it takes the place of that one."""
    draft, last = desk.session.draft, desk.memory.get(KEPT)
    same = isinstance(last, tuple) and last[0] == draft.answers
    uid = str(last[1]) if same and isinstance(last, tuple) else uuid4().hex
    desk.memory[KEPT] = (draft.answers, uid)
    return record_now(draft, desk.engine.content, desk.now(), uid, result)


def kept_as(desk: Desk) -> str | None:
    """Return the uid of the record that was made last of this check, None when none was since the start."""
    last = desk.memory.get(KEPT)
    return str(last[1]) if isinstance(last, tuple) else None


def record_now(
    draft: Draft, content: Content, now: dt.datetime, uid: str, result: Assessment | None = None
) -> AssessmentRecord:
    """Return a draft as a record."""
    place = Place(way=draft.way, at=draft.at, skipped=list(draft.skipped), put=list(draft.put))
    return record_of(draft.answers, content, Context(uid, now, place, result), gone_of(draft))


def gone_of(draft: Draft) -> Gone:
    """Return what a draft keeps though the present content does not know it."""
    messages = dict(told.split(OF, 1) for told in draft.strange.get("messages", ()))
    strange = draft.strange
    return Gone(draft.kept, strange.get("objections", ()), strange.get("done", ()), messages)


def draft_of(record: AssessmentRecord, content: Content, today: dt.date) -> tuple[Draft, Gone]:
    """Return a record as a check to go on with today, and what the present content does not know of it."""
    found = opened(record, content)
    gone = found.gone
    strange = {
        "objections": gone.objections,
        "done": gone.done,
        "messages": tuple(f"{when}{OF}{message}" for when, message in gone.messages.items()),
    }
    place = record.place
    draft = Draft(
        answers=found.answers,
        way=next((way for way in WAYS if way == place.way), "full"),
        at=place.at or REVIEW,
        skipped=tuple(place.skipped),
        put=tuple(place.put),
        kept=gone.answers,
        strange={name: told for name, told in strange.items() if told},
    )
    return on_day(draft, today), gone


def before_try(answers: Answers, when: dt.date) -> Answers:
    """Return what was said before a try: without that try and those after it."""
    return replace(answers, attempts=tuple(found for found in answers.attempts if _day(found.when) < _day(when)))


def _day(when: dt.date) -> dt.datetime:
    return when if isinstance(when, dt.datetime) else dt.datetime.combine(when, dt.time())
