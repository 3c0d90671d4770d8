"""A result on the screen and back: whole, or refused without unpacking what is hostile."""

from __future__ import annotations

import hashlib
import random
import tracemalloc
import zlib

import numpy as np
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from core.classroom.code import (
    MOST_PARTS,
    PIECE,
    QUIET,
    from_base45,
    from_payloads,
    matrix,
    payloads,
    to_base45,
)
from core.classroom.kinds import BadPayloadError, TooLargeError
from core.classroom.result import ClassResult, UnreadableResultError
from tests.core.classroom.papers import RESULTS, result_of

CHANCE = random.Random(7)
LONG = result_of(1, answers={f"item_{CHANCE.getrandbits(200):x}": (f"o{CHANCE.getrandbits(99):x}",) for _ in range(20)})
"""Twenty items of names that no packing shortens: several codes."""


def sealed(data: bytes) -> str:
    """Return a payload of one part whose check is right, whatever it holds."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    return f"DCQ1:1/1:{hashlib.sha256(packed).hexdigest()[:8].upper()}:{to_base45(packed)}/"


@given(RESULTS)
def test_that_a_result_comes_back_from_its_codes(result: ClassResult) -> None:
    assert from_payloads(payloads(result)) == result


@given(st.binary(max_size=200))
def test_that_base_45_gives_back_every_byte(data: bytes) -> None:
    assert from_base45(to_base45(data)) == data


@pytest.mark.parametrize("text", ["A", "a!", ":::", "::", "AB1C"])
def test_that_what_is_no_base_45_is_refused(text: str) -> None:
    with pytest.raises(BadPayloadError):
        from_base45(text)


def test_that_the_parts_of_a_long_result_may_come_in_any_order_and_twice() -> None:
    parts = payloads(LONG)
    assert 2 < len(parts) <= MOST_PARTS
    assert from_payloads([*reversed(parts), parts[0], "\r\n"]) == LONG


def test_that_a_missing_part_is_counted() -> None:
    with pytest.raises(BadPayloadError) as told:
        from_payloads(payloads(LONG)[1:])
    assert told.value.code == "class_payload_incomplete"
    assert told.value.facts["missing"] == 1


def test_that_parts_of_two_results_are_never_joined() -> None:
    other = payloads(LONG.model_copy(update={"slip": "f" * 16}))
    with pytest.raises(BadPayloadError) as told:
        from_payloads([payloads(LONG)[0], *other[1:]])
    assert told.value.code == "class_payload_mixed"


@given(st.data())
def test_that_a_changed_sign_is_noticed(data: st.DataObject) -> None:
    [text] = payloads(result_of(1))
    at = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from("0123456789AZ$:").filter(lambda found: found != text[at]))
    with pytest.raises(BadPayloadError):
        from_payloads([text[:at] + sign + text[at + 1 :]])


@given(st.text(max_size=300) | st.text("DCQ1:/0123456789ABC", max_size=60))
def test_that_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(BadPayloadError):
        from_payloads([text])


@pytest.mark.parametrize(
    "text", ["x" * 200_001, "DCQ1:1/99:00000000:A/", "DCQ1:2/1:00000000:A/", "DCQ1:0/1:00000000:A/"]
)
def test_that_what_could_never_be_a_code_is_refused(text: str) -> None:
    with pytest.raises(BadPayloadError):
        from_payloads([text])


def test_that_a_bomb_is_refused_before_it_goes_off() -> None:
    bomb = sealed(b" " * 2_000_000)
    assert len(bomb) < 4_000
    parts = bomb.removesuffix("/").split(":", 3)
    pieces = [parts[3][at : at + PIECE] for at in range(0, len(parts[3]), PIECE)]
    texts = [f"DCQ1:{n}/{len(pieces)}:{parts[2]}:{piece}/" for n, piece in enumerate(pieces, 1)]
    tracemalloc.start()
    with pytest.raises(BadPayloadError):
        from_payloads(texts)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 500_000


@pytest.mark.parametrize("packed", [b"\xff\xff\xff", b"", zlib.compress(b"{}", wbits=-15) + b"more"])
def test_that_what_was_never_packed_is_refused(packed: bytes) -> None:
    check = hashlib.sha256(packed).hexdigest()[:8].upper()
    with pytest.raises(BadPayloadError):
        from_payloads([f"DCQ1:1/1:{check}:{to_base45(packed)}/"])


def test_that_one_part_in_two_versions_is_refused() -> None:
    first, *others = payloads(LONG)
    changed = f"{first[:-2]}{'A' if first[-2] != 'A' else 'B'}/"
    with pytest.raises(BadPayloadError) as told:
        from_payloads([first, changed, *others])
    assert told.value.code == "class_payload_mixed"


def test_that_what_is_whole_but_no_result_is_told_as_such() -> None:
    with pytest.raises(UnreadableResultError):
        from_payloads([sealed(b'{"format":1,"kind":"journal"}')])


def test_that_a_result_for_which_codes_are_too_small_is_told() -> None:
    answers = {f"item_{CHANCE.getrandbits(280):x}": (f"o{CHANCE.getrandbits(280):x}",) for _ in range(60)}
    with pytest.raises(TooLargeError):
        payloads(result_of(1, answers=answers))


def test_that_a_code_is_a_square_with_a_quiet_zone_small_enough_for_a_screen() -> None:
    rows = matrix(payloads(LONG)[0])
    assert {len(row) for row in rows} == {len(rows)}
    assert len(rows) <= 73 + 2 * QUIET
    edge = [*rows[:QUIET], *rows[-QUIET:], *(row[:QUIET] for row in rows)]
    assert not any(any(row) for row in edge)


@pytest.mark.parametrize("pixels", [2, 5])
def test_that_another_program_reads_the_drawn_codes(pixels: int) -> None:
    read = []
    for payload in payloads(LONG):
        dark = np.kron(np.array(matrix(payload), dtype=np.uint8), np.ones((pixels, pixels), dtype=np.uint8))
        [found] = zxingcpp.read_barcodes(np.ascontiguousarray(255 * (1 - dark)))
        assert found.text == payload
        read.append(found.text)
    assert from_payloads(read) == LONG
