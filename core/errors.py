"""Every failure that can be expected: a stable code and facts. The sentences live in the content.

A front finds ``error.<code>`` in its catalogue and fills in the facts. Anything else that is raised is a bug.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import NamedTuple, Self


class AppError(Exception):
    """Base of all expected failures; ``code`` names the sentence, ``facts`` fill its placeholders."""

    code = "failed"

    def __init__(self, code: str | None = None, /, **facts: object) -> None:
        self.code = code or type(self).code
        self.facts = facts
        super().__init__(self.code, facts)


class Phrase(str):
    """A fact that every language says in words of its own; a catalogue without words for it shows the text as it is.

    Facts may be phrases themselves.
    """

    __slots__ = ("facts", "key")
    key: str
    facts: Mapping[str, str]

    def __new__(cls, text: str, key: str, /, **facts: str) -> Self:
        """Return the text, with the key of our own words for it and the facts these name."""
        made = super().__new__(cls, text)
        made.key, made.facts = key, facts
        return made


class Reason(Phrase):
    """Why a file was refused, as the system says it."""

    __slots__ = ("name",)
    name: str

    def __new__(cls, text: str, name: str) -> Self:
        """Return the text, with the name of our own words for it."""
        made = super().__new__(cls, text, f"reason.{name}", found=text)
        made.name = name
        return made


NOT_TEXT = Reason("UTF-8", "not_text")
"""The bytes are no text as we read it."""
EMPTY = Reason("0 B", "empty")
"""There is nothing in the file."""


_NUMBERS: Mapping[type[OSError], int] = {
    FileNotFoundError: errno.ENOENT,
    PermissionError: errno.EACCES,
    IsADirectoryError: errno.EISDIR,
    NotADirectoryError: errno.ENOTDIR,
}


def reason_of(error: OSError) -> Reason:
    """Return why the system refused: its words are of its own language, and not that of the program.

    Examples:
        >>> reason_of(FileNotFoundError(errno.ENOENT, "No such file or directory")).key
        'reason.enoent'
    """
    # Some libraries raise the kind of error alone, without the number of the system.
    number = error.errno or next((number for kind, number in _NUMBERS.items() if isinstance(error, kind)), 0)
    return Reason(error.strerror or str(error), errno.errorcode.get(number, "unknown").lower())


def facts_of(facts: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Return facts as texts that can be kept; what is one already stays itself, for it may be a :class:`Phrase`."""
    return tuple((name, value if isinstance(value, str) else str(value)) for name, value in facts.items())


class Problem(NamedTuple):
    """One mistake in a file that somebody wrote: where it is, and what is wrong as a code with facts; in that order.

    ``file`` is relative to the folder that was read, ``line`` counts from 1 (0: the file as a whole).
    """

    file: str
    line: int
    code: str
    facts: tuple[tuple[str, str], ...] = ()


class ProblemsError(AppError):
    """A file or folder cannot be used; carries every problem that was found, in order of place."""

    code = "problems"

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__(count=len(problems))


class ContentError(ProblemsError):
    """The content folder has mistakes."""

    code = "content_has_problems"


class AnswersError(ProblemsError):
    """An answers file has mistakes."""

    code = "answers_have_problems"
