"""The copies of the journal as blocks of the page: what each holds, and what one of them would change. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from core.errors import AppError
from core.journal.records import KINDS
from core.journal.rows import Entry
from gui.pages.journal.entries import entry_words
from gui.pages.journal.mending import CopyShelf, Prospect
from gui.pages.journal.state import Act, Block, Field, Line
from gui.speaker import Speaker

if TYPE_CHECKING:
    # Only for the types: these bring SQLite.
    from core.journal.copies import Copy
    from core.journal.inside import Contents

Inside = Mapping[int, "Contents | AppError"]
WHYS = ("start", "step", "import", "restore")
THOUSAND = 1000
KEYS = {"lost": "lost", "older": "older", "back": "back_told"}


def copies_door(count: int, speaker: Speaker) -> Block:
    """Return the way to the copies."""
    words = speaker.words
    told = Line(words("journalpage.copies.door", count=speaker.wording.count(count, "copies")), "muted")
    act = Act("copies", words("journalpage.copies.see"))
    return Block("copies", words("journalpage.copies.title"), (told,), acts=(act,))


def above_copies(shelf: CopyShelf, secret: str, remark: str, speaker: Speaker) -> tuple[Block, ...]:
    """Return the way back, and what is wrong with the journal itself."""
    words = speaker.words
    back = Act("copies_back", words("journalpage.copies.back"))
    if shelf.damaged is None:
        return (Block("back", "", acts=(back,), role="bare"),)
    lines = [Line(words(f"error.{shelf.damaged.code}", **shelf.damaged.facts))]
    if not shelf.needs_secret:
        if remark:
            lines.append(Line(remark, "error"))
        return (Block("back", words("journalpage.damage.title"), tuple(lines), acts=(back,), role="card-caution"),)
    lines.append(Line(words("journalpage.copies.secret")))
    field = Field("secret", words("journalpage.trouble.secret"), secret, secret=True, error=remark)
    acts = (Act("copies_key", words("journalpage.copies.key"), role="primary"), back)
    return (Block("back", words("journalpage.damage.title"), tuple(lines), (field,), (), acts, "card-caution"),)


def restored_block(undo: int, speaker: Speaker) -> Block | None:
    """Return the way back from the last restore."""
    if not undo:
        return None
    words = speaker.words
    act = Act("restore_back", words("journalpage.copies.undo"))
    return Block("restored", "", (Line(words("journalpage.copies.undo_text")),), acts=(act,), role="card-accent")


def copy_blocks(shelf: CopyShelf, inside: Inside, chosen: int, speaker: Speaker) -> tuple[Block, ...]:
    """Return a block for each copy."""
    if not shelf.copies:
        words = speaker.words
        lines = (Line(words("journalpage.copies.none")),)
        return (Block("no_copies", words("journalpage.copies.none_title"), lines),)
    return tuple(
        _copy(place, copy, inside.get(copy.number), shelf.needs_secret, chosen, speaker)
        for place, copy in enumerate(shelf.copies, start=1)
    )


def _copy(
    place: int, copy: Copy, found: Contents | AppError | None, hidden: bool, chosen: int, speaker: Speaker
) -> Block:
    words, title = speaker.words, speaker.wording.date(copy.made)
    why = copy.why if copy.why in WHYS else "other"
    lines = [Line(words(f"journalpage.copies.why.{why}"), "muted")]
    if hidden:
        lines.append(Line(words("journalpage.copies.hidden"), "small"))
    elif found is None:
        lines.append(Line(words("journalpage.copies.looking"), "small"))
    elif isinstance(found, AppError):
        lines.append(Line(words("journalpage.copies.unreadable"), "error"))
    else:
        lines += _inside(found, speaker)
    see = words("journalpage.copies.choose")
    acts = () if hidden else (Act("copy", see, str(copy.number), f"{see} {title}", "small", place),)
    role = "card-accent" if copy.number == chosen else "card"
    return Block(f"copy-{place}", title, tuple(lines), acts=acts, role=role)


def _inside(found: Contents, speaker: Speaker) -> list[Line]:
    words, count = speaker.words, speaker.wording.count
    size = count(max(1, round(found.size / THOUSAND)), "kilobytes")
    lines = [Line(counted(found.counts, speaker), "strong")]
    if found.first and found.last:
        days = {"first": speaker.wording.date(found.first), "last": speaker.wording.date(found.last)}
        told = "journalpage.copies.days" if found.first < found.last else "journalpage.copies.day"
        lines.append(Line(words(told, size=size, **days), "small"))
    if not found.sound:
        lines.append(Line(words("journalpage.copies.broken"), "error"))
    elif found.damaged:
        lines.append(Line(words("journalpage.copies.damaged", count=count(found.damaged, "records")), "error"))
    else:
        lines.append(Line(words("journalpage.copies.whole"), "small"))
    return lines


def counted(counts: Mapping[str, int], speaker: Speaker) -> str:
    """Return how many records of each kind there are; kinds that only a newer program knows together."""
    words = speaker.words
    known = {kind: number for kind, number in counts.items() if kind in KINDS}
    named = [
        words("journalpage.copies.of_kind", kind=words(f"journal.kind.{kind}"), count=number)
        for kind, number in known.items()
    ]
    if other := sum(counts.values()) - sum(known.values()):
        named.append(words("journalpage.copies.of_kind", kind=words("journalpage.copies.other_kind"), count=other))
    return words("ui.list_separator").join(named) if named else words("journalpage.copies.empty")


def prospect_block(
    copy: Copy, found: Contents | AppError | None, prospect: Prospect | None, sure: bool, speaker: Speaker
) -> Block:
    """Return what a copy would change, and the ways to bring it back."""
    words = speaker.words
    title = words("journalpage.copies.prospect", date=speaker.wording.date(copy.made))
    if prospect is None or found is None:
        return Block("prospect", title, (Line(words("journalpage.copies.looking"), "muted"),))
    whole = not isinstance(found, AppError) and found.whole
    lines = _told(prospect, speaker)
    if not whole:
        lines.insert(0, Line(words("journalpage.copies.not_whole"), "error"))
    return Block("prospect", title, tuple(lines), acts=_acts(copy, prospect, whole, sure, speaker))


def _told(prospect: Prospect, speaker: Speaker) -> list[Line]:
    words, count = speaker.words, speaker.wording.count
    if prospect.outlook is None:
        key = "rescue" if prospect.rescued else "rescue_nothing"
        return [Line(words(f"journalpage.copies.{key}", count=count(prospect.rescued, "records")))]
    found, lines = prospect.outlook, list[Line]()
    if found.difference.nothing:
        return [Line(words("journalpage.copies.same"))]
    for part, uids, named in (
        ("lost", found.difference.lost, found.lost),
        ("older", found.difference.older, found.older),
        ("back", found.difference.back, found.back),
    ):
        lines += _part(part, sum(map(len, uids.values())), named, speaker)
    return lines


def _part(part: str, number: int, named: Sequence[Entry], speaker: Speaker) -> list[Line]:
    words, count = speaker.words, speaker.wording.count
    if not number:
        return [Line(words(f"journalpage.copies.nothing_{part}"), "muted")]
    lines = [Line(words(f"journalpage.copies.{KEYS[part]}", count=count(number, "records")), "strong")]
    lines += [Line(entry_words(entry, speaker), "small") for entry in named]
    if number > len(named):
        lines.append(Line(words("journalpage.unread.more", count=count(number - len(named), "records")), "small"))
    return lines


def _acts(copy: Copy, prospect: Prospect, whole: bool, sure: bool, speaker: Speaker) -> tuple[Act, ...]:
    words, number = speaker.words, str(copy.number)
    if sure:
        return (
            Act("restore_not", words("journalpage.copies.not"), number),
            Act("restore_sure", words("journalpage.copies.yes"), number, role="danger"),
        )
    acts, found = [], prospect.outlook
    if whole and not (found and found.difference.nothing):
        acts.append(Act("restore_copy", words("journalpage.copies.restore"), number, role="primary"))
    if found and found.difference.back:
        acts.append(Act("gather", words("journalpage.copies.gather"), number))
    return (*acts, Act("copy_close", words("journalpage.read.close")))
