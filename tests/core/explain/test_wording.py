"""Numbers, dates, figures, channels and facts as a borrower reads them, in both languages."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.explain.language import Language
from core.explain.template_check import values_of
from core.facts.catalogue import DERIVED
from core.facts.spec import NEVER
from core.schema.content import Channel, Content, Figure
from tests.core.explain.reading import percents, points

Languages = Mapping[str, Language]
BOTH = pytest.mark.parametrize("code", ["zh_CN", "en"])
DAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("number", "unit", "english", "chinese"),
    [
        (10_000.0, "yuan", "10,000 yuan", "10,000 元"),
        (1.0, "days", "1 day", "1 天"),
        (0.0, "days", "0 days", "0 天"),
        (-0.0, "points", "0 points", "0 分"),
        (-30.0, "points", "−30 points", "−30 分"),
        (24.8, "percent", "24.8%", "24.8%"),
        (0.12, "percent", "0.12%", "0.12%"),
        (0.999, "percent", "1%", "1%"),
        (-0.001, "points", "0 points", "0 分"),
        (274.1, "billion_yuan", "274.1 billion yuan", "2,741 亿元"),
        (25.0, "article", "Article 25", "第 25 条"),
        (1.0, "times", "1 time", "1 次"),
    ],
)
def test_a_number_stands_with_its_unit(
    languages: Languages, number: float, unit: str, english: str, chinese: str
) -> None:
    assert languages["en"].wording.count(number, unit) == english
    assert languages["zh_CN"].wording.count(number, unit) == chinese


@pytest.mark.parametrize(
    ("probability", "english", "chinese"),
    [
        (0.0, "under 1%", "不到 1%"),
        (1e-9, "under 1%", "不到 1%"),
        (0.004, "under 1%", "不到 1%"),
        (0.006, "1%", "1%"),
        (0.42, "42%", "42%"),
        (0.994, "99%", "99%"),
        (0.996, "over 99%", "超过 99%"),
        (1.0, "over 99%", "超过 99%"),
    ],
)
def test_a_percentage_claims_neither_none_nor_all(
    languages: Languages, probability: float, english: str, chinese: str
) -> None:
    assert languages["en"].wording.percent(probability) == english
    assert languages["zh_CN"].wording.percent(probability) == chinese


@given(probability=st.floats(0, 1))
@BOTH
def test_every_percentage_can_be_read_back(languages: Languages, code: str, probability: float) -> None:
    text = languages[code].wording.percent(probability)
    assert percents(text) == [round(100 * probability)]
    assert not re.search(r"(?<!\d)(0|100)%", text)


@given(difference=st.floats(-1, 1))
@BOTH
def test_every_difference_has_its_sign_or_says_hardly_anything(
    languages: Languages, code: str, difference: float
) -> None:
    text = languages[code].wording.points(difference)
    assert points(text) == [round(100 * difference)]
    assert "-" not in text


def test_one_point_is_no_points(languages: Languages) -> None:
    assert languages["en"].wording.points(0.01) == "+1 point"
    assert languages["en"].wording.points(-0.01) == "−1 point"
    assert languages["en"].wording.points(0.02) == "+2 points"
    assert languages["zh_CN"].wording.points(-0.12) == "−12 个百分点"


@pytest.mark.parametrize(
    ("when", "english", "chinese"),
    [
        (dt.date(2026, 9, 4), "4 September 2026", "2026年9月4日"),
        (dt.datetime(2026, 12, 31, 23, 5), "31 December 2026, 23:05", "2026年12月31日 23:05"),
        (dt.datetime(2027, 1, 1), "1 January 2027, 00:00", "2027年1月1日 00:00"),
    ],
)
def test_a_date_is_in_words_and_midnight_is_an_hour(
    languages: Languages, when: dt.date, english: str, chinese: str
) -> None:
    assert languages["en"].wording.date(when) == english
    assert languages["zh_CN"].wording.date(when) == chinese


@BOTH
def test_a_clock_shows_two_digits_twice(languages: Languages, code: str) -> None:
    assert languages[code].wording.clock(dt.time(7, 5)) == "07:05"


def _figure(value: float | dt.date | dt.time, unit: str, confidence: str) -> Figure:
    dated = {"sources": ("own_memory",), "confidence": confidence, "last_checked": DAY, "review_by": DAY}
    return Figure.model_validate({**dated, "value": value, "unit": unit})


@pytest.mark.parametrize(
    ("value", "unit", "english", "chinese"),
    [
        (2.0, "times", "2 times", "2 次"),
        (dt.date(2026, 8, 1), "date", "1 August 2026", "2026年8月1日"),
        (dt.time(17, 15), "clock", "17:15", "17:15"),
    ],
)
def test_a_figure_is_marked_only_where_nobody_verified_it(
    languages: Languages, value: float | dt.date | dt.time, unit: str, english: str, chinese: str
) -> None:
    for code, expected in (("en", english), ("zh_CN", chinese)):
        wording, mark = languages[code].wording, languages[code].words("unit.unverified")
        assert wording.figure(_figure(value, unit, "seen")) == expected
        assert wording.figure(_figure(value, unit, "secondary")) == expected
        assert wording.figure(_figure(value, unit, "unverified")) == expected + mark


@BOTH
def test_the_ends_of_a_range_share_a_remark_that_both_need(languages: Languages, code: str) -> None:
    wording, mark = languages[code].wording, languages[code].words("unit.unverified")
    seen, guessed = (_figure(2.0, "times", confidence) for confidence in ("seen", "unverified"))
    two = wording.figure(seen)
    assert wording.ends(guessed, guessed) == (two, two + mark)
    assert wording.ends(guessed, seen) == (two + mark, two)
    assert wording.ends(seen, guessed) == (two, two + mark)


@BOTH
def test_every_shipped_figure_prints_its_own_number(languages: Languages, content: Content, code: str) -> None:
    wording, mark = languages[code].wording, languages[code].words("unit.unverified")
    for name, figure in content.figures.items():
        text = wording.figure(figure)
        assert text.endswith(mark) == (figure.confidence == "unverified"), name
        shown = text.removesuffix(mark)
        if isinstance(figure.value, dt.date):
            assert str(figure.value.year) in shown, name
            assert str(figure.value.day) in shown, name
        elif isinstance(figure.value, dt.time):
            assert shown == figure.value.strftime("%H:%M"), name
        else:
            number = float(re.sub(r"[^\d.]", "", shown))
            assert number == pytest.approx(figure.value * (10 if "亿" in shown else 1)), name


@BOTH
def test_a_channel_is_its_number_else_its_site_else_its_name(languages: Languages, content: Content, code: str) -> None:
    language = languages[code]
    police = content.channels["police"]
    wording, mark = language.wording, language.words("unit.unverified")
    name = language.words("channel.police.name")

    def shown(**changed: str) -> str:
        channel: Channel = police.model_copy(update={"number": "", "site": "", "confidence": "seen", **changed})
        return wording.channel("police", channel)

    assert shown(number="110", site="a.example") == "110"
    assert shown(site="a.example") == "a.example"
    assert shown() == name
    assert shown(number="110", confidence="unverified") == f"110{mark}"


def test_a_source_has_a_title_in_each_language(languages: Languages, content: Content) -> None:
    for name, source in content.sources.items():
        assert languages["zh_CN"].wording.source(name) == source.title_zh
        assert languages["en"].wording.source(name) == source.title_en


def test_that_who_published_a_source_is_told_in_the_language_of_the_page(languages: Languages) -> None:
    chinese = re.compile("[\u4e00-\u9fff]")
    for name in languages["en"].content.sources:
        assert chinese.search(languages["zh_CN"].wording.publisher(name)), name
        assert not chinese.search(languages["en"].wording.publisher(name)), name


@BOTH
def test_every_value_of_every_fact_has_words(languages: Languages, content: Content, code: str) -> None:
    wording = languages[code].wording
    for fact in (*content.questions, *DERIVED):
        assert wording.fact_name(fact), fact
        for value in values_of(content, fact):
            text = wording.fact(fact, value)
            assert text.strip(), fact
            assert not re.search(r"\binf\b|\bnan\b|None(?! of)|True|False|_|\{", text), (fact, value, text)


@pytest.mark.parametrize(
    ("fact", "value", "english", "chinese"),
    [
        ("card.account_class", None, "Not sure", "不确定"),
        ("history.days_since_refusal", NEVER, "Never happened", "没有过"),
        ("history.days_since_refusal", 1.0, "1 day", "1 天"),
        ("identity.days_to_id_expiry", -3.0, "3 days past", "已过 3 天"),
        ("safety.pressure", (), "none of these", "都没有"),
        ("timing.hour", 9.0, "09:00", "09:00"),
        ("debts.payment_share", 33.333333, "33.3%", "33.3%"),
        ("request.amount", 8000.0, "8,000 yuan", "8,000 元"),
        ("score.change_90d", -30.0, "−30 points", "−30 分"),
    ],
)
def test_a_fact_of_each_kind_reads_well(
    languages: Languages, fact: str, value: float | tuple[str, ...] | None, english: str, chinese: str
) -> None:
    assert languages["en"].wording.fact(fact, value) == english
    assert languages["zh_CN"].wording.fact(fact, value) == chinese


@BOTH
def test_options_and_flags_print_their_labels(languages: Languages, content: Content, code: str) -> None:
    language = languages[code]
    options = tuple(option.id for option in content.questions["safety.pressure"].options[:2])
    labels = [language.words(f"question.safety.pressure.option.{option}") for option in options]
    assert language.wording.fact("safety.pressure", options) == language.words("ui.list_separator").join(labels)
    for value in (True, False):
        words = language.words(f"fact.timing.is_rest_day.word.{str(value).lower()}")
        assert language.wording.fact("timing.is_rest_day", value) == words
