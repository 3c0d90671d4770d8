"""A result as QR codes on a screen, and back from what a scanner or a paste gives.

A code holds ``DCQ1:part/parts:check:text/``: the text is the result, deflated (RFC 1951), in base 45 (RFC 9285), which
the alphanumeric mode of QR codes packs tightest; the check is the beginning of the SHA-256 of the whole deflated
result, so that parts of two results are never joined; the stroke at the end keeps a paste from losing a space. No
address stands in it: a telephone's camera has nothing to open.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable
from typing import TypeAlias

from core.classroom.kinds import BadPayloadError, TooLargeError
from core.classroom.result import SIZE_LIMIT, ClassResult, from_bytes, to_bytes

PREFIX = "DCQ1"
PIECE = 450
"""Signs of base 45 in one code, a multiple of three. With the head it makes at most version 14: 73 modules a side."""
MOST_PARTS = 9
LONGEST_TEXT = 200_000
"""Signs of a paste; more than all parts together have."""
CHECK_DIGITS = 8
QUIET = 4
"""Modules of white around a code, ISO/IEC 18004."""
_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)}
_RAW = -15
"""Deflate without a head: the check is ours."""
_HEAD = rf"{PREFIX}:([1-9])/([1-9]):([0-9A-F]{{{CHECK_DIGITS}}}):"
_PART = re.compile(_HEAD + rf"([0-9A-Z $%*+\-./:]{{1,{PIECE}}})/")

Matrix: TypeAlias = tuple[tuple[bool, ...], ...]


def payloads(result: ClassResult) -> tuple[str, ...]:
    """Return the texts of the codes, one for most results.

    Raises:
        TooLargeError: It would take more than :data:`MOST_PARTS`.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    packed = packer.compress(to_bytes(result)) + packer.flush()
    text, check = to_base45(packed), _check(packed)
    pieces = [text[at : at + PIECE] for at in range(0, len(text), PIECE)]
    if len(pieces) > MOST_PARTS:
        raise TooLargeError(most=MOST_PARTS)
    return tuple(f"{PREFIX}:{number}/{len(pieces)}:{check}:{piece}/" for number, piece in enumerate(pieces, 1))


def matrix(payload: str) -> Matrix:
    """Return a payload as a QR code with error correction M, row by row with its quiet zone; True is dark."""
    # Loaded here because only a result that is shown as a code needs it.
    import segno

    code = segno.make_qr(payload, error="m", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=QUIET))


def from_payloads(texts: Iterable[str]) -> ClassResult:
    """Return the result in scanned codes, in any order, repeated or with line ends between them.

    Raises:
        BadPayloadError: Something in it is no code of ours, parts are missing or of two results, or it is damaged.
        UnreadableResultError: The codes are whole, but what they hold is no result.
    """
    text = "\n".join(texts)
    if len(text) > LONGEST_TEXT:
        raise BadPayloadError
    pieces, check = _pieces(text)
    packed = from_base45("".join(pieces))
    if _check(packed) != check:
        raise BadPayloadError
    return from_bytes(_unpacked(packed))


def to_base45(data: bytes) -> str:
    """Return bytes in base 45 (RFC 9285).

    Examples:
        >>> to_base45(b"base-45")
        'UJCLQE7W581'
    """
    signs = list[str]()
    for at in range(0, len(data), 2):
        pair = data[at : at + 2]
        value = int.from_bytes(pair, "big")
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, len(_SIGNS))
            signs.append(_SIGNS[digit])
    return "".join(signs)


def from_base45(text: str) -> bytes:
    """Return the bytes of a text in base 45.

    Raises:
        BadPayloadError: It is none.

    Examples:
        >>> from_base45("QED8WEX0")
        b'ietf!'
    """
    data = bytearray()
    for at in range(0, len(text), 3):
        digits = text[at : at + 3]
        try:
            value = sum(_VALUES[sign] * len(_SIGNS) ** place for place, sign in enumerate(digits))
            data += value.to_bytes(len(digits) - 1, "big")
        except (KeyError, OverflowError):
            raise BadPayloadError from None
    if len(text) % 3 == 1:
        raise BadPayloadError
    return bytes(data)


def _pieces(text: str) -> tuple[list[str], str]:
    """Return the pieces in order, and what they must add up to."""
    found: dict[int, str] = {}
    heads = set[tuple[int, str]]()
    for line in filter(None, (line.strip() for line in text.splitlines())):
        part = _PART.fullmatch(line)
        if not part:
            raise BadPayloadError
        number, heads = int(part[1]), heads | {(int(part[2]), part[3])}
        if found.setdefault(number, part[4]) != part[4]:
            raise BadPayloadError("class_payload_mixed")
    if not heads:
        raise BadPayloadError
    if len(heads) > 1:
        raise BadPayloadError("class_payload_mixed")
    [(parts, check)] = heads
    if max(found) > parts:
        raise BadPayloadError
    missing = parts - len(found)
    if missing:
        raise BadPayloadError("class_payload_incomplete", missing=missing, parts=parts)
    return [found[number] for number in range(1, parts + 1)], check


def _unpacked(packed: bytes) -> bytes:
    """Return what was deflated, never more than a result may have: a small code can unpack to gigabytes."""
    unpacker = zlib.decompressobj(_RAW)
    try:
        data = unpacker.decompress(packed, SIZE_LIMIT + 1)
    except zlib.error:
        raise BadPayloadError from None
    if len(data) > SIZE_LIMIT or not unpacker.eof or unpacker.unused_data:
        raise BadPayloadError
    return data


def _check(packed: bytes) -> str:
    return hashlib.sha256(packed).hexdigest()[:CHECK_DIGITS].upper()
