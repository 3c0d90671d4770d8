"""An answers file -> :class:`Answers`, with every mistake at once and its line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from math import fsum
from pathlib import Path
from typing import Any

from core.errors import AnswersError, AppError, Problem, reason_of
from core.loading.answer_values import NotAnAnswerError, to_answer, to_moment
from core.loading.files import decode
from core.loading.measurements import to_measurement
from core.loading.places import Places, TomlPath
from core.loading.pydantic_problems import shown
from core.loading.toml_text import parse
from core.schema.answers import Answer, Answers, Attempt, Measurement, as_moment
from core.schema.content import Content, Mode

SIZE_LIMIT = 1_000_000
NO_DAY = dt.date.min
"""Stands for a day of assessment that could not be read."""
MOST_ATTEMPTS = 200
ATTEMPT_KEYS = ("when", "message", "message_shares")
ROUNDING = 1e-9
"""By so much the shares of a message may exceed 1: they were written as decimals."""
SHORTHANDS = {"lender": "request.lender", "amount": "request.amount", "planned": "request.planned"}
"""Keys at the top of a file that answer a question."""
KEYS = ("as_of", "mode", *SHORTHANDS, "answers", "attempts", "objections", "done", "measured", "case")
"""All keys at the top; ``case`` is for whoever reads the file, and is not read here."""


class FileUnreadableError(AppError):
    """The file is missing, a folder, too big, or may not be read."""

    code = "file_unreadable"


def read_answers(path: Path, content: Content, as_of: dt.date | None = None, today: dt.date | None = None) -> Answers:
    """Return the answers in a file.

    Args:
        path: A TOML file of at most a megabyte.
        content: What may be asked and answered.
        as_of: Day of the assessment; overrides the file.
        today: Day of the assessment when neither says one.

    Raises:
        FileUnreadableError: Nothing could be read.
        AnswersError: Every mistake in the file, each with its line.
    """
    problems: list[Problem] = []
    text = decode(path.name, _bytes_of(path), problems)
    if text is None:
        raise AnswersError(problems)
    return answers_of(path.name, text, content, as_of, today)


def answers_of(
    name: str, text: str, content: Content, as_of: dt.date | None = None, today: dt.date | None = None
) -> Answers:
    """Return the answers in the text of a file called ``name``; as :func:`read_answers`."""
    problems: list[Problem] = []
    data = parse(name, text, problems)
    if data is None:
        raise AnswersError(problems)
    return _Reader(_Told(name, text), content).read(data, as_of, today)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise FileUnreadableError("file_too_large", file=path.name, limit=f"{SIZE_LIMIT // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(file=path.name, reason=reason_of(error)) from error


class _Told:
    """Collects what is wrong in one file, each with its line."""

    def __init__(self, name: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._name, self._places = name, Places({name: text})

    def tell(self, code: str, at: TomlPath, **facts: object) -> None:
        self.problems.append(self._places.problem(code, self._name, at, **facts))

    def unknown(self, code: str, at: TomlPath, found: str, known: Sequence[str]) -> None:
        near = get_close_matches(found[:100], known, n=1)
        self.tell(code, at, found=found[:100], near=near[0] if near else known[0])

    def moment(self, raw: object, at: TomlPath, name: str) -> dt.date | dt.datetime | None:
        try:
            return to_moment(raw)
        except NotAnAnswerError as error:
            self.tell("wrong_answer", at, question=name, found=shown(raw), expected=error.expected)
            return None

    def stands(self, at: TomlPath) -> bool:
        """Return whether the file has something at ``at``."""
        return self._places.problem("", self._name, at).line > 0


class _Attempts:
    """Reads the failed tries."""

    def __init__(self, told: _Told, messages: Mapping[str, object], as_of: dt.date) -> None:
        self._told, self._messages, self._as_of = told, messages, as_of

    def read(self, data: Mapping[str, Any], mode: Mode) -> tuple[Attempt, ...]:
        if mode == "after":
            return self._listed(data)
        if data.get("attempts"):
            self._told.tell("attempts_before", ("attempts",))
        return ()

    def _listed(self, data: Mapping[str, Any]) -> tuple[Attempt, ...]:
        listed = data.get("attempts", [])
        if not isinstance(listed, list) or len(listed) > MOST_ATTEMPTS:
            expected = f"[[attempts]] (≤ {MOST_ATTEMPTS})"
            self._told.tell("wrong_answer", ("attempts",), question="attempts", found=shown(listed), expected=expected)
            return ()
        attempts = [self._attempt(raw, ("attempts", n)) for n, raw in enumerate(listed)]
        return tuple(sorted((a for a in attempts if a), key=lambda attempt: as_moment(attempt.when)))

    def _attempt(self, raw: object, at: TomlPath) -> Attempt | None:
        if not isinstance(raw, dict) or not set(raw) <= set(ATTEMPT_KEYS):
            expected = ", ".join(ATTEMPT_KEYS)
            self._told.tell("wrong_answer", at, question="attempts", found=shown(raw), expected=expected)
            return None
        message = raw.get("message")
        if message is not None and str(message) not in self._messages:
            self._told.unknown("unknown_message", (*at, "message"), str(message), tuple(self._messages))
        when = self._told.moment(raw.get("when"), (*at, "when"), "when")
        if when is None:
            return None
        if self._as_of != NO_DAY and as_moment(when).date() > self._as_of:
            self._told.tell("attempt_in_future", (*at, "when"), when=when.isoformat(), as_of=self._as_of.isoformat())
        return Attempt(when, None if message is None else str(message), self._shares(raw, (*at, "message_shares")))

    def _shares(self, raw: Mapping[str, Any], at: TomlPath) -> tuple[tuple[str, float], ...]:
        """Return the classes of a decoded message with their probabilities, likeliest first."""
        listed = raw.get("message_shares", {})
        numbers = isinstance(listed, dict) and [share for share in listed.values() if _is_share(share)]
        if not isinstance(listed, dict) or not numbers or len(numbers) < len(listed) or fsum(numbers) > 1 + ROUNDING:
            if listed != {}:
                expected = "{ card_state = 0.7, … } (Σ ≤ 1)"
                self._told.tell("wrong_answer", at, question="message_shares", found=shown(listed), expected=expected)
            return ()
        for name in listed:
            if name not in self._messages:
                self._told.unknown("unknown_message", (*at, name), name, tuple(self._messages))
        return tuple(
            sorted(((name, float(share)) for name, share in listed.items()), key=lambda pair: (-pair[1], pair[0]))
        )


class _Reader:
    """Reads the parts one after the other."""

    def __init__(self, told: _Told, content: Content) -> None:
        self._told, self._content = told, content

    def read(self, data: Mapping[str, Any], as_of: dt.date | None, today: dt.date | None) -> Answers:
        for key in data:
            if key not in KEYS:
                self._told.unknown("unknown_key", (key,), key, KEYS)
        day = as_of or self._as_of(data, today)
        mode = self._mode(data)
        values = self._values(data)
        answers = Answers(
            as_of=day,
            mode=mode,
            values=values,
            attempts=_Attempts(self._told, self._content.messages, day).read(data, mode),
            objections=self._ids(data, "objections", self._content.causes),
            done=self._ids(data, "done", self._content.actions),
            measured=self._measured(data, values),
        )
        if day != NO_DAY:
            self._check_planned(answers)
        if self._told.problems:
            raise AnswersError(self._told.problems)
        return answers

    def _as_of(self, data: Mapping[str, Any], today: dt.date | None) -> dt.date:
        if "as_of" not in data and today:
            return today
        moment = self._told.moment(data.get("as_of"), ("as_of",), "as_of")
        return moment.date() if isinstance(moment, dt.datetime) else moment or NO_DAY

    def _mode(self, data: Mapping[str, Any]) -> Mode:
        mode = data.get("mode", "before")
        if mode == "after":
            return "after"
        if mode != "before":
            self._told.tell("wrong_answer", ("mode",), question="mode", found=shown(mode), expected="before | after")
        return "before"

    def _values(self, data: Mapping[str, Any]) -> dict[str, Answer]:
        values: dict[str, Answer] = {}
        for key, question in SHORTHANDS.items():
            if key in data:
                self._answer(values, question, data[key], (key,))
        listed = data.get("answers", {})
        if not isinstance(listed, dict):
            self._told.tell("wrong_answer", ("answers",), question="answers", found=shown(listed), expected="[answers]")
            return values
        for question, raw in listed.items():
            if question in values:
                self._told.tell("answered_twice", ("answers", question), question=question)
            self._answer(values, question, raw, ("answers", question))
        return values

    def _answer(self, values: dict[str, Answer], name: str, raw: object, at: TomlPath) -> None:
        question = self._content.questions.get(name)
        if question is None:
            self._told.unknown("unknown_question", at, name, tuple(self._content.questions))
            return
        try:
            values[name] = to_answer(question, raw)
        except NotAnAnswerError as error:
            self._told.tell("wrong_answer", at, question=name, found=shown(raw), expected=error.expected)

    def _measured(self, data: Mapping[str, Any], values: Mapping[str, Answer]) -> dict[str, Measurement]:
        listed = data.get("measured", {})
        if not isinstance(listed, dict):
            expected = '[measured."…"]'
            self._told.tell("wrong_answer", ("measured",), question="measured", found=shown(listed), expected=expected)
            return {}
        found: dict[str, Measurement] = {}
        for name, raw in listed.items():
            if name not in values:
                self._told.unknown("measured_unanswered", ("measured", name), name, tuple(values) or ("answers",))
                continue
            try:
                found[name] = to_measurement(raw)
            except NotAnAnswerError as error:
                at = ("measured", name)
                self._told.tell("wrong_answer", at, question=name, found=shown(raw), expected=error.expected)
        return found

    def _ids(self, data: Mapping[str, Any], key: str, known: Mapping[str, object]) -> tuple[str, ...]:
        listed = data.get(key, [])
        if not isinstance(listed, list):
            self._told.tell("wrong_answer", (key,), question=key, found=shown(listed), expected="[…]")
            return ()
        names = [str(name) for name in listed]
        for n, name in enumerate(names):
            if name not in known:
                self._told.unknown(f"unknown_in_{key}", (key, n), name, tuple(known))
        return tuple(dict.fromkeys(names))

    def _check_planned(self, answers: Answers) -> None:
        planned = answers.planned
        day = planned.date() if isinstance(planned, dt.datetime) else planned
        last = self._content.scales.plan.horizon_days
        if not 0 <= (day - answers.as_of).days <= last:
            at = ("planned",) if self._told.stands(("planned",)) else ("answers", "request.planned")
            self._told.tell(
                "planned_out_of_reach", at, found=day.isoformat(), as_of=answers.as_of.isoformat(), days=last
            )


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1
