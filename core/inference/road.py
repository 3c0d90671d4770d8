"""The road of gates: exact probabilities over failed attempts and the coming one.

A request meets the causes in order; the first one that stops it is the blocker. Between attempts the
presence of each cause is a two-state Markov chain: with probability ``keep`` it stays as it was, else it is drawn
afresh. Given the blockers of all attempts the causes are independent, so one pass over the causes, with the
set of attempts already stopped as its state, sums over every sequence of blockers exactly: linear in the number of
causes and 3^k in the number k of attempts. Nothing is sampled and nothing is cut off.

Every quantity may be a float, or an array of any shape that broadcasts: the functions only add, multiply and
divide, so the same lines serve one borrower, a thousand draws, or every plan on every day.

Source:
    Forward–backward recursion: Rabiner (1989), A tutorial on hidden Markov models, Proc. IEEE 77(2).
    Persistence of causes between attempts: Breese and Heckerman, UAI 1996.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul
from typing import Any, NamedTuple

Quantity = Any
"""A float in [0, 1], or an array of them; arrays keep this module free of any array library."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One failed attempt, causes in the order of the road.

    Attributes:
        presence: P(the cause is present) at that moment, before the attempt taught anything.
        likelihood: P(the message shown | this cause was the blocker), up to a common factor.
        keep: P(presence is carried unchanged to the next attempt), from its half-life.
    """

    presence: Sequence[Quantity]
    likelihood: Sequence[Quantity]
    keep: Sequence[Quantity]


@dataclass(frozen=True, slots=True)
class Coming:
    """The attempt still to be made.

    Attributes:
        presence: P(the cause is present) at that moment, as far as facts tell.
        stays: P(the actions taken leave the cause in place); 1 without actions.
    """

    presence: Sequence[Quantity]
    stays: Sequence[Quantity]


@dataclass(frozen=True, slots=True)
class Passage:
    """What the road says; one entry per cause where it is a list.

    Attributes:
        arrives: P(the coming attempt passes every cause | all failures so far).
        passes: P(the coming attempt passes the cause | it got there); their product is ``arrives``.
        blocker: P(the cause stopped the last attempt | all failures), summing to 1; without attempts
            P(it stops the coming one), summing to 1 − ``arrives``.
        present: P(the cause was present at the last attempt | all failures); without attempts at the coming one.
    """

    arrives: Quantity
    passes: list[Quantity]
    blocker: list[Quantity]
    present: list[Quantity]


class Turn(NamedTuple):
    """One way past a cause: from a set of stopped attempts to another (bit n: attempt n), with its probabilities.

    Attributes:
        before: The attempts stopped before this cause.
        after: Those stopped once it is passed.
        stopped_last: Whether the last attempt stopped here.
        weight: P(these outcomes at this cause), times the likelihood of the messages of those stopped here.
        present: The part of ``weight`` in which the cause is present after the last attempt.
        still: The part in which it is present at the coming attempt when no action is taken.
    """

    before: int
    after: int
    stopped_last: bool
    weight: Quantity
    present: Quantity
    still: Quantity


def travel(strength: Sequence[Quantity], attempts: Sequence[Attempt], coming: Coming) -> Passage:
    """Return the exact probabilities of the road after ``attempts``, for the ``coming`` one.

    Args:
        strength: P(the cause stops the request | present and reached), in [0, 1), in the order of the road.
        attempts: The failures so far, oldest first; may be empty.
        coming: The attempt asked about.

    Examples:
        Two causes by hand: (1 − 0.5·0.2)(1 − 1·0.1) = 0.81.

        >>> result = travel([0.5, 1.0], [], Coming([0.2, 0.1], [1, 1]))
        >>> round(result.arrives, 6), [round(p, 6) for p in result.blocker]
        (0.81, [0.1, 0.09])
    """
    if not attempts:
        return _before_any(strength, coming)
    road = [turns(i, w, attempts, coming.presence[i]) for i, w in enumerate(strength)]
    ahead = _backward(road, len(attempts))
    forward, passing = start(len(attempts)), start(len(attempts))
    total = previous = ahead[0][0]
    passes, blocker, present = [], [], []
    for i, options in enumerate(road):
        stopped_here, present_here = _at(options, forward, ahead[i + 1])
        blocker.append(stopped_here / total)
        present.append(present_here / total)
        forward, passing = _past(options, forward, passing, strength[i] * coming.stays[i])
        reached = sum(map(mul, passing, ahead[i + 1]))
        passes.append(reached / previous)
        previous = reached
    return Passage(previous / total, passes, blocker, present)


def arrives(strength: Sequence[Quantity], attempts: Sequence[Attempt], coming: Coming) -> Quantity:
    """Return only P(the coming attempt arrives | all failures): :func:`travel` without the rest, faster."""
    if not attempts:
        return _before_any(strength, coming).arrives
    forward, passing = start(len(attempts)), start(len(attempts))
    for i, w in enumerate(strength):
        options = turns(i, w, attempts, coming.presence[i])
        forward, passing = _past(options, forward, passing, w * coming.stays[i])
    return passing[-1] / forward[-1]


def start(attempts: int) -> list[Quantity]:
    """Return the state before the first cause: probability 1 that no attempt is stopped yet."""
    return [1.0] + [0.0] * (2**attempts - 1)


def advance(state: Sequence[Quantity], options: Sequence[Turn], weights: Sequence[Quantity]) -> list[Quantity]:
    """Return the state after a cause: entry s is P(what is known so far, exactly the attempts in s are stopped)."""
    result: list[Quantity] = [0.0] * len(state)
    for turn, weight in zip(options, weights, strict=True):
        result[turn.after] = result[turn.after] + state[turn.before] * weight
    return result


def turns(i: int, w: Quantity, attempts: Sequence[Attempt], coming: Quantity) -> list[Turn]:
    """Return every combination of outcomes of the attempts at cause ``i``; ``coming`` is its presence then."""
    # Plain tuples, extended attempt by attempt, so that common beginnings are worked out once: this is the inner loop.
    ways: list[tuple[int, int, bool, Quantity, Quantity]] = [(0, 0, False, 1.0, 0.0)]
    keep: Quantity = 0.0
    for n, attempt in enumerate(attempts):
        bit, fresh, likelihood = 1 << n, (1 - keep) * attempt.presence[i], attempt.likelihood[i]
        longer = []
        for before, after, _, weight, carried in ways:
            present = keep * carried + fresh * weight
            stopping = w * present
            stopped = stopping * likelihood
            longer.append((before, after, False, weight - stopping, present - stopping))
            longer.append((before, after | bit, True, stopped, stopped))
            longer.append((before | bit, after | bit, False, weight, present))
        ways, keep = longer, attempt.keep[i]
    fresh = (1 - keep) * coming
    return [
        Turn(before, after, stopped_last, weight, present, keep * present + fresh * weight)
        for before, after, stopped_last, weight, present in ways
    ]


def _before_any(strength: Sequence[Quantity], coming: Coming) -> Passage:
    present = [q * s for q, s in zip(coming.presence, coming.stays, strict=True)]
    passes = [1 - w * q for w, q in zip(strength, present, strict=True)]
    reached: Quantity = 1.0
    blocker = []
    for passed in passes:
        blocker.append(reached * (1 - passed))
        reached = reached * passed
    return Passage(reached, passes, blocker, present)


def _backward(road: Sequence[Sequence[Turn]], attempts: int) -> list[list[Quantity]]:
    """Return, for every place on the road and every set stopped so far, P(the rest is stopped further on)."""
    full = 2**attempts - 1
    there: list[Quantity] = [0.0] * full + [1.0]
    ahead = [there]
    for options in reversed(road):
        here: list[Quantity] = [0.0] * (full + 1)
        for before, after, _, weight, _, _ in options:
            here[before] = here[before] + weight * there[after]
        ahead.append(here)
        there = here
    return ahead[::-1]


def _at(options: Sequence[Turn], forward: Sequence[Quantity], ahead: Sequence[Quantity]) -> tuple[Quantity, Quantity]:
    """Return P(all failures, the last one here) and P(all failures, the cause present at the last one)."""
    stopped: Quantity = 0.0
    there: Quantity = 0.0
    for before, after, stopped_last, weight, present, _ in options:
        reach = forward[before] * ahead[after]
        there = there + reach * present
        if stopped_last:
            stopped = stopped + reach * weight
    return stopped, there


def _past(
    options: Sequence[Turn], forward: Sequence[Quantity], passing: Sequence[Quantity], stop: Quantity
) -> tuple[list[Quantity], list[Quantity]]:
    """Return :func:`advance` of both states: of the failures alone, and with the coming attempt passing as well."""
    failed: list[Quantity] = [0.0] * len(forward)
    passed: list[Quantity] = [0.0] * len(forward)
    for before, after, _, weight, _, still in options:
        failed[after] = failed[after] + forward[before] * weight
        passed[after] = passed[after] + passing[before] * (weight - stop * still)
    return failed, passed
