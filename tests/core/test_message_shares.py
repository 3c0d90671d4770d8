"""An attempt whose message was decoded: a mixture over classes, exact, free of order, and read from a file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.assess import Assessor
from core.errors import AnswersError
from core.estimate.history import likelihood_of
from core.inference.road import Attempt as Tried
from core.inference.road import Coming, travel
from core.loading.answers_file import read_answers
from core.schema.answers import Attempt
from core.schema.content import Content

DAY = dt.date(2026, 9, 24)


def blockers(assessor: Assessor, message: str | None = None, *shares: tuple[str, float]) -> list[float]:
    """Return P(blocker) of one failure of which only the message is known, or what was decoded from it; not the day."""
    model = assessor.model
    base, ones = [cause.base for cause in model.causes], [1.0] * len(model.causes)
    failure = Tried(base, likelihood_of(model, Attempt(DAY, message, shares)), ones)
    return list(travel(model.strengths, [failure], Coming(base, ones)).blocker)


def test_that_a_mixture_of_one_class_is_that_class(assessor: Assessor) -> None:
    for name in assessor.model.content.messages:
        assert blockers(assessor, None, (name, 1.0)) == pytest.approx(blockers(assessor, name), abs=1e-12)


def test_that_shares_count_and_not_the_class_beside_them(assessor: Assessor) -> None:
    both = Attempt(DAY, "id_expired", (("card_state", 1.0),))
    assert likelihood_of(assessor.model, both) == likelihood_of(assessor.model, Attempt(DAY, "card_state"))


@settings(max_examples=15)
@given(st.data())
def test_that_with_nothing_known_a_mixture_is_the_mixture_of_what_each_class_says(
    assessor: Assessor, data: st.DataObject
) -> None:
    """The oracle is Jeffrey's rule, written with whole roads and none of the table's arithmetic."""
    names = data.draw(
        st.lists(st.sampled_from(list(assessor.model.content.messages)), min_size=1, max_size=5, unique=True)
    )
    weights = [data.draw(st.floats(0.01, 1)) for _ in names]
    scale = data.draw(st.floats(0.1, 1)) / sum(weights)
    shares = tuple((name, weight * scale) for name, weight in zip(names, weights, strict=True))
    mixed = blockers(assessor, None, *shares)
    assert mixed == blockers(assessor, None, *shares[::-1])
    apart = [(1 - sum(share for _, share in shares), blockers(assessor))]
    apart += [(share, blockers(assessor, name)) for name, share in shares]
    expected = [sum(share * found[j] for share, found in apart) for j in range(len(mixed))]
    assert mixed == pytest.approx(expected, abs=1e-9)


def test_that_a_surer_text_moves_the_estimate_further(assessor: Assessor) -> None:
    def share(*shares: tuple[str, float]) -> float:
        return blockers(assessor, None, *shares)[assessor.model.position["id_document_expired"]]

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
