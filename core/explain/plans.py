"""The plan as sentences: when, which steps, what each brings, and the other choices there are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.explain.language import Language
from core.schema.assessment import Assessment, Plan, Step

SMALL_GAIN = 0.005
"""Half a percentage point: smaller steps are shown apart, for whoever finds them easy."""


@dataclass(frozen=True, slots=True)
class StepText:
    """A step ready to read."""

    id: str
    line: str
    how: str
    where_line: str
    proves_not: str
    avoid_line: str


@dataclass(frozen=True, slots=True)
class PlanText:
    """The recommended plan ready to read, and the others in a line each."""

    lead: tuple[str, ...]
    steps: tuple[StepText, ...]
    small: tuple[str, ...]
    others: tuple[str, ...]


def plan_text(assessment: Assessment, language: Language) -> PlanText | None:
    """Return the plan of an assessment as sentences; None when no plan was asked for."""
    if assessment.plans is None:
        return None
    plan = assessment.plans.recommended
    steps = [step for step in plan.steps if step.gain >= SMALL_GAIN]
    small = [step for step in plan.steps if step.gain < SMALL_GAIN]
    return PlanText(
        lead=_lead(plan, assessment, language),
        steps=tuple(_step(step, language) for step in steps),
        small=tuple(_line(step, language) for step in small),
        others=_others(assessment, language),
    )


def _lead(plan: Plan, assessment: Assessment, language: Language) -> tuple[str, ...]:
    t, wording, arrives = language.words, language.wording, plan.arrives
    date = wording.date(plan.date)
    if not plan.steps and plan.date == assessment.as_of:
        return (t("ui.plan_none", try_line=t("ui.plan_try", date=date)),)
    numbers = {"date": date, "arrives": wording.percent(arrives.estimate), "without": wording.percent(plan.without)}
    waited = plan.without - assessment.arrives.estimate
    if not plan.steps and waited >= SMALL_GAIN:
        line = t("ui.plan_wait_only", date=date, arrives=numbers["arrives"])
    elif not plan.steps:
        line = t("ui.plan_none", try_line=t("ui.plan_try", date=date))
    elif arrives.low is None or arrives.high is None:
        line = t("ui.plan_line_plain", **numbers)
    else:
        line = t("ui.plan_line", **numbers, low=wording.percent(arrives.low), high=wording.percent(arrives.high))
    gain = (t("ui.plan_waiting", date=date, gain=wording.points(waited)),) if waited >= SMALL_GAIN else ()
    wait = (t("ui.plan_wait", date=date),) if plan.date > assessment.as_of else ()
    return (line, *gain, *wait)


def _line(step: Step, language: Language) -> str:
    t, wording = language.words, language.wording
    wait = t("ui.step_wait", days=wording.count(step.takes_days, "days")) if step.takes_days else ""
    minutes = wording.count(step.minutes, "minutes")
    return t(
        "ui.step_line", name=t(f"action.{step.action}.name"), gain=wording.points(step.gain), minutes=minutes, wait=wait
    )


def _step(step: Step, language: Language) -> StepText:
    t, key = language.words, f"action.{step.action}"
    return StepText(
        id=step.action,
        line=_line(step, language),
        how=t(f"{key}.how"),
        where_line=t("ui.where_line", where=t(f"{key}.where")),
        proves_not=t(f"{key}.proves_not"),
        avoid_line=t("ui.avoid_line", avoid=t(f"{key}.avoid")),
    )


def _others(assessment: Assessment, language: Language) -> tuple[str, ...]:
    plans, settings = assessment.plans, language.content.scales.plan
    if plans is None:
        return ()
    t, days = language.words, language.wording.count
    named = {
        t("ui.other_quick"): plans.quick,
        t("ui.other_today"): plans.today,
        t("ui.other_soon", days=days(settings.soon_days, "days")): plans.soon,
        t("ui.other_horizon", days=days(settings.horizon_days, "days")): plans.horizon,
    }
    told = {(plans.recommended.date, plans.recommended.minutes)}
    lines = []
    for name, plan in named.items():
        if (plan.date, plan.minutes) not in told:
            told.add((plan.date, plan.minutes))
            lines.append(_other(name, plan, language))
    return tuple(lines)


def _other(name: str, plan: Plan, language: Language) -> str:
    wording = language.wording
    date: dt.date = plan.date
    minutes = wording.count(plan.minutes, "minutes")
    arrives = wording.percent(plan.arrives.estimate)
    return language.words("ui.other_plan", name=name, date=wording.date(date), arrives=arrives, minutes=minutes)
