"""The tour's way through the journal: two checks and a failed try, one check read, both side by side, the example."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from core.journal.convert import attempt_of
from core.journal.records import AttemptRecord
from gui.draft import Draft
from gui.journal_example import open_example
from gui.journal_room import Outcome
from gui.keeping import before_try, record_now
from gui.pages.journal.presenter import JournalPresenter
from gui.pages.journal.working import put
from gui.program import Program
from gui.widgets.page import ScrolledPage

OLDER, NEWER, TRY = "1" * 32, "2" * 32, "3" * 32
DAYS_BEFORE = 12
CHANGED = {"card.account_class": "class_one", "network.quality": "not_sure"}


def journal_stops(program: Program) -> Iterator[str]:
    """Bring the window to the list, to one check, to two; yield the name of each."""
    keep_examples(program, program.parts.session.draft)
    program.visit("journal")
    yield "journal"
    presenter = program.presenter
    if not isinstance(presenter, JournalPresenter):
        return
    presenter.act("open", NEWER)
    yield "journal_read"
    presenter.act("close")
    presenter.act("mark", OLDER)
    presenter.act("mark", NEWER)
    yield "journal_compared"
    page = program.window.page
    if isinstance(page, ScrolledPage):
        bar = page.area.verticalScrollBar()
        bar.setValue(bar.maximum())
        yield "journal_end"
    open_example(program.desk)
    program.visit("journal")
    yield "journal_example"


def keep_examples(program: Program, draft: Draft) -> None:
    """Keep a draft twice, the older time with other answers, and the last try that failed."""
    content, now, room = program.parts.engine.content, program.parts.now(), program.desk.journal()
    before = now - dt.timedelta(days=DAYS_BEFORE)
    answers = draft.answers
    said = replace(answers, as_of=before.date(), attempts=(), values={**answers.values, **CHANGED})
    older = replace(draft, answers=said)
    for uid, made, told in ((OLDER, before, older), (NEWER, now, draft)):
        found = program.parts.engine.assessor.assess(program.parts.engine.answers(told))
        room.write(partial(put, record_now(told, content, made, uid, found)), _on_put)
    when = now - dt.timedelta(hours=1)
    moment = when.isoformat(timespec="minutes")
    tried = AttemptRecord(uid=TRY, day=when.date(), changed=when, when=moment, outcome="failed")
    room.write(partial(put, attempt_of(before_try(answers, when), tried, NEWER)), _on_put)


def _on_put(outcome: Outcome) -> None:
    if outcome.error is not None:
        raise outcome.error
