"""Every case study: its answers can be assessed, and the model agrees with the story."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.assess import ROAD_ONLY, Assessor
from core.explain.language import Language
from core.library.articles import NotOnTheShelfError
from core.library.cases import Cases
from core.loading.answers_file import read_answers
from core.loading.library import Library, load_library

CONTENT = Path(__file__).parents[3] / "content"
NAMES = sorted(load_library(CONTENT, None).content.library.case)
FIRST = 3
STOPPED = {
    "the_kind_caller": "before any try the answers speak of a caller and not of the lender, which is real: the alarm "
    "answers here, and no cause"
}
"""Cases whose story no cause tells, and why."""


@pytest.mark.parametrize("name", NAMES)
def test_that_the_cause_of_the_story_is_among_the_first_three(
    name: str, library: Library, languages: Mapping[str, Language], assessor: Assessor
) -> None:
    answers = Cases(languages["en"], library.shelf.cases).answers(name)
    found = assessor.assess(answers, ROAD_ONLY)
    ranked = sorted(found.causes, key=lambda cause: -cause.blocker)
    told = library.content.library.case[name].cause
    if name in STOPPED:
        assert found.safety.level == "stop"
        assert told not in [cause.id for cause in ranked[:FIRST]], "an exception that nobody needs any more"
    else:
        assert told in [cause.id for cause in ranked[:FIRST]]


@pytest.mark.parametrize("name", NAMES)
def test_that_the_alarm_sounds_where_the_story_ends_in_fraud_and_nowhere_else(
    name: str, library: Library, languages: Mapping[str, Language], assessor: Assessor
) -> None:
    answers = Cases(languages["en"], library.shelf.cases).answers(name)
    outcome = library.content.library.case[name].outcome
    level = assessor.assess(answers, ROAD_ONLY).safety.level
    assert level == ("stop" if outcome in ("fraud_avoided", "lost_money") else "none")


@pytest.mark.parametrize("name", NAMES)
def test_that_the_answers_can_be_handed_to_the_check(name: str, library: Library) -> None:
    answers = read_answers(CONTENT / "cases" / f"{name}.toml", library.content)
    assert (answers.mode == "after") == bool(answers.attempts) == bool(library.content.library.case[name].message)
    assert answers.as_of <= dt.date(2026, 11, 24)


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_a_story_prints_the_sum_of_its_answers(
    code: str, library: Library, languages: Mapping[str, Language]
) -> None:
    cases = Cases(languages[code], library.shelf.cases)
    for name in NAMES:
        page = cases.page(name)
        amount = languages[code].wording.fact("request.amount", cases.answers(name).known("request.amount"))  # type: ignore[arg-type]  # every case has a sum
        assert amount in page.person, name
        assert not re.search(r"[{}]", page.person + page.happened + page.ended), name
        assert min(len(page.title), len(page.questions), len(page.articles)) > 0, name


def test_that_a_case_nobody_wrote_is_told(library: Library, languages: Mapping[str, Language]) -> None:
    with pytest.raises(NotOnTheShelfError):
        Cases(languages["en"], library.shelf.cases).page("no_such_case")


def test_that_cases_differ_in_gates_and_endings(library: Library) -> None:
    content = library.content
    assert len({content.causes[study.cause].gate for study in content.library.case.values()}) >= 5
    assert len({study.outcome for study in content.library.case.values()}) >= 6
