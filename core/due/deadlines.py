"""Which days matter to somebody, and why: from what was sent, from what was answered, from the plan.

Nothing here reminds by itself: the front shows the list, and writes it into a calendar file when asked to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from core.facts.calendar import Calendar
from core.journal.records import SentRecord
from core.schema.answers import Answers
from core.schema.content import Content, Figure

Kind = Literal["answer", "id_expires", "limit_ends", "cooling_over", "planned", "good_day"]
IDENTITY, LIMIT, REFUSED, PLANNED = (
    *("identity.id_expires_on", "limit.valid_until"),
    *("history.refused_on", "request.planned"),
)
COOLING = "cooling_days"
"""The figure that says for how long some lenders take no new request."""
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day that matters.

    Attributes:
        kind: Why it matters.
        day: The day itself: by then an answer is due, on it something ends.
        left: Days from today to it, below zero once it has passed; None when today lies before what it is counted
            from: the clock was set back, and how long is left is not known.
        since: The day it is counted from.
        figure: The figure that gives its length.
        letter: What was sent.
        uid: The record that says so.
        exact: Whether the day is sure; working days of a year without an official schedule are a guess.
    """

    kind: Kind
    day: dt.date
    left: int | None
    since: dt.date | None = None
    figure: str = ""
    letter: str = ""
    uid: str = ""
    exact: bool = True


def deadlines(
    sent: Iterable[SentRecord],
    answers: Answers,
    content: Content,
    today: dt.date,
    good_day: dt.date | None = None,
) -> tuple[Deadline, ...]:
    """Return the days that matter, the nearest first.

    An answer that is due stays until it has come, and an identity card that ran out stays; whatever else has passed is
    left out.

    Args:
        sent: What was sent, answered or not.
        answers: The present check; without any for nothing.
        content: Where terms come from.
        today: The day in China.
        good_day: The day of the plan, where one was worked out.
    """
    found = [*_answers_due(sent, content, today), *_from_check(answers, content, today)]
    if good_day is not None:
        found.append(Deadline("good_day", good_day, (good_day - today).days))
    lasting = ("answer", "id_expires")
    kept = [one for one in found if one.kind in lasting or one.left is None or one.left >= 0]
    return tuple(sorted(kept, key=lambda one: (one.day, one.kind, one.uid)))


def term_of(figure: Figure, since: dt.date, calendar: Calendar) -> tuple[dt.date, bool] | None:
    """Return the last day of a term and whether it is sure; None where the figure is no number of days.

    The day it is counted from is not one of its days.
    """
    if not isinstance(figure.value, int | float):
        return None
    number = int(figure.value)
    if figure.unit == "days":
        return since + number * ONE_DAY, True
    if figure.unit != "working_days":
        return None
    day, exact = since, True
    while number:
        day += ONE_DAY
        exact = exact and calendar.announced(day)
        number -= not calendar.is_rest_day(day)
    return day, exact


def _answers_due(sent: Iterable[SentRecord], content: Content, today: dt.date) -> Iterator[Deadline]:
    calendar = Calendar(content.holidays)
    for record in sent:
        letter = content.letters.get(record.letter)
        if record.answered or letter is None or letter.answer_within is None:
            continue
        term = term_of(content.figures[letter.answer_within], record.day, calendar)
        if term is not None:
            day, exact = term
            left = _left(day, record.day, today)
            yield Deadline("answer", day, left, record.day, letter.answer_within, record.letter, record.uid, exact)


def _from_check(answers: Answers, content: Content, today: dt.date) -> Iterator[Deadline]:
    known = {name: _day(answers.known(name)) for name in (IDENTITY, LIMIT, REFUSED, PLANNED)}
    ends: tuple[tuple[Kind, str], ...] = (("id_expires", IDENTITY), ("limit_ends", LIMIT), ("planned", PLANNED))
    for kind, name in ends:
        if (day := known[name]) is not None:
            yield Deadline(kind, day, _left(day, answers.as_of, today))
    refused, figure = known[REFUSED], content.figures.get(COOLING)
    term = term_of(figure, refused, Calendar(content.holidays)) if figure and refused else None
    if refused is not None and term is not None:
        yield Deadline("cooling_over", term[0], _left(term[0], answers.as_of, today), refused, COOLING)


def _left(day: dt.date, known_since: dt.date, today: dt.date) -> int | None:
    """Return the days to ``day``; None when today cannot be right: something later is known already."""
    return None if today < known_since else (day - today).days


def _day(answer: object) -> dt.date | None:
    if isinstance(answer, dt.datetime):
        return answer.date()
    return answer if isinstance(answer, dt.date) else None
