"""Why a template cannot be used: what Jinja2 and Python say in English -> our words, and a problem with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.errors import Phrase, Problem

if TYPE_CHECKING:
    from core.explain.sandbox import TemplateFailedError

UNSAFE = "template.unsafe"
_NAME = r"['‘](?P<name>[^'’]+)['’]"
_SAYS = {
    UNSAFE: re.compile(r"unsafe|__|access to attribute", re.IGNORECASE),
    "template.no_filter": re.compile(rf"[Nn]o (?:filter|test) named {_NAME}"),
    "template.no_tag": re.compile(rf"unknown tag {_NAME}"),
    "template.no_name": re.compile(rf"{_NAME} is undefined|has no (?:attribute|element) ['‘](?P<part>[^'’]+)['’]"),
    "template.unended": re.compile(r"[Uu]nexpected end|Missing end of|got 'end of"),
    "template.unknown_fact": re.compile(r"is neither true nor false"),
    "template.compared": re.compile(r"not supported between|unsupported operand|not iterable|not callable"),
}
"""Key of our words -> how they say it in English; of two that fit, the first."""


def reason_in(message: str) -> Phrase:
    """Return why a template failed.

    Examples:
        >>> reason_in("'nope' is undefined").facts
        {'name': 'nope'}
    """
    for key, pattern in _SAYS.items():
        if match := pattern.search(message):
            named = match.groupdict()
            return Phrase(message, key, name=named.get("name") or named.get("part") or "")
    return Phrase(message, "template.unclear", name="")


def template_problem(file: str, error: TemplateFailedError) -> Problem:
    """Return the problem of a template that failed; reaching for what it must not see is one of its own."""
    code = "template_unsafe" if error.reason.key == UNSAFE else "template_failed"
    return Problem(file, error.line, code, (("reason", error.reason),))
