"""What the checker finds in a folder, and which of it concerns one entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from core.authoring.preview import KINDS
from core.errors import ContentError, Problem
from core.loading.files import CASES_FOLDER, Snapshot
from core.loading.library import ExtraCheck, Library, library_of
from core.loading.read import file_of
from core.loading.sketch import Sketch

Nearness = Literal["here", "file", "elsewhere"]
"""Whether a mistake is of the entry itself, of a file it stands in, or of something else."""
_ORDER: tuple[Nearness, ...] = ("here", "file", "elsewhere")


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake, and how near it is to the entry that is looked at."""

    problem: Problem
    near: Nearness


def problems_in(
    snapshot: Snapshot, today: dt.date, checks: Sequence[ExtraCheck], stopped: Callable[[], bool] = lambda: False
) -> tuple[Problem, ...]:
    """Return every mistake in what a folder held, in order of place; once stopped, no further check is begun."""
    try:
        library_of(snapshot, today, [partial(_unless, stopped, check) for check in checks])
    except ContentError as error:
        return error.problems
    return ()


def findings_for(problems: Iterable[Problem], kind: str, name: str, sketch: Sketch) -> tuple[Finding, ...]:
    """Return mistakes with those of an entry first, then those of its files, then all others."""
    places = dict(_places(kind, name, sketch))
    found = [Finding(problem, _nearness(problem, name, places)) for problem in problems]
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.near)))


def files_of(kind: str, name: str, sketch: Sketch) -> tuple[str, ...]:
    """Return the files in which an entry stands, by name."""
    return tuple(sorted({file for file, _ in _places(kind, name, sketch)}))


def _nearness(problem: Problem, name: str, places: dict[str, tuple[int, int] | None]) -> Nearness:
    if problem.file not in places:
        return "here" if any(_names(value, name) for _, value in problem.facts) else "elsewhere"
    span = places[problem.file]
    if span is None or span[0] <= problem.line <= span[1] or any(_names(value, name) for _, value in problem.facts):
        return "here"
    return "file"


def _names(told: str, name: str) -> bool:
    """Return whether what is told of a mistake names an entry: as itself, as a path, or inside a key of a text."""
    return told == name or told.startswith((f"{name} ·", f"{name}.")) or f".{name}." in told or f" {name} " in told


def _places(kind: str, name: str, sketch: Sketch) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Yield the files of an entry with its first and last line; None: the whole file is the entry's."""
    entry = KINDS[kind]
    model = file_of(entry.part)
    yield model, sketch.lines.span(model, (*entry.table, name))
    for texts in sketch.texts.values():
        spans: dict[str, tuple[int, int]] = {}
        for key, home in texts.homes.items():
            if key.startswith(f"{kind}.{name}."):
                line = sketch.lines.problem("", home.file, home.path).line
                low, high = spans.get(home.file, (line, line))
                spans[home.file] = min(low, line), max(high, line)
        yield from spans.items()
        if entry.page:
            yield f"{texts.language}/{entry.page}/{name}.md", None
    if entry.file:
        yield f"{CASES_FOLDER}/{name}.toml", None


def _unless(stopped: Callable[[], bool], check: ExtraCheck, library: Library) -> Iterable[Problem]:
    return () if stopped() else check(library)
