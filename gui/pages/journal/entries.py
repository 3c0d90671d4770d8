"""Records of any kind in a few words, those that cannot be read, and what to do about damage. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.explain.kept import record_words
from core.journal.records import AnyRecord
from core.journal.rows import Entry, Unread
from gui.pages.journal.state import Act, Block, Line
from gui.speaker import Speaker

if TYPE_CHECKING:
    # Only for the type: it brings SQLite.
    from core.journal.health import Health

SHORT = 8
"""So many signs of a uid are shown."""
LONGEST = 80
MOST_SHOWN = 8


def entry_words(entry: Entry, speaker: Speaker) -> str:
    """Return the kind, the day and a few words of a record."""
    words = speaker.words
    if isinstance(entry, Unread):
        date = speaker.wording.date(entry.day) if entry.day else words("journal.no_day")
        return words("journalpage.entry.unread", date=date, name=entry.uid[:SHORT])
    kind, date = words(f"journal.kind.{entry.kind}"), speaker.wording.date(entry.day)
    return words("journalpage.entry.row", kind=kind, date=date, what=_what(entry, speaker))


def unread_blocks(unread: tuple[Unread, ...], sure: str, speaker: Speaker) -> tuple[Block, ...]:
    """Return a block for each record that cannot be read, with its day and name; it can be deleted."""
    words = speaker.words
    rows = [_unread(place, one, sure, speaker) for place, one in enumerate(unread[:MOST_SHOWN], start=1)]
    left = len(unread) - len(rows)
    if left > 0:
        count = speaker.wording.count(left, "records")
        rows.append(Block("unread-more", "", (Line(words("journalpage.unread.more", count=count)),), role="note"))
    return tuple(rows)


def _unread(place: int, one: Unread, sure: str, speaker: Speaker) -> Block:
    words = speaker.words
    date = speaker.wording.date(one.day) if one.day else words("journal.no_day")
    name = words("journalpage.unread.name", name=one.uid[:SHORT])
    lines = [Line(words(f"journalpage.unread.{one.why}"), "strong"), Line(name, "small")]
    remove = words("journalpage.row.delete")
    acts = [Act("drop", remove, one.uid, f"{remove} {date}", "small", place)]
    if sure == one.uid:
        lines.append(Line(words("journalpage.unread.sure"), "error"))
        acts = [
            Act("drop_not", words("journalpage.unread.not"), one.uid, place=place),
            Act("drop_sure", words("journalpage.unread.yes"), one.uid, role="danger", place=place),
        ]
    return Block(f"unread-{place}", date, tuple(lines), acts=tuple(acts), role="card-caution")


def damage_block(health: Health | None, speaker: Speaker) -> Block | None:
    """Return what a check has found damaged, and the ways on; None when nothing is known to be."""
    if health is None or health.whole:
        return None
    words = speaker.words
    see = Act("copies", words("journalpage.damage.copies"), role="primary", place=1)
    title = words("journalpage.damage.title")
    if not health.sound:
        lines = (Line(words("journalpage.damage.file")),)
        return Block("damage", title, lines, acts=(see,), role="card-caution")
    count = speaker.wording.count(len(health.damaged), "records")
    mend = Act("mend", words("journalpage.damage.mend"), role="primary")
    lines = (Line(words("journalpage.damage.records", count=count)),)
    see = Act("copies", words("journalpage.damage.copies"), place=1)
    return Block("damage", title, lines, acts=(mend, see), role="card-caution")


def _what(entry: AnyRecord, speaker: Speaker) -> str:
    told = record_words(entry, speaker.language)
    return told if len(told) <= LONGEST else f"{told[:LONGEST]}…"
