"""Bad files, numbers and days: what is expected is said in the reader's language, and nothing is done by halves."""

from __future__ import annotations

import errno
import getpass
import os
from pathlib import Path

import pytest

from core.journal import keys, vault
from core.journal.journal import Journal
from tests.core.commands.running import Run
from tests.core.journal.desk import PASSPHRASE, Clock

ANSWERS = {
    "a sum": ("amount = -5", "应为 1 到 1000000 元", "expected 1 to 1000000 yuan"),
    "a whole number": (
        '[answers]\n"person.age" = 20.5',
        "应为 10 到 110 岁，要整数",
        "10 to 110 years, a whole",
    ),
    "a day of a year far off": ("as_of = 1990-01-01", "2000-01-01 到 2099-12-31", "2000-01-01 to 2099-12-31"),
    "a day that is a word": ('as_of = "soon"', "2026-09-27 这样的日期", "a day such as 2026-09-27"),
    "no equals sign": ("amount", "（名字后面没有等号）", "(there is no equals sign after the name)"),
    "a name twice": ("amount = 1\namount = 2", "（同一个名字写了两次）", "(a name stands there twice)"),
    "an open quotation mark": ('lender = "jiebei', "（引号或括号没有写完）", "mark or bracket is not closed"),
    "an open bracket": ("objections = [", "（等号后面不是能读的值）", "is no value that can be read"),
    "a table that is not closed": ("[answers", "（引号或括号没有写完）", "(a quotation mark or bracket is not closed)"),
    "no value": (
        "amount = ",
        "（等号后面不是能读的值）",
        "(what follows the equals sign is no value",
    ),
    "a day that is none": ("as_of = 2026-02-30", "（等号后面不是能读的值）", "no value that can be read"),
    "brackets in brackets": ("objections = " + "[" * 20_000, "（括号一层套一层，太多了）", "too many brackets"),
    "a number without end": ("amount = " + "9" * 5_000, "（数字太长）", "(the number is too long)"),
}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.toml"
    file.write_text('lender = "jiebei"\n', "utf-8")
    return file


@pytest.mark.parametrize(("text", "chinese", "english"), ANSWERS.values(), ids=ANSWERS.keys())
def test_that_what_is_wrong_with_answers_is_said_in_words_of_the_language(
    run: Run, answers: Path, text: str, chinese: str, english: str
) -> None:
    answers.write_text(text, "utf-8")
    for language, told in (("zh", chinese), ("en", english)):
        code, out, err = run("check", answers, "--lang", language)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert told in err


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "30.2.2026", "soon", "1990-01-01", "2026-09-01T25:00"])
@pytest.mark.parametrize("command", [("check", "FILE", "--as-of"), ("rights", "--as-of"), ("timing", "--from")])
def test_that_a_day_that_is_none_is_refused_wherever_one_is_asked_for(
    run: Run, answers: Path, command: tuple[str, ...], day: str
) -> None:
    code, out, err = run(*(str(answers) if word == "FILE" else word for word in command), day)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"“{day}”不是本程序能用的日期；请写 2" in err


