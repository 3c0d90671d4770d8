"""Notes of calls, rounds of the quiz and scores that were kept, one kind at a time, as blocks of the page. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.explain.kept import record_words
from core.journal.records import PLATFORM_SCORE, AnyRecord, Kind, NoteRecord
from core.journal.rows import Unread
from gui.pages.journal.kept import Looking
from gui.pages.journal.state import Act, Block, Field, Line
from gui.speaker import Speaker

if TYPE_CHECKING:
    # Only for the type: it brings SQLite.
    from core.journal.journal import Journal

OTHERS: tuple[Kind, ...] = ("note", "quiz", "score")
ALSO = "also"
"""The field that says which kind is listed."""


@dataclass(frozen=True, slots=True)
class Others:
    """One kind of what was kept besides checks, tries and letters.

    Attributes:
        counts: How many there are of each kind.
        kind: The kind that is listed; None where there is nothing.
        records: The newest of it.
        unread: What stands between them and cannot be read.
    """

    counts: Mapping[Kind, int] = field(default_factory=dict)
    kind: Kind | None = None
    records: tuple[AnyRecord, ...] = ()
    unread: tuple[Unread, ...] = ()


def also_kept(looking: Looking, journal: Journal) -> Others:
    """Return the newest records of the kind that is looked at, else of the first of which there are any."""
    # Loaded here because it brings SQLite.
    from core.journal.find import Query, find

    counts = {kind: journal.store.count(kind) for kind in OTHERS}
    known = [kind for kind in OTHERS if counts[kind]]
    if not known:
        return Others(counts)
    kind = next((kind for kind in known if kind == looking.also), known[0])
    found = find(journal.store, Query(kind), looking.also_shown)
    return Others(counts, kind, found.records, found.unread)


def other_blocks(others: Others, speaker: Speaker) -> tuple[Block, ...]:
    """Return which kinds there are, and a block for each record of the one that is listed; nothing without any."""
    words, count = speaker.words, speaker.wording.count
    if others.kind is None:
        return ()
    choices = tuple(
        (
            kind,
            words(
                "journalpage.also.choice",
                kind=words(f"journalpage.also.{kind}_name"),
                count=count(others.counts[kind], "records"),
            ),
        )
        for kind in OTHERS
        if others.counts[kind]
    )
    which = Field(ALSO, words("journalpage.also.which"), others.kind, choices=choices)
    head = Block(
        ALSO, words("journalpage.also.title"), (Line(words(f"journalpage.also.{others.kind}"), "muted"),), (which,)
    )
    rows = [_row(place, record, speaker) for place, record in enumerate(others.records, start=1)]
    left = others.counts[others.kind] - len(others.records) - len(others.unread)
    if left > 0:
        rows.append(
            Block("also-more", "", acts=(Act("also_more", words("journalpage.more", count=left)),), role="note")
        )
    return (head, *rows)


def _row(place: int, record: AnyRecord, speaker: Speaker) -> Block:
    words, date = speaker.words, speaker.wording.date(record.day)
    told = record.text.splitlines() if isinstance(record, NoteRecord) else [record_words(record, speaker.language)]
    lines = [Line(line, "" if number else "strong") for number, line in enumerate(told)]
    if record.kind == "score" and record.of != PLATFORM_SCORE:
        lines.append(Line(words("journalpage.also.score_other"), "small"))
    remove = words("journalpage.row.delete")
    heard = words("journalpage.also.delete_heard", kind=words(f"journal.kind.{record.kind}"), date=date)
    act = Act("delete_also", remove, record.uid, heard, "small", place)
    return Block(f"also-{place}", date, tuple(lines), acts=(act,))
