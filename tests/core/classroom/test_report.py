"""What may be told about a class: by hand, in any order, and never a figure of fewer than five."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.classroom.figures import Choice, Counted, Share
from core.classroom.report import class_report
from core.classroom.result import CaseRun, ClassResult
from core.inference.scoring import wilson
from core.schema.content import Content
from tests.core.classroom.papers import ANSWERS, result_of, sheets

PEOPLE = st.lists(st.integers(0, 15), unique=True, max_size=14).map(sorted)
BEFORE, AFTER = sheets("before", PEOPLE), sheets("after", PEOPLE)
RIGHT: dict[str, Any] = {"limit": ("no",), "twin": ("no",), "looks": ("loan", "card"), "year": 18.25}
WRONG: dict[str, Any] = {"limit": ("yes",), "twin": ("yes",), "looks": ("own",), "year": 0.6}


def one(number: int, moment: str = "before", wrong: tuple[str, ...] = (), **changes: Any) -> ClassResult:
    """Return a result with everything right but what is ``wrong``; the pair is the number."""
    items = ("limit", "looks", "year") if moment == "before" else ("twin", "looks", "year")
    answers = {item: (WRONG if item in wrong else RIGHT)[item] for item in items} | changes.pop("answers", {})
    slip = f"{number + (1000 if moment == 'after' else 0):016x}"
    return result_of(number, round=moment, answers=answers, pair=f"{number:016x}", slip=slip, **changes)


def test_that_distributions_are_those_counted_by_hand(by_hand: Content) -> None:
    results = [one(n, wrong=("limit", "year") if n < 2 else ()) for n in range(7)]
    results.append(one(7, answers={"limit": None, "looks": ("card",), "year": 100.0}))
    [found] = class_report(results, by_hand).sets[0].rounds
    limit, looks, year = found.items
    assert found.people == 8
    assert limit.right == Share(5, 8, *wilson(5, 8))
    assert limit.choices == (Choice("option", "yes", 2), Choice("option", "no", 5), Choice("option", "maybe", 0))
    assert limit.unanswered == 1
    assert [choice.count for choice in looks.choices] == [0, 7, 8]
    assert year.choices == (Choice("right", "", 5), Choice("miss", "months", 2), Choice("other", "", 1))
    assert found.misconceptions == (Counted("promise", 2), Counted("small", 2))


def test_that_gains_are_those_counted_by_hand(by_hand: Content) -> None:
    before = [one(n, wrong=("limit", "looks") if n < 4 else ("year",)) for n in range(6)]
    after = [one(n, "after", wrong=("year",) if n == 5 else ()) for n in range(6)]
    [found] = class_report([*after, *before], by_hand).sets
    assert found.gain is not None
    assert (found.gain.people, found.gain.items) == (6, 3)
    assert (found.gain.before, found.gain.after) == pytest.approx((8 / 6, 17 / 6))
    assert found.gain.mean == pytest.approx(1.5)  # differences 2, 2, 2, 2, 1, 0
    # sum of squares 3.5 - so sd is sqrt(0.7), and t(5) is 2.5706
    assert found.gain.low == pytest.approx(1.5 - 2.5706 * (0.7 / 6) ** 0.5, abs=1e-4)
    turns = [pair.turns for pair in found.gain.pairs]
    assert [(t.both, t.lost, t.won, t.neither) for t in turns if t] == [(2, 0, 4, 0), (2, 0, 4, 0), (4, 0, 1, 1)]
    assert found.unpaired == (("before", 0), ("after", 0))


def test_that_where_everybody_gained_the_same_no_interval_is_claimed(by_hand: Content) -> None:
    results = [result for n in range(5) for result in (one(n, wrong=("year",)), one(n, "after"))]
    gain = class_report(results, by_hand).sets[0].gain
    assert gain is not None
    assert (gain.mean, gain.low, gain.high) == (1.0, None, None)


@given(BEFORE, AFTER, st.randoms(use_true_random=False))
def test_that_the_order_of_results_changes_nothing(
    by_hand: Content, before: list[ClassResult], after: list[ClassResult], chance: random.Random
) -> None:
    results = [*before, *after]
    shuffled = chance.sample(results, len(results))
    assert class_report(shuffled, by_hand) == class_report(results, by_hand)


@given(st.data())
def test_that_the_answers_of_a_few_without_partner_leave_no_trace(by_hand: Content, data: st.DataObject) -> None:
    pairs = data.draw(st.integers(5, 8))
    few = data.draw(st.integers(1, 4))
    before = data.draw(sheets("before", st.just(list(range(pairs + few)))))
    after = data.draw(sheets("after", st.just(list(range(pairs)))))
    other = data.draw(sheets("before", st.just(list(range(pairs, pairs + few)))))
    assert class_report([*before[:pairs], *other, *after], by_hand) == class_report([*before, *after], by_hand)
    assert class_report([*before, *after], by_hand).sets[0].unpaired == (("before", None), ("after", 0))


@given(st.data())
def test_that_a_round_of_fewer_than_five_leaves_no_trace(by_hand: Content, data: st.DataObject) -> None:
    before = data.draw(sheets("before", st.just(list(range(data.draw(st.integers(1, 4)))))))
    other = data.draw(sheets("before", st.just(list(range(data.draw(st.integers(1, 4)))))))
    after = data.draw(AFTER)
    one_report, other_report = (class_report([*found, *after], by_hand) for found in (before, other))
    assert replace(one_report.sets[0], word_twice=False) == replace(other_report.sets[0], word_twice=False)


@given(st.data())
def test_that_an_item_that_fewer_than_five_answered_leaves_no_trace(by_hand: Content, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(["limit", "looks", "year"]))
    given = ANSWERS[item].filter(lambda found: found is not None)
    few = data.draw(st.lists(given, min_size=1, max_size=4))
    other = data.draw(st.lists(given, min_size=len(few), max_size=len(few)))
    people = data.draw(sheets("before", st.just(list(range(9)))))
    after = data.draw(sheets("after", st.just(list(range(9)))))
    reports = []
    for answers in (few, other):
        texts = dict(enumerate(answers))
        changed = [
            paper.model_copy(update={"answers": {**paper.answers, item: texts.get(number)}})
            for number, paper in enumerate(people)
        ]
        reports.append(class_report([*changed, *after], by_hand))
    assert reports[0] == reports[1]
    [found] = [figures for figures in reports[0].sets[0].rounds[0].items if figures.item == item]
    assert (found.right, found.choices, found.unanswered) == (None, (), 0)


def test_that_fewer_than_five_pairs_have_no_gain_and_no_number(by_hand: Content) -> None:
    results = [*(one(n) for n in range(9)), *(one(n, "after") for n in range(5, 14))]
    [found] = class_report(results, by_hand).sets
    assert (found.gain, found.unpaired) == (None, ())
    assert [figures.people for figures in found.rounds] == [9, 9]


def test_that_five_or_more_without_partner_are_counted_and_told(by_hand: Content) -> None:
    results = [*(one(n) for n in range(11)), *(one(n, "after") for n in range(6))]
    [found] = class_report(results, by_hand).sets
    assert found.unpaired == (("before", 5), ("after", 0))
    assert [figures.people for figures in found.rounds] == [11, 6]


def test_that_a_pair_is_hidden_where_the_rest_would_tell_of_a_few(by_hand: Content) -> None:
    open_item = [one(n, answers={"looks": None} if n > 7 else {}) for n in range(11)]
    results = [*open_item, *(one(n, "after") for n in range(6))]
    gain = class_report(results, by_hand).sets[0].gain
    assert gain is not None
    assert [pair.turns is None for pair in gain.pairs] == [False, True, False]
    assert gain.items == 2


def test_that_a_word_used_twice_pairs_nobody(by_hand: Content) -> None:
    twice = one(0).model_copy(update={"slip": "f" * 16})
    results = [*(one(n) for n in range(6)), twice, *(one(n, "after") for n in range(6))]
    [found] = class_report(results, by_hand).sets
    assert found.word_twice
    assert found.gain is not None
    assert found.gain.people == 5
    assert [figures.left_out for figures in found.rounds] == [True, True]


def test_that_the_same_word_in_two_workshops_is_two_people(by_hand: Content) -> None:
    results = [*(one(n) for n in range(5)), *(one(n, "after", workshop="2222") for n in range(5))]
    report = class_report(results, by_hand)
    assert report.sets[0].gain is None
    assert report.workshops


def test_that_a_case_counts_people_and_hides_few(by_hand: Content) -> None:
    first, second = list(by_hand.library.case)[:2]
    a, b = sorted(by_hand.causes)[:2]
    runs = (CaseRun(case=first, causes=(a,), band="high"),)
    results = [one(n, runs=runs) for n in range(5)]
    results.append(one(0, "after", runs=(CaseRun(case=first, causes=(a, b), band="high"), CaseRun(case=second))))
    cases = {found.case: found for found in class_report(results, by_hand).cases}
    assert cases[first].people == 5
    assert cases[first].causes == (Counted(a, 5), Counted(b, 1))
    assert cases[first].bands == (Counted("high", 5),)
    assert (cases[second].people, cases[second].causes) == (None, ())


def test_that_nobody_is_an_empty_report(by_hand: Content) -> None:
    report = class_report([], by_hand)
    assert (report.sets, report.cases, report.workshops) == ((), (), False)


def test_that_a_lesson_is_a_round_of_its_own(content: Content) -> None:
    lesson = content.library.article[next(iter(content.quiz.item.values())).article].lesson
    results = [result_of(n, round="alone", quiz=lesson) for n in range(6)]
    [found] = class_report(results, content).sets
    assert (found.quiz, [figures.round for figures in found.rounds], found.gain) == (lesson, ["alone"], None)
    assert all(item.right is None for item in found.rounds[0].items)
