"""P(class of message | blocker): one table, which the estimate shows and from which learning learns.

The content says in words how well a class points to a cause. Words are read along a cause: of the failures it brings
about that show a message which speaks of anything, each class has a share in proportion to its word.

Why along a cause, and not along a class: a try without a message is no evidence (its likelihood is 1 for every
cause). So silence must be equally likely whichever cause it was, and with it what is left of 1: the chances of all
classes that speak have the same sum for every cause. Were it not so, a cause to which many classes point would gain
by nearly every message and lose by none; the posterior, averaged over the messages that may come, must be what it was
before one came. How often a message speaks at all is the same factor everywhere, and drops out.

What says nothing is the rest, the same for every cause: a class that names no gate, a message of no known class, none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from core.schema.content import Content, Message

Row = tuple[float, ...]
"""One number for every cause, in the order of the road."""


@dataclass(frozen=True, slots=True)
class Messages:
    """What the classes that speak say of every cause.

    Attributes:
        shares: Class -> P(it is the one shown | blocker, a message that speaks is shown); for every cause the
            shares of all classes sum to 1.
        lifts: Class -> P(class | blocker) / P(class), where P(class) is that of a failure of which nothing else is
            known: over its blockers it averages to 1, as does silence, whose lift is 1.
        silence: The likelihood of what says nothing: 1 for every cause.
    """

    shares: Mapping[str, Row]
    lifts: Mapping[str, Row]
    silence: Row

    def likelihood(self, message: str | None) -> Row:
        """Return P(message | blocker) for every cause, divided by P(message); None is no message.

        Raises:
            KeyError: The content has no such class.
        """
        return self.silence if message is None else self.lifts[message]

    def mixture(self, shares: Sequence[tuple[str, float]]) -> Row:
        """Return P(text | blocker) / P(text) of a text that is of these classes with these probabilities.

        P(text | j) = Σ P(text | class) · P(class | j), and P(text | class) is P(class | text) / P(class) up to a factor
        of the text: so it is Σ P(class | text) · P(class | j) / P(class), and what is missing to 1 is silence. With
        nothing else known the posterior is then the mixture of the posteriors after each class (Jeffrey's rule).
        Free of order: the terms are summed with ``fsum``.

        Source:
            Jeffrey (1983), The logic of decision, ch. 11; Pearl (1988), ch. 2 on virtual evidence.
        """
        parts = [[share * lift for lift in self.lifts[name]] for name, share in shares]
        rest = max(0.0, 1.0 - fsum(share for _, share in shares))
        return tuple(fsum(column) for column in zip(*parts, [rest * lift for lift in self.silence], strict=True))


def messages_of(content: Content, gates: Mapping[str, str], stops: Sequence[float]) -> Messages:
    """Return the table of a content.

    Args:
        content: Its messages and the numbers of its words.
        gates: Cause -> gate in the order of the road; what is no cause of the content is hidden from all.
        stops: P(a cause is present and stops what reaches it) when nothing is known, in [0, 1], in the same order.
    """
    speaking = {name: entry for name, entry in content.messages.items() if entry.gates}
    words = {name: [_pointing(content, entry, *cause) for cause in gates.items()] for name, entry in speaking.items()}
    totals = [fsum(column) for column in zip(*words.values(), strict=True)]
    shares = {name: tuple(w / total for w, total in zip(row, totals, strict=True)) for name, row in words.items()}
    silence = (1.0,) * len(gates)
    blockers = _blockers(stops)
    lifts = {name: _lift(shares[name], blockers) if name in shares else silence for name in content.messages}
    return Messages(shares, lifts, silence)


def _pointing(content: Content, entry: Message, cause: str, gate: str) -> float:
    """Return how well a class points to a cause; what is hidden at a gate it speaks of may always be behind it."""
    words = content.scales.likelihood
    if cause in entry.points_to:
        return words["points_to"]
    if gate not in entry.gates:
        return words["may_point_to" if cause in entry.may_point_to else "elsewhere"]
    hidden = cause not in content.causes
    return words["may_point_to" if hidden or cause in entry.may_point_to else "same_gate"]


def _blockers(stops: Sequence[float]) -> list[float]:
    """Return P(blocker | it failed, nothing else known) for every cause."""
    reached, found = 1.0, []
    for stop in stops:
        found.append(reached * stop)
        reached *= 1 - stop
    failed = fsum(found)
    return [chance / failed for chance in found]


def _lift(row: Row, blockers: Sequence[float]) -> Row:
    usual = fsum(share * chance for share, chance in zip(row, blockers, strict=True))
    return tuple(share / usual for share in row)
