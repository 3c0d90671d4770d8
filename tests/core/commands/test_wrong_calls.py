"""A call that is not written right: one line in the reader's language that says what, and where the help is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.catalogue import Catalogue
from core.cli import COMMANDS, parser_of
from core.errors import AppError
from tests.core.commands.running import Run

GROUPS = {
    "content": ("check", "preview", "new", "diff"),
    "library": ("list", "show", "search", "reading"),
    "quiz": ("list", "show", "export", "import"),
    "journal": ("list", "export", "import", "check", "delete"),
    "class": ("merge", "result", "plan", "sheets"),
}
ENGLISH = re.compile(r"(?<![-\w])[a-z]{2,} [a-z]{2,}")
COST = ("cost", "--amount", "100")
WRONG = {
    "no command": ((), "还缺一个词", "A word is missing"),
    "a misspelt command": (("chek",), "没有“chek”这个命令；是不是“check”？", "no command “chek”; perhaps “check”?"),
    "a command like no other": (("zzz",), "有：check, model-card", "there are: check, model-card"),
    "no action": (("content",), "check, preview, new, diff", "check, preview, new, diff"),
    "an unknown action": (("quiz", "zzz"), "没有“zzz”这个命令", "There is no command “zzz”"),
    "a file too few": (("check",), "还缺：ANSWERS.toml", "Missing: ANSWERS.toml"),
    "a word too many": (("check", "a", "b"), "“b”是多出来的", "“b” is one word too many"),
    "an option that is none": (("check", "a", "--frob"), "没有“--frob”这个选项", "There is no option “--frob”"),
    "a misspelt option": (("check", "a", "--jsn"), "是不是“--json”？", "perhaps “--json”?"),
    "a misspelt option that is needed": (("cost", "--amout", "1"), "是不是“--amount”？", "perhaps “--amount”?"),
    "half an option that may be two": ((*COST, "--month", "3"), "--months, --monthly-fee", "--months, --monthly-fee"),
    "an option without its value": (
        ("check", "a", "--as-of"),
        "--as-of 后面还缺",
        "belongs to --as-of is missing",
    ),
    "a value that begins with a stroke": ((*COST, "--rate", "-1%"), "--rate=内容", "--rate=…"),
    "a value where none belongs": (("check", "a", "--json=3"), "后面不能有“3”", "“3” cannot follow it"),
    "an empty option": (("check", "a", "--as-of", ""), "--as-of 后面是空的", "There is nothing behind --as-of"),
    "an empty file name": (("check", ""), "少了一个文件", "The name of a file or folder is missing"),
    "an option twice": ((*COST, "--amount", "200"), "--amount 写了两次", "--amount stands there twice"),
    "no choice": (
        (*COST, "--method", "x"),
        "--method 不能是“x”；可以写：equal",
        "cannot be “x”; there are: equal",
    ),
    "no choice among numbers": ((*COST, "--days-of-year", "1"), "可以写：365, 360", "there are: 365, 360"),
    "no whole number": ((*COST, "--months", "3.5"), "要一个整数，“3.5”不是", "needs a whole number, and “3.5” is none"),
    "no number": (("trend", "a", "--low", "x"), "要一个数，“x”不是", "needs a number, and “x” is none"),
    "two that shut each other out": (("pack", "a", "--json", "--md", "b"), "--md 和 --json", "--md and --json"),
    "a wrong offer to compare with": ((*COST, "--against", "--frob 1"), "“--frob”", "“--frob”"),
}


@pytest.mark.parametrize(("arguments", "chinese", "english"), WRONG.values(), ids=WRONG.keys())
def test_that_a_wrong_call_is_told_in_one_line_of_the_language_asked_for(
    run: Run, arguments: tuple[str, ...], chinese: str, english: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert chinese in err
    assert re.search("用法见 disburse-check.* --help。", err)
    assert not ENGLISH.search(re.sub(r"“.*?”|disburse-check [\w -]+", "", err)), err
    code, out, err = run(*arguments, "--lang", "en")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert english in err
    assert re.search(r"See disburse-check.* --help\.", err)


@pytest.mark.parametrize("where", [0, 1, 2])
def test_that_the_language_may_stand_anywhere_in_a_call(run: Run, where: int) -> None:
    for words, told in (
        (["library", "show"], "Missing: ID"),
        (["library", "zzz"], "There is no command"),
        (["quiz", "list"], "Limit and money"),
    ):
        code, out, err = run(*words[:where], "--lang", "en", *words[where:])
        assert code == (0 if words[0] == "quiz" else 2)
        assert told in out + err


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", "“fr”; there are: en, zh"),
        ("EN", "cannot be “EN”"),
        ("zh_CN", "不能是“zh_CN”"),
        ("中文", "中文"),
    ],
)
def test_that_a_language_we_do_not_have_is_told_in_the_one_that_is_likelier_read(
    run: Run, language: str, told: str
) -> None:
    code, out, err = run("questions", "--lang", language)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert ("Error" in err) == (language in ("fr", "EN"))


def test_that_a_folder_may_be_named_before_the_command(run: Run, tmp_path: Path) -> None:
    code, _, err = run("--content", tmp_path / "mine", "questions", "--lang", "en")
    assert code == 2
    assert "mine holds no content" in err


def test_that_signs_that_move_the_cursor_are_not_shown(run: Run) -> None:
    for arguments in (("che\x1b[2Jk",), ("check", "a", "b\x07"), (*COST, "--method", "\x1b[1m")):
        assert "\x1b" not in run(*arguments)[2]
        assert "\x07" not in run(*arguments)[2]


def test_that_a_message_of_argparse_that_we_do_not_know_shows_none_of_its_english() -> None:
    with pytest.raises(AppError) as told:
        parser_of(_never).error("something argparse says from next year on")
    assert told.value.code == "call_wrong"
    assert told.value.facts == {"help": "disburse-check --help"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_every_command_explains_itself_in_the_language_asked_for(run: Run, language: str) -> None:
    for words in _helps():
        code, out, err = run(*words, "--help", "--lang", language)
        assert (code, err) == (0, "")
        assert "cli." not in out
        assert "%%" not in out
        plain = re.sub(r"disburse-check [\w -]+", "", out)
        assert bool(ENGLISH.search(plain)) == (language == "en"), plain
        assert ("用法：" in out) == (language == "zh")


def test_that_a_right_call_reads_no_words_for_its_parser() -> None:
    assert parser_of(_never).parse_args(["quiz", "list", "--lang", "en"]).lang == "en"


def _helps() -> Iterator[tuple[str, ...]]:
    yield ()
    for command in COMMANDS:
        yield (command,)
        yield from ((command, action) for action in GROUPS.get(command, ()))


def _never() -> Catalogue:
    raise AssertionError
