"""The one door: answers in, :class:`Assessment` out, with every number a front shows and the trace behind it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from core.estimate.explained import answered_questions, cause_results, safety_of, sums_by
from core.estimate.history import attempts_of, beliefs_at_attempts, coming_of, keeps, made
from core.estimate.model import Model
from core.estimate.presence import Beliefs, believe
from core.estimate.samples import open_questions
from core.estimate.traced import trace_of
from core.inference.road import Passage, travel
from core.schema.answers import Answers
from core.schema.assessment import AnswerEffect, Assessment, Band, GateResult, MeasuredAnswer, OpenQuestion, Range
from core.schema.content import Bands, Content, Family, Owner

if TYPE_CHECKING:
    from core.estimate.ranges import Draws


@dataclass(frozen=True)
class Extent:
    """How much to work out: each part costs time, and numpy is loaded only for the parts that need it."""

    plan: bool = True
    ranges: bool = True
    influence: bool = True
    trace: bool = True


EVERYTHING = Extent()
ROAD_ONLY = Extent(plan=False, ranges=False, influence=False, trace=False)


class Assessor:
    """Assesses borrowers with one content. Make it once; it keeps the model and the common random numbers."""

    def __init__(self, content: Content) -> None:
        """Turn the content into numbers."""
        self.model = Model.of(content)
        self._draws: Draws | None = None

    def assess(self, answers: Answers, extent: Extent = EVERYTHING) -> Assessment:
        """Return the assessment of one borrower; the answers must have been checked against the content."""
        result, beliefs, passage = self._road(answers, extent.trace)
        if extent.influence:
            result = self._with_influence(result, answers)
        if extent.plan:
            result = self._with_plan(result, answers, beliefs, passage)
        return self._with_ranges(result, answers) if extent.ranges else result

    def _road(self, answers: Answers, trace: bool) -> tuple[Assessment, Beliefs, Passage]:
        model = self.model
        coming = believe(model, answers, answers.planned)
        past = beliefs_at_attempts(model, answers)
        attempts = attempts_of(model, answers, past, keeps(model, answers, answers.planned))
        passage = travel(model.strengths, attempts, coming_of(model, coming, answers.done))
        shown = past[-1] if past else coming
        unknown = open_questions(model, answers, coming.facts)
        causes = cause_results(model, shown, passage, frozenset(unknown), answers.objections)
        result = Assessment(
            as_of=answers.as_of,
            planned=answers.planned,
            mode=answers.mode,
            version=model.content.version,
            band=band_of(1 - passage.arrives, model.content.scales.bands),
            other_bands=(),
            arrives=Range(passage.arrives),
            gates=_gates(model, passage),
            causes=causes,
            owners=cast(Mapping[Owner, float], sums_by(causes, "owner")),
            families=cast(Mapping[Family, float], sums_by(causes, "family")),
            safety=safety_of(model.content, coming.facts),
            facts=coming.facts,
            open_questions=tuple(OpenQuestion(name, 0.0) for name in unknown),
            answers=(),
            objections=answers.objections,
            attempts_counted=len(attempts),
            attempts_made=len(answers.attempts),
            messages=tuple(attempt.message for attempt in made(answers) if attempt.message),
            trace=trace_of(model, shown, passage) if trace else None,
            measured=_measured(answers),
        )
        return result, coming, passage

    def _with_influence(self, result: Assessment, answers: Answers) -> Assessment:
        # Loaded here because start-up and the live road must not wait for numpy (see tests/benchmarks).
        from core.estimate.influence import influences, without_each

        day = _day(answers)
        unknown = [question.id for question in result.open_questions]
        found = influences(self.model, answers, day, unknown)
        ranked = sorted(unknown, key=lambda name: -found[name])
        effects = without_each(self.model, answers, day, answered_questions(self.model.content, answers))
        return replace(
            result,
            open_questions=tuple(OpenQuestion(name, found[name]) for name in ranked),
            answers=tuple(AnswerEffect(name, p) for name, p in effects.items()),
        )

    def _with_plan(self, result: Assessment, answers: Answers, beliefs: Beliefs, passage: Passage) -> Assessment:
        # Loaded here for the same reason.
        from core.estimate.planning import Planner

        settings = self.model.content.scales.plan
        planner = Planner.of(self.model, answers, beliefs.facts, passage.present)
        plans = planner.plans(settings.quick_minutes, settings.soon_days)
        return replace(result, plans=plans, by_date=planner.by_date(planner.recommended()))

    def _with_ranges(self, result: Assessment, answers: Answers) -> Assessment:
        # Loaded here for the same reason.
        from core.estimate.ranges import Draws, ranking, spread

        self._draws = self._draws or Draws(self.model)
        unknown = [question.id for question in result.open_questions]
        found, first = ranking(self.model, self._draws, answers, _day(answers), unknown, answers.done)
        arrives = Range(result.arrives.estimate, found.low, found.high)
        causes = tuple(replace(cause, ranks_first=first[cause.id]) for cause in result.causes)
        others = _bands_between(arrives, result.band, self.model.content.scales.bands)
        plans = result.plans
        if plans:
            best = plans.recommended
            actions = (*answers.done, *(step.action for step in best.steps))
            later = spread(self.model, self._draws, answers, best.date, unknown, actions)
            best = replace(best, arrives=Range(best.arrives.estimate, later.low, later.high))
            plans = replace(plans, recommended=best)
        return replace(result, arrives=arrives, causes=causes, other_bands=others, plans=plans)


def band_of(risk: float, bands: Bands) -> Band:
    """Return the word for a risk of failure in [0, 1]; the edges belong to the higher band.

    Examples:
        >>> edges = Bands(moderate=0.15, elevated=0.35, high=0.65)
        >>> band_of(0.1, edges), band_of(0.15, edges), band_of(0.9, edges)
        ('low', 'moderate', 'high')
    """
    if risk < bands.moderate:
        return "low"
    if risk < bands.elevated:
        return "moderate"
    return "elevated" if risk < bands.high else "high"


def assess(content: Content, answers: Answers, extent: Extent = EVERYTHING) -> Assessment:
    """Return the assessment of one borrower; for many, keep an :class:`Assessor`."""
    return Assessor(content).assess(answers, extent)


def _bands_between(arrives: Range, band: Band, bands: Bands) -> tuple[Band, ...]:
    """Return the other bands that the range reaches into, from the lowest risk to the highest."""
    order: tuple[Band, ...] = ("low", "moderate", "elevated", "high")
    best, worst = (band_of(1 - (p or 0.0), bands) for p in (arrives.high, arrives.low))
    reached = order[order.index(best) : order.index(worst) + 1]
    return tuple(other for other in reached if other != band)


def _gates(model: Model, passage: Passage) -> tuple[GateResult, ...]:
    passes = list(zip(model.causes, passage.passes, strict=True))
    return tuple(GateResult(gate, math.prod(p for c, p in passes if c.gate == gate)) for gate in model.gates)


def _measured(answers: Answers) -> tuple[MeasuredAnswer, ...]:
    known = [(name, value) for name, value in answers.values.items() if name in answers.measured]
    return tuple(MeasuredAnswer(name, value, answers.measured[name]) for name, value in known)


def _day(answers: Answers) -> dt.date:
    planned = answers.planned
    return planned.date() if isinstance(planned, dt.datetime) else planned
