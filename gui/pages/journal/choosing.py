"""An import as it would be, with a choice for each kind of record and for single ones that differ. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from core.journal.records import KINDS
from gui.pages.journal.entries import entry_words
from gui.pages.journal.state import Act, Block, Field, Line
from gui.speaker import Speaker

if TYPE_CHECKING:
    # Only for the types: they bring SQLite.
    from core.journal.merge import Choice, Conflict, MergePlan

TAKE, SIDE, ONE = "take-", "side-", "one-"
"""What the names of the fields begin with: new records of a kind, conflicts of a kind, one conflict."""
SIDES = ("mine", "theirs", "newer")
BOTH_KINDS = ("assessment", "note")
"""As in :mod:`core.journal.merge`, which brings SQLite."""
MOST_SINGLE = 12
PARTS = {
    "answers": "answers",
    "mode": "answers",
    "attempts": "tries",
    "earlier": "tries",
    "done": "steps",
    "objections": "steps",
    "result": "result",
    "day": "day",
    "when": "day",
    "outcome": "outcome",
    "answered": "outcome",
    "message": "outcome",
    "text": "text",
    "value": "value",
    "chosen": "answers",
    "measured": "evidence",
}
"""Field of a record -> how what differs is called; what is not here is no matter for a choice."""
Typed = Mapping[str, str]


def plan_block(plan: MergePlan, file: str, typed: Typed, speaker: Speaker) -> Block:
    """Return what an import of ``file`` would do, and what can be chosen of it, before anything is done."""
    words, count = speaker.words, speaker.wording.count
    lines = [
        Line(words("journalpage.files.plan", file=file), "strong"),
        Line(words("journal.import_same", count=count(plan.same, "records"))),
    ]
    if plan.unread:
        lines.append(Line(words("journal.import_unread", count=count(plan.unread, "records"))))
    if plan.blocked:
        lines.append(Line(words("journalpage.files.blocked", count=count(len(plan.blocked), "records"))))
    fields = [*_new(plan, typed, speaker), *_sides(plan, typed, speaker)]
    acts = (
        Act("import_apply", words("journalpage.files.apply"), role="primary"),
        Act("import_not", words("journalpage.files.not_now")),
    )
    return Block("files", words("journalpage.files.title"), tuple(lines), tuple(fields), (), acts)


def _new(plan: MergePlan, typed: Typed, speaker: Speaker) -> list[Field]:
    words, count = speaker.words, speaker.wording.count
    choices = tuple((choice, words(f"journalpage.files.{choice}")) for choice in ("take", "leave"))
    return [
        Field(
            f"{TAKE}{kind}",
            words("journal.import_new", kind=words(f"journal.kind.{kind}"), count=count(number, "records")),
            typed.get(f"{TAKE}{kind}", "take"),
            choices=choices,
        )
        for kind, number in plan.new_by_kind.items()
    ]


def _sides(plan: MergePlan, typed: Typed, speaker: Speaker) -> list[Field]:
    words, count = speaker.words, speaker.wording.count
    return [
        Field(
            f"{SIDE}{kind}",
            words("journalpage.files.differ", kind=words(f"journal.kind.{kind}"), count=count(number, "records")),
            typed.get(f"{SIDE}{kind}", "mine"),
            choices=_choices(kind, speaker),
        )
        for kind, number in Counter(conflict.mine.kind for conflict in plan.conflicts).items()
    ]


def conflict_blocks(plan: MergePlan, typed: Typed, speaker: Speaker) -> tuple[Block, ...]:
    """Return a block for each of the first conflicts, with both sides and a choice of its own."""
    words = speaker.words
    blocks = [
        _conflict(place, conflict, typed, speaker)
        for place, conflict in enumerate(plan.conflicts[:MOST_SINGLE], start=1)
    ]
    left = len(plan.conflicts) - len(blocks)
    if left > 0:
        told = words("journalpage.files.more", count=speaker.wording.count(left, "records"))
        blocks.append(Block("conflict-more", "", (Line(told),), role="note"))
    return tuple(blocks)


def _conflict(place: int, conflict: Conflict, typed: Typed, speaker: Speaker) -> Block:
    words, name = speaker.words, f"{ONE}{place}"
    lines = [
        Line(words(f"journalpage.files.{side}_told", what=entry_words(record, speaker), saved=_saved(record, speaker)))
        for side, record in (("mine", conflict.mine), ("theirs", conflict.theirs))
    ]
    parts = dict.fromkeys(PARTS[name] for name in conflict.fields if name in PARTS)
    told = words("ui.list_separator").join(words(f"journalpage.files.part.{part}") for part in parts)
    lines.append(
        Line(words("journalpage.files.differs", parts=told) if told else words("journalpage.files.alike"), "small")
    )
    choices = (("", words("journalpage.files.as_kind")), *_choices(conflict.mine.kind, speaker))
    side = Field(name, words("journalpage.files.this_one"), typed.get(name, ""), choices=choices)
    return Block(f"conflict-{place}", words("journalpage.files.conflict"), tuple(lines), (side,))


def _saved(record: object, speaker: Speaker) -> str:
    return speaker.wording.date(record.changed)  # type: ignore[attr-defined]  # every record has it


def _choices(kind: str, speaker: Speaker) -> tuple[tuple[str, str], ...]:
    sides = (*SIDES, "both") if kind in BOTH_KINDS else SIDES
    return tuple((side, speaker.words(f"journalpage.files.side_{side}")) for side in sides)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen of an import: for single conflicts by uid, for those of a kind, and which new kinds to leave."""

    own: Mapping[str, Choice] = field(default_factory=dict)
    kinds: Mapping[str, Choice] = field(default_factory=dict)
    without: frozenset[str] = frozenset()


def chosen(plan: MergePlan, typed: Typed) -> Chosen:
    """Return what was chosen of an import; mine stays where nothing was."""
    without = frozenset(kind for kind in KINDS if typed.get(f"{TAKE}{kind}") == "leave")
    kinds: dict[str, Choice] = {
        kind: cast("Choice", typed[f"{SIDE}{kind}"]) for kind in KINDS if typed.get(f"{SIDE}{kind}")
    }
    own = {
        conflict.uid: cast("Choice", typed[f"{ONE}{place}"])
        for place, conflict in enumerate(plan.conflicts[:MOST_SINGLE], start=1)
        if typed.get(f"{ONE}{place}")
    }
    return Chosen(own, kinds, without)


def unchosen(typed: Typed) -> dict[str, str]:
    """Return what is typed without what was chosen of an import."""
    return {name: text for name, text in typed.items() if not name.startswith((TAKE, SIDE, ONE))}
