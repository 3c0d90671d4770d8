"""The closed box: opened with its key alone, every failure told apart, and nothing to be seen from outside."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from hypothesis import given
from hypothesis import strategies as st

from core.journal.box import HEAD, LENGTH, STEP, Box
from core.journal.shut_boxes import BoxError, CutBoxError, DamagedBoxError, NewerBoxError, OtherKeyError

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
PURPOSE = "open check"
SAID = b'{"answers": {"request.amount": 8000.5}}'


def hkdf(key: bytes, info: bytes, length: int) -> bytes:
    """Return what RFC 5869, section 2 derives with SHA-256 and no salt, written down from there."""
    extracted = hmac.digest(bytes(32), key, hashlib.sha256)
    found, last, number = b"", b"", 0
    while len(found) < length:
        number += 1
        last = hmac.digest(extracted, last + info + bytes([number]), hashlib.sha256)
        found += last
    return found[:length]


def test_that_the_derivation_beside_it_is_that_of_rfc_5869() -> None:
    # Appendix A.3: no salt, no info.
    told = "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    assert hkdf(b"\x0b" * 22, b"", 42).hex() == told


def test_that_the_cipher_is_that_of_rfc_8439() -> None:
    # Section 2.8.2.
    key, nonce = bytes(range(0x80, 0xA0)), bytes.fromhex("070000004041424344454647")
    bound = bytes.fromhex("50515253c0c1c2c3c4c5c6c7")
    text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, "
    closed = ChaCha20Poly1305(key).encrypt(nonce, text + b"sunscreen would be it.", bound)
    assert closed[:16].hex() == "d31a8d34648e60db7b86afbc53ef7ec2"
    assert closed[-16:].hex() == "1ae10b594f09e26a7e902ecbd0600691"


def test_that_a_box_is_opened_with_the_cipher_and_the_derivation_alone() -> None:
    box = Box(KEY, PURPOSE).close(SAID)
    magic, form, name, nonce, length = HEAD.unpack(box[: HEAD.size])
    derived = hkdf(KEY, b"disburse-check box 1 open check", 40)
    inside = ChaCha20Poly1305(derived[:32]).decrypt(nonce, box[HEAD.size :], box[: HEAD.size] + PURPOSE.encode())
    assert (magic, form, name, length) == (b"DCBOX", 1, derived[32:], len(box) - HEAD.size)
    assert inside[LENGTH.size :].rstrip(b"\0") == SAID


@given(st.binary(max_size=3 * STEP))
def test_that_what_was_closed_comes_out_and_the_size_tells_little(data: bytes) -> None:
    made = Box(KEY, PURPOSE)
    box = made.close(data)
    assert made.open(box) == data
    assert (len(box) - HEAD.size - 16) % STEP == 0


def test_that_the_same_bytes_are_never_closed_alike() -> None:
    made = Box(KEY, PURPOSE)
    assert len({made.close(SAID)[HEAD.size :] for _ in range(20)}) == 20


def test_that_another_key_and_another_purpose_open_nothing() -> None:
    box = Box(KEY, PURPOSE).close(SAID)
    for other in (Box(OTHER, PURPOSE), Box(KEY, "something else")):
        with pytest.raises(OtherKeyError):
            other.open(box)


@given(st.data())
def test_that_every_changed_byte_is_found(data: st.DataObject) -> None:
    made = Box(KEY, PURPOSE)
    box = bytearray(made.close(SAID))
    box[data.draw(st.integers(0, len(box) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(BoxError):
        made.open(bytes(box))


@pytest.mark.parametrize("place", [HEAD.size, HEAD.size + 700, -1])
def test_that_damage_behind_the_head_is_told_as_damage(place: int) -> None:
    made = Box(KEY, PURPOSE)
    box = bytearray(made.close(SAID))
    box[place] ^= 1
    with pytest.raises(DamagedBoxError) as raised:
        made.open(bytes(box))
    assert raised.type is DamagedBoxError


@pytest.mark.parametrize("length", [0, 3, 5, HEAD.size - 1, HEAD.size, HEAD.size + 1, -1])
def test_that_a_missing_end_is_told_as_one(length: int) -> None:
    made = Box(KEY, PURPOSE)
    with pytest.raises(CutBoxError):
        made.open(made.close(SAID)[:length])


@pytest.mark.parametrize("other", [b"{", b"just a text", SAID * 20, bytes(2000)])
def test_that_what_is_no_box_is_damage_and_nothing_cut_off(other: bytes) -> None:
    with pytest.raises(DamagedBoxError) as raised:
        Box(KEY, PURPOSE).open(other)
    assert raised.type is DamagedBoxError


def test_that_something_behind_the_end_is_damage() -> None:
    made = Box(KEY, PURPOSE)
    with pytest.raises(DamagedBoxError):
        made.open(made.close(SAID) + b"x")


def test_that_a_box_of_a_newer_program_is_told_as_one() -> None:
    made = Box(KEY, PURPOSE)
    box = bytearray(made.close(SAID))
    box[5] = 2
    with pytest.raises(NewerBoxError):
        made.open(bytes(box))
