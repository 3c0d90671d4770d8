"""A GIFT file to questions: all of its mistakes at once, each with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from core.errors import AppError, Problem, ProblemsError, reason_of
from core.loading.files import SIZE_LIMIT, decode
from core.quiz.gift.answers import body_of
from core.quiz.gift.questions import BLANK, Body, Description, Question
from core.quiz.gift.signs import Stretch

CATEGORY = "$CATEGORY:"
COMMENT = "//"
GENERAL = "####"
FILE_MARK = "\ufeff"
"""What some editors write at the beginning of a file."""


class GiftError(ProblemsError):
    """A GIFT file has mistakes."""

    code = "gift_has_problems"


def read_gift(file: Path) -> tuple[Question, ...]:
    """Return the questions of a file.

    Raises:
        AppError: The file cannot be opened.
        GiftError: It is too big, no UTF-8, or has mistakes.
    """
    try:
        size = file.stat().st_size
        raw = file.read_bytes() if size <= SIZE_LIMIT else b""
    except OSError as error:
        raise AppError("file_unreadable", file=file.name, reason=reason_of(error)) from error
    if size > SIZE_LIMIT:
        facts = (("found", f"{size / 1e6:.1f} MB"), ("expected", f"{SIZE_LIMIT / 1e6:.1f} MB"))
        raise GiftError([Problem(file.name, 0, "file_too_big", facts)])
    problems: list[Problem] = []
    text = decode(file.name, raw, problems)
    if text is None:
        raise GiftError(problems)
    return parse(text, file.name)


def parse(text: str, name: str = "") -> tuple[Question, ...]:
    r"""Return the questions in a text, in their order.

    Raises:
        GiftError: With every mistake; ``name`` is the file that they are told of.

    Examples:
        >>> [question] = parse("::sun:: The sun rises in the east. {T#No.#Yes.}")
        >>> question.title, question.text.text, question.body.answer, question.body.if_right.text
        ('sun', 'The sun rises in the east.', True, 'Yes.')
    """
    reader = _Reader(name)
    questions = tuple(reader.questions(text.removeprefix(FILE_MARK).replace("\r\n", "\n").replace("\r", "\n")))
    if reader.problems:
        raise GiftError(reader.problems)
    return questions


class _Reader:
    """Reads question after question, and remembers the category and the mistakes."""

    def __init__(self, name: str) -> None:
        self._name, self._category, self._is_open = name, "", False
        self.problems: list[Problem] = []

    def questions(self, text: str) -> Iterator[Question]:
        for line, raw in _blocks(text):
            if raw.strip(BLANK).startswith(CATEGORY):
                self._enter(raw.strip(BLANK), line)
            else:
                told = len(self.problems)
                question = self._question(Stretch.of(raw, line).stripped())
                if question is not None and len(self.problems) == told:
                    yield question

    def _enter(self, raw: str, line: int) -> None:
        """Go to another category, which is taken as written: Moodle takes no escapes out of it."""
        name = raw.removeprefix(CATEGORY).strip(BLANK)
        if "\n" in name:
            self._tell(line, "gift_category_not_alone", expected=CATEGORY)
        self._category = name

    def _question(self, whole: Stretch) -> Question | None:
        title, rest = _title(whole)
        start, end = rest.find("{"), rest.find("}")
        if start < 0 and end < 0:
            return self._made(rest, None, Description(), title, whole.line)
        if not self._is_one_block(rest, start, end):
            return None
        block, tail = rest[start + 1 : end].stripped(), rest[end + 1 :].stripped()
        asked = rest.with_gap(start, end + 1) if tail.text else rest[:start]
        return self._made(asked, block, None, title, whole.line)

    def _is_one_block(self, rest: Stretch, start: int, end: int) -> bool:
        """Return whether there is one answer block, that begins and ends; tell it when there is not."""
        was_open, self._is_open = self._is_open, end < 0
        if end < 0:
            self._tell(rest.line_at(start), "gift_brace_not_closed", expected="}")
            return False
        if start < 0 or end < start:
            if not was_open:  # a blank line among the answers has cut off this end: the beginning has been told
                self._tell(rest.line_at(end), "gift_brace_not_opened", expected="{", written="\\}")
            return False
        again = next(
            (place for place, sign in enumerate(rest.mask) if sign in "{}" and place not in (start, end)), None
        )
        if again is not None:
            sign = rest.mask[again]
            self._tell(rest.line_at(again), "gift_brace_again", found=sign, expected=f"\\{sign}")
        return again is None

    def _made(self, asked: Stretch, block: Stretch | None, body: Body | None, title: str, line: int) -> Question:
        text, gap = asked.marked_up("moodle")
        general = Stretch("", "", line)
        if block is not None:
            last = block.mask.rfind(GENERAL)
            if last >= 0:
                block, general = block[:last].stripped(), block[last + len(GENERAL) :]
            body = body_of(block, text.format, self._tell)
        if not text.text and not title:
            self._tell(line, "gift_nothing_asked")
        told = general.marked_up(text.format)[0]
        return Question(text, body or Description(), title, self._category, told, gap, line)

    def _tell(self, line: int, code: str, **facts: object) -> None:
        self.problems.append(Problem(self._name, line, code, tuple((key, str(fact)) for key, fact in facts.items())))


def _title(whole: Stretch) -> tuple[str, Stretch]:
    if not whole.mask.startswith("::"):
        return "", whole
    end = whole.find("::", 2)
    if end < 0:  # as Moodle does: the colons are dropped, and no name was meant
        return "", whole[2:]
    return whole.text[2:end].strip(BLANK), whole[end + 2 :].stripped()


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, lines without comments) of whatever stands between blank lines."""
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip(BLANK):
            lines.append("" if line.lstrip(BLANK).startswith(COMMENT) else line)
            continue
        first = next((place for place, kept in enumerate(lines) if kept), None)
        if first is not None:
            yield number - len(lines) + first, "\n".join(lines[first:])
        lines = []
