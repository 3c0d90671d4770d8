"""Tries to draw the money and what came of them, as blocks of the page. No Qt."""

from __future__ import annotations

import datetime as dt
from uuid import uuid4

from core.journal.convert import attempt_of
from core.journal.records import AttemptRecord, Outcome
from core.loading.answer_values import to_moment
from gui.desk import Desk
from gui.draft import fresh
from gui.keeping import before_try, gone_of, kept_as
from gui.pages.journal.state import Act, Block, Field, Line
from gui.speaker import Speaker
from gui.typed import day_in

OUTCOMES: tuple[Outcome, ...] = ("arrived", "failed", "waiting")
SHOWN = 6


def tries_blocks(
    tries: tuple[AttemptRecord, ...], when: str, message: str, error: str, desk: Desk
) -> tuple[Block, ...]:
    """Return what records a try, and the newest tries with what came of each."""
    return (_form(when, message, error, desk), *(_try(n, one, desk.speaker) for n, one in enumerate(tries[:SHOWN], 1)))


def _form(when: str, message: str, error: str, desk: Desk) -> Block:
    words, content = desk.speaker.words, desk.engine.content
    messages = tuple((name, words(f"message.{name}.name")) for name in content.messages)
    fields = (
        Field("when", words("journalpage.tries.when"), when, error=error),
        Field(
            "message",
            words("journalpage.tries.message"),
            message,
            choices=(("", words("journalpage.tries.no_message")), *messages),
        ),
    )
    acts = tuple(
        Act("record", words(f"journalpage.tries.{outcome}"), outcome, place=place)
        for place, outcome in enumerate(OUTCOMES, start=1)
    )
    lines = (Line(words("journalpage.tries.text"), "muted"),)
    return Block("tries", words("journalpage.tries.title"), lines, fields, (), acts)


def _try(place: int, record: AttemptRecord, speaker: Speaker) -> Block:
    words = speaker.words
    date = speaker.wording.date(to_moment(record.when))
    told = words("journalpage.tries.row", date=date, outcome=words(f"journal.outcome.{record.outcome}"))
    lines = [Line(told, "strong")]
    if record.message and record.message in speaker.language.content.messages:
        lines.append(Line(words(f"message.{record.message}.name"), "small"))
    acts = [
        Act(
            f"became_{outcome}",
            words(f"journalpage.tries.{outcome}"),
            record.uid,
            words("journalpage.tries.heard", outcome=words(f"journalpage.tries.{outcome}"), date=date),
            "small",
            place,
        )
        for outcome in OUTCOMES
        if outcome != record.outcome
    ]
    remove = words("journalpage.row.delete")
    acts.append(Act("delete_try", remove, record.uid, f"{remove} {date}", "small", place))
    return Block(f"try-{place}", "", tuple(lines), acts=tuple(acts))


def try_of(when: str, message: str, outcome: Outcome, desk: Desk) -> AttemptRecord | None:
    """Return a try with what was said before it; None when ``when`` names no day up to today."""
    now = desk.now()
    day = now.date() if not when.strip() else day_in(when, now.date())
    if day is None or day > now.date():
        return None
    moment: dt.date = day
    if day == now.date():
        moment = now.replace(second=0, microsecond=0)
    draft = desk.session.draft
    if draft.example:  # what a made-up person said must teach nothing
        draft = fresh(now.date())
    made = [found.when for found in draft.answers.attempts if found.when.isoformat()[:10] == day.isoformat()]
    if made and outcome == "failed":  # the check counts it already, with its time
        moment = made[-1]
    record = AttemptRecord(
        uid=uuid4().hex,
        day=day,
        changed=now,
        when=moment.isoformat(timespec="minutes") if isinstance(moment, dt.datetime) else moment.isoformat(),
        outcome=outcome,
        message=message if message and outcome == "failed" else None,
    )
    return attempt_of(before_try(draft.answers, moment), record, kept_as(desk), gone_of(draft))
