"""Every case under tests/cases: what an expert expects, and what the program says."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.assess import Assessor, Extent
from core.explain.plans import SMALL_GAIN
from core.loading.answers_file import read_answers
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from core.schema.content import Content

FOLDER = Path(__file__).parents[1] / "cases"
FILES = sorted(FOLDER.glob("*.toml"))
PLANS = Extent(plan=True, ranges=False, influence=False, trace=False)
MOST_DIFFERENCES = 6
"""In how many of all answers of the cases the program may keep its own view against the blind expert."""


def case_of(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))["case"]
    return case


def blind_of(path: Path) -> dict[str, Any]:
    """Return what an expert wrote who had read the domain files and the answers, and never saw the program.

    `causes`, `bands` and `steps` hold all that is defensible (no step at all: nothing needs doing). `differs` says
    for a "cause", "band" or "step" why the program keeps its own view. These entries are evidence: they never change.
    """
    blind: dict[str, Any] = case_of(path)["blind"]
    return blind


def told(found: Assessment) -> tuple[str, str, str]:
    """Return the first cause, the band, and the first step: "wait" where waiting alone brings more than any step.

    The first step is the first one that a report shows as a step and not as a small one; under a stop sign a
    report shows none, and that is "".
    """
    assert found.plans is not None
    plan = found.plans.recommended
    steps = [step for step in plan.steps if step.gain >= SMALL_GAIN]
    first = max(found.causes, key=lambda cause: cause.blocker)
    if found.safety.level == "stop":
        return first.id, found.band, ""
    largest = max([SMALL_GAIN, *(step.gain for step in steps)])
    if plan.without - found.arrives.estimate > largest:
        return first.id, found.band, "wait"
    return first.id, found.band, steps[0].action if steps else ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_program_says_what_an_expert_expects(path: Path, assessor: Assessor, content: Content) -> None:
    case = case_of(path)
    found = assessor.assess(read_answers(path, content), PLANS)
    assert told(found) == (case["first_cause"], case["band"], case["first_step"])
    assert found.safety.level == case["safety"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_program_keeps_to_what_a_blind_expert_finds_defensible(
    path: Path, assessor: Assessor, content: Content
) -> None:
    blind = blind_of(path)
    found = assessor.assess(read_answers(path, content), PLANS)
    allowed = {"cause": blind["causes"], "band": blind["bands"], "step": blind["steps"] or [""]}
    outside = {part for (part, values), said in zip(allowed.items(), told(found), strict=True) if said not in values}
    assert outside == set(blind.get("differs", {})), told(found)
    assert found.safety.level == blind["safety"]


def test_the_program_seldom_differs_from_the_blind_expert_and_says_why() -> None:
    reasons = [reason for path in FILES for reason in blind_of(path).get("differs", {}).values()]
    assert len(reasons) <= MOST_DIFFERENCES
    assert all(reason.endswith(".") and len(reason.split()) >= 12 for reason in reasons)
    assert all(".md" in reason for reason in reasons)


@pytest.mark.parametrize("path", [p for p in FILES if "first_step_today" in case_of(p)], ids=lambda path: path.stem)
def test_who_cannot_wait_is_told_the_step_that_works_today(path: Path, assessor: Assessor, content: Content) -> None:
    plans = assessor.assess(read_answers(path, content), PLANS).plans
    assert plans is not None
    steps = [step.action for step in plans.today.steps if step.gain >= SMALL_GAIN]
    assert steps[0] == case_of(path)["first_step_today"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_says_who_it_is_and_why_in_sentences(path: Path) -> None:
    case = case_of(path)
    assert all(case[part].endswith(".") and len(case[part].split()) >= 12 for part in ("person", "why"))
    assert ("first_cause_other" in case) == ("band_other" in case) == ("first_step_other" in case) == case["both_modes"]


@pytest.mark.parametrize("path", [p for p in FILES if case_of(p)["both_modes"]], ids=lambda path: path.stem)
def test_the_program_says_what_an_expert_expects_in_the_other_mode(
    path: Path, assessor: Assessor, content: Content
) -> None:
    case = case_of(path)
    answers: Answers = read_answers(path, content)
    other = replace(answers, mode="after" if answers.mode == "before" else "before", attempts=())
    expected = (case["first_cause_other"], case["band_other"], case["first_step_other"])
    assert told(assessor.assess(other, PLANS)) == expected


def test_the_cases_cover_gates_modes_bands_and_alarms(content: Content) -> None:
    cases = [case_of(path) for path in FILES]
    first = {case["first_cause"] for case in cases}
    gates = {content.causes[name].gate if name in content.causes else name.partition(".")[0] for name in first}
    assert len(FILES) >= 25
    assert len(first) >= 20
    assert gates == set(content.gates)
    assert {case["band"] for case in cases} == {"low", "moderate", "elevated", "high"}
    assert {case["safety"] for case in cases} == {"none", "caution", "stop"}
    assert {tomllib.loads(path.read_text("utf-8"))["mode"] for path in FILES} == {"before", "after"}
    assert all(case["person"] and case["why"] for case in cases)
