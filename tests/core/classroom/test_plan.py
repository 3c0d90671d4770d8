"""A plan is read back as it was written, and every mistake in it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.classroom.plan import PLAN_FILE, Plan, PlanError, plan_of, plan_text, read_plan
from core.classroom.words import new_code, workshop_code
from core.errors import AppError
from core.schema.content import Content

GOOD = 'code = "k7m2qx"\nquiz = "class"\ncases = ["two_records", "six_lenders"]\nminutes = 60\n'


def test_that_a_plan_comes_back_as_it_was_written(content: Content) -> None:
    plan = plan_of(PLAN_FILE, GOOD.encode(), content)
    assert plan == Plan(code="k7m2qx", quiz="class", cases=("two_records", "six_lenders"), minutes=60)
    assert plan_text(plan) == GOOD


@pytest.mark.parametrize(
    ("change", "line", "code"),
    [
        (('"class"', '"clas"'), 2, "class_unknown_quiz"),
        (("six_lenders", "six_lender"), 3, "class_unknown_case"),
        (("60", "6000"), 4, "wrong_value"),
        (("60", '"an hour"'), 4, "wrong_type"),
        (("k7m2qx", "K7M2QX!"), 1, "wrong_value"),
        (("minutes", "title"), 4, "unknown_field"),
        (('code = "k7m2qx"\n', ""), 0, "missing_field"),
        (('"class"', '"class'), 2, "toml_syntax"),
    ],
)
def test_that_a_mistake_is_told_with_its_line(content: Content, change: tuple[str, str], line: int, code: str) -> None:
    with pytest.raises(PlanError) as told:
        plan_of(PLAN_FILE, GOOD.replace(*change).encode(), content)
    assert [(problem.line, problem.code) for problem in told.value.problems] == [(line, code)]


def test_that_a_plan_that_is_no_text_or_far_too_large_is_refused(content: Content, tmp_path: Path) -> None:
    with pytest.raises(PlanError):
        plan_of(PLAN_FILE, b"\xff\xfe", content)
    file = tmp_path / PLAN_FILE
    with pytest.raises(AppError) as told:
        read_plan(file, content)
    assert told.value.code == "file_unreadable"
    with file.open("wb") as big:
        big.truncate(10**9)
    with pytest.raises(AppError) as told:
        read_plan(file, content)
    assert told.value.code == "class_plan_too_large"


def test_that_a_plan_in_a_file_is_read(content: Content, tmp_path: Path) -> None:
    (tmp_path / PLAN_FILE).write_text(GOOD, "utf-8")
    assert read_plan(tmp_path / PLAN_FILE, content).minutes == 60


def test_that_a_new_code_can_be_typed_back() -> None:
    code = new_code(bytes(range(100, 106)))
    assert workshop_code(f" {code.upper()[:3]}-{code.upper()[3:]} ") == code
