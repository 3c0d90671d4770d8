"""Answers -> the plan: which actions take part, what they change on each date, which choice is recommended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.estimate.history import at, attempts_of, beliefs_at_attempts, keeps
from core.estimate.model import Model
from core.estimate.presence import believe, presence_on
from core.facts.read import Facts
from core.inference.plan import Choice, Days, Effort, Remedy, Table, choose, ordered_gains, shortlist, table_of
from core.schema.answers import Answers
from core.schema.assessment import DayResult, Plan, Plans, Range, Step
from core.schema.conditions import none_fails


@dataclass(frozen=True)
class Planner:
    """The table of one borrower, and the questions asked of it."""

    first_day: dt.date
    table: Table
    effort: Effort

    @classmethod
    def of(cls, model: Model, answers: Answers, facts: Facts, present: Sequence[float]) -> Planner:
        """Compute the table: ``present`` is P(present) of each cause, which decides what actions take part."""
        settings = model.content.scales.plan
        days = _days(model, answers)
        likely = _remedies(model, answers, facts, present)
        dates = sorted({0, min(settings.soon_days, settings.horizon_days), settings.horizon_days})
        remedies = shortlist(days.only(dates), likely, settings.subset_actions)
        effort = Effort(settings.tolerance, settings.tolerance_share, settings.minutes_per_day_waited)
        return cls(answers.as_of, table_of(days, remedies), effort)

    def recommended(self) -> Choice:
        """Return the choice of the smallest effort within the tolerance of the best in the horizon."""
        return choose(self.table, self.effort)

    def plan(self, choice: Choice) -> Plan:
        """Return a choice with its steps in order of gain per minute."""
        steps = tuple(Step(r.id, gain, r.minutes, r.takes_days) for r, gain in ordered_gains(self.table, choice))
        row = self.table.arrives[choice.day]
        date = self.first_day + dt.timedelta(days=choice.day)
        minutes = sum(step.minutes for step in steps)
        return Plan(date, Range(float(row[choice.subset])), float(row[0]), minutes, steps)

    def plans(self, quick_minutes: int, soon_days: int) -> Plans:
        """Return the recommended plan, and the best today, within minutes, within days, and in the horizon."""
        recommended = self.plan(self.recommended())
        return Plans(
            recommended=recommended,
            today=self.plan(choose(self.table, self.effort, last_day=0)),
            quick=self.plan(choose(self.table, self.effort, last_day=0, minutes=quick_minutes)),
            soon=self.plan(choose(self.table, self.effort, last_day=soon_days)),
            horizon=self.plan(choose(self.table, Effort(0.0, 0.0, 0.0))),
        )

    def by_date(self, choice: Choice) -> tuple[DayResult, ...]:
        """Return P(arrives) for every date, without and with the actions of a choice."""
        without, with_plan = self.table.arrives[:, 0].tolist(), self.table.arrives[:, choice.subset].tolist()
        return tuple(
            DayResult(self.first_day + dt.timedelta(days=day), p, q)
            for day, (p, q) in enumerate(zip(without, with_plan, strict=True))
        )


def _days(model: Model, answers: Answers) -> Days:
    """Return the road on every date of the horizon, at the planned hour."""
    horizon = range(model.content.scales.plan.horizon_days + 1)
    dates = [answers.as_of + dt.timedelta(days=day) for day in horizon]
    presence = np.array(presence_on(model, answers, dates, believe(model, answers, answers.as_of)))
    kept = [keeps(model, answers, at(answers, date)) for date in dates]
    attempts = attempts_of(model, answers, beliefs_at_attempts(model, answers), kept[0])
    keep = np.array([row[-1] for row in kept]) if attempts else None
    columns = range(len(model.causes))
    return Days(
        np.arange(len(dates)),
        model.strengths,
        attempts,
        None if keep is None else [keep[:, i] for i in columns],
        [presence[:, i] for i in columns],
        model.removal(answers.done),
    )


def _remedies(model: Model, answers: Answers, facts: Facts, present: Sequence[float]) -> list[Remedy]:
    """Return the actions that may take part: possible, not done, and touching a cause likely enough."""
    scales = model.content.scales
    result = []
    for name, action in model.content.actions.items():
        removes = {model.position[cause]: scales.effect[word] for cause, word in action.removes.items()}
        touches = any(present[place] > scales.plan.presence_floor for place in removes)
        in_time = action.takes_days <= scales.plan.horizon_days
        if touches and in_time and name not in answers.done and none_fails(action.when, facts):
            result.append(Remedy(name, action.minutes, action.takes_days, removes))
    return result
