"""(answers, moment) -> facts. The one place where an answer becomes something a rule can see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.facts.calendar import Calendar
from core.facts.catalogue import DERIVED
from core.facts.spec import Moment
from core.schema.answers import Answers
from core.schema.conditions import FactValue
from core.schema.content import Content, Question

Facts = Mapping[str, FactValue | None]


@dataclass(frozen=True)
class FactReader:
    """Computes facts with the dated knowledge of one content."""

    content: Content
    calendar: Calendar

    @classmethod
    def of(cls, content: Content) -> FactReader:
        """Return a reader; make it once per content."""
        return cls(content, Calendar(content.holidays))

    def moment(self, answers: Answers, when: dt.date) -> Moment:
        """Return the moment of a request: a day, with the hour of ``when``, else of the planned time if known."""
        day = when.date() if isinstance(when, dt.datetime) else when
        timed = when if isinstance(when, dt.datetime) else answers.planned
        time = timed.time() if isinstance(timed, dt.datetime) else None
        return Moment(answers, day, time, self.calendar, self.content.timing, self.content.figures)

    def read(self, answers: Answers, when: dt.date, only: Iterable[str] | None = None) -> Facts:
        """Return the facts at ``when``: all of them, or ``only`` those named.

        An unknown fact is None. Answers that hold only today are unknown on any other day.
        """
        moment = self.moment(answers, when)
        wanted = (*self.content.questions, *DERIVED) if only is None else only
        return {fact: self._value(fact, moment) for fact in wanted}

    def _value(self, fact: str, moment: Moment) -> FactValue | None:
        if fact in DERIVED:
            return DERIVED[fact].compute(moment)
        return _as_fact(self.content.questions[fact], moment.answers.known(fact), moment)


def _as_fact(question: Question, answer: object, moment: Moment) -> FactValue | None:
    """Return a plain answer as a fact; dates and lists of dates speak only through derived facts."""
    if question.holds == "today" and not moment.today:
        return None
    if question.kind == "several":
        return answer if isinstance(answer, tuple) else None
    if question.kind in ("number", "amount"):
        return float(answer) if isinstance(answer, int | float) else None
    if question.kind == "choice":
        return answer if isinstance(answer, str) else None
    return None


def questions_behind(fact: str) -> tuple[str, ...]:
    """Return the questions whose answers a fact depends on."""
    return DERIVED[fact].reads if fact in DERIVED else (fact,)
