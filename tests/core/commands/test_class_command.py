"""A workshop from end to end: three on machines of their own, then six, then somebody who means harm."""

from __future__ import annotations

import csv
import datetime as dt
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from core.classroom.handing_in import Desk, hand_in
from core.classroom.plan import PLAN_FILE, Plan, plan_of, plan_text
from core.classroom.result import save_result
from core.loading.library import load_library
from core.quiz.round import answered, of_set
from core.schema.content import Content
from tests.core.commands.running import Run

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def content() -> Content:
    return load_library(ROOT / "content", dt.date(2026, 11, 26)).content


def take_part(content: Content, stick: Path, own: Path, number: int) -> None:
    """Read the plan from the stick, answer before and after on a folder of one's own, and put both results there."""
    plan = plan_of(PLAN_FILE, (stick / PLAN_FILE).read_bytes(), content)
    own.mkdir()
    for moment, learned in (("before", 1), ("after", 2)):
        now = of_set(content.quiz, plan.quiz, "before" if moment == "before" else "after")
        for item in now.items[:learned]:
            right = content.quiz.item[item].right or content.quiz.item[item].answer
            now = answered(now, item, right)
        desk = Desk(content, plan.code, bytes([number, learned] * 4))
        file = save_result(hand_in(desk, now, f"my stone {number}"), own)
        shutil.copy(file, stick / "handed in")


@pytest.fixture
def stick(content: Content, tmp_path: Path) -> Path:
    """Return a stick that went from hand to hand: the plan, and the results of three."""
    stick = tmp_path / "stick"
    (stick / "handed in").mkdir(parents=True)
    plan = Plan(code="k7m2qx", quiz="class", cases=(next(iter(content.library.case)),), minutes=60)
    (stick / PLAN_FILE).write_text(plan_text(plan), "utf-8")
    for number in range(3):
        take_part(content, stick, tmp_path / f"machine {number}", number)
    return stick


def test_that_three_people_are_too_few_to_be_told_about(run: Run, stick: Path) -> None:
    code, out, err = run("class", "merge", stick / "handed in", "--lang", "en")
    assert (code, err) == (0, "")
    assert "Counted: 6 results." in out
    assert out.count("Fewer than 5 people handed in. Nothing of it is shown.") == 2
    assert "3 people" not in out


def test_that_six_are_told_about_and_all_exports_lie_in_one_folder(
    run: Run, content: Content, stick: Path, tmp_path: Path
) -> None:
    for number in range(3, 6):
        take_part(content, stick, tmp_path / f"machine {number}", number)
    code, out, _ = run("class", "merge", stick / "handed in", "--out", tmp_path / "report", "--workshop", "K7M-2QX")
    assert code == 0
    names = sorted(file.name for file in (tmp_path / "report").iterdir())
    assert names == [f"class-report.{form}" for form in ("csv", "html", "json", "md")]
    assert all(name in out for name in names)
    data = json.loads((tmp_path / "report" / "class-report.json").read_text("utf-8"))
    gain = data["sets"][0]["gain"]
    assert (gain["people"], gain["items"]) == (6, 1)
    with (tmp_path / "report" / "class-report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["count"] for row in csv.DictReader(file) if row["part"] == "round" and row["round"] == "after"] == [
            "6"
        ]


def test_that_a_hostile_file_is_named_and_the_report_stays_the_same(run: Run, stick: Path) -> None:
    folder = stick / "handed in"
    _, before, _ = run("class", "merge", folder, "--json")
    with (folder / "giant.json").open("wb") as giant:
        giant.truncate(10**9)
    with zipfile.ZipFile(folder / "bomb.json", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("result.json", b" " * 10**6)
    (folder / "schema.json").write_text('{"format": 1, "kind": "class_result", "=1+1": "x"}', "utf-8")
    code, after, err = run("class", "merge", folder, "--json")
    assert (code, err) == (0, "")
    assert json.loads(after)["report"] == json.loads(before)["report"]
    refused = {one["file"]: one["code"] for one in json.loads(after)["read"]["refused"]}
    assert refused == {
        "bomb.json": "class_result_archive",
        "giant.json": "class_result_too_large",
        "schema.json": "class_result_unknown_field",
    }
    for language in ("zh", "en"):
        _, text, _ = run("class", "merge", folder, "--lang", language)
        assert all(name in text for name in refused)
        assert "=1+1" not in text


def test_that_what_was_handed_in_holds_nothing_of_the_machine_or_the_word(stick: Path) -> None:
    for file in (stick / "handed in").iterdir():
        text = file.read_text("utf-8")
        assert not any(word in text for word in ("stone", "machine", str(stick), "2026"))


def test_that_a_single_result_and_a_plan_can_be_checked(run: Run, stick: Path) -> None:
    [first, *_] = sorted((stick / "handed in").iterdir())
    assert run("class", "result", first)[0] == 0
    assert "k7m2qx" in run("class", "plan", stick / PLAN_FILE)[1]
    code, out, err = run("class", "result", stick / PLAN_FILE)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    (stick / PLAN_FILE).write_text('code = "k7m2qx"\nquiz = "none"\n', "utf-8")
    code, _, err = run("class", "plan", stick / PLAN_FILE)
    assert code == 2
    assert err.startswith(f"{PLAN_FILE}:2: ")


@pytest.mark.parametrize(
    "arguments", [("--workshop", "?"), ("--html", "/no/such/place.html"), ("--out", "/no/such/place")]
)
def test_that_what_cannot_be_done_is_one_line(run: Run, stick: Path, arguments: tuple[str, ...]) -> None:
    code, out, err = run("class", "merge", stick / "handed in", *arguments)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1


def test_that_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    code, out, err = run("class", "merge", tmp_path / "none")
    assert (code, out) == (2, "")
    assert "none" in err
