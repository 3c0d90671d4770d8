"""What a network probe may do and how its figures are judged: a frozen picture that the content fills."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from core.errors import AppError

MOST_ROUNDS = 1_000
SHORTEST_TIMEOUT_S, LONGEST_TIMEOUT_S = 0.1, 60.0


class BadRoundsError(AppError):
    """The number of rounds asked for is not one the probe makes."""

    code = "bad_rounds"


class BadTimeoutError(AppError):
    """The patience asked for is not one the probe has."""

    code = "bad_timeout"


@dataclass(frozen=True)
class ProbeHost:
    """A host that is proposed to the user; ``id`` names its words, ``target`` is written as the user would type it."""

    id: str
    target: str


@dataclass(frozen=True)
class ProbeSettings:
    """The figures of ``content/model/network.toml``.

    Attributes:
        hosts: Proposed hosts, asked only when the user starts the probe and names no others.
        rounds: Rounds for each host, at least 1.
        timeout_s: Seconds that one round may take in all: look-up, connect and handshake together.
        spacing_s: Seconds from the start of a round to the start of the next one; a longer round delays the next,
            and a spacing above ``timeout_s`` counts as ``timeout_s``, so that rounds times timeout bounds the whole.
        fewest_rounds: Finished rounds below which nothing is said about a host.
        shaky_failed_share: Share of failed rounds, [0, 1], from which a line is called shaky.
        shaky_p95_ms: 95th percentile of the connects, in milliseconds, above which it is.
        shaky_jitter_ms: Mean absolute difference of consecutive connects, in milliseconds, above which it is.
        often_failed_share: Share of failed rounds, [0, 1], from which the checklist's "drops often" is proposed.
        plain_ports: Ports on which no TLS handshake is tried, because plain protocols are assigned to them.
        impossible_name: A name that no honest resolver finds, to tell one that invents answers.

    Source:
        ITU-T G.114 (05/2003): a one-way delay above 400 ms is not planned for. A connect takes the way there and back,
        hence 800 ms; that the recommendation is about speech makes this a judgement. RFC 3550, 6.4.1, defines the
        difference of delays but gives no threshold: 100 ms is what one repeated connect among ten adds at least,
        since TCP repeats after 1 s (RFC 6298, 2.1). The shares are judgements: one failure in ten rounds is
        to be seen. RFC 6761, 6.4: names under ``invalid`` never exist. IANA service names: the plain ports.
    """

    hosts: tuple[ProbeHost, ...]
    rounds: int
    timeout_s: float
    spacing_s: float
    fewest_rounds: int
    shaky_failed_share: float
    shaky_p95_ms: float
    shaky_jitter_ms: float
    often_failed_share: float
    plain_ports: tuple[int, ...]
    impossible_name: str

    @property
    def pause_s(self) -> float:
        """Return the seconds between the starts of two rounds."""
        return min(self.spacing_s, self.timeout_s)

    @property
    def usual_s(self) -> float:
        """Return about how many seconds the probe takes where hosts answer at once."""
        return self.pause_s * self.rounds

    @property
    def longest_s(self) -> float:
        """Return the seconds that the probe takes at most, whatever the hosts do."""
        return self.timeout_s * self.rounds

    def asking(self, rounds: int | None = None, timeout_s: float | None = None) -> ProbeSettings:
        """Return the settings with what the user asked for; None leaves a figure as it is.

        Raises:
            BadRoundsError: Rounds outside 1–1,000.
            BadTimeoutError: A timeout outside 0.1–60 s, or no number.
        """
        if rounds is not None and not 1 <= rounds <= MOST_ROUNDS:
            raise BadRoundsError(found=rounds, low=1, high=f"{MOST_ROUNDS:,}")
        # Not a number compares as outside.
        if timeout_s is not None and not SHORTEST_TIMEOUT_S <= timeout_s <= LONGEST_TIMEOUT_S:
            found = f"{timeout_s:g}" if math.isfinite(timeout_s) else str(timeout_s)
            raise BadTimeoutError(found=found, low=f"{SHORTEST_TIMEOUT_S:g}", high=f"{LONGEST_TIMEOUT_S:g}")
        return replace(
            self,
            rounds=self.rounds if rounds is None else rounds,
            timeout_s=self.timeout_s if timeout_s is None else timeout_s,
        )
