"""What pydantic says about an entry, as problems with a code, an expectation and what was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from core.errors import Phrase, Problem
from core.loading.places import Places, TomlPath, name_of

_CODES = {
    "missing": "missing_field",
    "extra_forbidden": "unknown_field",
    "too_short": "empty_field",
    "string_too_short": "empty_field",
}
# Examples instead of names of types: they read the same in every language.
_EXAMPLES = {
    "string_type": '"…"',
    "int_type": "3",
    "float_type": "0.5",
    "bool_type": "true",
    "date_type": "2026-11-24",
    "time_type": "17:15:00",
    "tuple_type": "[ … ]",
    "dict_type": "{ … }",
    "mapping_type": "{ … }",
    "model_type": "{ … }",
    "model_attributes_type": "{ … }",
}
_SIGNS = {"gt": ">", "ge": "≥", "lt": "<", "le": "≤", "min_length": "≥", "max_length": "≤"}
_SHOWN = 60
_BIG = 10**80


def schema_problems(error: ValidationError, raw: object, places: Places, file: str, at: TomlPath) -> Iterator[Problem]:
    """Yield one problem for each field that does not fit.

    Args:
        error: What pydantic raised for ``raw``.
        raw: The data as it was read.
        places: Finds the lines.
        file: The file of the data.
        at: Where in the file ``raw`` stands; empty when it is the whole file.
    """
    fields: dict[TomlPath, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False):
        fields.setdefault(_field(detail, raw), []).append(detail)
    for path, details in fields.items():
        facts: dict[str, object] = {"where": name_of((*at, *path)) or file}
        code = _code(details[0]["type"])
        if code not in ("missing_field", "empty_field"):
            facts["found"] = shown(_value(raw, path))
        if code in ("wrong_type", "wrong_value"):
            expected = list(dict.fromkeys(_expected(detail) for detail in details))
            # One alone stays itself: it may know how a language says it.
            facts["expected"] = expected[0] if len(expected) == 1 else " / ".join(expected)
        yield places.problem(code, file, (*at, *path), **facts)


def shown(value: object) -> str:
    """Return a value as an author wrote it, roughly, and cut when it is long."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, dt.date | dt.time):
        text = value.isoformat()
    elif isinstance(value, tuple | list):
        text = "[" + ", ".join(map(shown, value)) + "]"
    elif isinstance(value, Mapping):
        parts = ", ".join(f"{key} = {shown(part)}" for key, part in value.items())
        text = f"{{ {parts} }}" if parts else "{}"
    elif isinstance(value, int):
        # Python refuses to write a number of thousands of digits in tens, but not in sixteens.
        text = str(value) if abs(value) < _BIG else hex(value)
    else:
        text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _code(kind: str) -> str:
    if kind == "value_error":  # the only validator of our own is that of Condition
        return "bad_condition"
    return _CODES.get(kind) or ("wrong_type" if kind.endswith("_type") else "wrong_value")


def _field(detail: ErrorDetails, raw: object) -> TomlPath:
    """Return the place of a mistake in the data, without the names of union members that pydantic adds."""
    path: TomlPath = ()
    for part in detail["loc"]:
        if not _has(raw, part):
            return (*path, part) if detail["type"] == "missing" else path
        path, raw = (*path, part), raw[part]  # type: ignore[index]  # _has has looked
    return path


def _has(raw: object, part: str | int) -> bool:
    if isinstance(raw, tuple):
        return isinstance(part, int) and part < len(raw)
    return isinstance(raw, Mapping) and part in raw


def _value(raw: Any, path: TomlPath) -> object:
    for part in path:
        raw = raw[part]
    return raw


def _expected(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "literal_error":
        return str(context["expected"]).replace("'", "").replace(" or ", ", ")
    if kind in _EXAMPLES:
        return _EXAMPLES[kind]
    limits = [f"{sign} {context[name]}" for name, sign in _SIGNS.items() if name in context]
    if limits:
        return ", ".join(limits)
    if pattern := context.get("pattern"):
        return Phrase(pattern, "expected.pattern", pattern=pattern)
    return Phrase("…", "expected.other")  # what pydantic says of it is English
