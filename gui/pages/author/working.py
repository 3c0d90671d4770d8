"""What the author's desk does on the thread that works: reading a folder, checking it, copying it. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.authoring.new import TEMPLATE, new_folder
from core.authoring.studio import Studio
from core.catalogue import Catalogue
from core.errors import AppError, Problem
from core.loading.files import folder_stamp
from core.loading.sketch import Sketch

Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a folder held. ``sketch`` is None where it holds no content; ``own`` are the program's words by language."""

    stamp: str
    sketch: Sketch | None
    own: Mapping[str, Catalogue]


def read(studio: Studio, _stopped: Stopped) -> Reading:
    """Return what a folder holds now."""
    stamp = folder_stamp(studio.folder)
    sketch = studio.read()
    if not studio.snapshot.files:
        return Reading(stamp, None, {})
    return Reading(stamp, sketch, {code: studio.own(code) for code in sketch.texts})


def check(studio: Studio, today: dt.date, stopped: Stopped) -> tuple[Problem, ...]:
    """Return every mistake in what was read last."""
    # Loaded here because the checks bring numpy, for which no page may wait.
    from core.commands.workplace import CHECKS

    return studio.problems(today, CHECKS, stopped)


def copy(shipped: Path, target: Path, layouts: Mapping[str, str], _stopped: Stopped) -> int | AppError:
    """Copy a content folder; return how many files it has, or what hindered it."""
    try:
        return new_folder(shipped, target, layouts[TEMPLATE])
    except AppError as error:
        return error


def stamp(folder: Path, _stopped: Stopped) -> str:
    """Return what is another one once something in a folder was saved."""
    return folder_stamp(folder)
