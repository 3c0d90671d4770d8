"""``disburse-check trend`` in both languages and as JSON: the promised keys, plain words, no more than is known."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from core.commands.trend import trend_as_json, trend_as_text
from core.commands.workplace import Workplace
from core.measure.score_kind import (
    BANDS,
    NoScoreRangeError,
    ScoreRangeError,
    range_between,
    score_bands_of,
    score_range_of,
)
from core.measure.score_table import ScoreRange, ScoreTableError, ScoreTableUnreadableError
from core.schema.content import Content

ROOT = Path(__file__).parents[3]
KEYS = [
    *("n", "latest", "latest_on", "change_90d", "slope_per_month", "slope_low", "slope_high", "largest_fall"),
]
FALLING = "日期,芝麻分\n2026-03-01,672\n2026-04-01,670\n2026-05-01,668\n2026-06-01,665\n2026-07-02,661\n2026-09-01,652"
UNSURE = "2026-03-01,650\n2026-04-01,660\n2026-05-01,640\n2026-06-01,655\n2026-07-01,648"
LEVEL = "\n".join(f"2026-0{month}-01,650" for month in range(1, 9))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    cache = tmp_path_factory.mktemp("cache")
    return Workplace(ROOT / "content", ROOT / "content", {}, cache, dt.date(2026, 9, 28), "en")


@pytest.fixture
def table(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "scores.csv"
        path.write_text(text, "utf-8")
        return path

    return write


Table = Callable[[str], Path]


def test_that_json_has_just_the_promised_keys_in_their_order(place: Workplace, table: Table) -> None:
    data = json.loads(trend_as_json(place, table(FALLING)))
    assert list(data) == KEYS
    assert (data["n"], data["latest"], data["latest_on"]) == (6, 652.0, "2026-09-01")
    assert (data["change_90d"], data["largest_fall"]) == (-9.0, 9.0)
    assert data["slope_low"] < data["slope_per_month"] < data["slope_high"] < 0


def test_that_json_says_null_where_one_value_tells_nothing_and_zero_where_nothing_fell(
    place: Workplace, table: Table
) -> None:
    one = json.loads(trend_as_json(place, table("2026-09-01,650")))
    assert [key for key in KEYS if one[key] is None] == KEYS[3:]
    assert json.loads(trend_as_json(place, table(LEVEL)))["largest_fall"] == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FALLING, "So the score is falling"),
        ("\n".join(f"2026-0{month}-01,{640 + 3 * month}" for month in range(1, 9)), "So the score is rising"),
        (UNSURE, "do not show whether"),
        (LEVEL, "stayed level"),
        ("2026-03-01,672\n2026-09-01,652", "too few to say how sure"),
        ("2026-09-01,652", "One value shows no trend"),
    ],
)
def test_that_the_text_says_no_more_than_the_values_show(place: Workplace, table: Table, text: str, said: str) -> None:
    told = trend_as_text(place, table(text))
    conclusions = (
        "So the score is falling",
        "So the score is rising",
        "do not show whether",
        "stayed level",
        "too few",
        "no trend",
    )
    assert said in told
    assert sum(words in told for words in conclusions) == 1


@pytest.mark.parametrize(("language", "words"), [("zh", "只有博客"), ("en", "only blogs")])
@pytest.mark.parametrize("text", [FALLING, UNSURE, "2026-09-01,652"])
def test_that_it_always_says_that_only_blogs_tie_a_score_to_a_refusal(
    place: Workplace, table: Table, text: str, language: str, words: str
) -> None:
    assert words in trend_as_text(replace(place, short_language=language), table(text))


def test_that_dates_amounts_and_ages_stand_in_the_words_of_the_language(place: Workplace, table: Table) -> None:
    told = trend_as_text(place, table(FALLING))
    assert "652 points on 1 September 2026, 27 days ago" in told
    assert "In the 90 days up to then: −9 points, compared with 2 July 2026." in told
    assert "9 points, between 2 July 2026 and 1 September 2026" in told
    assert "not verified" in told, "the range of the platform's score is from memory, and that is said"
    assert "today" in trend_as_text(place, table("2026-09-28,650"))


def test_that_another_score_is_read_with_its_own_range(place: Workplace, table: Table) -> None:
    file = table("2026-08-01,80\n2026-09-01,90")
    with pytest.raises(ScoreTableError):
        trend_as_text(place, file)
    told = trend_as_text(place, file, ScoreRange(0, 100))
    assert "from 0 points to 100 points" in told
    assert "Sesame" not in told
    assert json.loads(trend_as_json(place, file, ScoreRange(0, 100)))["change_90d"] == 10


def test_that_a_day_after_today_is_refused(place: Workplace, table: Table) -> None:
    with pytest.raises(ScoreTableError) as caught:
        trend_as_json(place, table("2026-09-29,650"))
    assert [problem.code for problem in caught.value.problems] == ["score_day_out_of_reach"]


@pytest.mark.parametrize(
    "code", ["score_table_unreadable", "score_table_too_large", "score_range_unknown", "score_range_wrong"]
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_every_error_has_words_that_need_no_more_than_its_facts(
    place: Workplace, table: Table, code: str, language: str
) -> None:
    missing, huge = table("").parent / "none.csv", table("x" * 2_100_000)
    raised: dict[str, Callable[[], object]] = {
        "score_table_unreadable": lambda: trend_as_json(place, missing),
        "score_table_too_large": lambda: trend_as_json(place, huge),
        "score_range_unknown": lambda: score_range_of(Content.model_construct(figures={})),
        "score_range_wrong": lambda: range_between(850, 300),
    }
    with pytest.raises((ScoreTableUnreadableError, NoScoreRangeError, ScoreRangeError)) as caught:
        raised[code]()
    assert caught.value.code == code
    words = replace(place, short_language=language).language.words
    assert "\n" not in words(f"error.{code}", **caught.value.facts)


def test_that_the_range_is_that_of_the_question_about_the_same_score(content: Content) -> None:
    question = content.questions["score.history"]
    assert score_range_of(content) == ScoreRange(question.minimum or 0, question.maximum or 0)


@pytest.mark.parametrize(("low", "high"), [(None, 850), (300, None), (850, 300), (5, 5), (float("nan"), 5), (0, 1e9)])
def test_that_a_range_without_two_ends_in_order_is_none(low: float | None, high: float | None) -> None:
    with pytest.raises(ScoreRangeError):
        range_between(low, high)


def test_that_the_bands_fill_the_range_of_the_score_without_a_gap(content: Content) -> None:
    bands, allowed = score_bands_of(content), score_range_of(content)
    assert [band.name for band in bands] == ["low", "fair", "good", "very_good", "top"]
    assert (bands[0].low, bands[-1].high) == (allowed.low, allowed.high)
    assert all(one.high == other.low for one, other in pairwise(bands))


def test_that_without_all_edges_there_are_no_bands(content: Content) -> None:
    figures = {name: figure for name, figure in content.figures.items() if name != "score_good_from"}
    assert score_bands_of(content.model_copy(update={"figures": figures})) == ()


def test_that_every_figure_of_the_bands_says_that_it_is_only_repeated(content: Content) -> None:
    for name in ("score_low", "score_high", *BANDS.values()):
        figure = content.figures[name]
        assert (figure.sources, figure.confidence) == (("score_pages",), "unverified")
        assert figure.because
