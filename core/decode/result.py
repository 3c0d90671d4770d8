"""What decoding a text comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["stop", "caution", "none"]


@dataclass(frozen=True, slots=True)
class ClassGuess:
    """A message class, how likely the text is of it, in (0, 1], and the words of the text that say so.

    ``resembles`` is the training text it is most like, where the text has no such words.
    """

    id: str
    probability: float
    matched: tuple[str, ...]
    resembles: str = ""


@dataclass(frozen=True, slots=True)
class GateGuess:
    """A gate and how likely the text speaks of it, in (0, 1]."""

    id: str
    probability: float


@dataclass(frozen=True, slots=True)
class Scam:
    """How loud the alarm is, the red flags raised, in the order of ``safety.toml``, and the words that raised them.

    An alarm may come from likeness to what swindlers write alone: then ``resembles`` is the training text it is most
    like, and there may be no flag.
    """

    level: Level
    flags: tuple[str, ...] = ()
    matched: tuple[str, ...] = ()
    resembles: str = ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text; it holds no more of it than the matched words.

    Attributes:
        classes: Message classes, likeliest first. Their probabilities sum to 1 at most: what is missing is the chance
            that the text says something else. Empty out of scope.
        gates: The gates these classes speak of, likeliest first. Empty when the text is out of scope or says
            nothing, and under an alarm: what a swindler says about a gate is no diagnosis.
        family: ``bounced``, ``refused`` or ``not_today``; None when no gate is told.
        scam: The alarm.
        in_scope: Whether the text is about a loan at all.
        generic: Whether it is about a loan and gives no reason.
        unsure: Whether it is told as half remembered.
    """

    classes: tuple[ClassGuess, ...]
    gates: tuple[GateGuess, ...]
    family: str | None
    scam: Scam
    in_scope: bool
    generic: bool
    unsure: bool = False
