"""``disburse-check learn``: what a file of outcomes teaches, and whether it makes the estimate better.

Brings numpy: the command line loads it when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.commands.workplace import Workplace
from core.estimate.model import UNEXPLAINED, Model
from core.explain.language import Language
from core.inference.scoring import Scores
from core.learn.outcomes import read_outcomes
from core.learn.study import ENOUGH, ENOUGH_OF_EACH, CauseLearned, Study, study

SHOWN_CAUSES = 8
NOTICEABLE = 0.1
"""In standard deviations of what was elicited: what moved less is not listed in words."""


def learn_as_json(place: Workplace, file: Path) -> str:
    """Return what the outcomes in a file teach as JSON, numbers unrounded.

    Raises:
        AppError: The file cannot be used, or there is no outcome in it.
    """
    return json.dumps(study_as_data(_study(place, file)), ensure_ascii=False, indent=2)


def learn_as_text(place: Workplace, file: Path) -> str:
    """Return the same in words; errors as :func:`learn_as_json`."""
    return "\n".join(study_lines(_study(place, file), place.language))


def study_as_data(found: Study) -> dict[str, Any]:
    """Return a study as plain data; ``held_out`` is null when there was too little to hold anything out."""
    judged = found.judged
    return {
        "arrived": found.arrived,
        "failed": found.failed,
        "left_out": {"repeats": found.repeats, "waiting": found.waiting},
        "unknown_to_content": found.unknown,
        "verdict": found.verdict,
        "enough": found.enough,
        "settled": found.settled,
        "held_out": judged
        and {
            "before": asdict(judged.before),
            "after": asdict(judged.after),
            "log_loss_saved": judged.gain,
            "standard_error": judged.noise,
        },
        "causes": [_cause(one) for one in found.causes],
    }


def study_lines(found: Study, language: Language) -> list[str]:
    """Return sentences about a study."""
    return list(_Sentences(language).about(found))


def _study(place: Workplace, file: Path) -> Study:
    content = place.library.content
    return study(Model.of(content), read_outcomes(file, content))


def _cause(one: CauseLearned) -> dict[str, Any]:
    return {"id": one.cause, "base": asdict(one.base), "strength": asdict(one.strength) if one.strength else None}


class _Sentences:
    """Puts a study into words."""

    def __init__(self, language: Language) -> None:
        self._words, self._wording = language.words, language.wording

    def about(self, found: Study) -> Iterator[str]:
        words, count = self._words, self._wording.count
        tries = count(found.arrived + found.failed, "tries")
        yield words("learn.counts", tries=tries, arrived=found.arrived, failed=found.failed)
        if found.repeats:
            yield words("learn.repeats", tries=count(found.repeats, "tries"))
        if found.waiting:
            yield words("learn.waiting", tries=count(found.waiting, "tries"))
        if found.unknown:
            yield words("learn.unknown", count=found.unknown)
        yield ""
        facts = {"enough": ENOUGH, "each": ENOUGH_OF_EACH} if found.verdict == "too_few" else {}
        yield words(f"learn.verdict_{found.verdict}", **facts)
        if found.judged:
            yield from self._table("learn.before", found.judged.before)
            yield from self._table("learn.after", found.judged.after)
            saved, noise = (round(x, 4) for x in (found.judged.gain, found.judged.noise))
            yield words("learn.saved", saved=saved, noise=noise)
        yield ""
        moved = [one for one in found.causes if one.by >= NOTICEABLE][:SHOWN_CAUSES]
        yield words("learn.moved" if moved else "learn.nothing_moved")
        for one in moved:
            yield from self._moved(one)
        yield words("learn.not_used")

    def _table(self, key: str, scores: Scores) -> Iterator[str]:
        percent = self._wording.percent
        yield self._words(key, brier=round(scores.brier, 4), log_loss=round(scores.log_loss, 4))
        for group in scores.bins:
            facts = {"stated": percent(group.stated), "came": percent(group.came)}
            ends = {"low": percent(group.low), "high": percent(group.high)}
            yield self._words("learn.bin", count=self._wording.count(group.count, "tries"), **facts, **ends)

    def _moved(self, one: CauseLearned) -> Iterator[str]:
        gate, hidden = one.cause.removesuffix(UNEXPLAINED), one.cause.endswith(UNEXPLAINED)
        words = self._words
        name = words("ui.hidden_name", gate=words(f"gate.{gate}.name")) if hidden else words(f"cause.{one.cause}.name")
        for key, number in (("learn.base", one.base), ("learn.strength", one.strength)):
            if number and abs(number.by) >= NOTICEABLE:
                ends = {"low": self._share(number.low), "high": self._share(number.high)}
                yield words(key, name=name, before=self._share(number.before), after=self._share(number.after), **ends)

    def _share(self, probability: float) -> str:
        return f"{100 * probability:.2g} %"
