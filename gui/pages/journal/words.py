"""Records in words: bands, causes and outcomes, also those that the present content no longer knows. No Qt."""

from __future__ import annotations

from core.estimate.model import UNEXPLAINED
from core.journal.records import ResultSummary
from gui.speaker import Speaker


def band_words(result: ResultSummary, speaker: Speaker) -> str:
    """Return band, number and range of the risk as they were shown."""
    words, percent = speaker.words, speaker.wording.percent
    low = 1 - (result.arrives if result.high is None else result.high)
    high = 1 - (result.arrives if result.low is None else result.low)
    facts = {"band": words(f"band.{result.band}.name"), "risk": percent(1 - result.arrives)}
    return words("journalpage.row.band", low=percent(low), high=percent(high), **facts)


def cause_words(cause: str, speaker: Speaker) -> str:
    """Return the name of a cause; one that is gone is named as it was kept."""
    content, words = speaker.language.content, speaker.words
    if cause in content.causes:
        return words(f"cause.{cause}.name")
    gate = cause.removesuffix(UNEXPLAINED)
    if gate in content.gates:
        return words("ui.hidden_name", gate=words(f"gate.{gate}.name"))
    return words("journalpage.row.cause_gone", name=cause)


def outcome_words(outcome: str | None, speaker: Speaker) -> str:
    """Return what came of the latest try that belongs to a check; nothing without one."""
    if outcome is None:
        return ""
    return speaker.words("journalpage.row.outcome", outcome=speaker.words(f"journal.outcome.{outcome}"))
