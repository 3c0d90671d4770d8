"""TOML text to plain data, with a syntax mistake as a problem."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from core.errors import Phrase, Problem

_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")

_WHY = {
    "twice": re.compile("twice|[Dd]uplicate|overwrite|immutable|redefine"),
    "unfinished": re.compile("Unclosed|Unterminated|at the end of a table"),
    "equals": re.compile("Expected '='"),
    "sign": re.compile("Illegal character|initial character|Unescaped"),
    "value": re.compile("Invalid value|Invalid date|hex value|Escaped character"),
}
"""What the parser says in English -> what we say; of two that fit, the first."""


def parse(name: str, text: str, problems: list[Problem]) -> dict[str, Any] | None:
    """Return the data of a TOML text; with a syntax mistake add a problem and return None."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _LINE.search(message)
        # Without a number the parser stopped at the end of the text.
        line = int(place[1]) if place and place[1] else len(text.splitlines())
        why = _why(_LINE.sub("", message))
    except ValueError as error:  # a whole number of thousands of digits
        line, why = 0, Phrase(str(error), "toml.digits")
    except RecursionError:  # thousands of open brackets; the parser of Python 3.11 has no limit of its own
        line, why = 0, Phrase("[[[", "toml.deep")
    problems.append(Problem(name, line, "toml_syntax", (("reason", why),)))
    return None


def _why(message: str) -> Phrase:
    name = next((name for name, pattern in _WHY.items() if pattern.search(message)), "unclear")
    return Phrase(message, f"toml.{name}")
