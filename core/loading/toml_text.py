"""TOML text to plain data, with a syntax mistake as a problem."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from core.errors import Problem

_LINE = re.compile(r" \(at line (\d+), column \d+\)| \(at end of document\)")


def parse(name: str, text: str, problems: list[Problem]) -> dict[str, Any] | None:
    """Return the data of a TOML text; with a syntax mistake add a problem and return None."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _LINE.search(message)
        # Without a number the parser stopped at the end of the text.
        line = int(place[1]) if place and place[1] else len(text.splitlines())
        problems.append(Problem(name, line, "toml_syntax", (("reason", _LINE.sub("", message)),)))
    except ValueError as error:  # a whole number of thousands of digits
        problems.append(Problem(name, 0, "toml_syntax", (("reason", str(error)),)))
    except RecursionError:  # thousands of open brackets; the parser of Python 3.11 has no limit of its own
        problems.append(Problem(name, 0, "toml_syntax", (("reason", "too many brackets inside each other"),)))
    return None
