"""What a class report says, as plain figures. Whatever is None here is hidden, and is nowhere else either."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from core.classroom.kinds import Round

FEWEST = 5
"""A figure over fewer people than this is not shown."""


@dataclass(frozen=True)
class Counted:
    """How many people something holds for."""

    id: str
    count: int


@dataclass(frozen=True)
class Share:
    """How many of all people, with the 95 % interval of the share (Wilson)."""

    count: int
    people: int
    low: float
    high: float

    @property
    def value(self) -> float:
        """Return the share, from 0 to 1."""
        return self.count / self.people


@dataclass(frozen=True)
class Choice:
    """How many chose an option, or gave a number: the right one, a typical miss, or any other."""

    kind: Literal["option", "right", "miss", "other"]
    id: str
    count: int


@dataclass(frozen=True)
class ItemFigures:
    """One item in one round. ``right`` is None, and nothing else is there, where fewer than five answered it."""

    item: str
    right: Share | None
    choices: tuple[Choice, ...] = ()
    unanswered: int = 0


@dataclass(frozen=True)
class RoundFigures:
    """One round of a set.

    Attributes:
        round: Which one.
        people: Over how many people every figure here is; None where they are fewer than five.
        items: In the order asked; none where ``people`` is None.
        misconceptions: Wrong beliefs that items shown here have found, with the people who showed them; most first.
        left_out: Whether a few results are not counted here because figures of fewer than five could be worked out
            from the difference to those of the pairs.
    """

    round: Round
    people: int | None
    items: tuple[ItemFigures, ...] = ()
    misconceptions: tuple[Counted, ...] = ()
    left_out: bool = False


@dataclass(frozen=True)
class Turns:
    """What became of an item's answers in the same people; ``change`` is the share right after less that before.

    ``low`` and ``high`` are its 95 % interval (Newcombe's method 10).
    """

    both: int
    lost: int
    won: int
    neither: int
    change: float
    low: float
    high: float


@dataclass(frozen=True)
class PairFigures:
    """One item before and its partner after; ``turns`` is None where one is hidden or too few pairs answered it."""

    before: str
    after: str
    turns: Turns | None


@dataclass(frozen=True)
class Gain:
    """What the same people have gained.

    Attributes:
        people: Pairs of results with one code word, at least five.
        items: How many pairs of items are counted: those that are shown.
        before: Mean number right before.
        after: Mean number right after.
        mean: Mean of the differences.
        low: Lower end of its 95 % interval (paired t); None where all differ by the same.
        high: Its upper end.
        pairs: By place in the set.
    """

    people: int
    items: int
    before: float
    after: float
    mean: float
    low: float | None
    high: float | None
    pairs: tuple[PairFigures, ...]


@dataclass(frozen=True)
class SetFigures:
    """One set of the quiz, or the items of one lesson.

    Attributes:
        quiz: Its id.
        rounds: Those of which there are results.
        gain: None where fewer than five people can be paired.
        unpaired: Round -> how many results have no partner; one to four are None. Empty without a gain.
        word_twice: Whether a code word stands in two results of one round, so that neither could be paired.
    """

    quiz: str
    rounds: tuple[RoundFigures, ...]
    gain: Gain | None
    unpaired: tuple[tuple[Round, int | None], ...] = ()
    word_twice: bool = False


@dataclass(frozen=True)
class CaseFigures:
    """A case that people worked through: the causes and bands that came up. ``people`` is None where it is hidden."""

    case: str
    people: int | None
    causes: tuple[Counted, ...] = ()
    bands: tuple[Counted, ...] = ()


@dataclass(frozen=True)
class ClassReport:
    """Everything that may be told about a class.

    Attributes:
        version: The version of the content by which it was marked.
        sets: In the order of the content.
        cases: In the order of the content.
        workshops: Whether results of more than one workshop are in it.
        others: Whether some were made with another version of the content.
    """

    version: str
    sets: tuple[SetFigures, ...]
    cases: tuple[CaseFigures, ...]
    workshops: bool = False
    others: bool = False


def told(count: int) -> int | None:
    """Return a number of people as it may be told: None for one to four."""
    return None if 0 < count < FEWEST else count
