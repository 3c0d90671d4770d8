"""Whatever was written as GIFT is read back as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.quiz.gift.questions import Question
from core.quiz.gift.reading import parse
from core.quiz.gift.writing import write
from tests.core.quiz.gift.made import questions


@given(st.lists(questions(), max_size=4))
def test_that_what_was_written_is_read_back_the_same(many: list[Question]) -> None:
    assert list(parse(write(many, head=("a comment", "= with {signs}")))) == many


@given(questions())
def test_that_lines_may_end_as_on_windows(question: Question) -> None:
    assert parse(write([question]).replace("\n", "\r\n")) == (question,)
