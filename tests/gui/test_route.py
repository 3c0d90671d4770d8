"""The way through the checklist: which steps, in which order, and where each way ends."""

from __future__ import annotations

import pytest

from core.loading.library import Library
from core.schema.answers import NOT_SURE, Attempt
from gui.draft import WAYS, Draft, Way, at_step, with_answer, with_skip
from gui.engine import ATTEMPT_STEPS, REVIEW, Engine
from gui.route import FAILURE, first_step, is_done, next_step, previous_step, section_of, sections, steps
from tests.pages.desk import NOW, draft_of

TRY = (Attempt(NOW, "card_class_limit"),)
MOST_STEPS = 80


@pytest.fixture(scope="module")
def engine(library: Library) -> Engine:
    return Engine(library.content)


def begin(engine: Engine, way: Way, mode: str = "before") -> Draft:
    draft = draft_of(way=way, mode="after", tries=TRY) if mode == "after" else draft_of(way=way)
    return at_step(draft, first_step(draft, engine))


def walk(draft: Draft, engine: Engine, skip: bool = False) -> list[str]:
    """Answer or skip every step to the end; return the steps."""
    walked: list[str] = []
    while draft.at != REVIEW:
        assert len(walked) < MOST_STEPS, "the way does not come to an end"
        walked.append(draft.at)
        if draft.at not in ATTEMPT_STEPS:
            draft = with_skip(draft, draft.at) if skip else with_answer(draft, draft.at, NOT_SURE)
        draft = at_step(draft, next_step(draft, engine))
    return walked


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("mode", ["before", "after"])
@pytest.mark.parametrize("skip", [False, True], ids=["answered", "skipped"])
def test_that_every_way_ends_and_puts_no_step_twice(engine: Engine, way: Way, mode: str, skip: bool) -> None:
    walked = walk(begin(engine, way, mode), engine, skip)
    assert len(walked) == len(set(walked))
    assert walked


@pytest.mark.parametrize("every_other", [0, 1])
def test_that_on_the_short_way_skips_between_answers_are_not_put_again(engine: Engine, every_other: int) -> None:
    draft, walked = begin(engine, "short"), list[str]()
    while draft.at != REVIEW and len(walked) < MOST_STEPS:
        walked.append(draft.at)
        skip = len(walked) % 2 == every_other
        draft = with_skip(draft, draft.at) if skip else with_answer(draft, draft.at, NOT_SURE)
        draft = at_step(draft, next_step(draft, engine))
    assert len(walked) == len(set(walked))


def test_that_back_on_the_short_way_leads_along_the_steps_in_the_order_they_were_put(engine: Engine) -> None:
    draft, walked = begin(engine, "short"), list[str]()
    for number in range(6):
        walked.append(draft.at)
        draft = with_skip(draft, draft.at) if number == 3 else with_answer(draft, draft.at, NOT_SURE)
        draft = at_step(draft, next_step(draft, engine))
    back = []
    while (before := previous_step(draft, engine)) is not None:
        draft = at_step(draft, before)
        back.append(before)
    assert back == walked[::-1]


@pytest.mark.parametrize("way", WAYS)
def test_that_signs_of_fraud_come_before_every_other_question(engine: Engine, way: Way) -> None:
    walked = walk(begin(engine, way), engine)
    of_safety = [section_of(step, engine) == "safety" for step in walked]
    assert of_safety == sorted(of_safety, reverse=True)
    assert of_safety[0]


def test_that_after_a_failure_the_message_comes_first_and_before_applying_never(engine: Engine) -> None:
    assert walk(begin(engine, "full", "after"), engine)[:3] == list(ATTEMPT_STEPS)
    assert not set(walk(begin(engine, "full"), engine)) & set(ATTEMPT_STEPS)


def test_that_the_short_ways_are_shorter(engine: Engine) -> None:
    lengths = {way: len(walk(begin(engine, way), engine)) for way in WAYS}
    assert lengths["safety"] < lengths["triage"] < lengths["short"] < lengths["full"]


def test_that_back_undoes_next_on_the_full_way(engine: Engine) -> None:
    draft = begin(engine, "full")
    for _ in range(10):
        after = at_step(draft, next_step(draft, engine))
        assert previous_step(after, engine) == draft.at
        draft = after


def test_that_there_is_nothing_before_the_first_step_and_the_last_before_the_review(engine: Engine) -> None:
    draft = begin(engine, "full")
    assert previous_step(draft, engine) is None
    assert previous_step(at_step(draft, REVIEW), engine) == steps(draft, engine)[-1]


@pytest.mark.parametrize("way", WAYS)
def test_that_the_sections_hold_every_step_once(engine: Engine, way: Way) -> None:
    draft = begin(engine, way, "after")
    found = sections(draft, engine)
    assert sum(section.steps for section in found) == len(steps(draft, engine))
    assert len({section.id for section in found}) == len(found)
    assert found[0].id == FAILURE


def test_that_a_section_counts_what_is_done_and_what_nobody_is_sure_of(engine: Engine) -> None:
    draft = with_answer(begin(engine, "full"), "card.kind", NOT_SURE)
    draft = with_skip(with_answer(draft, "card.state", "normal"), "card.bank")
    card = next(section for section in sections(draft, engine) if section.id == "card")
    assert (card.done, card.unsure, card.first) == (3, 1, "card.kind")


def test_that_skipped_and_not_sure_both_count_as_done(engine: Engine) -> None:
    draft = begin(engine, "full")
    assert not is_done(draft, "card.kind")
    assert is_done(with_skip(draft, "card.kind"), "card.kind")
    assert is_done(with_answer(draft, "card.kind", NOT_SURE), "card.kind")


def test_that_the_steps_about_a_failure_are_done_once_they_are_left(engine: Engine) -> None:
    draft = begin(engine, "full", "after")
    assert not is_done(draft, "attempt.message")
    assert is_done(at_step(draft, "card.kind"), "attempt.message")


def test_that_a_question_that_depends_on_an_answer_comes_and_goes_with_it(engine: Engine) -> None:
    draft, depends = begin(engine, "full"), "card.received_today"
    assert depends in steps(with_answer(draft, "card.account_class", "class_two"), engine)
    assert depends not in steps(with_answer(draft, "card.account_class", "class_one"), engine)


def test_that_an_answer_outlives_the_question_it_was_given_to(engine: Engine) -> None:
    draft = with_answer(begin(engine, "full"), "card.received_today", 5000.0)
    for name in ("class_one", "class_two"):
        draft = with_answer(draft, "card.account_class", name)
    assert draft.answers.values["card.received_today"] == 5000.0
    assert "card.received_today" in steps(draft, engine)
