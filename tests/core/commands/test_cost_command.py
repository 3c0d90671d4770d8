"""``disburse-check cost`` in both languages and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.commands.cost import Typed, cost_as_json, cost_as_text
from core.commands.workplace import Workplace
from core.errors import AppError

ROOT = Path(__file__).parents[3]
PLAIN = Typed(amount="10000", months=12, rate="0.05%/day")
FEE = Typed(amount="10000", months=12, monthly_fee="0.6%", method="equal_principal")


@pytest.fixture(scope="module", params=["zh", "en"])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    cache = tmp_path_factory.mktemp("cache")
    return Workplace(ROOT / "content", ROOT / "content", {}, cache, dt.date(2026, 9, 28), request.param)


def test_that_the_json_of_one_offer_is_unrounded_and_adds_up(place: Workplace) -> None:
    data = json.loads(cost_as_json(place, PLAIN))
    assert data["total"] == pytest.approx(data["paid"] - data["arrives"])
    assert data["paid"] == pytest.approx(sum(row["paid"] for row in data["rows"]))
    assert data["simple"] == pytest.approx(0.1825)
    assert len(data["rows"]) == 12


def test_that_two_offers_come_as_a_list_in_their_order(place: Workplace) -> None:
    first, second = json.loads(cost_as_json(place, PLAIN, FEE))
    assert (round(first["simple"], 4), round(second["simple"], 3)) == (0.1825, 0.13)


def test_that_a_fee_that_looks_like_seven_per_cent_is_told_as_thirteen(place: Workplace) -> None:
    text = cost_as_text(place, FEE)
    words = place.language.words
    rate = place.language.wording.count
    told = words("cost.more_than_named", nominal=rate(7.2, "percent"), simple=rate(13, "percent"))
    assert told in text
    assert words("cost.below_line") in text


def test_that_the_line_is_named_on_the_side_the_offer_is_on(place: Workplace) -> None:
    words = place.language.words
    assert words("cost.above_line") in cost_as_text(place, replace(PLAIN, fees=("kept_back:300",)))
    at_the_line = Typed(amount="100", months=12, rate="24%/year")
    assert words("cost.below_line") in cost_as_text(place, at_the_line)


def test_that_the_cheaper_offer_is_named_by_rate_and_by_sum(place: Workplace) -> None:
    words = place.language.words
    short = replace(FEE, months=3)
    text = cost_as_text(place, PLAIN, short)
    assert words("cost.cheaper_second") in text
    assert words("cost.alike") in cost_as_text(place, PLAIN, PLAIN)
    assert words("cost.same_sum") in cost_as_text(place, PLAIN, PLAIN)


def test_that_being_late_and_paying_early_are_told_where_they_are_asked(place: Workplace) -> None:
    words, count = place.language.words, place.language.wording.count
    text = cost_as_text(place, replace(PLAIN, early="3:1%", late="5:0.075%"))
    assert words("cost.early", after=3) in text
    assert count(5, "days") in text


@pytest.mark.parametrize("late", ["5", "x:1%", "5:1", "-5:1%", "5:"])
def test_that_a_late_payment_that_cannot_be_read_is_refused(place: Workplace, late: str) -> None:
    with pytest.raises(AppError, match="bad_typed_late"):
        cost_as_text(place, replace(PLAIN, late=late))


def test_that_a_rate_beyond_any_offer_is_told_as_such(place: Workplace) -> None:
    told = cost_as_text(place, Typed(amount="10000", days=1, rate="0.1%/day", fees=("kept_back:9999",)))
    most = place.language.wording.count(10_000, "percent")
    assert told.count(place.language.words("unit.over", n=most)) == 3
    assert "inf" not in told


def test_that_half_a_tenth_of_a_rate_goes_up(place: Workplace) -> None:
    told = cost_as_text(place, PLAIN)
    assert place.language.wording.count(18.3, "percent") in told
    assert place.language.wording.count(18.2, "percent") not in told
