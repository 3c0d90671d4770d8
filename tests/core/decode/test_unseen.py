"""Texts that nobody looked at while the decoder was written, and that never teach it. They may only be measured.

Once somebody reads which of them are misread and changes anything for it, they are no proof any more: then they belong
among the files that teach, and new ones have to be written by somebody who has not seen the rules.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from core.decode.decoder import Decoder
from tests.decode.measure import Judged, judge, read_texts, shipped_decoder

pytestmark = pytest.mark.dear

FOLDER = Path(__file__).parents[2] / "decode"
UNSEEN = ("second_half", "sealed")
TAUGHT = Path(__file__).parents[3] / "content" / "model" / "decoder_training.toml"
MOST_KNOWN = 0.02
"""Share of texts that may stand in the training file by chance: short ones such as "system busy" are what they are."""


@cache
def decoder() -> Decoder:
    return shipped_decoder()


@cache
def judged() -> tuple[Judged, ...]:
    """Return all of them decoded."""
    return tuple(one for name in UNSEEN for one in judge(decoder(), read_texts(FOLDER / "unseen" / f"{name}.toml")))


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


@pytest.mark.parametrize(("most", "aim"), [(1, 0.90), (2, 0.96)])
def test_that_a_gate_told_is_right_as_often_as_aimed_at(most: int, aim: float) -> None:
    assert share([one.is_right(most) for one in judged()]) >= aim


def test_that_a_fraud_is_found_and_an_honest_text_is_left_alone_as_often_as_aimed_at() -> None:
    level = [(one.text.scam, one.decoded.scam.level) for one in judged()]
    assert share([found != "none" for meant, found in level if meant == "stop"]) >= 0.98
    assert share([found == "stop" for meant, found in level if meant == "none"]) <= 0.02


def test_that_unseen_texts_do_not_teach() -> None:
    def bare(text: str) -> str:
        return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())

    def said(table: object) -> list[str]:
        if isinstance(table, str):
            return [bare(table)]
        parts = table.values() if isinstance(table, dict) else table if isinstance(table, list) else ()
        return [text for part in parts for text in said(part)]

    taught = set(said(tomllib.loads(TAUGHT.read_text("utf-8"))))
    assert len(taught) > len(judged())
    assert share([bare(one.text.text) in taught for one in judged()]) <= MOST_KNOWN
