"""Weights of evidence: groups, ties, and the two scales."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.inference.evidence import Weighed, by_weight, counted, decibans, logistic, logit

WEIGHT = st.sampled_from([math.log(ratio) for ratio in (1, 1.5, 3, 10, 100, 10_000)])
RULE = st.builds(
    lambda group, w, sign: Weighed(group, sign * w), st.sampled_from("abc"), WEIGHT, st.sampled_from([1, -1])
)
RULES = st.lists(RULE, min_size=1, max_size=8)


def presence(base: float, rules: list[Weighed], true: set[int]) -> float:
    counting = counted(rules, true, by_weight(rules))
    return logistic(logit(base) + sum(rules[place].log_ratio for place in counting))


def literal(rules: list[Weighed], true: set[int]) -> list[int]:
    """The rule of model.md: of each group the largest |ln LR| among the rules that hold, the first of equals."""
    best: dict[str, int] = {}
    for place, rule in enumerate(rules):
        if place in true:
            champion = best.get(rule.group)
            if champion is None or abs(rule.log_ratio) > abs(rules[champion].log_ratio):
                best[rule.group] = place
    return sorted(best.values())


@given(RULES, st.data())
def test_of_each_group_the_heaviest_rule_that_holds_counts(rules: list[Weighed], data: st.DataObject) -> None:
    true = data.draw(st.sets(st.integers(0, len(rules) - 1)))
    assert counted(rules, true, by_weight(rules)) == literal(rules, true)


def test_a_tie_goes_to_the_rule_that_comes_first() -> None:
    rules = [Weighed("a", -1.0), Weighed("a", 1.0), Weighed("b", 1.0), Weighed("b", -1.0)]
    assert by_weight(rules) == [0, 1, 2, 3]
    assert counted(rules, {0, 1, 2, 3}, by_weight(rules)) == [0, 2]


def test_a_rule_that_does_not_hold_hides_nothing() -> None:
    rules = [Weighed("a", math.log(100)), Weighed("a", math.log(3))]
    assert counted(rules, {1}, by_weight(rules)) == [1]
    assert counted(rules, set(), by_weight(rules)) == []


@given(RULES, st.data())
def test_more_evidence_against_never_raises_the_presence_and_for_never_lowers_it(
    rules: list[Weighed], data: st.DataObject
) -> None:
    true = data.draw(st.sets(st.integers(0, len(rules) - 1)))
    base = data.draw(st.sampled_from([0.0005, 0.01, 0.35]))
    before = presence(base, rules, true)
    for place, rule in enumerate(rules):
        after = presence(base, rules, true | {place})
        if rule.log_ratio <= 0:
            assert after <= before + 1e-15
        if rule.log_ratio >= 0:
            assert after >= before - 1e-15


def test_evidence_multiplies_the_odds() -> None:
    rules = [Weighed("a", math.log(10)), Weighed("b", -math.log(3))]
    p = presence(0.01, rules, {0, 1})
    assert p / (1 - p) == pytest.approx(0.01 / 0.99 * 10 / 3, rel=1e-12)


@given(st.floats(1e-9, 1 - 1e-9))
def test_logistic_undoes_logit(p: float) -> None:
    assert logistic(logit(p)) == pytest.approx(p, rel=1e-6)
    assert logit(p) == pytest.approx(-logit(1 - p), rel=1e-6, abs=1e-6)


@given(st.floats(-1e6, 1e6))
def test_logistic_stays_a_probability_and_is_symmetric(x: float) -> None:
    assert 0 <= logistic(x) <= 1
    assert logistic(x) + logistic(-x) == pytest.approx(1, abs=1e-15)


@given(st.floats(-30, 30), st.floats(0, 5))
def test_logistic_never_falls(x: float, more: float) -> None:
    assert logistic(x + more) >= logistic(x)


@pytest.mark.parametrize(("ratio", "expected"), [(1, 0), (1.5, 1.7609), (3, 4.7712), (10, 10), (100, 20), (10_000, 40)])
def test_decibans_are_ten_times_the_decimal_logarithm(ratio: float, expected: float) -> None:
    assert decibans(math.log(ratio)) == pytest.approx(expected, abs=5e-5)
    assert decibans(-math.log(ratio)) == pytest.approx(-expected, abs=5e-5)
