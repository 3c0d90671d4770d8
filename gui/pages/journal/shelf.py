"""What the page shows of the journal, looked up on the thread that works. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.journal.errors import JournalDamagedError, NoSuchRecordError, UnreadableRecordError
from core.journal.records import AnyRecord, AssessmentRecord, AttemptRecord, SentRecord
from core.journal.rows import Unread
from gui.pages.journal.kept import Looking
from gui.pages.journal.others import Others, also_kept

if TYPE_CHECKING:
    # Only for the types: these bring SQLite and cryptography.
    from core.journal.health import Health
    from core.journal.journal import Journal

MOST_FOUND = 500
"""So many records of one term are looked through when several must be joined."""
MOST_TRIES = 12
MOST_UNREAD = 50


@dataclass(frozen=True, slots=True)
class Shelf:
    """What the page shows of the journal.

    Attributes:
        total: How many checks fit what is looked for.
        checks: The newest of them.
        every: How many checks there are.
        tries: The newest tries.
        outcomes: Uid of a check -> what came of the latest try that belongs to it.
        opened: The check that is read.
        pair: Two checks to be compared, the older one first.
        has_lock: Whether the file is encrypted.
        sent: The letters that were sent.
        unread: What is there and cannot be read, the newest of it.
        health: What is known of the file; None while a large one was not looked through.
        copies: How many copies there are.
        others: Notes of calls, rounds of the quiz and scores.
        capped: Whether only the newest were looked through, so that older ones may fit as well.
    """

    total: int
    checks: tuple[AssessmentRecord, ...]
    every: int
    tries: tuple[AttemptRecord, ...]
    outcomes: Mapping[str, str]
    opened: AssessmentRecord | None
    pair: tuple[AssessmentRecord, ...]
    has_lock: bool
    capped: bool
    sent: tuple[SentRecord, ...] = ()
    unread: tuple[Unread, ...] = ()
    health: Health | None = None
    copies: int = 0
    others: Others = field(default_factory=Others)


def look_up(looking: Looking, journal: Journal) -> Shelf:
    """Return what is looked for."""
    # Loaded here because these bring SQLite.
    from core.journal.find import Query, find, strangers
    from core.journal.health import look_again

    store = journal.store
    sent = find(store, Query("sent"), MOST_FOUND).records
    tries = find(store, Query("attempt"), MOST_FOUND)
    attempts = [record for record in tries.records if isinstance(record, AttemptRecord)]
    outcomes = {record.assessment: record.outcome for record in reversed(attempts) if record.assessment}
    total, checks, capped, left = _checks(looking, journal, outcomes)
    if journal.health is not None and not journal.health.good:
        journal.health = look_again(store, journal.health)
    others = also_kept(looking, journal)
    pair = sorted(_known(looking.marked, journal), key=lambda record: (record.day, record.changed))
    return Shelf(
        total=total,
        checks=checks,
        every=store.count("assessment"),
        tries=tuple(attempts[:MOST_TRIES]),
        outcomes=outcomes,
        opened=next(iter(_known((looking.opened,), journal)), None),
        pair=tuple(pair),
        has_lock=journal.where.key is not None,
        capped=capped,
        sent=tuple(record for record in sent if isinstance(record, SentRecord)),
        unread=_unread((*tries.unread, *left, *others.unread, *strangers(store)), journal),
        health=journal.health,
        copies=0 if journal.state == "guest" else len(journal.folder.copies.all()),
        others=others,
    )


def _checks(
    looking: Looking, journal: Journal, outcomes: Mapping[str, str]
) -> tuple[int, tuple[AssessmentRecord, ...], bool, tuple[Unread, ...]]:
    # Loaded here because it brings SQLite.
    from core.journal.find import Query, find

    band = (f"band={looking.band}",) if looking.band else ()
    each = [(*band, term) for term in looking.terms] if looking.terms is not None else [band]
    joined = len(each) != 1 or bool(looking.outcome)
    limit = MOST_FOUND if joined else looking.shown
    pages = [find(journal.store, Query("assessment", terms, looking.first, looking.last), limit) for terms in each]
    found = {record.uid: record for page in pages for record in _assessments(page.records)}
    if looking.outcome:
        found = {uid: record for uid, record in found.items() if outcomes.get(uid) == looking.outcome}
    ordered = sorted(found.values(), key=lambda record: (record.day, record.changed), reverse=True)
    capped = joined and any(page.total > limit for page in pages)
    left = tuple(one for page in pages for one in page.unread)
    return len(ordered) if joined else pages[0].total, tuple(ordered[: looking.shown]), capped, left


def _unread(found: Iterable[Unread], journal: Journal) -> tuple[Unread, ...]:
    """Return what cannot be read, newest day first: what was come upon, and what a check of the file has found."""
    # Loaded here because it brings SQLite.
    from core.journal.inside import entries_of

    health = journal.health
    known = (*health.damaged, *health.unreadable)[:MOST_UNREAD] if health else ()
    named = [entry for entry in entries_of(journal.store, known) if isinstance(entry, Unread)]
    every = {one.uid: one for one in (*named, *found)}
    return tuple(sorted(every.values(), key=lambda one: one.day or dt.date.min, reverse=True))


def _known(uids: Sequence[str], journal: Journal) -> list[AssessmentRecord]:
    """Return the checks of these uids that are still there."""
    found: list[AnyRecord] = []
    for uid in filter(None, uids):
        with suppress(NoSuchRecordError, JournalDamagedError, UnreadableRecordError):
            found.append(journal.store.get(uid))
    return _assessments(found)


def _assessments(records: Iterable[AnyRecord]) -> list[AssessmentRecord]:
    return [record for record in records if isinstance(record, AssessmentRecord)]