@pytest.mark.parametrize(
    "command",
    [
        ("check", "FILE", "--html", "FILE"),
        ("letter", "question_to_lender", "FILE", "--md", "./FILE"),
        ("pack", "FILE", "--md", "FILE"),
        ("class", "sheets", "FILE", "--html", "FILE"),
        ("class", "merge", ".", "--html", "new.html", "--md", "new.html"),
        ("batch", "FILE", "out.csv", "--rejects", "out.csv"),
    ],
)
def test_that_no_file_is_written_over_itself(
    run: Run, answers: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(answers.parent)
    before = answers.read_bytes()
    code, out, err = run(*(word.replace("FILE", answers.name) for word in command), "--lang", "en")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is named twice" in err
    assert [file.name for file in answers.parent.iterdir()] == [answers.name]
    assert answers.read_bytes() == before


COSTS = {
    "no months": (("--months", "0"), "月数 0 不行：要在 1 到 360 之间", "0 months will not do"),
    "no days": (("--days", "0"), "天数 0 不行：要在 1 到 3,650 之间", "0 days will not do"),
    "neither": ((), "写月数，或者写天数，只写一样", "write months or days, one of the two"),
    "both": (("--months", "3", "--days", "9"), "写月数，或者写天数，只写一样", "write months or days, one of the two"),
    "months below none": (("--months", "-3"), "月数 -3 不行", "-3 months will not do"),
    "five times the sum": (("--months", "3", "--monthly-fee", "500%"), "500% 不行：要在 0% 到 100%", "500% of the sum"),
    "early where all is paid at once": (
        ("--days", "9", "--early", "1"),
        "本来就是一次还清",
        "paid back at once",
    ),
    "early after the only instalment": (("--months", "1", "--early", "1"), "本来就是一次还清", "paid back at once"),
    "an open quotation mark": (
        ("--months", "3", "--against", '"'),
        "--against 里的引号没有成对",
        "--against is not",
    ),
    "no term to compare with": (("--months", "3", "--against", "--amount 9 --months 0"), "月数 0 不行", "0 months"),
}


@pytest.mark.parametrize(("arguments", "chinese", "english"), COSTS.values(), ids=COSTS.keys())
def test_that_what_is_wrong_with_an_offer_is_told_as_it_was_written(
    run: Run, arguments: tuple[str, ...], chinese: str, english: str
) -> None:
    for language, told in (("zh", chinese), ("en", english)):
        code, out, err = run("cost", "--amount", "100", *arguments, "--lang", language)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert told in err


def test_that_a_loan_is_paid_back_in_instalments_not_in_times(run: Run) -> None:
    assert "in 12 instalments." in run("cost", "--amount", "100", "--months", "12", "--lang", "en")[1]
    assert "in 1 instalment." in run("cost", "--amount", "100", "--days", "12", "--lang", "en")[1]


@pytest.mark.parametrize(
    "command",
    [("content", "new", "NAME"), ("class", "merge", "NAME"), ("check", "NAME"), ("questions", "--content", "NAME")],
)
def test_that_a_name_no_system_takes_is_told_in_one_line(run: Run, command: tuple[str, ...]) -> None:
    code, out, err = run(*(word.replace("NAME", "n" * 5000) for word in command))
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("target", [".", "folder"])
def test_that_a_folder_is_no_place_to_write_a_page(
    run: Run, answers: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.chdir(answers.parent)
    (answers.parent / "folder").mkdir()
    code, out, err = run("check", answers, "--html", target)
    assert (code, out, "这是一个文件夹" in err) == (2, "", True)


def test_that_bytes_that_are_no_text_do_not_stop_a_page(run: Run, answers: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    code, _, err = run("letter", "question_to_lender", answers, "--field", "message_text=\udcff 失败", "--html", page)
    assert (code, err) == (0, "")
    assert "? 失败" in page.read_text("utf-8")


def test_that_a_table_without_a_line_is_no_table(run: Run, tmp_path: Path) -> None:
    for name in ("a.csv", "a.jsonl"):
        (tmp_path / name).write_bytes(b"")
        code, out, err = run("batch", tmp_path / name, tmp_path / "out.csv")
        assert (code, out, "文件是空的" in err) == (2, "", True)
    code, _, err = run("batch", tmp_path / "a.parquet", tmp_path / "out.csv")
    assert (code, "没有这个文件或文件夹" in err) == (2, True)
    assert not (tmp_path / "out.csv").exists()


JOURNAL = {
    "an import of nothing": (("import",), "请写要导入的文件，或者写 --undo；只写一样", "one of the two"),
    "an import and its undoing": (("import", "a", "--undo"), "只写一样", "one of the two"),
    "no record to delete": (("delete",), "请写要删的记录的名字，或者写 --everything", "one of the two"),
    "a record and everything": (("delete", "a", "--everything", "--yes"), "只写一样", "one of the two"),
    "half a term": (("list", "--example", "--having", "band"), "“band”不完整", "“band” is not complete"),
    "a term of no record": (("list", "--example", "--having", "bnad=high"), "不能按“bnad”来找；可以写：mode", "“bnad”"),
    "days the wrong way round": (
        ("list", "--example", "--from", "2026-03-01", "--to", "2026-02-01"),
        "2026-03-01 比 2026-02-01 还晚",
        "2026-03-01 is later than 2026-02-01",
    ),
}


@pytest.mark.parametrize(("arguments", "chinese", "english"), JOURNAL.values(), ids=JOURNAL.keys())
def test_that_a_journal_is_not_touched_for_a_call_that_is_not_meant_so(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], chinese: str, english: str
) -> None:
    for language, told in (("zh", chinese), ("en", english)):
        code, out, err = run("journal", *arguments, "--folder", tmp_path / "mine", "--lang", language)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert told in err


@pytest.mark.parametrize("name", ["empty", "bytes", "text", "list", "object"])
@pytest.mark.parametrize("apply", [(), ("--apply",)])
def test_that_what_is_no_journal_is_not_brought_in(run: Run, tmp_path: Path, name: str, apply: tuple[str, ...]) -> None:
    content = {"empty": b"", "bytes": bytes(range(256)), "text": b"hello", "list": b"[]", "object": b"{}"}[name]
    (tmp_path / "file").write_bytes(content)
    code, out, err = run("journal", "import", tmp_path / "file", *apply, "--folder", tmp_path / "mine")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert ("不是 JSON 文件" if name in ("empty", "bytes", "text") else "里面没有记录") in err
    assert not (tmp_path / "mine").exists()


def test_that_a_line_that_is_no_outcome_is_told_in_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "outcomes.jsonl"
    file.write_text('nothing\n{"outcome": "failed"}\n{"when": "2026-01-01", "outcome": "failed", "x": 1}\n', "utf-8")
    code, out, err = run("learn", file)
    assert (code, out) == (2, "")
    assert [line.partition(": ")[2] for line in err.splitlines()] == [
        "这一行不是一次申请的结果：不是 JSON，或者不完整",
        "这一行缺少“when”",
        "这一行里的“x”不认识；请删去",
    ]


@pytest.mark.parametrize("order", [("--html", "--csv"), ("--csv", "--html")])
def test_that_of_several_files_none_is_written_when_one_cannot_be(
    run: Run, tmp_path: Path, order: tuple[str, str]
) -> None:
    (tmp_path / "old.html").write_text("kept", "utf-8")
    places = {"--html": tmp_path / "old.html", "--csv": tmp_path / "nowhere" / "new.csv"}
    code, out, err = run("class", "merge", tmp_path, *(word for form in order for word in (form, places[form])))
    assert (code, out, "nowhere" in err) == (2, "", True)
    assert [file.name for file in tmp_path.iterdir()] == ["old.html"]
    assert (tmp_path / "old.html").read_text("utf-8") == "kept"


def test_that_an_input_that_is_closed_holds_no_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    code, out, err = run("decode", "-", "--lang", "en")
    assert (code, out, "There is no text to decode" in err) == (2, "", True)


def test_that_a_full_disk_behind_the_output_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> str:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("core.commands.questions.questions_as_json", full)
    assert run("questions", "--json") == (2, "", "错误：结果没有能全部写出来（磁盘满了）。\n")


@pytest.mark.parametrize("stopped", [EOFError, getpass.GetPassWarning])
def test_that_a_lock_nobody_can_open_unseen_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: type[Exception]
) -> None:
    def asked(_prompt: str) -> str:
        raise stopped

    monkeypatch.setattr(keys, "MEMORY_KIB", 32)
    monkeypatch.setattr("getpass.getpass", asked)
    journal = Journal(tmp_path, Clock())
    journal.open()
    vault.lock(journal, PASSPHRASE)
    journal.close()
    code, out, err = run("journal", "list", "--folder", tmp_path)
    assert (code, out, "--passphrase-file" in err) == (2, "", True)


def test_that_a_plan_is_told_what_would_fit_without_a_word_of_pydantic(run: Run, tmp_path: Path) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text('code = "X"\nquiz = "class"\nminutes = -3\n', "utf-8")
    code, out, err = run("class", "plan", plan)
    assert (code, out) == (2, "")
    first, second = err.splitlines()
    assert first == 'plan.toml:1: code 写成了 "X"；可以写的是 字符和长短都合规定的写法（^[2-9a-hjkmnp-z]{4,12}$）'
    assert second.startswith("plan.toml:3: minutes 写成了 -3；可以写的是 ≥ 10")
