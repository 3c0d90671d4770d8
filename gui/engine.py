"""What the window asks the core: the road after every answer, the whole assessment, the way through the checklist."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from core.assess import ROAD_ONLY, Assessor, Extent
from core.estimate.asking import asked, gates_asked, most_telling, of_section, quick
from core.facts.read import Facts
from core.schema.answers import Answer, Answers
from core.schema.assessment import Assessment
from core.schema.content import Content
from gui.draft import Draft

Stopped = Callable[[], bool]
PLANNED = "request.planned"
RANGE_ONLY = Extent(plan=False, ranges=True, influence=False, trace=False)
DAYS_AHEAD = 30
MID_MORNING = dt.time(10)
"""Within the hours of every lender that names any: days are compared at their best hour."""
MESSAGE, MOMENT, EARLIER, REVIEW = "attempt.message", "attempt.when", "attempt.earlier", "review"
ATTEMPT_STEPS = (MESSAGE, MOMENT, EARLIER)
"""Steps about the failed tries; they come first after a failure, for the message is the strongest evidence."""


class Engine:
    """One content with its assessor. Answers go in as drafts."""

    def __init__(self, content: Content) -> None:
        """Take checked content."""
        self.content = content
        self._last: tuple[Answers, Assessment] | None = None

    @cached_property
    def assessor(self) -> Assessor:
        """Return the assessor, made when first needed."""
        return Assessor(self.content)

    def answers(self, draft: Draft) -> Answers:
        """Return what is assessed: the answers, without a planned date that has passed or lies beyond the horizon."""
        answers = draft.answers
        planned = answers.planned
        day = planned.date() if isinstance(planned, dt.datetime) else planned
        within = 0 <= (day - answers.as_of).days <= self.content.scales.plan.horizon_days
        return answers if within else _without(answers, PLANNED)

    def road(self, draft: Draft) -> Assessment:
        """Return the road for the draft: milliseconds, so it is worked out at once and remembered."""
        answers = self.answers(draft)
        if self._last is None or self._last[0] != answers:
            self._last = (answers, self.assessor.assess(answers, ROAD_ONLY))
        return self._last[1]

    def whole(self, answers: Answers, _stopped: Stopped) -> Assessment:
        """Return the whole assessment: plan, ranges, influence, trace. For the task runner."""
        return self.assessor.assess(answers)

    def spread(self, answers: Answers, _stopped: Stopped) -> tuple[float, float]:
        """Return between which two probabilities P(arrives) plausibly lies. For the task runner."""
        arrives = self.assessor.assess(answers, RANGE_ONLY).arrives
        return arrives.low or 0.0, arrives.high or 1.0

    def what_if(self, draft: Draft, question: str, answer: Answer | None) -> Assessment:
        """Return the road with one answer changed, or unknown; the draft is not touched."""
        answers = _without(draft.answers, question)
        if answer is not None:
            answers = replace(answers, values={**answers.values, question: answer})
        return self.assessor.assess(self.answers(replace(draft, answers=answers)), ROAD_ONLY)

    def chances(self, answers: Answers, first: dt.date, last: dt.date, stopped: Stopped) -> dict[dt.date, float]:
        """Return P(arrives) of an attempt on each day, doing nothing else, at mid-morning. For the task runner."""
        found: dict[dt.date, float] = {}
        day = first
        while day <= last and not stopped():
            values = {**answers.values, PLANNED: dt.datetime.combine(day, MID_MORNING)}
            found[day] = self.assessor.assess(replace(answers, values=values), ROAD_ONLY).arrives.estimate
            day += dt.timedelta(days=1)
        return found

    def facts(self, draft: Draft) -> Facts:
        """Return the facts at the planned moment."""
        return self.road(draft).facts

    def gates_asked(self, draft: Draft) -> frozenset[str]:
        """Return the gates about which something is known."""
        return gates_asked(self.assessor.model, draft.answers)

    def questions(self, draft: Draft) -> list[str]:
        """Return the questions on the draft's way, in order; for the short way those put so far."""
        every = asked(self.content, draft.answers.mode, self.facts(draft))
        if draft.way == "safety":
            return of_section(self.content, every, "safety")
        if draft.way == "triage":
            return quick(self.content, every)
        if draft.way == "short":
            before = [name for name in (*draft.answers.values, *draft.skipped) if name not in draft.put]
            put = dict.fromkeys([*before, *draft.put, draft.at])
            return [name for name in put if name in every]
        return every

    def most_telling(self, draft: Draft) -> str | None:
        """Return the question to put next on the short way; None when no answer would change much."""
        answers = self.answers(draft)
        planned = answers.planned
        day = planned.date() if isinstance(planned, dt.datetime) else planned
        return most_telling(self.assessor.model, answers, day, draft.skipped, self.facts(draft))


def _without(answers: Answers, question: str) -> Answers:
    values = {name: value for name, value in answers.values.items() if name != question}
    return replace(answers, values=values)
