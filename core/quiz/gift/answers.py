"""The block between braces: which kind of question it makes, and its answers."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from core.quiz.gift.questions import (
    FULL,
    NOTHING,
    Body,
    Choice,
    Choices,
    Essay,
    Format,
    Matching,
    Near,
    Numerical,
    Pair,
    ShortAnswer,
    Text,
    TrueFalse,
)
from core.quiz.gift.signs import Stretch

Tell = Callable[..., None]
"""Takes the line, the code and the facts of a mistake."""
FEWEST = 2
"""Options of a choice, pairs of a matching."""
MOST = 200
"""Answers of one question. Nobody reads as many, and it bounds the work that a hostile file can make."""
ARROW = "->"
WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{1,9})?)%")

_NUMBER = re.compile(r"[+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][+-]?\d{1,3})?")
_TRUTH = {"T": True, "TRUE": True, "F": False, "FALSE": False}


def body_of(block: Stretch, default: Format, tell: Tell) -> Body:
    """Return the kind of question that a block makes; mistakes are told, and what could be read comes back."""
    if not block.text:
        return Essay()
    if (many := sum(map(block.mask.count, "~="))) > MOST:
        tell(block.line, "gift_too_many", found=many, expected=MOST)
        return Essay()
    return _reader_of(block)(block, default, tell)


def _reader_of(block: Stretch) -> Callable[[Stretch, Format, Tell], Body]:
    """Return what reads a block, by the signs in it; the order is Moodle's."""
    if block.mask[0] == "#":
        return _numerical
    if block.find("~") >= 0:
        return _choices
    if block.find("=") >= 0 and ARROW in block.text:
        return _matching
    return _true_false if block.cut("#")[0].stripped().text in _TRUTH else _short_answer


def _true_false(block: Stretch, default: Format, _tell: Tell) -> TrueFalse:
    said, remarks = block.cut("#")
    answer = _TRUTH[said.stripped().text]
    if remarks is None:
        return TrueFalse(answer, _none(default), _none(default))
    wrong, right = remarks.cut("#")
    return TrueFalse(answer, wrong.marked_up(default)[0], _feedback(right, default))


def _choices(block: Stretch, default: Format, tell: Tell) -> Choices:
    options = []
    for part, is_right in _options(block):
        answer, weight = part, FULL
        if not is_right:
            answer, weight = _weight(part, 0.0, tell)
        options.append(_choice(answer, weight, default))
    if len(options) < FEWEST:
        tell(block.line, "gift_too_few", found=len(options), expected=FEWEST)
    return Choices(block.find("=") >= 0, tuple(options))


def _options(block: Stretch) -> Iterator[tuple[Stretch, bool]]:
    """Yield the options of a choice, and whether a sign of equality stands before them."""
    starts = [place for place, sign in enumerate(block.mask) if sign in "~="]
    if block[: starts[0]].stripped().text:
        yield block[: starts[0]].stripped(), False
    for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True):
        yield block[start + 1 : end].stripped(), block.mask[start] == "="


def _short_answer(block: Stretch, default: Format, tell: Tell) -> ShortAnswer:
    accepted = []
    for part in _parts(block):
        answer, weight = _weight(part, FULL, tell)
        accepted.append(_choice(answer, weight, default))
    return ShortAnswer(tuple(accepted))


def _matching(block: Stretch, default: Format, tell: Tell) -> Matching:
    pairs, parts = [], list(_parts(block))
    for part in parts:
        marker = part.text.find(ARROW)
        if marker < 0:
            tell(part.line, "gift_no_arrow", found=_short(part), expected=ARROW)
            continue
        left = part[:marker].marked_up(default)[0]
        pairs.append(Pair(left, part[marker + len(ARROW) :].stripped().text))
    if len(parts) < FEWEST:
        tell(block.line, "gift_too_few", found=len(parts), expected=FEWEST)
    return Matching(tuple(pairs))


def _numerical(block: Stretch, default: Format, tell: Tell) -> Numerical:
    wanted, other = block[1:].cut("~")
    otherwise = _none(default) if other is None else _feedback(other.cut("#")[1], default)
    accepted, parts = [], list(_parts(wanted))
    for part in parts:
        answer, weight = _weight(part, FULL, tell)
        number, feedback = answer.cut("#")
        near = _near(number.stripped(), weight, _feedback(feedback, default), tell)
        if near is not None:
            accepted.append(near)
    if not parts:
        tell(block.line, "gift_no_answers")
    return Numerical(tuple(accepted), otherwise)


def _near(number: Stretch, weight: float, feedback: Text, tell: Tell) -> Near | None:
    """Return a number with its tolerance from ``a``, ``a:b``, ``a..b`` or ``*``; None when it is none."""
    if number.text == "*":
        return Near(None, 0.0, weight, feedback)
    if ".." in number.text:
        low, high = (_decimal(part) for part in number.text.split("..", 1))
        if low is not None and high is not None and low > high:
            tell(number.line, "gift_range_reversed", found=_short(number))
            return None
        value, off = (None, None) if low is None or high is None else ((low + high) / 2, (high - low) / 2)
    else:
        first, second = number.cut(":")
        value, off = _decimal(first.text), Decimal(0) if second is None else _decimal(second.text)
    if value is None or off is None or off < 0 or not (math.isfinite(float(value)) and math.isfinite(float(off))):
        tell(number.line, "gift_no_number", found=_short(number), expected="18.25:0.3, 17..19")
        return None
    return Near(float(value), float(off), weight, feedback)


def _decimal(text: str) -> Decimal | None:
    plain = text.strip()
    return Decimal(plain) if _NUMBER.fullmatch(plain) else None


def _parts(block: Stretch) -> Iterator[Stretch]:
    """Yield the answers, of which the first need not have its sign of equality."""
    first, *others = block.split("=")
    if first.stripped().text:
        yield first.stripped()
    yield from (part.stripped() for part in others)


def _weight(part: Stretch, without: float, tell: Tell) -> tuple[Stretch, float]:
    """Return an answer without the weight before it, and the weight."""
    found = WEIGHT.match(part.text)
    if found is None:
        return part, without
    weight = float(found[1])
    if abs(weight) > FULL:
        tell(part.line, "gift_weight", found=found[0], expected=f"{-FULL:g} … {FULL:g}")
    return part[found.end() :], weight


def _choice(answer: Stretch, weight: float, default: Format) -> Choice:
    said, feedback = answer.cut("#")
    return Choice(said.marked_up(default)[0], weight, _feedback(feedback, default))


def _feedback(found: Stretch | None, default: Format) -> Text:
    return _none(default) if found is None else found.marked_up(default)[0]


def _none(default: Format) -> Text:
    return Text(NOTHING.text, default)


def _short(part: Stretch) -> str:
    return " ".join(part.text.split())[:40]
