"""The plan of a workshop: which quiz, which cases, how long. A short file that a facilitator writes or has written."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator

from core.classroom.kinds import Id, WorkshopCode
from core.errors import AppError, Problem, ProblemsError, reason_of
from core.loading.files import decode
from core.loading.places import Places
from core.loading.pydantic_problems import schema_problems
from core.loading.toml_text import parse
from core.schema.content import Content
from core.schema.network import Picture

PLAN_FILE = "workshop.toml"
SIZE_LIMIT = 20_000
MOST_CASES = 12


class PlanError(ProblemsError):
    """A plan has mistakes, each with its line."""

    code = "class_plan_has_problems"


class Plan(Picture):
    """What a workshop does.

    Attributes:
        code: Shown on the wall and typed by everybody; keeps the results of two workshops apart.
        quiz: The set of items for before and after.
        cases: The cases to step through, in this order.
        minutes: How long it takes in all.
    """

    code: WorkshopCode
    quiz: Id
    cases: Annotated[tuple[Id, ...], Field(max_length=MOST_CASES)] = ()
    minutes: Annotated[int, Field(ge=10, le=600)] = 90

    @field_validator("cases")
    @classmethod
    def _each_once(cls, cases: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cases))


def read_plan(file: Path, content: Content) -> Plan:
    """Return the plan in a file of at most 20 kB.

    Raises:
        AppError: It cannot be read, or is too large.
        PlanError: Every mistake in it.
    """
    try:
        if file.stat().st_size > SIZE_LIMIT:
            raise AppError("class_plan_too_large", file=file.name, limit=f"{SIZE_LIMIT // 1000} kB")
        data = file.read_bytes()
    except OSError as error:
        raise AppError("file_unreadable", file=file.name, reason=reason_of(error)) from error
    return plan_of(file.name, data, content)


def plan_of(name: str, data: bytes, content: Content) -> Plan:
    """Return the plan in the bytes of a file called ``name``; as :func:`read_plan`."""
    problems: list[Problem] = []
    text = decode(name, data, problems)
    raw = None if text is None else parse(name, text, problems)
    if text is None or raw is None:
        raise PlanError(problems)
    places = Places({name: text})
    try:
        plan = Plan.model_validate(_as_tuples(raw), strict=True)
    except ValidationError as error:
        raise PlanError(list(schema_problems(error, _as_tuples(raw), places, name, ()))) from None
    problems += _unknown(plan, content, places, name)
    if problems:
        raise PlanError(problems)
    return plan


def plan_text(plan: Plan) -> str:
    """Return a plan as it is written into :data:`PLAN_FILE`; reading it gives the same plan."""
    cases = ", ".join(f'"{case}"' for case in plan.cases)
    lines = (f'code = "{plan.code}"', f'quiz = "{plan.quiz}"', f"cases = [{cases}]", f"minutes = {plan.minutes}")
    return "\n".join(lines) + "\n"


def _as_tuples(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in raw.items()}


def _unknown(plan: Plan, content: Content, places: Places, name: str) -> Iterator[Problem]:
    if plan.quiz not in content.quiz.set:
        yield places.problem("class_unknown_quiz", name, ("quiz",), **_near(plan.quiz, content.quiz.set))
    for number, case in enumerate(plan.cases):
        if case not in content.library.case:
            at = ("cases", number)
            yield places.problem("class_unknown_case", name, at, **_near(case, content.library.case))


def _near(found: str, known: Collection[str]) -> dict[str, str]:
    near = get_close_matches(found, known, n=1, cutoff=0)
    return {"found": found, "near": near[0] if near else "-"}
