"""The rounds of one host as marks of the same scale, and the same in words. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.measure.probe_round import Round
from gui.signs import Mark
from gui.speaker import Speaker

LEAST_SCALE_MS = 100.0
"""A line that is quick throughout must not look restless: below this no mark is full."""
SLOW = 0.8
"""From this part of the scale on a mark is told apart, where the scale is not the least one."""
TOLD = 20
"""More rounds than these are not told one by one."""


def scale_of(hosts: Iterable[Sequence[Round]]) -> float:
    """Return the milliseconds at which a mark is full: those of the slowest connect of all hosts, 100 at least."""
    connects = [found.connect_ms for rounds in hosts for found in rounds if found.connect_ms is not None]
    return max((*connects, LEAST_SCALE_MS))


def marks_of(rounds: Sequence[Round], wanted: int, scale: float) -> tuple[Mark, ...]:
    """Return a mark for every round that was made or is still to come."""
    open_ = max(0, wanted - len(rounds))
    return (*(_mark(found, scale) for found in rounds), *(Mark("open"),) * open_)


def _mark(found: Round, scale: float) -> Mark:
    if found.failure or found.connect_ms is None:
        return Mark("failed")
    height = found.connect_ms / scale
    return Mark("slow" if scale > LEAST_SCALE_MS and height >= SLOW else "usual", height)


def latest_of(rounds: Sequence[Round], speaker: Speaker) -> str:
    """Return how many rounds are made, and how the latest went."""
    words = speaker.words
    if not rounds:
        return words("probe.waiting")
    done = speaker.wording.count(len(rounds), "rounds")
    return words("probe.latest", done=done, latest=_told(rounds[-1], speaker))


def heard_of(name: str, rounds: Sequence[Round], wanted: int, speaker: Speaker) -> str:
    """Return what the marks show, for a reader of screens."""
    words = speaker.words
    told = words("ui.list_separator").join(_told(found, speaker) for found in rounds[-TOLD:])
    done, of = len(rounds), speaker.wording.count(wanted, "rounds")
    return words("probe.marks_heard", host=name, done=done, of=of, told=told or words("probe.waiting"))


def _told(found: Round, speaker: Speaker) -> str:
    if found.failure:
        return speaker.words("probe.failed", what=speaker.words(f"network.failure.{found.failure}"))
    return speaker.wording.delay(found.connect_ms or 0.0)
