"""How each kind of question is shown, and how what was typed or chosen becomes an answer. One entry for each kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue import Catalogue
from core.explain.wording import Wording
from core.loading.answer_values import NotAnAnswerError, to_answer
from core.schema.answers import NONE, NOT_SURE, Answer
from core.schema.content import Question, QuestionKind
from gui.engine import MID_MORNING
from gui.questions.state import ChipState, FieldState, QuestionState, RowState
from gui.typed import clock_in, dated_in, day_in, number_in

NOTHING = "nothing"
"""The row of a question with several answers that says: none of these."""
VALUE, TIME = "value", "time"
PAST_CHIPS = {"today": 0, "yesterday": -1, "three_days": -3, "week": -7, "month": -30}
AHEAD_CHIPS = {"now": 0, "tomorrow": 1, "in_three_days": 3, "in_a_week": 7}
AHEAD = ("identity.id_expires_on", "limit.valid_until")
"""Dates that most often lie in the future: a shortcut to the past would mislead there."""


class TypedError(Exception):
    """What was typed is no answer; ``key`` and ``facts`` say what is wrong in the words of the catalogue."""

    def __init__(self, key: str, **facts: object) -> None:
        """Keep the key and its facts."""
        super().__init__(key)
        self.key, self.facts = key, facts


@dataclass(frozen=True)
class Asking:
    """One question put to one person: the content's question with the words and the moment."""

    name: str
    question: Question
    words: Catalogue
    wording: Wording
    now: dt.datetime

    def fields(self, answer: Answer | None, typed: Mapping[str, str]) -> tuple[FieldState, ...]:
        """Return what can be typed; what was typed and not taken yet comes before the answer."""
        kind = self.question.kind
        if kind in ("choice", "several"):
            return ()
        shown = {**_written(answer), **typed}
        unit = self.words(f"checklist.unit.{self.question.unit}") if self.question.unit else ""
        label = self.words(f"checklist.field.{kind}")
        example = self._example(kind)
        first = FieldState(VALUE, label, shown.get(VALUE, ""), unit, example, lines=kind == "dated_values")
        if kind != "datetime":
            return (first,)
        clock = FieldState(TIME, self.words("checklist.field.time"), shown.get(TIME, ""), "", self._clock(MID_MORNING))
        return first, clock

    def rows(self, answer: Answer | None) -> tuple[RowState, ...]:
        """Return what can be chosen, the answers that cost nothing last."""
        words, key = self.words, f"question.{self.name}.option"
        chosen = answer if isinstance(answer, tuple) else (answer,)
        rows = [RowState(o.id, words(f"{key}.{o.id}"), "", o.id in chosen) for o in self.question.options]
        if self.question.kind == "several":
            rows.append(RowState(NOTHING, words("ui.none_of_these"), "", answer == (), dashed=True))
        if self.question.allows_none:
            rows.append(RowState(NONE, words("question_words.none"), "", answer == NONE, dashed=True))
        hint = words("checklist.not_sure_hint")
        rows.append(RowState(NOT_SURE, words("question_words.not_sure"), hint, answer == NOT_SURE, dashed=True))
        return tuple(rows)

    def chips(self) -> tuple[ChipState, ...]:
        """Return shortcuts for days."""
        return tuple(ChipState(name, self.words(f"checklist.chip.{name}")) for name in self._days())

    def chip(self, name: str) -> Answer:
        """Return the answer that a shortcut gives."""
        day = self.now.date() + dt.timedelta(days=self._days()[name])
        if self.question.kind != "datetime":
            return day
        return self.now.replace(second=0, microsecond=0) if name == "now" else dt.datetime.combine(day, MID_MORNING)

    def row(self, row: str, answer: Answer | None) -> Answer:
        """Return the answer after a row was chosen; of several, a row goes on or off."""
        if self.question.kind != "several" or row == NOT_SURE:
            return row
        if row == NOTHING:
            return ()
        before = answer if isinstance(answer, tuple) else ()
        after = [name for name in before if name != row] if row in before else [*before, row]
        return tuple(option.id for option in self.question.options if option.id in after)

    def typed(self, texts: Mapping[str, str]) -> Answer | None:
        """Return the answer in what was typed; None when nothing was.

        Raises:
            TypedError: It is no answer to this question.
        """
        text = texts.get(VALUE, "").strip()
        if not text:
            return None
        try:
            return to_answer(self.question, self._raw(text, texts.get(TIME, "").strip()))
        except NotAnAnswerError:
            raise TypedError("checklist.error.bounds", bounds=self.bounds()) from None

    def bounds(self) -> str:
        """Return what the content allows, in words."""
        low, high = self.question.minimum, self.question.maximum
        if low is None or high is None:
            return self.words("checklist.any_day")
        unit = self.question.unit
        return self.words("checklist.between", low=self.wording.count(low, unit), high=self.wording.count(high, unit))

    def _days(self) -> Mapping[str, int]:
        if self.question.kind == "datetime":
            return AHEAD_CHIPS
        return PAST_CHIPS if self.question.kind == "date" and self.name not in AHEAD else {}

    def _raw(self, text: str, clock: str) -> object:
        kind, today = self.question.kind, self.now.date()
        if kind in ("number", "amount"):
            number = number_in(text)
            if number is None:
                raise TypedError("checklist.error.number", bounds=self.bounds())
            return number
        if kind == "dated_values":
            pairs, wrong = dated_in(text, today)
            if wrong:
                raise TypedError("checklist.error.line", line=wrong[0])
            return [list(pair) for pair in pairs]
        day = day_in(text, today)
        if day is None:
            raise TypedError("checklist.error.day", example=f"{today}")
        if kind == "date" or not clock:
            return day
        time = clock_in(clock)
        if time is None:
            raise TypedError("checklist.error.time", example=self._clock(MID_MORNING))
        return dt.datetime.combine(day, time)

    def _clock(self, time: dt.time) -> str:
        return f"{time:%H:%M}"

    def _example(self, kind: QuestionKind) -> str:
        today = self.now.date()
        if kind == "dated_values":
            middle = ((self.question.minimum or 0.0) + (self.question.maximum or 0.0)) / 2
            days = {"first": f"{today - dt.timedelta(days=90)}", "last": f"{today}"}
            return self.words("checklist.example_entries", **days, low=f"{middle:g}", high=f"{middle + 5:g}")
        return f"{today}" if kind in ("date", "datetime") else ""


