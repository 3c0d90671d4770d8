"""What GIFT has no way to say is refused, and not written as something else."""

from __future__ import annotations

import pytest

from core.quiz.gift.questions import Body, Choice, Choices, Matching, Pair, Question, ShortAnswer, Text
from core.quiz.gift.writing import NotInGiftError, write


@pytest.mark.parametrize(
    "body",
    [
        ShortAnswer((Choice(Text("a -> b"), 100),)),
        ShortAnswer((Choice(Text("a"), 100, Text("read -> on")),)),
        Matching((Pair(Text("a->b"), "c"), Pair(Text("d"), "e"))),
        Choices(True, (Choice(Text("a"), 50), Choice(Text("b"), 50))),
        Choices(True, ()),
    ],
    ids=[
        "arrow in a short answer",
        "arrow in its feedback",
        "arrow on the left",
        "single without a right one",
        "empty",
    ],
)
def test_that_what_gift_cannot_say_is_refused(body: Body) -> None:
    with pytest.raises(NotInGiftError):
        write([Question(Text("Which?"), body)])


def test_that_no_questions_are_an_empty_file() -> None:
    assert write([]) == ""


def test_that_only_control_signs_are_escaped() -> None:
    said = write([Question(Text("1 + 1 = {2}: #~ \\ 50%\nwell"), ShortAnswer((Choice(Text("so"), 100),)))])
    assert said == "1 + 1 \\= \\{2\\}\\: \\#\\~ \\\\ 50%\\nwell{\n\t=so\n}\n"
