"""What the pages about help and letters share while the program runs: who lends, calls, which letter. No Qt.

Nothing of it is written to disk by itself: the file of the draft holds answers to the content's questions and nothing
else. What is accepted from a call becomes an answer and is saved as one; a call goes into the journal when the user
asks for it. Erasing the answers erases this as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.rights.order import Situation
from core.schema.answers import Answer
from core.schema.hotline import HotlineNote
from core.schema.rights import InstitutionKind
from gui.desk import Desk

PLACE = "casework"
KINDS: tuple[InstitutionKind, ...] = ("bank", "consumer_finance", "micro_loan")
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was noted.

    Attributes:
        id: Counted from 1.
        check: The number of the check during which it was noted: it says nothing about another one.
        left: Proposals that were left alone.
        accepted: Proposal that was accepted -> the answer it replaced: with that one back, it is open again.
        kept: The uid of its record in the journal; empty when it was not kept.
    """

    id: int
    note: HotlineNote
    check: int = 0
    left: frozenset[str] = frozenset()
    accepted: Mapping[str, Answer | None] = field(default_factory=dict)
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Casework:
    """Who lends, where that is known; the calls in the order they were noted; the letter that is wanted."""

    kind: InstitutionKind | None = None
    calls: tuple[Call, ...] = ()
    letter: str = ""


def casework(desk: Desk) -> Casework:
    """Return what is remembered: at first nothing."""
    kept = desk.memory.get(PLACE)
    return kept if isinstance(kept, Casework) else Casework()


def keep(desk: Desk, kept: Casework) -> None:
    """Remember something else."""
    desk.memory[PLACE] = kept


def calls_now(desk: Desk) -> tuple[Call, ...]:
    """Return the calls that were noted during the present check."""
    return tuple(call for call in casework(desk).calls if call.check == desk.session.check)


def put_call(desk: Desk, call: Call) -> None:
    """Remember a call in the place of the one with its number."""
    now = casework(desk)
    keep(desk, replace(now, calls=tuple(call if one.id == call.id else one for one in now.calls)))


def kind_of(name: str) -> InstitutionKind | None:
    """Return the kind of institution of a name; None for one that is not known."""
    return next((kind for kind in KINDS if kind == name), None)


def kind_choices(desk: Desk) -> tuple[tuple[str, str, bool], ...]:
    """Return the kinds of institution as (id, label, whether it is chosen), last that it is not known."""
    words, chosen = desk.speaker.words, casework(desk).kind
    known = [(kind, words(f"hotline.lender_kind.option.{kind}"), kind == chosen) for kind in KINDS]
    return (*known, (UNKNOWN, words("help.kind_unknown"), chosen is None))


def situation(desk: Desk) -> Situation:
    """Return the borrower's situation; without a check only who lends."""
    kind, draft = casework(desk).kind, desk.session.draft
    return Situation.of(desk.engine.road(draft), kind) if draft.begun else Situation(kind=kind)
