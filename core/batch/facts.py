"""(answers, moment) -> facts, for many borrowers at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import numpy as np

from core.batch.coded import Bools, Coded, Floats, Ints, Numbers, combined, meets, unknown
from core.batch.dated import Column, Dated
from core.batch.rows import ONLY_THE_DAY, Rows, When
from core.batch.twins import TWINS, Fact
from core.estimate.history import PLANNED
from core.facts.catalogue import DERIVED
from core.facts.read import FactReader
from core.facts.spec import FactSpec
from core.schema.answers import Answer, Answers
from core.schema.conditions import Conditions

SPOKEN = ("several", "number", "amount", "choice")
"""Kinds of questions whose plain answer is a fact; dates and lists of dates speak only through derived facts."""


class ColumnFacts:
    """The facts of all rows at one moment each; a fact is worked out when it is first asked for."""

    def __init__(self, rows: Rows, when: When, reader: FactReader) -> None:
        """Take the rows, the moments, and the dated knowledge of a content."""
        self.rows, self.when, self.reader = rows, when, reader
        self._facts: dict[str, Fact] = {}

    @property
    def today(self) -> Bools:
        """Return in which rows the moment lies on the day of assessment."""
        same: Bools = self.when.day == self.rows.as_of
        return same

    @property
    def same_year(self) -> Bools:
        """Return in which rows the moment lies in the year of the assessment."""
        same: Bools = _years(self.when.day) == _years(self.rows.as_of)
        return same

    def figure(self, name: str) -> float:
        """Return the value of a numeric figure of the content."""
        value = self.reader.content.figures[name].value
        if not isinstance(value, int | float):
            raise TypeError(f"figure {name} is not a number")
        return float(value)

    def words(self, question: str) -> Coded:
        """Return the answers of a question that is not one for a number."""
        column = self.rows.answers.get(question)
        return column if isinstance(column, Coded) else unknown(self.rows.count)

    def dated(self, question: str) -> Dated:
        """Return the answers of a question for days with values."""
        column = self.rows.answers.get(question)
        none = np.zeros(0, dtype=np.int64)
        return column if isinstance(column, Dated) else Dated(self.rows.count, none, none, none.astype(np.float64))

    def number(self, question: str) -> Floats:
        """Return the answers of a question for a number; NaN where unknown."""
        column = self.rows.answers.get(question)
        return column.values if isinstance(column, Numbers) else np.full(self.rows.count, np.nan)

    def holding(self, conditions: Conditions) -> Bools:
        """Return in which rows every condition holds; an unknown fact gives no evidence."""
        result = np.ones(self.rows.count, dtype=np.bool_)
        for fact, condition in conditions.items():
            result &= meets(condition, self.fact(fact))
        return result

    def fact(self, name: str) -> Fact:
        """Return one fact of all rows."""
        if name not in self._facts:
            self._facts[name] = self._worked_out(name)
        return self._facts[name]

    def _worked_out(self, name: str) -> Fact:
        if name in TWINS:
            return TWINS[name](self)
        if name in DERIVED:
            return self._for_each_combination(DERIVED[name])
        question, column = self.reader.content.questions[name], self.rows.answers.get(name)
        if column is None or isinstance(column, Dated) or question.kind not in SPOKEN:
            return unknown(self.rows.count)
        return column.only(self.today) if question.holds == "today" else column

    def _for_each_combination(self, spec: FactSpec) -> Fact:
        """Return a derived fact by the function for one borrower, called once for each combination that occurs."""
        at_a_time = PLANNED in spec.reads
        keys: list[Any] = [self.rows.as_of]
        keys += [_key(self.rows.answers[name]) for name in spec.reads if name in self.rows.answers]
        keys += [self.when.day] if spec.dated else []
        keys += [self.when.time, self.rows.history.codes] if at_a_time else []
        first, codes = combined(keys, self.rows.count)
        found = [self._for_row(spec, int(row)) for row in first]
        if spec.kind == "number":
            return Numbers(np.array([np.nan if value is None else value for value in found], dtype=np.float64)[codes])
        values = list(dict.fromkeys([None, *found]))
        return Coded(values, np.array([values.index(value) for value in found], dtype=np.int64)[codes])

    def _for_row(self, spec: FactSpec, row: int) -> Any:
        day, time = dt.date.fromordinal(int(self.when.day[row])), int(self.when.time[row])
        when = day if time == ONLY_THE_DAY else dt.datetime.combine(day, dt.time()) + dt.timedelta(microseconds=time)
        values = {name: _value(self.rows.answers.get(name), row) for name in spec.reads}
        known: Mapping[str, Answer] = {name: value for name, value in values.items() if value is not None}
        history = self.rows.history
        tries = history.values[history.codes[row]] or ()
        answers = Answers(dt.date.fromordinal(int(self.rows.as_of[row])), values=known, attempts=tries)
        return spec.compute(self.reader.moment(answers, when))


def _years(days: Ints) -> Ints:
    """Return the years of ordinals."""
    distinct, codes = np.unique(days, return_inverse=True)
    years: Ints = np.array([dt.date.fromordinal(int(day)).year for day in distinct], dtype=np.int64)[codes]
    return years


def _key(column: Column) -> Any:
    if isinstance(column, Dated):  # lists are not compared: each row is a combination of its own
        return np.arange(column.count)
    return column.codes if isinstance(column, Coded) else column.values


def _value(column: Column | None, row: int) -> Answer | None:
    if isinstance(column, Coded):
        answer: Answer | None = column.values[column.codes[row]]
        return answer
    if isinstance(column, Dated):
        return column.in_row(row) or None
    number = np.nan if column is None else column.values[row]
    return None if np.isnan(number) else float(number)
