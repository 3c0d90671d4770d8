"""Which rules hold on a day, and whom to ask in which order."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assess import ROAD_ONLY, Assessor
from core.explain.language import Language
from core.rights.order import Situation, kinds_of, may_bind, must_bind, order_of_asking, rights_on, state_of
from core.rights.words import guide, right_text
from core.schema.answers import Answers, Attempt
from core.schema.assessment import Assessment
from core.schema.content import Content, Family

TODAY = dt.date(2026, 11, 25)
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 6, 30)
FAMILIES: tuple[Family, ...] = ("bounced", "refused", "not_today")
Languages = dict[str, Language]


def steps(content: Content, situation: Situation | None = None, today: dt.date = TODAY) -> list[str]:
    return [turn.step for turn in order_of_asking(content, today, situation)]


@pytest.mark.parametrize(
    ("today", "told"),
    [(FIRST - dt.timedelta(1), True), (FIRST, True), (LAST, True), (LAST + dt.timedelta(1), False), (TODAY, False)],
)
def test_that_the_extra_free_reports_leave_by_themselves_after_their_last_day(
    content: Content, today: dt.date, told: bool
) -> None:
    assert ("extra_free_reports_2026" in rights_on(content, today)) is told


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (dt.date(2025, 12, 31), "coming"),
        (dt.date(2026, 1, 1), "in_force"),
        (dt.date(2026, 3, 31), "in_force"),
        (dt.date(2026, 4, 1), "over"),
    ],
)
def test_that_the_closed_credit_repair_is_told_as_ended(content: Content, today: dt.date, state: str) -> None:
    assert rights_on(content, today)["one_off_repair"] == state


@pytest.mark.parametrize(("code", "words"), [("zh_CN", "骗局"), ("en", "fraud")])
def test_that_whoever_sells_the_closed_repair_is_called_a_fraud(languages: Languages, code: str, words: str) -> None:
    told = right_text("one_off_repair", languages[code], TODAY)
    assert told.state == "over"
    assert words in told.says


def test_that_the_table_of_costs_is_told_as_coming_until_its_day(languages: Languages) -> None:
    before, since = (right_text("cost_table", languages["en"], dt.date(2026, *day)) for day in ((7, 31), (8, 1)))
    assert (before.state, since.state) == ("coming", "in_force")
    assert "not yet today" in before.basis
    assert "in force since 1 August 2026" in since.basis


@given(day=st.dates(dt.date(2010, 1, 1), dt.date(2035, 12, 31)))
def test_that_no_step_rests_on_a_rule_that_is_not_told_that_day(content: Content, day: dt.date) -> None:
    told = rights_on(content, day)
    for turn in order_of_asking(content, day):
        assert set(turn.rights) <= told.keys()
    for name, state in told.items():
        right = content.rights[name]
        inside = (right.effective_from or day) <= day <= (right.effective_to or day)
        assert (state == "in_force") is inside
        assert state_of(right, day) == state


def test_that_a_borrower_who_met_a_scam_is_sent_to_the_bank_and_the_police_first(content: Content) -> None:
    turns = order_of_asking(content, TODAY, Situation(level="stop"))
    assert turns[0].channels == ("card_back",)
    assert turns[1].channels == ("anti_fraud", "police")
    assert {turn.step for turn in turns}.isdisjoint({"ask_the_service", "complain", "read_the_report"})
    assert all(turn.letter == "" for turn in turns)


def test_that_doubt_puts_the_anti_fraud_line_first_and_certainty_last(content: Content) -> None:
    doubtful, sound = steps(content, Situation(level="caution")), steps(content, Situation())
    assert doubtful[0] == sound[-1] == "money_asked"
    assert doubtful[1:] == sound[:-1]


@pytest.mark.parametrize(
    ("family", "only"),
    [
        ("bounced", {"ask_the_card_bank"}),
        ("not_today", {"wait_and_look_first"}),
        ("refused", {"read_the_report", "dispute_what_is_wrong", "ask_for_an_explanation"}),
    ],
)
def test_that_each_family_of_failure_goes_its_own_way(content: Content, family: Family, only: set[str]) -> None:
    every = {"ask_the_card_bank", "wait_and_look_first", "read_the_report"}
    found = set(steps(content, Situation(families={family: 1.0})))
    assert only <= found
    assert found & every == only & every


def test_that_without_an_assessment_every_step_without_a_scam_is_told(content: Content) -> None:
    assert steps(content) == [name for name, step in content.asking.items() if step.moment != "under_stop"]


@pytest.mark.parametrize(
    ("lender", "kind", "expected"),
    [
        ("jd_jintiao", None, ("financial_regulator", "local_bureau")),
        ("jd_jintiao", "micro_loan", ("local_bureau",)),
        ("jd_jintiao", "bank", ("financial_regulator",)),
        ("jiebei", "consumer_finance", ("financial_regulator",)),
        ("nobody_knows", None, ("financial_regulator", "local_bureau")),
    ],
)
def test_that_the_kind_of_lender_decides_where_to_complain(
    content: Content, lender: str, kind: str | None, expected: tuple[str, ...]
) -> None:
    turns = order_of_asking(content, TODAY, Situation(lender=lender, kind=kind))  # type: ignore[arg-type] # from a table
    assert next(turn.channels for turn in turns if turn.step == "complain") == expected


def test_that_a_brands_own_hotline_comes_after_the_official_app_and_before_any_authority(content: Content) -> None:
    turns = order_of_asking(content, TODAY, Situation(lender="jiebei"))
    assert next(turn.channels for turn in turns if turn.step == "ask_the_service") == ("lender_service", "alipay")


def test_that_a_rule_for_banks_is_not_told_of_a_micro_loan_company(content: Content) -> None:
    turns = order_of_asking(content, TODAY, Situation(kind="micro_loan"))
    complain = next(turn for turn in turns if turn.step == "complain")
    assert "fair_dealing_2023" not in complain.rights
    assert "microloan_rules" in complain.rights


def test_that_a_letter_may_name_only_what_binds_every_lender_it_can_be(content: Content) -> None:
    fair = content.rights["fair_dealing_2023"]
    unknown = kinds_of(content, Situation())
    assert may_bind(fair, unknown)
    assert not must_bind(fair, unknown)
    assert must_bind(fair, kinds_of(content, Situation(lender="jiebei")))


def test_that_the_situation_is_read_from_the_assessment(assessor: Assessor) -> None:
    values = {"request.lender": "weilidai", "safety.asked_to_pay": "yes"}
    answers = Answers(TODAY, "after", values, (Attempt(TODAY, "card_class_limit"),))
    assessment: Assessment = assessor.assess(answers, ROAD_ONLY)
    found = Situation.of(assessment, "bank")
    assert (found.level, found.lender, found.kind) == ("stop", "weilidai", "bank")
    assert sum(found.families.values()) == pytest.approx(1)


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_what_was_not_verified_says_so_in_the_text(languages: Languages, content: Content, code: str) -> None:
    language = languages[code]
    found = guide(language, TODAY)
    for channel in found.channels:
        assert bool(channel.remark) is (content.channels[channel.id].confidence != "seen")
    for right in (*found.rights, *found.over):
        entry = content.rights[right.id]
        assert language.words(f"rights.sure_{entry.confidence}") == right.sureness[0]
        assert (language.words("unit.unverified") in right.basis) is (entry.day_confidence == "unverified")
        assert (language.words("rights.unsettled") in right.sureness) is (entry.reach == "unsettled")


def test_that_a_rule_past_its_review_says_that_it_may_have_changed(languages: Languages) -> None:
    late = right_text("cost_table", languages["en"], dt.date(2027, 5, 24))
    assert "it may have changed" in late.sureness[-1]
    assert len(late.sureness) == len(right_text("cost_table", languages["en"], TODAY).sureness) + 1
