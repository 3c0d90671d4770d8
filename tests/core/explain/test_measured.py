"""How an answer was measured is told with every figure, in the report too, and only where it was measured."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from core.assess import ROAD_ONLY, Assessor
from core.explain.language import Language
from core.explain.layout import Form, Layouts
from core.explain.measured import evidence_for, measured_text
from core.explain.report import report_of
from core.schema.answers import FIGURES, Answers, Measurement

CODES = ("zh_CN", "en")
DAY, QUESTION = dt.date(2026, 9, 28), "network.quality"
BY = Measurement(
    "network",
    dt.datetime(2026, 9, 28, 21, 40),
    {"hosts": 5, "rounds": 50, "failed": 3, "median_ms": 23.4, "p95_ms": 8.25},
)
ANSWERS = Answers(DAY, "before", {QUESTION: "drops_sometimes"}, measured={QUESTION: BY})
FORMS: tuple[Form, ...] = ("txt", "md", "html")


@pytest.mark.parametrize("code", CODES)
def test_that_every_figure_and_the_moment_are_told(languages: Mapping[str, Language], code: str) -> None:
    said = measured_text(BY, languages[code])
    wording = languages[code].wording
    assert wording.date(BY.when) in said
    assert wording.count(50, "rounds") in said
    assert all(figure in said for figure in (" 3 ", "5", wording.delay(23), wording.delay(8.2)))


def test_that_every_instrument_has_words(languages: Mapping[str, Language]) -> None:
    for language in languages.values():
        for instrument, names in FIGURES.items():
            assert measured_text(Measurement(instrument, BY.when, dict.fromkeys(names, 1.0)), language)


def test_that_only_an_answer_that_stands_has_evidence(languages: Mapping[str, Language]) -> None:
    language = languages["en"]
    assert evidence_for(QUESTION, ANSWERS, language) == measured_text(BY, language)
    assert evidence_for("network.kind", ANSWERS, language) == ""
    assert evidence_for(QUESTION, Answers(DAY, "before", {}, measured={QUESTION: BY}), language) == ""


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", FORMS)
def test_that_the_report_says_which_answers_were_measured(
    languages: Mapping[str, Language], assessor: Assessor, layouts: Layouts, form: Form, code: str
) -> None:
    language = languages[code]
    heading = language.words("ui.measured_heading")
    told = layouts.lay_out(report_of(assessor.assess(ANSWERS, ROAD_ONLY), language), language, form, after=False)
    for part in (heading, language.wording.fact(QUESTION, "drops_sometimes"), measured_text(BY, language)):
        assert part in told
    by_hand = Answers(DAY, "before", ANSWERS.values)
    silent = layouts.lay_out(report_of(assessor.assess(by_hand, ROAD_ONLY), language), language, form, after=False)
    assert heading not in silent


def test_that_a_measurement_moves_no_estimate(assessor: Assessor) -> None:
    by_hand = Answers(DAY, "before", ANSWERS.values)
    one, other = (assessor.assess(answers, ROAD_ONLY) for answers in (ANSWERS, by_hand))
    assert one.arrives == other.arrives
    assert one.causes == other.causes
