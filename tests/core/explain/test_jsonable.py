"""An assessment survives JSON whole: plain data, unrounded, and nothing that JSON cannot say."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from core.assess import ROAD_ONLY, Assessor
from core.explain.jsonable import jsonable
from core.schema.answers import NONE, Answer, Answers, Attempt
from core.schema.assessment import Assessment
from core.schema.content import Content
from tests.core.borrowers import AS_OF, LAST_TRY, borrower

Told = Mapping[str, Assessment]


def round_trip(assessment: Assessment) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(jsonable(assessment), allow_nan=False))
    return found


def test_every_case_comes_back_as_it_was(told: Told) -> None:
    for name, assessment in told.items():
        data = jsonable(assessment)
        assert json.loads(json.dumps(data, allow_nan=False)) == data, name


def test_every_number_comes_back_unrounded(told: Told) -> None:
    for assessment in told.values():
        data = round_trip(assessment)
        assert data["arrives"]["estimate"] == assessment.arrives.estimate
        assert data["arrives"]["low"] == assessment.arrives.low
        assert [gate["pass"] for gate in data["gates"]] == [gate.passes for gate in assessment.gates]
        for cause, told_cause in zip(data["causes"], assessment.causes, strict=True):
            for part in ("presence", "strength", "share", "blocker", "still_present", "stops_next", "ranks_first"):
                assert cause[part] == getattr(told_cause, part)
            assert [piece["decibans"] for piece in cause["evidence"]] == [e.decibans for e in told_cause.evidence]
        assert assessment.plans
        plan = assessment.plans.recommended
        assert [step["gain"] for step in data["plan"]["steps"]] == [step.gain for step in plan.steps]
        assert [day["with_plan"] for day in data["by_date"]] == [day.with_plan for day in assessment.by_date]


def test_the_numbers_agree_with_each_other(told: Told) -> None:
    for name, assessment in told.items():
        data = round_trip(assessment)
        assert math.prod(gate["pass"] for gate in data["gates"]) == pytest.approx(data["arrives"]["estimate"]), name
        assert sum(cause["share"] for cause in data["causes"]) == pytest.approx(1), name
        gains = sum(step["gain"] for step in data["plan"]["steps"])
        plan = data["plan"]
        assert plan["without"] + gains == pytest.approx(plan["arrives"]["estimate"], abs=1e-9), name


def test_random_borrowers_come_back_as_they_were(content: Content, assessor: Assessor) -> None:
    for seed in range(25):
        data = jsonable(assessor.assess(borrower(content, seed), ROAD_ONLY))
        assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_never_is_told_as_none_and_a_set_of_words_as_a_list(assessor: Assessor) -> None:
    values: dict[str, Answer] = {
        "history.refused_on": NONE,
        "device.phone_changed_on": NONE,
        "safety.pressure": ("tell_code",),
    }
    data = round_trip(assessor.assess(Answers(AS_OF, "before", values), ROAD_ONLY))
    told = dict(_values(data))
    assert told["history.days_since_refusal"] == "none"
    assert told["safety.pressure"] == ["tell_code"]


def test_parts_that_were_not_asked_for_are_empty(assessor: Assessor) -> None:
    data = round_trip(assessor.assess(Answers(AS_OF), ROAD_ONLY))
    assert data["plan"] is None
    assert data["other_plans"] == {}
    assert data["by_date"] == []
    assert data["arrives"]["low"] is None


def test_the_moment_objections_and_attempts_are_told(assessor: Assessor) -> None:
    answers = Answers(AS_OF, "after", {}, (Attempt(LAST_TRY, "card_class_limit"),), ("order_pending",))
    data = round_trip(assessor.assess(answers, ROAD_ONLY))
    assert (data["as_of"], data["mode"], data["objections"]) == (AS_OF.isoformat(), "after", ["order_pending"])
    assert data["attempts"] == {"counted": 1, "made": 1}
    assert next(cause for cause in data["causes"] if cause["id"] == "order_pending")["objected"] is True


def _values(data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for cause in data["causes"]:
        for piece in cause["evidence"]:
            yield from piece["facts"].items()
