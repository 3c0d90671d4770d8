"""The report says what the assessment says: every number, every name, in both languages, and no more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from core.assess import ROAD_ONLY, Assessor, Extent
from core.explain.causes import cause_name
from core.explain.language import Language
from core.explain.plans import SMALL_GAIN
from core.explain.report import MOVES_ANYTHING, SHOWN_QUESTIONS, WORTH_SHOWING, Line, Report, first_causes, report_of
from core.schema.answers import Answers, Attempt
from core.schema.assessment import Assessment, CauseResult, Plan
from core.schema.content import Content
from tests.core.borrowers import AS_OF, LAST_TRY, borrower
from tests.core.explain.reading import minutes, percents, points

Languages = Mapping[str, Language]
Told = Mapping[str, Assessment]
Pair = tuple[Assessment, Report]
PLAN_WITHOUT_RANGES = Extent(plan=True, ranges=False, influence=False, trace=False)
CODES = ("zh_CN", "en")


@pytest.fixture(scope="module")
def everybody(told: Told, content: Content, assessor: Assessor) -> list[Assessment]:
    """Return the cases, and a dozen random borrowers without ranges."""
    random = [assessor.assess(borrower(content, seed), PLAN_WITHOUT_RANGES) for seed in range(12)]
    return [*told.values(), *random]


@pytest.fixture(scope="module", params=CODES)
def pairs(request: pytest.FixtureRequest, everybody: list[Assessment], languages: Languages) -> list[Pair]:
    """Return (assessment, report) of everybody in one language."""
    language = languages[request.param]
    return [(assessment, report_of(assessment, language, pages=False)) for assessment in everybody]


def rounded(*probabilities: float | None) -> list[int]:
    return [round(100 * probability) for probability in probabilities if probability is not None]


# --- which causes, in which order


def test_at_most_three_causes_come_first_and_only_those_worth_showing(pairs: list[Pair]) -> None:
    for assessment, report in pairs:
        likely = [c for c in assessment.causes if not c.unexplained and not c.objected and c.blocker >= WORTH_SHOWING]
        expected = [cause.id for cause in sorted(likely, key=lambda cause: -cause.blocker)[:3]]
        assert [cause.id for cause in report.causes] == expected


def test_what_nobody_can_see_never_comes_first_but_is_told(pairs: list[Pair], languages: Languages) -> None:
    told = 0
    for assessment, report in pairs:
        hidden = [cause for cause in assessment.causes if cause.unexplained]
        assert not {cause.id for cause in hidden} & {cause.id for cause in report.causes}
        names = {cause_name(cause, languages[report.language]) for cause in hidden if cause.blocker >= MOVES_ANYTHING}
        assert names <= {line.name for line in report.others}
        told += bool(names)
    assert told >= 10


def test_the_other_causes_are_told_with_their_likelihood_the_likeliest_first(pairs: list[Pair]) -> None:
    for assessment, report in pairs:
        first = {cause.id for cause in report.causes}
        rest = [c for c in assessment.causes if c.id not in first and not c.objected and c.blocker >= MOVES_ANYTHING]
        expected = sorted((round(100 * cause.blocker) for cause in rest), reverse=True)
        assert [percents(line.value)[0] for line in report.others if line.value] == expected


# --- numbers


def test_the_sentence_of_counts_says_the_rounded_estimate(pairs: list[Pair]) -> None:
    for assessment, report in pairs:
        arrives = assessment.arrives
        counts = report.headline[1] if assessment.safety.level == "stop" else report.headline[0]
        assert [int(number) for number in re.findall(r"\d+", counts)] == rounded(
            arrives.low, arrives.high, arrives.estimate
        )


def test_the_range_in_the_sentence_holds_the_estimate_in_it(told: Told) -> None:
    for name, assessment in told.items():
        low, high, estimate = rounded(assessment.arrives.low, assessment.arrives.high, assessment.arrives.estimate)
        assert low <= estimate <= high, name


@pytest.mark.parametrize("code", CODES)
def test_the_band_and_those_within_reach_are_named(languages: Languages, told: Told, code: str) -> None:
    words = languages[code].words
    for assessment in told.values():
        line = report_of(assessment, languages[code], pages=False).headline[-2]
        for band in (assessment.band, *assessment.other_bands):
            assert words(f"band.{band}.name") in line


def test_each_gate_shows_its_own_percentage(pairs: list[Pair]) -> None:
    for assessment, report in pairs:
        assert [percents(line.value) for line in report.road] == [rounded(gate.passes) for gate in assessment.gates]


def test_families_and_owners_share_all_failures(pairs: list[Pair]) -> None:
    for assessment, report in pairs:
        for lines, sums in ((report.families, assessment.families), (report.owners, assessment.owners)):
            shares = [part / sum(sums.values()) for part in sums.values()]
            assert [percents(line.value)[0] for line in lines] == rounded(*(s for s in shares if s >= MOVES_ANYTHING))
            assert sum(percents(line.value)[0] for line in lines) == pytest.approx(100, abs=3)
            assert all(line.remark for line in lines)


def test_the_likelihood_of_each_cause_is_its_own(pairs: list[Pair]) -> None:
    for assessment, report in pairs:
        causes = {cause.id: cause for cause in assessment.causes}
        for text in report.causes:
            cause = causes[text.id]
            chances = [cause.blocker] if assessment.mode == "before" else [cause.blocker, cause.still_present]
            assert [percents(line)[0] for line in text.chance] == rounded(*chances)


def test_how_it_was_worked_out_names_base_presence_and_strength(pairs: list[Pair], content: Content) -> None:
    for assessment, report in pairs:
        scales = content.scales
        for cause, line in zip(first_causes(assessment), report.how[1:], strict=True):
            entry = content.causes[cause.id]
            base, strength = scales.base_rate[entry.base_rate], scales.strength[entry.strength]
            assert percents(line) == rounded(base, cause.presence, strength)


def test_answers_show_what_they_changed_and_only_what_moves_anything(pairs: list[Pair]) -> None:
    for assessment, report in pairs:
        changes = [assessment.arrives.estimate - answer.arrives_without for answer in assessment.answers]
        moving = sorted((change for change in changes if abs(change) >= MOVES_ANYTHING), key=lambda c: -abs(c))
        assert [points(line.value)[0] for line in report.answers] == rounded(*moving[:SHOWN_QUESTIONS])


# --- evidence


@pytest.mark.parametrize("code", CODES)
def test_every_piece_of_evidence_stands_on_its_side_with_its_own_values(
    languages: Languages, told: Told, code: str
) -> None:
    wording = languages[code].wording
    for assessment in told.values():
        report = report_of(assessment, languages[code], pages=False)
        for cause, text in zip(first_causes(assessment), report.causes, strict=True):
            for_it = [evidence for evidence in cause.evidence if evidence.decibans > 0]
            against = [evidence for evidence in cause.evidence if evidence.decibans < 0]
            sides = ((for_it, text.speaks_for[len(text.speaks_for) - len(for_it) :]), (against, text.speaks_against))
            for evidence, lines in sides:
                for piece, line in zip(evidence, lines, strict=True):
                    assert all(wording.fact_name(fact) in line for fact in piece.facts)
                    assert all(wording.fact(fact, value) in line for fact, value in piece.facts.items())


def test_a_message_speaks_only_for_the_causes_it_points_to(
    content: Content, assessor: Assessor, languages: Languages
) -> None:
    message = content.messages["card_class_limit"]
    found = assessor.assess(Answers(AS_OF, "after", {}, (Attempt(LAST_TRY, "card_class_limit"),)), ROAD_ONLY)
    line = languages["en"].words("ui.message_line", name=languages["en"].words("message.card_class_limit.name"))
    report = report_of(found, languages["en"], pages=False)
    assert report.causes
    for cause in report.causes:
        assert (line in cause.speaks_for) == (cause.id in (*message.points_to, *message.may_point_to))


# --- fraud


def test_a_stop_sign_gives_steps_and_warns_that_the_numbers_are_no_reason_to_trust(
    told: Told, languages: Languages
) -> None:
    stops = [assessment for assessment in told.values() if assessment.safety.level == "stop"]
    assert len(stops) >= 2
    for code in CODES:
        words = languages[code].words
        for assessment in stops:
            report = report_of(assessment, languages[code], pages=False)
            assert report.safety.title == words("safety.stop_title")
            assert len(report.safety.steps) >= 4
            assert len(report.safety.flags) == len(assessment.safety.flags) >= 1
            assert report.headline[0] == words("ui.stop_numbers")


def test_without_a_stop_sign_nobody_is_told_to_stop(pairs: list[Pair]) -> None:
    for assessment, report in pairs:
        assert report.safety.level == assessment.safety.level
        assert bool(report.safety.steps) == (assessment.safety.level == "stop")
        assert bool(report.safety.title) == (assessment.safety.level != "none")
        assert bool(report.safety.flags) == (assessment.safety.level != "none")


def test_whenever_money_may_have_bounced_it_says_that_no_charge_is_due(pairs: list[Pair], languages: Languages) -> None:
    shown = 0
    for assessment, report in pairs:
        bounced = any(cause.family == "bounced" for cause in first_causes(assessment))
        shown += bounced
        never = languages[report.language].words("safety.never_charge")
        assert report.safety.never_charge == (never if bounced or assessment.safety.level != "none" else "")
    assert shown >= 10


# --- objections and attempts


@pytest.mark.parametrize("code", CODES)
def test_an_objection_is_told_and_its_cause_leaves_the_first(
    assessor: Assessor, languages: Languages, code: str
) -> None:
    words = languages[code].words
    answers = Answers(AS_OF, "after", {}, (Attempt(LAST_TRY, "card_class_limit"),))
    before = report_of(assessor.assess(answers, ROAD_ONLY), languages[code], pages=False)
    away = before.causes[0].id
    after = report_of(assessor.assess(replace(answers, objections=(away,)), ROAD_ONLY), languages[code], pages=False)
    assert away not in {cause.id for cause in after.causes}
    assert after.others[-1] == Line(words(f"cause.{away}.name"), "", words("ui.objected"))


@pytest.mark.parametrize("code", CODES)
def test_an_objection_silences_no_alarm(assessor: Assessor, languages: Languages, code: str) -> None:
    answers = Answers(AS_OF, "before", {"safety.asked_to_pay": "yes"}, objections=("fraudulent_lender",))
    report = report_of(assessor.assess(answers, ROAD_ONLY), languages[code], pages=False)
    assert report.safety.level == "stop"
    assert report.safety.steps


def test_attempts_left_out_of_the_arithmetic_are_told(told: Told, languages: Languages) -> None:
    assessment = replace(next(iter(told.values())), attempts_made=9, attempts_counted=5)
    for code in CODES:
        unseen = report_of(assessment, languages[code], pages=False).unseen
        assert re.findall(r"\d+", unseen[-1]) == ["5", "9"]
        plain = report_of(replace(assessment, attempts_made=5), languages[code], pages=False).unseen
        assert len(plain) == len(unseen) - 1


def test_nobody_is_told_of_a_failure_before_the_first_try(pairs: list[Pair], languages: Languages) -> None:
    for assessment, report in pairs:
        language = languages[report.language]
        date, planned = language.wording.date(assessment.as_of), language.wording.date(assessment.planned)
        key = "ui.as_of_after" if assessment.mode == "after" else "ui.as_of"
        assert report.when == language.words(key, date=date, planned=planned)


# --- the plan


def _shown_plan(pairs: list[Pair]) -> list[tuple[Assessment, Report, Plan]]:
    return [
        (assessment, report, assessment.plans.recommended)
        for assessment, report in pairs
        if assessment.plans and report.plan
    ]


def test_each_step_shows_its_gain_and_minutes_and_small_ones_stand_apart(pairs: list[Pair]) -> None:
    for _, report, plan in _shown_plan(pairs):
        assert report.plan
        large = [step for step in plan.steps if step.gain >= SMALL_GAIN]
        small = [step for step in plan.steps if step.gain < SMALL_GAIN]
        assert [step.id for step in report.plan.steps] == [step.action for step in large]
        lines = [*(step.line for step in report.plan.steps), *report.plan.small]
        for step, line in zip([*large, *small], lines, strict=True):
            assert points(line) == rounded(step.gain)
            assert minutes(line)[-1:] == [step.minutes]


def test_the_lead_says_when_and_how_much(pairs: list[Pair], languages: Languages) -> None:
    for assessment, report, plan in _shown_plan(pairs):
        assert report.plan
        language, lead = languages[report.language], report.plan.lead
        date = language.wording.date(plan.date)
        assert date in lead[0]
        if plan.steps:
            arrives = plan.arrives
            assert percents(lead[0]) == rounded(arrives.estimate, arrives.low, arrives.high, plan.without)
        later = plan.date > assessment.as_of
        assert (language.words("ui.plan_wait", date=date) in lead) == later
        waited = plan.without - assessment.arrives.estimate
        shown = [points(line)[0] for line in lead[1:] if points(line)]
        assert shown == ([round(100 * waited)] if waited >= SMALL_GAIN and (plan.steps or later) else [])


def test_other_plans_are_told_only_where_they_differ(pairs: list[Pair], languages: Languages) -> None:
    for assessment, report, plan in _shown_plan(pairs):
        assert report.plan
        assert assessment.plans
        found = assessment.plans
        by_effort = {(p.date, p.minutes): p for p in (found.horizon, found.soon, found.today, found.quick)}
        order = dict.fromkeys((p.date, p.minutes) for p in (found.quick, found.today, found.soon, found.horizon))
        different = [by_effort[key] for key in order if key != (plan.date, plan.minutes)]
        assert len(report.plan.others) == len(different)
        for other, line in zip(different, report.plan.others, strict=True):
            assert percents(line) == rounded(other.arrives.estimate)
            assert minutes(line) == [other.minutes]
            assert languages[report.language].wording.date(other.date) in line


def test_what_to_avoid_is_never_left_bare_so_that_it_reads_like_advice(pairs: list[Pair], languages: Languages) -> None:
    for _, report, _ in _shown_plan(pairs):
        words = languages[report.language].words
        assert report.plan
        for step in report.plan.steps:
            bare = words(f"action.{step.id}.avoid")
            assert step.avoid_line == words("ui.avoid_line", avoid=bare)
            assert not step.avoid_line.startswith(bare)


def test_without_a_plan_the_report_has_none(assessor: Assessor, languages: Languages) -> None:
    assert report_of(assessor.assess(Answers(AS_OF), ROAD_ONLY), languages["en"]).plan is None


# --- questions, languages, pages


def test_open_questions_are_few_and_each_moves_the_estimate(pairs: list[Pair], content: Content) -> None:
    for assessment, report in pairs:
        moving = [q for q in assessment.open_questions if q.influence > content.scales.short_check_stop**2]
        assert len(report.open_questions) == min(len(moving), SHOWN_QUESTIONS)
        assert all(line.name and line.remark for line in report.open_questions)


def test_both_languages_tell_the_same(everybody: list[Assessment], languages: Languages) -> None:
    for assessment in everybody:
        chinese, english = (report_of(assessment, languages[code], pages=False) for code in CODES)
        assert _shape(chinese) == _shape(english)


def _shape(report: Report) -> dict[str, object]:
    plan = report.plan
    return {
        "causes": [
            (c.id, len(c.chance), len(c.speaks_for), len(c.speaks_against), len(c.unknown)) for c in report.causes
        ],
        "plan": plan and ([step.id for step in plan.steps], len(plan.small), len(plan.others), len(plan.lead)),
        "lines": [
            [(percents(line.value), points(line.value), bool(line.remark)) for line in part]
            for part in (report.road, report.families, report.owners, report.others, report.answers, report.avoid)
        ],
        "rest": (report.safety.level, len(report.safety.flags), len(report.safety.steps), len(report.headline)),
        "more": (len(report.open_questions), len(report.unseen), len(report.how), len(report.closing)),
    }


@pytest.mark.parametrize("code", CODES)
def test_each_cause_shown_first_has_its_page(told: Told, languages: Languages, code: str) -> None:
    going_on = [assessment for assessment in told.values() if assessment.safety.level != "stop"]
    for assessment in going_on[:8]:
        report = report_of(assessment, languages[code])
        assert [page.cause for _, page in report.pages] == [cause.id for cause in report.causes]
        assert [name for name, _ in report.pages] == [cause.name for cause in report.causes]


def test_a_hidden_cause_is_named_after_its_gate(told: Told, languages: Languages) -> None:
    hidden: list[CauseResult] = [cause for cause in next(iter(told.values())).causes if cause.unexplained]
    for code in CODES:
        words = languages[code].words
        for cause in hidden:
            assert words(f"gate.{cause.gate}.name") in cause_name(cause, languages[code])


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_a_stop_sign_takes_away_every_remedy_and_page(
    assessor: Assessor, languages: dict[str, Language], code: str
) -> None:
    values = {"safety.asked_to_pay": "yes", "card.state": "frozen_lost_or_closed"}
    stopped = report_of(assessor.assess(Answers(AS_OF, "before", values)), languages[code])
    assert stopped.causes
    assert all(cause.fix == cause.time == "" for cause in stopped.causes)
    assert stopped.pages == ()
    values["safety.asked_to_pay"] = "no"
    going_on = report_of(assessor.assess(Answers(AS_OF, "before", values)), languages[code])
    assert all(cause.fix and cause.time for cause in going_on.causes)
    assert going_on.pages
