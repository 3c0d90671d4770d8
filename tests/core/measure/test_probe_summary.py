"""Figures of a host against other implementations, and the verdicts at their limits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from core.measure.probe import HostRounds
from core.measure.probe_answer import figures_of, quality_of
from core.measure.probe_round import Round
from core.measure.probe_targets import Target
from core.measure.settings import BadRoundsError, BadTimeoutError
from core.measure.summary import HostSummary, delays_of, jitter_of, percentile, summary_of, wilson
from core.schema.answers import FIGURES
from tests.core.measure.probe_world import proposed

SETTINGS = proposed()
HOST = Target("a.example", 443)
delays = st.lists(st.floats(0, 60_000), min_size=1, max_size=60)


def summary(*rounds: Round, doubtful: bool = False) -> HostSummary:
    return summary_of(HostRounds(HOST, rounds), SETTINGS, doubtful=doubtful)


def rounds_of(*connects: float) -> list[Round]:
    return [Round(connect_ms=connect, tls_ms=2 * connect) for connect in connects]


@given(st.integers(1, 1000).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_that_the_interval_is_wilsons(trials: tuple[int, int]) -> None:
    failed, count = trials
    theirs = stats.binomtest(failed, count).proportion_ci(0.95, method="wilson")
    assert wilson(failed, count) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(st.integers(1, 1000).flatmap(lambda count: st.tuples(st.integers(0, count), st.just(count))))
def test_that_the_interval_holds_the_share_and_mirrors(trials: tuple[int, int]) -> None:
    failed, count = trials
    low, high = wilson(failed, count)
    assert 0 <= low <= failed / count <= high <= 1
    assert wilson(count - failed, count) == pytest.approx((1 - high, 1 - low))


def test_that_without_a_trial_nothing_is_known() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(delays, st.floats(0, 1))
def test_that_the_percentile_is_the_seventh_of_hyndman_and_fan(values: list[float], share: float) -> None:
    theirs = np.percentile(values, 100 * share, method="linear")
    assert percentile(values, share) == pytest.approx(theirs, rel=1e-9, abs=1e-6)


@given(delays)
def test_that_the_median_is_the_middle_and_below_the_percentile(values: list[float]) -> None:
    found = delays_of(values)
    assert found.median == pytest.approx(np.median(values))
    assert found.p95 is not None
    assert min(values) <= (found.median or 0) <= found.p95 + 1e-9
    assert found.p95 <= max(values) + 1e-9


@given(st.lists(st.floats(0, 60_000), min_size=2, max_size=60))
def test_that_the_jitter_is_the_mean_absolute_difference(values: list[float]) -> None:
    assert jitter_of(values) == pytest.approx(float(np.abs(np.diff(values)).mean()), abs=1e-9)


@given(delays, st.floats(0, 1000))
def test_that_the_jitter_does_not_see_how_long_the_way_is(values: list[float], more: float) -> None:
    shifted = jitter_of([value + more for value in values])
    assert shifted == (None if len(values) < 2 else pytest.approx(jitter_of(values), abs=1e-6))


def test_that_one_repeated_connect_among_ten_is_seen_wherever_it_falls() -> None:
    for place in range(10):
        connects = [20.0] * 10
        connects[place] = 1020.0
        assert summary(*rounds_of(*connects)).verdict == "shaky"


@pytest.mark.parametrize(
    ("rounds", "verdict"),
    [
        (rounds_of(*[30.0] * 10), "fine"),
        (rounds_of(*[800.0] * 10), "fine"),
        (rounds_of(*[801.0] * 10), "shaky"),
        ([*rounds_of(*[30.0] * 9), Round(failure="timed_out")], "shaky"),
        ([*rounds_of(*[30.0] * 20), Round(failure="timed_out")], "fine"),
        ([Round(failure="refused")] * 3, "not_reachable"),
        ([Round(connect_ms=5.0, failure="tls_silent")] * 3, "not_reachable"),
        ([Round(failure="refused")] * 2, "cannot_tell"),
        (rounds_of(30.0, 30.0), "cannot_tell"),
        ([], "cannot_tell"),
    ],
)
def test_that_a_verdict_follows_from_the_limits(rounds: list[Round], verdict: str) -> None:
    assert summary(*rounds).verdict == verdict


def test_that_nothing_is_concluded_about_a_host_that_may_be_another() -> None:
    assert summary(*rounds_of(*[30.0] * 10), doubtful=True).verdict == "cannot_tell"


def test_that_a_connect_counts_even_when_its_round_fails_later() -> None:
    found = summary(Round(connect_ms=10.0, failure="tls_silent"), Round(connect_ms=14.0, tls_ms=1.0))
    assert (found.connect_ms.median, found.jitter_ms, found.failed_share) == (12.0, 4.0, 0.5)
    assert found.failures == {"tls_silent": 1}


def test_that_what_was_never_reached_has_no_figure() -> None:
    found = summary(Round(failure="refused"))
    assert (found.lookup_ms, found.connect_ms.median, found.connect_ms.p95) == (None, None, None)
    assert (found.tls_ms, found.jitter_ms, found.failed_share) == (None, None, 1.0)


@pytest.mark.parametrize(("failed", "quality"), [(0, "smooth"), (1, "drops_sometimes"), (2, "drops_often"), (10, None)])
def test_that_the_checklist_is_offered_what_was_measured(failed: int, quality: str | None) -> None:
    rounds = [*rounds_of(*[30.0] * (10 - failed)), *[Round(failure="timed_out")] * failed]
    assert quality_of([summary(*rounds)], SETTINGS) == quality


def test_that_a_host_that_is_down_does_not_speak_about_the_line() -> None:
    up, down = summary(*rounds_of(*[30.0] * 10)), summary(*[Round(failure="refused")] * 10)
    assert quality_of([up, down], SETTINGS) == "smooth"
    assert quality_of([], SETTINGS) is None


def test_that_the_evidence_counts_the_hosts_that_told_and_names_none() -> None:
    up, slower = summary(*rounds_of(*[30.0] * 10)), summary(*rounds_of(*[50.0] * 9), Round(failure="timed_out"))
    down = summary(*[Round(failure="refused")] * 10)
    figures = {"hosts": 2, "rounds": 20, "failed": 1, "median_ms": 40.0, "p95_ms": 50.0}
    assert figures_of([up, slower, down]) == figures
    assert set(figures) == set(FIGURES["network"])


def test_that_the_proposed_figures_take_ten_seconds_and_at_most_thirty() -> None:
    assert (SETTINGS.usual_s, SETTINGS.longest_s) == (10.0, 30.0)
    assert replace(SETTINGS, spacing_s=60.0).usual_s == SETTINGS.longest_s


def test_that_only_rounds_and_patience_within_reason_are_taken() -> None:
    assert SETTINGS.asking(1, 0.1).rounds == 1
    assert SETTINGS.asking().asking(1000, 60.0).timeout_s == 60.0
    for rounds in (0, -1, 1001):
        with pytest.raises(BadRoundsError):
            SETTINGS.asking(rounds)
    for timeout_s in (0.0, 0.09, 60.1, float("nan"), float("inf")):
        with pytest.raises(BadTimeoutError):
            SETTINGS.asking(None, timeout_s)
