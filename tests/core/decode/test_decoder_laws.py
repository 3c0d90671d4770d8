"""Whatever is pasted: no exception, no long wait, nothing kept. And the texts it was taught stay well read."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.decode.decoder import Decoder
from core.decode.normalise import LONGEST
from tests.decode.measure import TEXTS, figures, judge, read_texts

pytestmark = pytest.mark.dear

MOST_GROWTH = 10
SHORTEST = 0.002
"""Seconds: below that a clock says little."""
SIGNS = "卡额度冻结放款失败先交保证金不收的,。！? \n：“”[]()-_ iI2类网络超时aeinrstPAYloan0123 額\ufe0f😀　ＡⅡ"
PIECES = (
    st.text(),
    st.text(alphabet=SIGNS, max_size=400),
    st.lists(
        st.sampled_from(["先交", "保证金", "放款", "不", "卡", "冻结", "pay ", "fee ", "loan ", "“", "\n"]),
        max_size=200,
    ).map("".join),
)


@settings(max_examples=300)
@given(st.one_of(PIECES))
def test_that_no_text_raises_and_every_result_is_sound(decoder: Decoder, text: str) -> None:
    decoded = decoder.decode(text)
    assert 0 <= sum(guess.probability for guess in decoded.classes) <= 1 + 1e-9
    assert 0 <= sum(gate.probability for gate in decoded.gates) <= 1 + 1e-9
    assert decoded == decoder.decode(text), "nothing of one text may change the reading of the next"
    assert not decoded.gates or decoded.in_scope
    assert (decoded.family is None) == (not decoded.gates)
    assert all(word in text for guess in decoded.classes for word in guess.matched)


@pytest.mark.parametrize(
    "piece",
    [
        "卡",
        "先交保证金",
        "ii类",
        "pay fee loan ",
        "“",
        "[e1]",
        "不",
        " ",
        "1",
        "额渡",
        "系统银行网络账户额度",
        "a-",
        "accuont ",
        "😀",
    ],
)
def test_that_the_time_for_a_text_that_repeats_itself_grows_no_faster_than_it(decoder: Decoder, piece: str) -> None:
    """Four times the text takes about four times as long; a pattern that goes back over it would take sixteen."""

    def fastest(signs: int) -> float:
        text, taken = (piece * (signs // len(piece) + 1))[:signs], []
        for _ in range(3):
            start = time.process_time()
            decoder.decode(text)
            taken.append(time.process_time() - start)
        return min(taken)

    decoder.decode("放款失败")
    assert fastest(LONGEST) < MOST_GROWTH * max(fastest(LONGEST // 4), SHORTEST)


def test_that_the_taught_texts_stay_well_read(decoder: Decoder) -> None:
    texts = [text for file in sorted(TEXTS.glob("*.toml")) for text in read_texts(file)]
    found = {what: 1 - len(wrong) / len(of) for what, of, wrong in figures(judge(decoder, texts))}
    assert found["best gate, any listed"] >= 0.96
    assert found["one of the best two, any listed"] >= 0.96
    assert found["scam recall, stop or caution"] >= 0.96
    assert found["no false alarm (stop)"] >= 0.98
    assert found["out of scope rejected"] >= 0.98
