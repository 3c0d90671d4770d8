"""Two checks side by side, as data: what changed in the answers, in the causes, in the estimate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.journal.records import AssessmentRecord, Plain, ResultSummary

NOTICEABLE = 0.005
"""A cause whose probability moved by less is not told: it rounds to nothing."""


@dataclass(frozen=True, slots=True)
class AnswerChange:
    """One question answered differently; None where it was not answered."""

    question: str
    before: Plain | None
    after: Plain | None


@dataclass(frozen=True, slots=True)
class CauseChange:
    """P(this cause is the blocker) in both; None where it was not among the likeliest that are kept."""

    cause: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is different in the later of two checks.

    Attributes:
        same_numbers: Whether both were worked out with the same content; if not, a part of every difference
            may come from there and not from the answers.
        answers: Questions answered differently, in the order of the later check, then those no longer answered.
        causes: Causes that moved, the largest move first; empty when one check has no result.
        before: The earlier result, or None.
        after: The later result, or None.
        arrives_by: Change of P(arrives); None when one check has no result.
        new_attempts: Tries that only the later one counts.
        new_done: Actions taken in between.
        new_objections: Causes that do not fit, said in between.
        withdrawn: Objections and actions that the later one no longer has.
        evidence: Questions whose answer was measured in one of the two, and in the other by hand or at another time.
    """

    same_numbers: bool
    answers: tuple[AnswerChange, ...]
    causes: tuple[CauseChange, ...]
    before: ResultSummary | None
    after: ResultSummary | None
    arrives_by: float | None
    new_attempts: int
    new_done: tuple[str, ...]
    new_objections: tuple[str, ...]
    withdrawn: tuple[str, ...]
    evidence: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Return whether the borrower's situation is the same: no answer, no step, no objection and no try changed.

        The same answer measured again is no change.
        """
        return not (self.answers or self.new_attempts or self.new_done or self.new_objections or self.withdrawn)


def compare(before: AssessmentRecord, after: AssessmentRecord) -> Comparison:
    """Return what changed from one check to another."""
    versions = [(record.content_version, record.model_version) for record in (before, after)]
    questions = [*after.answers, *(name for name in before.answers if name not in after.answers)]
    changed = [AnswerChange(name, before.answers.get(name), after.answers.get(name)) for name in questions]
    old, new = before.result, after.result
    return Comparison(
        same_numbers=versions[0] == versions[1],
        answers=tuple(change for change in changed if change.before != change.after),
        causes=_causes(old, new) if old and new else (),
        before=old,
        after=new,
        arrives_by=new.arrives - old.arrives if old and new else None,
        new_attempts=len({t.when for t in after.attempts} - {t.when for t in before.attempts}),
        new_done=_more(before.done, after.done),
        new_objections=_more(before.objections, after.objections),
        withdrawn=(*_more(after.objections, before.objections), *_more(after.done, before.done)),
        evidence=tuple(name for name in questions if before.measured.get(name) != after.measured.get(name)),
    )


def _causes(old: ResultSummary, new: ResultSummary) -> tuple[CauseChange, ...]:
    left, right = ({cause.id: cause.blocker for cause in result.causes} for result in (old, new))
    changes = [CauseChange(name, left.get(name), right.get(name)) for name in dict.fromkeys((*right, *left))]
    moved = [change for change in changes if _size(change) >= NOTICEABLE]
    return tuple(sorted(moved, key=_size, reverse=True))


def _size(change: CauseChange) -> float:
    return abs((change.after or 0.0) - (change.before or 0.0))


def _more(before: Sequence[str], after: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for name in after if name not in before)
