"""Bad files, numbers and days: what is expected is said in the reader's language, and nothing is done by halves."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.commands.running import Run

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
