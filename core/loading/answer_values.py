"""One raw value from an answers file -> the answer a question allows, or what was expected instead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from core.errors import Phrase
from core.schema.answers import NONE, NOT_SURE, Answer
from core.schema.content import Question, QuestionKind

CHINA = dt.timezone(dt.timedelta(hours=8))
"""China has one time zone and no summer time; a fixed offset needs no time-zone database on Windows."""
FIRST_DAY, LAST_DAY = dt.date(2000, 1, 1), dt.date(2099, 12, 31)
LONGEST_LIST = 10_000
TOO_BIG = 1e15
_MOMENT = Phrase("2026-09-27 / 2026-09-27T10:30:00", "expected.moment", day="2026-09-27", moment="2026-09-27T10:30:00")


class NotAnAnswerError(ValueError):
    """The value does not fit; ``expected`` says in short what would, in signs of no language or as a phrase."""

    def __init__(self, expected: str) -> None:
        """Keep the expectation."""
        super().__init__(expected)
        self.expected = expected


def to_answer(question: Question, raw: object) -> Answer:
    """Return the answer that ``raw`` gives to ``question``.

    Raises:
        NotAnAnswerError: It is of another kind, not an option, or out of bounds.
    """
    if raw == NOT_SURE:
        return NOT_SURE
    if raw == NONE and question.allows_none:
        return NONE
    return _READERS[question.kind](question, raw)


def to_moment(raw: object) -> dt.date | dt.datetime:
    """Return a date, or a time in China without its zone; a time with another zone is converted.

    Raises:
        NotAnAnswerError: Neither, or outside 2000–2099.
    """
    value = raw
    if isinstance(raw, str):
        try:
            value = dt.datetime.fromisoformat(raw) if len(raw) > len("2026-01-01") else dt.date.fromisoformat(raw)
        except ValueError:
            raise NotAnAnswerError(_MOMENT) from None
    if not isinstance(value, dt.date):
        raise NotAnAnswerError(_MOMENT)
    try:
        if isinstance(value, dt.datetime) and value.tzinfo:
            value = value.astimezone(CHINA).replace(tzinfo=None)
    except OverflowError:  # the first or the last day of the calendar
        raise NotAnAnswerError(_between(str(FIRST_DAY), str(LAST_DAY))) from None
    day = value.date() if isinstance(value, dt.datetime) else value
    if not FIRST_DAY <= day <= LAST_DAY:
        raise NotAnAnswerError(_between(str(FIRST_DAY), str(LAST_DAY)))
    return value


def _day(_question: Question, raw: object) -> dt.date:
    moment = to_moment(raw)
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _choice(question: Question, raw: object) -> str:
    options = [option.id for option in question.options]
    if isinstance(raw, str) and raw in options:
        return raw
    raise NotAnAnswerError(" | ".join([*options, NOT_SURE]))


def _several(question: Question, raw: object) -> tuple[str, ...]:
    options = [option.id for option in question.options]
    if isinstance(raw, list) and all(isinstance(item, str) and item in options for item in raw):
        return tuple(option for option in options if option in raw)
    raise NotAnAnswerError(f"[{', '.join(options)}]")


def _number(question: Question, raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not _fits(raw, question):
        raise NotAnAnswerError(_range_of(question))
    return float(raw)


def between(least: float | None, most: float | None) -> Phrase:
    """Return which numbers would do, as a phrase; None for no bound."""
    low, high = ("" if bound is None else f"{bound:.12g}" for bound in (least, most))
    if low and high:
        return _between(low, high)
    if low:
        return Phrase(f"≥ {low}", "expected.at_least", least=low)
    return Phrase(f"≤ {high}", "expected.at_most", most=high) if high else Phrase("…", "expected.any")


def _between(least: str, most: str) -> Phrase:
    return Phrase(f"{least} … {most}", "expected.between", least=least, most=most)


def _range_of(question: Question) -> Phrase:
    numbers = between(question.minimum, question.maximum)
    counted = Phrase(f"{numbers} ({question.unit})", f"unit.{question.unit}.other", n=numbers)
    return Phrase(counted, "expected.whole", range=counted) if question.whole else counted


def _fits(number: float, question: Question) -> bool:
    # The size is asked first: a whole number in a file may be too big to become a float, and NaN is below nothing.
    if not abs(number) < TOO_BIG or (question.whole and number != int(number)):
        return False
    low, high = question.minimum, question.maximum
    return (low is None or number >= low) and (high is None or number <= high)


def _dated_values(question: Question, raw: object) -> tuple[tuple[dt.date, float], ...]:
    """Return a list of [date, value] pairs by date; two values of one day stay in their order."""
    if not isinstance(raw, list) or not raw or len(raw) > LONGEST_LIST:
        raise NotAnAnswerError("[[2026-09-01, 650], …]")
    pairs = []
    for item in raw:
        if not isinstance(item, list) or len(item) != 2:
            raise NotAnAnswerError("[[2026-09-01, 650], …]")
        pairs.append((_day(question, item[0]), _number(question, item[1])))
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


_READERS: Mapping[QuestionKind, Callable[[Question, object], Answer]] = {
    "choice": _choice,
    "several": _several,
    "number": _number,
    "amount": _number,
    "date": _day,
    "datetime": lambda _question, raw: to_moment(raw),
    "dated_values": _dated_values,
}
