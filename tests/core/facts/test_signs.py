"""The signs of fraud in a text as answers: they raise the same flags when they are assessed, and lose nothing."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from core.assess import Assessor
from core.facts.signs import answers_behind
from core.schema.answers import NOT_SURE, Answer, Answers
from core.schema.content import Content

AS_OF = dt.date(2026, 9, 24)


@given(st.data())
def test_that_the_answers_raise_the_flags_they_stand_for_and_keep_those_there_were(
    assessor: Assessor, content: Content, data: st.DataObject
) -> None:
    some = st.lists(st.sampled_from(sorted(content.flags)), unique=True)
    before, read = data.draw(some), data.draw(some)
    answers = answers_behind(read, answers_behind(before, {}, content), content)
    told = assessor.assess(Answers(AS_OF, values=answers)).safety.flags
    assert set(told) == {*before, *read}


def test_that_doubt_gives_way_and_other_answers_stay(content: Content) -> None:
    given: dict[str, Answer] = {
        "safety.pressure": NOT_SURE,
        "safety.asked_to_pay": NOT_SURE,
        "card.account_class": "class_two",
    }
    assert answers_behind(("screen_share", "pay_first"), given, content) == {
        "safety.pressure": ("screen_share",),
        "safety.asked_to_pay": "yes",
        "card.account_class": "class_two",
    }


def test_that_options_stand_in_the_order_of_the_question_and_once(content: Content) -> None:
    given: dict[str, Answer] = {"safety.pressure": ("tell_code",)}
    twice = answers_behind(("tell_code", "screen_share"), answers_behind(("screen_share",), given, content), content)
    assert twice == {"safety.pressure": ("screen_share", "tell_code")}


def test_that_a_flag_that_is_not_there_answers_nothing(content: Content) -> None:
    assert answers_behind(("no_such_flag",), {}, content) == {}
