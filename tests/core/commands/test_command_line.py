"""The command line as a borrower and an author meet it: good files, bad files, exit codes, one line each."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.commands.running import Run

ROOT = Path(__file__).parents[3]
GOOD = """
as_of = 2026-09-24
planned = 2026-09-24T10:00:00
lender = "jiebei"
amount = 8000
[answers]
"card.account_class" = "class_two"
"card.received_today" = 5000
"""


@pytest.fixture
def answers(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "answers.toml"
        path.write_text(text, "utf-8")
        return path

    return write


def test_json_has_the_promised_keys_and_unrounded_numbers(run: Run, answers: Callable[[str], Path]) -> None:
    code, out, _ = run("check", answers(GOOD), "--json")
    data = json.loads(out)
    assert code == 0
    assert data["as_of"] == "2026-09-24"
    assert set(data) >= {"mode", "band", "arrives", "gates", "causes", "plan", "by_date", "open_questions"}
    assert set(data["arrives"]) == {"estimate", "low", "high"}
    first = data["causes"][0]
    assert set(first) >= {"id", "gate", "presence", "strength", "share", "blocker", "still_present", "grade", "owner"}
    assert set(first) >= {"family", "evidence"}
    assert data["by_date"][0] == {
        "date": "2026-09-24",
        "arrives": pytest.approx(data["arrives"]["estimate"], abs=1e-12),
        "with_plan": data["by_date"][0]["with_plan"],
    }


def test_causes_stand_in_the_order_of_the_road_with_the_unexplained_last(
    run: Run, answers: Callable[[str], Path]
) -> None:
    data = json.loads(run("check", answers(GOOD), "--json")[1])
    gates = [gate["id"] for gate in data["gates"]]
    order = [gates.index(cause["gate"]) for cause in data["causes"]]
    assert order == sorted(order)
    for gate in gates:
        assert [cause["id"] for cause in data["causes"] if cause["gate"] == gate][-1] == f"{gate}.unexplained"


@pytest.mark.parametrize(("language", "word"), [("zh", "放款"), ("en", "Class II")])
def test_the_report_speaks_the_language_asked_for(
    run: Run, answers: Callable[[str], Path], language: str, word: str
) -> None:
    code, out, _ = run("check", answers(GOOD), "--lang", language)
    assert code == 0
    assert word in out or language == "zh"
    assert ("最可能" in out) == (language == "zh")


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_report_file_is_written_whole(run: Run, answers: Callable[[str], Path], tmp_path: Path, form: str) -> None:
    target = tmp_path / f"report.{form}"
    code, out, _ = run("check", answers(GOOD), f"--{form}", target, "--lang", "en")
    assert code == 0
    assert str(target) in out
    assert "Disburse Check" in target.read_text("utf-8") or form == "md"
    assert "{{" not in target.read_text("utf-8")


def test_a_stop_sign_of_fraud_comes_first_and_hides_the_plan(run: Run, answers: Callable[[str], Path]) -> None:
    code, out, _ = run("check", answers(GOOD + '"safety.asked_to_pay" = "yes"\n'), "--lang", "en")
    assert code == 0
    assert out.index("!!") < out.index("The road of a request")
    assert "What to do\n" not in out


def test_an_objection_silences_no_alarm(run: Run, answers: Callable[[str], Path]) -> None:
    text = 'objections = ["fraudulent_lender"]\n' + GOOD + '"safety.asked_to_pay" = "yes"\n'
    data = json.loads(run("check", answers(text), "--json")[1])
    assert data["safety"]["level"] == "stop"
    assert next(c for c in data["causes"] if c["id"] == "fraudulent_lender")["presence"] == 0


BAD = {
    "unknown question": (GOOD + '"devise.place" = "usual"\n', 9, "device.place"),
    "unknown option": (GOOD + '"device.place" = "home"\n', 9, "other_city"),
    "a number for a choice": (GOOD + '"device.place" = 3\n', 9, "usual"),
    "a word for a number": (GOOD + '"person.age" = "old"\n', 9, "10"),
    "a number out of bounds": (GOOD + '"person.age" = 900\n', 9, "110"),
    "half a time": (GOOD + '"history.tries_today" = 1.5\n', 9, "0"),
    "not a number": (GOOD + '"history.tries_today" = nan\n', 9, "0"),
    "a date in 1900": (GOOD.replace("2026-09-24T", "1900-09-24T"), 3, "2000"),
    "an as_of in 1900": (GOOD.replace("as_of = 2026", "as_of = 1900"), 2, "2000"),
    "a plan beyond the horizon": (GOOD.replace("2026-09-24T", "2027-09-24T"), 3, "30"),
    "a misspelt key": ("amont = 3\n" + GOOD, 1, "amount"),
    "an unknown mode": ('mode = "during"\n' + GOOD, 1, "before"),
    "an unknown message": ('mode = "after"\n' + GOOD + '[[attempts]]\nwhen = 2026-09-24\nmessage = "bad"\n', 12, "bad"),
    "an attempt tomorrow": ('mode = "after"\n' + GOOD + "[[attempts]]\nwhen = 2026-09-25\n", 11, "2026-09-25"),
    "an attempt without a time": ('mode = "after"\n' + GOOD + "[[attempts]]\n", 10, "when"),
    "attempts before applying": (GOOD + "[[attempts]]\nwhen = 2026-09-24\n", 9, "after"),
    "an unknown objection": ('objections = ["order_pendng"]\n' + GOOD, 1, "order_pending"),
    "an unknown action": ('done = ["upload_id"]\n' + GOOD, 1, "upload_new_id"),
    "an answer given twice": (GOOD + '"request.amount" = 3\n', 9, "request.amount"),
    "broken syntax": (GOOD + "broken = = 1\n", 9, ""),
    "a truncated file": (GOOD[: GOOD.index("8000")], 5, ""),
    "scores that are no pairs": (GOOD + '"score.history" = [650]\n', 9, "2026-09-01"),
    "a score out of range": (GOOD + '"score.history" = [[2026-09-01, 99]]\n', 9, "350"),
}


@pytest.mark.parametrize(("text", "line", "hint"), BAD.values(), ids=BAD.keys())
def test_each_mistake_gets_one_clear_line(
    run: Run, answers: Callable[[str], Path], text: str, line: int, hint: str
) -> None:
    code, out, err = run("check", answers(text), "--lang", "en")
    assert code == 2
    assert not out
    assert len(err.strip().splitlines()) == 1, err
    assert err.startswith(f"answers.toml:{line}: "), err
    assert hint in err
    assert "Traceback" not in err


def test_all_mistakes_are_told_at_once(run: Run, answers: Callable[[str], Path]) -> None:
    code, _, err = run("check", answers("amont = 3\n" + GOOD + '"person.age" = 900\n"x.y" = 1\n'))
    assert code == 2
    assert [line.split(":")[1] for line in err.strip().splitlines()] == ["1", "10", "11"]


def _gone(path: Path) -> Path:
    return path


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _huge(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    return path


def _latin(path: Path) -> Path:
    path.write_bytes('lender = "借呗"'.encode("gb18030"))
    return path


@pytest.mark.parametrize("make", [_gone, _folder, _huge, _latin])
def test_a_file_that_cannot_be_read_is_told_in_one_line(run: Run, tmp_path: Path, make: Callable[[Path], Path]) -> None:
    code, out, err = run("check", make(tmp_path / "x.toml"), "--lang", "en")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1
    assert "x.toml" in err


@pytest.mark.parametrize(
    "arguments", [["check"], ["chek"], ["check", "a.toml", "--lang", "fr"], ["check", "a", "--jso"], []]
)
def test_a_wrong_call_gets_one_line_and_exit_code_two(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1


def test_a_bad_as_of_is_told(run: Run, answers: Callable[[str], Path]) -> None:
    code, _, err = run("check", answers(GOOD), "--as-of", "yesterday", "--lang", "en")
    assert code == 2
    assert "yesterday" in err


def test_nothing_is_written_when_anything_is_wrong(run: Run, answers: Callable[[str], Path], tmp_path: Path) -> None:
    target = tmp_path / "out" / "report.html"
    assert run("check", answers(GOOD), "--html", target)[0] == 2
    assert not target.parent.exists()
    old = tmp_path / "old.html"
    old.write_text("kept", "utf-8")
    assert run("check", answers(GOOD + "x\n"), "--html", old)[0] == 2
    assert old.read_text("utf-8") == "kept"
    assert {path.name for path in tmp_path.iterdir()} <= {"answers.toml", "old.html"}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content") / "mine"
    shutil.copytree(ROOT / "content", folder)
    page = folder / "en" / "explanations" / "order_pending.md"
    page.write_text(page.read_text("utf-8").replace("# sure", "{{ facts.__class__.__mro__ }}\n\n# sure"), "utf-8")
    causes = folder / "model" / "causes.toml"
    causes.write_text(causes.read_text("utf-8").replace('base_rate = "rare"', 'base_rate = "seldomly"', 1), "utf-8")
    return folder


def test_content_check_reports_every_mistake_and_exits_with_one(run: Run, broken: Path) -> None:
    code, out, err = run("content", "check", broken, "--lang", "en")
    assert (code, out) == (1, "")
    assert any(line.startswith("model/causes.toml:") and "seldomly" in line for line in err.splitlines())


def test_a_template_that_reaches_for_python_is_refused(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(ROOT / "content", folder)
    for language in ("zh_CN", "en"):
        page = folder / language / "explanations" / "order_pending.md"
        page.write_text(page.read_text("utf-8").replace("# sure", "{{ cause.__class__.__mro__ }}\n\n# sure"), "utf-8")
    code, _, err = run("content", "check", folder, "--lang", "en")
    assert code == 1
    assert "order_pending.md" in err
    assert "must not" in err


def test_the_shipped_content_is_in_order(run: Run) -> None:
    code, out, err = run("content", "check", "--lang", "en")
    assert (code, err) == (0, "")
    assert "in order" in out


def test_answers_are_not_assessed_with_broken_content(run: Run, answers: Callable[[str], Path], broken: Path) -> None:
    code, out, err = run("check", answers(GOOD), "--content", broken)
    assert (code, out) == (2, "")
    assert "causes.toml" in err


def test_questions_lists_what_an_answers_file_may_say(run: Run) -> None:
    data = json.loads(run("questions", "--json")[1])
    assert len(data["questions"]) >= 30
    assert {"choice", "several", "number", "amount", "date", "datetime", "dated_values"} == {
        question["kind"] for question in data["questions"]
    }
    assert "request.planned" in run("questions", "--lang", "en")[1]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_model_card_names_every_cause_rule_and_source(run: Run, language: str) -> None:
    code, card, _ = run("model-card", "--lang", language)
    assert code == 0
    data = json.loads(run("questions", "--json")[1])
    assert len(data["causes"]) >= 35
    assert card.count("\n- ") > 400


def test_that_another_score_is_read_in_the_range_that_was_given(run: Run, answers: Callable[[str], Path]) -> None:
    table = answers("2026-08-01,80\n2026-09-01,90")
    assert run("trend", table)[0] == 2
    code, out, _ = run("trend", table, "--low", "0", "--high", "100", "--json")
    assert (code, json.loads(out)["latest"]) == (0, 90)
    code, out, err = run("trend", table, "--low", "0", "--lang", "en")
    assert (code, out) == (2, "")
    assert "--low N --high N" in err


def test_that_a_key_that_stops_a_command_leaves_no_lines(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("core.commands.questions.questions_as_json", stopped)
    assert run("questions", "--json") == (130, "", "")


@pytest.mark.parametrize(
    ("language", "why"), [("zh", "没有这个文件或文件夹"), ("en", "there is no such file or folder")]
)
def test_that_the_language_of_the_system_is_in_no_message(run: Run, tmp_path: Path, language: str, why: str) -> None:
    missing = tmp_path / "missing"
    for command in (("check", missing), ("trend", missing), ("learn", missing), ("class", "result", missing)):
        code, out, err = run(*command, "--lang", language)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "missing" in err
        assert why in err


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("command", [("content", "check"), ("questions", "--content")])
def test_that_a_folder_without_content_is_told_in_one_line(
    run: Run, tmp_path: Path, there: bool, command: tuple[str, ...]
) -> None:
    folder = tmp_path / "holiday pictures"
    if there:
        folder.mkdir()
    code, out, err = run(*command, folder, "--lang", "en")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"{folder} holds no content" in err
