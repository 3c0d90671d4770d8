"""How an answer was measured, in one sentence: it stands beside the question, on the review and in the report."""

from __future__ import annotations

from core.explain.language import Language
from core.schema.answers import Answers, Measurement


def measured_text(measurement: Measurement, language: Language) -> str:
    """Return instrument, moment and figures in words."""
    words, wording, figures = language.words, language.wording, measurement.figures
    return words(
        f"measured.{measurement.instrument}",
        when=wording.date(measurement.when),
        failed=f"{figures['failed']:.0f}",
        rounds=wording.count(figures["rounds"], "rounds"),
        hosts=f"{figures['hosts']:.0f}",
        median=wording.delay(figures["median_ms"]),
        p95=wording.delay(figures["p95_ms"]),
    )


def evidence_for(question: str, answers: Answers, language: Language) -> str:
    """Return how the answer to a question was measured; nothing when it was given by hand, or not at all."""
    found = answers.measured.get(question)
    return measured_text(found, language) if found and question in answers.values else ""
