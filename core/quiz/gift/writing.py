"""Questions to GIFT. What was written is read back as the very same questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from core.errors import AppError
from core.quiz.gift.answers import ARROW, WEIGHT
from core.quiz.gift.questions import (
    FULL,
    GAP,
    Choice,
    Choices,
    Description,
    Format,
    Matching,
    Near,
    Numerical,
    Question,
    ShortAnswer,
    Text,
    TrueFalse,
)
from core.quiz.gift.reading import CATEGORY, COMMENT, FILE_MARK, GENERAL
from core.quiz.gift.signs import CONTROL

_ESCAPES = {**{ord(sign): f"\\{sign}" for sign in CONTROL}, ord("\\"): "\\\\", ord("\n"): "\\n", ord("\r"): None}


class NotInGiftError(AppError):
    """GIFT has no way to write this: an arrow in what is matched, or in a short answer."""

    code = "not_in_gift"


def write(questions: Iterable[Question], head: Sequence[str] = ()) -> str:
    """Return questions as a GIFT file; ``head`` are lines of a comment at its beginning.

    Raises:
        NotInGiftError: A question cannot be said in GIFT.
    """
    blocks = ["\n".join(f"{COMMENT} {line}" for line in head)] if head else []
    category = ""
    for question in questions:
        if question.category != category:
            category = question.category
            blocks.append(f"{CATEGORY} {category}")
        blocks.append(_question(question))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _question(question: Question) -> str:
    text = question.text
    title = f"::{_escaped(question.title)}::" if question.title else ""
    if isinstance(question.body, Description):
        return title + _text(text, "moodle")
    block = _block(question)
    if question.gap is None:
        return f"{title}{_text(text, 'moodle')}{block}"
    before, after = text.text[: question.gap], text.text[question.gap + len(GAP) :]
    return f"{title}{_mark(text, 'moodle')}{_escaped(before)}{block}{_escaped(after)}"


def _block(question: Question) -> str:
    body, default = question.body, question.text.format
    lines: list[str] = []
    opening = "{"
    if isinstance(body, TrueFalse):
        wrong, right = _feedback(body.if_wrong, default), _feedback(body.if_right, default)
        # The right one comes second, so that the first needs its sign even when it is empty.
        opening += ("TRUE" if body.answer else "FALSE") + ((wrong or "#") + right if right else wrong)
    elif isinstance(body, Choices):
        lines += _options(body, default)
    elif isinstance(body, ShortAnswer):
        lines += [f"={_answer(choice, default)}" for choice in body.accepted]
        _without_arrow(lines)
    elif isinstance(body, Numerical):
        opening += "#"
        lines += [f"={_near(near, default)}" for near in body.accepted]
        lines += [f"~{_feedback(body.otherwise, default)}"] if _feedback(body.otherwise, default) else []
    elif isinstance(body, Matching):
        _without_arrow([pair.left.text for pair in body.pairs])
        lines += [f"={_text(pair.left, default)} {ARROW} {_escaped(pair.right)}" for pair in body.pairs]
    if question.general != Text("", default):
        lines.append(GENERAL + _text(question.general, default))
    return "\n\t".join([opening, *lines]) + ("\n}" if lines else "}")


def _options(body: Choices, default: Format) -> Iterator[str]:
    """Yield the options; a second right one of a single choice is weighed, for without any ~ it would be no choice."""
    has_right = False
    for option in body.options:
        if body.single and option.weight == FULL and not has_right:
            has_right = True
            yield f"={_text(option.text, default)}{_feedback(option.feedback, default)}"
        else:
            yield f"~{_answer(option, default, usual=0.0)}"
    if body.single and not has_right:
        raise NotInGiftError(found=body.options[0].text.text[:40] if body.options else "{}")


def _answer(choice: Choice, default: Format, usual: float = FULL) -> str:
    text = _text(choice.text, default)
    weight = "" if choice.weight == usual and not WEIGHT.match(text) else _weight(choice.weight)
    return f"{weight}{text}{_feedback(choice.feedback, default)}"


def _near(near: Near, default: Format) -> str:
    weight = "" if near.weight == FULL else _weight(near.weight)
    number = "*" if near.value is None else f"{_number(near.value)}:{_number(near.tolerance)}"
    return f"{weight}{number}{_feedback(near.feedback, default)}"


def _weight(weight: float) -> str:
    return f"%{f'{weight:.5f}'.rstrip('0').rstrip('.')}%"


def _number(number: float) -> str:
    """Return a number so that the same double is read again."""
    return repr(number + 0.0).removesuffix(".0")


def _feedback(text: Text, default: Format) -> str:
    return "" if text == Text("", default) else f"#{_text(text, default)}"


def _text(text: Text, default: Format) -> str:
    return _mark(text, default) + _escaped(text.text)


def _mark(text: Text, default: Format) -> str:
    """Return the name of the markup where it is needed: also before what would be taken for one, or would be lost."""
    needed = text.format != default or text.text.startswith(("[", COMMENT, FILE_MARK))
    return f"[{text.format}]" if needed else ""


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


def _without_arrow(texts: Iterable[str]) -> None:
    for text in texts:
        if ARROW in text:
            raise NotInGiftError(found=text[:40])
