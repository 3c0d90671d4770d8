"""An attempt whose message was decoded: a mixture over classes, exact, free of order, and read from a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assess import ROAD_ONLY, Assessor
from core.errors import AnswersError
from core.estimate.history import likelihood, likelihood_of
from core.loading.answers_file import read_answers
from core.schema.answers import Answers, Attempt
from core.schema.content import Content

DAY = dt.date(2026, 9, 24)


def test_that_a_mixture_of_one_class_is_that_class(assessor: Assessor) -> None:
    for name in assessor.model.content.messages:
        mixed = likelihood_of(assessor.model, Attempt(DAY, None, ((name, 1.0),)))
        assert mixed == likelihood(assessor.model, name)


def test_that_no_share_at_all_is_no_message(assessor: Assessor) -> None:
    assert likelihood_of(assessor.model, Attempt(DAY)) == likelihood(assessor.model, None)


def test_that_shares_count_and_not_the_class_beside_them(assessor: Assessor) -> None:
    both = Attempt(DAY, "id_expired", (("card_state", 1.0),))
    assert likelihood_of(assessor.model, both) == likelihood(assessor.model, "card_state")


@given(st.data())
def test_that_a_mixture_is_the_weighed_sum_in_any_order(assessor: Assessor, data: st.DataObject) -> None:
    names = data.draw(
        st.lists(st.sampled_from(list(assessor.model.content.messages)), min_size=1, max_size=5, unique=True)
    )
    weights = [data.draw(st.floats(0.01, 1)) for _ in names]
    scale = data.draw(st.floats(0.1, 1)) / sum(weights)
    shares = tuple((name, weight * scale) for name, weight in zip(names, weights, strict=True))
    mixed = likelihood_of(assessor.model, Attempt(DAY, None, shares))
    assert mixed == likelihood_of(assessor.model, Attempt(DAY, None, shares[::-1]))
    rest = 1 - sum(share for _, share in shares)
    for j, value in enumerate(mixed):
        expected = rest + sum(share * likelihood(assessor.model, name)[j] for name, share in shares)
        assert value == pytest.approx(expected, abs=1e-12)


def test_that_a_surer_text_moves_the_estimate_further(assessor: Assessor) -> None:
    def share(*shares: tuple[str, float]) -> float:
        answers = Answers(DAY, "after", {}, (Attempt(DAY, None, shares),))
        causes = assessor.assess(answers, ROAD_ONLY).causes
        return next(cause.blocker for cause in causes if cause.id == "id_document_expired")

    assert share() < share(("id_expired", 0.5)) < share(("id_expired", 0.9)) < share(("id_expired", 1.0))


@pytest.fixture
def read(tmp_path: Path, content: Content) -> Callable[[str], Attempt]:
    def read_it(line: str) -> Attempt:
        file = tmp_path / "answers.toml"
        file.write_text(f'as_of = 2026-09-24\nmode = "after"\n[[attempts]]\nwhen = 2026-09-23\n{line}\n', "utf-8")
        return read_answers(file, content).attempts[0]

    return read_it


def test_that_a_file_may_name_shares_or_one_class_or_neither(read: Callable[[str], Attempt]) -> None:
    assert read("").message_shares == ()
    assert read('message = "card_state"') == Attempt(dt.date(2026, 9, 23), "card_state")
    shares = read("message_shares = { card_class_limit = 0.2, card_state = 0.7 }").message_shares
    assert shares == (("card_state", 0.7), ("card_class_limit", 0.2))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("message_shares = { card_sate = 0.7 }", "unknown_message"),
        ("message_shares = { card_state = 0.7, id_expired = 0.4 }", "wrong_answer"),
        ("message_shares = { card_state = 0 }", "wrong_answer"),
        ("message_shares = { card_state = nan }", "wrong_answer"),
        ("message_shares = { card_state = true }", "wrong_answer"),
        ('message_shares = { card_state = "0.7" }', "wrong_answer"),
        ("message_shares = 0.7", "wrong_answer"),
    ],
)
def test_that_wrong_shares_are_told(read: Callable[[str], Attempt], line: str, code: str) -> None:
    with pytest.raises(AnswersError) as raised:
        read(line)
    assert [problem.code for problem in raised.value.problems] == [code]
