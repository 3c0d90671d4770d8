"""Reading GIFT: every construct of the format, and every mistake with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import AppError, Problem
from core.quiz.gift.questions import (
    KINDS,
    Choice,
    Choices,
    Description,
    Essay,
    Matching,
    Near,
    Numerical,
    Pair,
    Question,
    ShortAnswer,
    Text,
    TrueFalse,
)
from core.quiz.gift.reading import GiftError, parse, read_gift
from core.quiz.gift.writing import write
from tests.core.loading.sentences import assert_can_be_told
from tests.core.quiz.gift.made import words

EVERYTHING = Path(__file__).parent / "every_construct.txt"
FIRST = "$course$/Borrowing//Lending/Limits"


def html(text: str) -> Text:
    return Text(text, "html")


def plain(*accepted: tuple[str, float, str]) -> tuple[Choice, ...]:
    return tuple(Choice(Text(text), weight, Text(feedback)) for text, weight, feedback in accepted)


EXPECTED = (
    Question(
        Text("A limit is money that lies ready."),
        TrueFalse(False, Text("It is a sentence."), Text("Yes, it is only a sentence.")),
        "Is it money",
        general=Text("Two decisions."),
    ),
    Question(Text("The sun rises in the east."), TrueFalse(True)),
    Question(Text("It rains upwards."), TrueFalse(False, Text("Look again."))),
    Question(
        html("What is <b>decided</b> again?"),
        Choices(
            True,
            (
                Choice(Text("each draw", "plain"), 100, Text("*Yes.*", "markdown")),
                Choice(html("nothing"), 0, html("The limit only.")),
                Choice(html("the limit"), 50, html("Sometimes.")),
                Choice(html("the weather"), -25, html("")),
            ),
        ),
        "single choice",
        general=Text("Read on."),
    ),
    Question(
        Text("Which two are queries?"),
        Choices(
            False,
            plain(
                ("for a loan", 50, "Right."),
                ("for a card", 50, ""),
                ("by yourself", -100, ""),
                ("nearly", 33.33333, ""),
            ),
        ),
        "several answers",
    ),
    Question(
        Text("A draw is _____ each time."),
        Choices(True, plain(("decided", 100, ""), ("certain", 0, ""), ("free", 0, ""))),
        gap=10,
    ),
    Question(
        Text("Two plus two is _____."),
        ShortAnswer(plain(("four", 100, ""), ("for", 50, "Spelt otherwise."), ("*", 0, "No."))),
        "short",
        gap=16,
    ),
    Question(Text("Name a colour."), ShortAnswer(plain(("blue", 100, "")))),
    Question(
        Text("Match them."),
        Matching((Pair(html("<i>wallet</i>"), "purse"), Pair(Text("limit"), "sentence"), Pair(Text(""), "nothing"))),
        "matching",
        general=Text("Three pairs."),
    ),
    Question(Text("A year of"), Numerical((Near(365, 0),)), "number"),
    Question(Text("How much a year?"), Numerical((Near(18.25, 0.3),)), "number with a tolerance"),
    Question(Text(""), Numerical((Near(3.1415, 0.0005),)), "number in a range"),
    Question(
        Text("When?"),
        Numerical(
            (
                Near(1822, 0, 100, Text("Right.")),
                Near(1822, 2, 50, Text("Close,\n                 on two lines.")),
                Near(None, 0, 0, Text("Any other.")),
            ),
            Text("Far off."),
        ),
        "numbers",
        general=Text("A year."),
    ),
    Question(Text("Tell your story."), Essay(), "essay", "Other"),
    Question(Text("Tell another."), Essay(), "essay with feedback", "Other", Text("Thank you.")),
    Question(
        Text("Only something **to read**,\non two lines.", "markdown"),
        Description(),
        category="Other",
        general=Text("", "markdown"),
    ),
    Question(
        Text("Which of {these} : ~ = # is \\ a backslash?\nOn a second line."),
        Choices(
            True,
            plain(("\\", 100, "#1 is = right"), ("~", 0, "a tilde"), ("/\\path\\other", 0, "what is no escape stays")),
        ),
        "Signs : # ~ = { }",
        "Other",
    ),
)


def test_that_every_construct_of_the_format_is_read() -> None:
    found = read_gift(EVERYTHING)
    expected = [Question(**{**vars(question), "category": question.category or FIRST}) for question in EXPECTED]
    assert list(found) == expected
    assert {question.kind for question in found} == set(KINDS.values())


def test_that_every_construct_is_written_and_read_again() -> None:
    found = read_gift(EVERYTHING)
    assert parse(write(found)) == found


def test_that_a_question_knows_the_line_on_which_it_begins() -> None:
    lines = EVERYTHING.read_text("utf-8").splitlines()
    for question in read_gift(EVERYTHING):
        first = question.title.split(":")[0].split(" ")[0] or question.text.text.split(" ")[0]
        assert first in lines[question.line - 1]


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("Fine.{T}\n\nWhich?\n=a\n~b }", 5, "gift_brace_not_opened"),
        ("Which?\n{=a\n~b", 2, "gift_brace_not_closed"),
        ("Which? {=a\n\n~b}", 1, "gift_brace_not_closed"),
        ("Which? {=a ~b} and\nwhich {=c ~d}", 2, "gift_brace_again"),
        ("Which?\n{=a {b} ~c}", 2, "gift_brace_again"),
        ("Which? {=a ~b\n}}", 2, "gift_brace_again"),
        ("} {", 1, "gift_brace_not_opened"),
        ("$CATEGORY: one\nWhich? {=a ~b}", 1, "gift_category_not_alone"),
        ("\n\n{=a ~b}", 3, "gift_nothing_asked"),
        ("Which?\n\n\nWhich? {~a}", 4, "gift_too_few"),
        ("Which? {=a->b}", 1, "gift_too_few"),
        ("Which? {" + "~a" * 201 + "}", 1, "gift_too_many"),
        ("Which? {\n=a -> b\n=c - d}", 3, "gift_no_arrow"),
        ("Which? {\n~%101%a\n=b}", 2, "gift_weight"),
        ("Which? {\n=%-100.5%a}", 2, "gift_weight"),
        ("Which? {\n#=5\n=six}", 3, "gift_no_number"),
        ("Which? {#5:-1}", 1, "gift_no_number"),
        ("Which? {#5:}", 1, "gift_no_number"),
        ("Which? {#1e999}", 1, "gift_no_number"),
        ("Which? {#..}", 1, "gift_no_number"),
        ("Which? {#2..1}", 1, "gift_range_reversed"),
        ("Which? {#}", 1, "gift_no_answers"),
        ("Which? {#~#No.}", 1, "gift_no_answers"),
    ],
)
def test_that_a_mistake_is_told_with_its_line(text: str, line: int, code: str) -> None:
    with pytest.raises(GiftError) as caught:
        parse(text, "questions.gift")
    [problem] = caught.value.problems
    assert (problem.file, problem.line, problem.code) == ("questions.gift", line, code)
    assert_can_be_told(problem)


def test_that_all_mistakes_of_a_file_are_told_at_once() -> None:
    with pytest.raises(GiftError) as caught:
        parse("A? {#x}\n\nB? {=b}\n\nC? {~c\n\nD? {#y\n=z}")
    assert [problem.line for problem in caught.value.problems] == [1, 5, 7, 8]


def test_that_an_option_before_the_first_sign_is_a_wrong_one() -> None:
    [question] = parse("Which? {the limit ~the queue =the draw}")
    assert question.body == Choices(True, plain(("the limit", 0, ""), ("the queue", 0, ""), ("the draw", 100, "")))


@pytest.mark.parametrize("text", ["", "\n \n", "// only a comment", "\ufeff", "$CATEGORY: one"])
def test_that_a_file_may_hold_no_question(text: str) -> None:
    assert parse(text) == ()


def test_that_a_mark_at_the_beginning_of_the_file_is_no_sign() -> None:
    assert parse("\ufeff::a::Is it? {T}")[0].title == "a"


def test_that_a_name_that_is_not_closed_is_text() -> None:
    assert parse("::Is it? {T}")[0] == Question(Text("Is it?"), TrueFalse(True))


@pytest.mark.parametrize(
    ("content", "code"), [(b"\xff\xfe", "not_utf8"), (b" " * 2_000_001, "file_too_big")], ids=["not UTF-8", "too big"]
)
def test_that_a_file_that_cannot_be_read_is_told(content: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / "questions.gift"
    file.write_bytes(content)
    with pytest.raises(GiftError) as caught:
        read_gift(file)
    [problem] = caught.value.problems
    assert problem.code == code
    assert_can_be_told(problem)


def test_that_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        read_gift(tmp_path / "nothing.gift")
    assert (caught.value.code, caught.value.facts["file"]) == ("file_unreadable", "nothing.gift")


@given(st.lists(words, max_size=6).map("".join))
def test_that_any_text_is_read_or_told_with_a_line(text: str) -> None:
    found: list[Question | Problem] = []
    try:
        found += parse(text)
    except GiftError as error:
        found += error.problems
        assert found
    assert all(1 <= one.line <= text.count("\n") + 1 for one in found)
