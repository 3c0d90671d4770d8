"""The result in a few sentences: they name what the numbers say, with ranges, and say nothing under a stop."""

from __future__ import annotations

import re

import pytest

from core.loading.library import Library
from core.schema.answers import Attempt
from core.schema.assessment import Assessment
from gui.draft import Draft
from gui.engine import Engine
from gui.pages.result.says import change_of, reasons_of, weakest_gate
from gui.speaker import Speaker
from tests.pages.desk import NOW, draft_of, office

DRAFTS = {
    "nothing known": draft_of("review"),
    "a full card": draft_of(
        "review", card__account_class="class_two", request__amount=8000.0, card__received_today=9000.0
    ),
    "overdue": draft_of("review", credit__overdue="now"),
}
NUMBER = re.compile(r"(\d+)%")


def told(library: Library, draft: Draft, language: str = "zh_CN") -> tuple[Assessment, Speaker]:
    """Return the whole assessment of a draft, and who speaks of it."""
    desk = office(library, draft).desk
    desk.speaker.use(language)
    engine: Engine = desk.engine
    return engine.whole(engine.answers(draft), lambda: False), desk.speaker


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_that_the_gate_named_stops_more_attempts_than_any_other(library: Library, draft: Draft) -> None:
    found, speaker = told(library, draft)
    attempts, stopped = 1_000_000.0, {}
    for gate in found.gates:
        stopped[gate.id] = attempts - attempts * gate.passes
        attempts *= gate.passes
    worst = weakest_gate(found)
    assert max(stopped.values()) == stopped[worst]
    assert speaker.words(f"gate.{worst}.name") in reasons_of(found, speaker)[0]


@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_that_the_causes_named_are_the_likeliest_that_can_be_checked(library: Library, draft: Draft) -> None:
    found, speaker = told(library, draft)
    (line,) = reasons_of(found, speaker)
    known = sorted((c for c in found.causes if not c.unexplained), key=lambda cause: -cause.blocker)
    named = [cause.id for cause in known if f"“{speaker.words(f'cause.{cause.id}.name')}”" in line]
    assert named == [cause.id for cause in known][: len(named)]
    assert len(named) <= 2


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)
def test_that_what_the_plan_makes_of_the_risk_lies_within_its_range(
    library: Library, draft: Draft, language: str
) -> None:
    found, speaker = told(library, draft, language)
    for line in change_of(found, speaker):
        risk, low, high = (int(number) for number in NUMBER.findall(line))
        assert low <= risk <= high
        assert found.plans is not None
        assert risk == round(100 * (1 - found.plans.recommended.arrives.estimate))


def test_that_a_plan_with_a_step_that_helps_is_told(library: Library) -> None:
    tries = (Attempt(NOW.replace(hour=20), "card_class_limit"),)
    found, speaker = told(library, draft_of("review", mode="after", tries=tries))
    assert found.plans is not None
    first = found.plans.recommended.steps[0].action
    assert speaker.words(f"action.{first}.name") in change_of(found, speaker)[0]


def test_that_nothing_is_said_under_a_stop_sign(library: Library) -> None:
    found, speaker = told(library, draft_of("safety.app_source", safety__asked_to_pay="yes"))
    assert found.safety.level == "stop"
    assert (reasons_of(found, speaker), change_of(found, speaker)) == ((), ())
