"""What differs between two folders, in lines to read and as data."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from core.authoring.difference import ORDER, Change, Difference
from core.authoring.effect import CaseEffect, Outcome
from core.authoring.wordwise import wordwise
from core.catalogue import Catalogue
from core.commands.content import problem_line
from core.explain.numbers import Numbers

SIGNS = {"added": "+", "removed": "-", "changed": "~"}
_SHORT = 160
"""No value is shown with more signs than this."""


def lines_of(found: Difference, own: Catalogue) -> Iterator[str]:
    """Yield the counts, then everything that differs: what is the same in every language first."""
    if found.same:
        yield own("authoring.diff.same")
        return
    yield own("authoring.diff.counts")
    for (language, part), counts in found.counts().items():
        where = own("authoring.diff.in_language", part=_part(part, own), language=language) if language else None
        yield "  " + own("authoring.diff.count", part=where or _part(part, own), **counts)
    for name, problem in found.unread:
        yield own("authoring.diff.unread", file=name, mistake=problem_line(problem, own))
    place = None
    for change in found.changes:
        if (change.language, change.part) != place:
            place = (change.language, change.part)
            yield from ("", "== " + " · ".join(filter(None, (change.language, _part(change.part, own)))))
        yield _line(change, own)


def effect_lines(found: Iterable[CaseEffect], own: Catalogue) -> Iterator[str]:
    """Yield what the change does to every case that it moves, and how many stay as they are."""
    effects = tuple(found)
    moved = [effect for effect in effects if effect.moved]
    yield from ("", "== " + own("authoring.diff.effect"))
    for effect in moved:
        before, after = (_outcome(side, own) for side in (effect.before, effect.after))
        yield f"~ {effect.case}: {before} → {after}"
    yield own("authoring.diff.unmoved", count=len(effects) - len(moved), of=len(effects))


def data_of(found: Difference, effects: Iterable[CaseEffect] | None) -> dict[str, Any]:
    """Return everything that differs as plain data; ``effects`` None leaves them out."""
    counts = [{"language": language, "part": part, **numbers} for (language, part), numbers in found.counts().items()]
    data: dict[str, Any] = {
        "same": found.same,
        "counts": counts,
        "changes": [_plain(asdict(change)) for change in found.changes],
        "unread": [{"file": name, "line": problem.line, "code": problem.code} for name, problem in found.unread],
    }
    if effects is not None:
        data["effects"] = [{**asdict(effect), "moved": effect.moved} for effect in effects]
    return data


def _plain(value: Any) -> Any:
    """Return a value that JSON can hold: days as texts, and what is no finite number as its name."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, str | int):
        return value
    return value if isinstance(value, float) and math.isfinite(value) else str(value)


def _line(change: Change, own: Catalogue) -> str:
    where = " · ".join(part for part in (change.id, change.path) if part)
    if change.path == ORDER and not change.id:
        return f"~ {own('authoring.diff.order')}"
    if change.what != "changed":
        value = (
            "" if not change.path or change.language else f" = {_value(change, 0 if change.what == 'removed' else 1)}"
        )
        return f"{SIGNS[change.what]} {where}{value}"
    if isinstance(change.before, str) and isinstance(change.after, str) and (change.language or " " in change.before):
        return f"~ {where}: {wordwise(change.before, change.after)}"
    if change.language:
        return f"{'+' if change.before is None else '-'} {where}"
    return f"~ {where}: {_value(change, 0)} → {_value(change, 1)}"


def _value(change: Change, side: int) -> str:
    value, number = (change.before, change.after)[side], change.numbers[side]
    said = value if isinstance(value, str) else json.dumps(_plain(value), ensure_ascii=False)
    said = said if len(said) <= _SHORT else f"{said[:_SHORT]}…"
    return said if number is None else f"{said} ({number:g})"


def _outcome(told: Outcome | None, own: Catalogue) -> str:
    if told is None:
        return own("authoring.diff.unreadable_case")
    share, band = Numbers(own).percent(told.arrives), own(f"band.{told.band}.name")
    return own("authoring.diff.outcome", share=share, band=band, cause=told.name)


def _part(part: str, own: Catalogue) -> str:
    key = f"authoring.diff.part.{part.replace('.', '_')}"
    return own(key) if key in own else part