def echo(asking: Asking, answer: Answer | None) -> str:
    """Return what a typed answer was understood as; nothing for one that was chosen."""
    words, wording = asking.words, asking.wording
    if isinstance(answer, dt.date):
        day = answer.date() if isinstance(answer, dt.datetime) else answer
        return words(
            "checklist.echo_day", date=wording.date(answer), away=_away((day - asking.now.date()).days, asking)
        )
    if isinstance(answer, float):
        return words("checklist.echo", value=wording.count(answer, asking.question.unit))
    if isinstance(answer, tuple) and asking.question.kind == "dated_values":
        return words("checklist.echo_entries", count=len(answer))
    return ""


def _away(days: int, asking: Asking) -> str:
    if days == 0:
        return asking.words("checklist.away_today")
    key = "checklist.away_ahead" if days > 0 else "checklist.away_ago"
    return asking.words(key, days=asking.wording.count(abs(days), "days"))


def question_picture(
    asking: Asking, answer: Answer | None, typed: Mapping[str, str], error: str, over: str
) -> QuestionState:
    """Return the picture of a question; ``over`` stands above it, ``error`` says what is wrong with what was typed."""
    words, name = asking.words, asking.name
    section = asking.question.section
    return QuestionState(
        id=name,
        overline=over,
        prompt=words(f"question.{name}.prompt"),
        lead=words(f"section.{section}.intro"),
        fields=asking.fields(answer, typed),
        chips=asking.chips(),
        rows=asking.rows(answer),
        one_only=asking.question.kind != "several",
        searchable="",
        echo="" if error else echo(asking, answer),
        error=error,
        why_label=words("checklist.why_label"),
        why=words(f"question.{name}.why"),
        how_label=words("checklist.how_label"),
        how=words(f"question.{name}.how"),
    )


def _written(answer: Answer | None) -> dict[str, str]:
    """Return an answer as it would be typed."""
    if isinstance(answer, dt.datetime):
        return {VALUE: f"{answer:%Y-%m-%d}", TIME: f"{answer:%H:%M}"}
    if isinstance(answer, dt.date):
        return {VALUE: f"{answer:%Y-%m-%d}"}
    if isinstance(answer, float):
        return {VALUE: f"{answer:.15g}"}
    if isinstance(answer, tuple):
        return {VALUE: "\n".join(f"{item[0]} {item[1]:g}" for item in answer if isinstance(item, tuple))}
    return {}
