"""The last home page, remembered so that the next start can show it before anything is worked out. No Qt.

Loading the content and the model takes longer than opening the window. A start shows what the home page said last time,
in the same language, then loads, and then shows what it says now. It is a copy in the cache and never a source.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from core.errors import AppError
from core.files import write_whole
from gui.pages.home.state import DoorState, HomeState, ResumeState, TimesState
from gui.shell import ICONS, NAMES, RailState, ShellState
from gui.signs import Day

FILE = "home.json"
Remembered = tuple[ShellState, HomeState]


def remember(folder: Path | None, language: str, shell: ShellState, home: HomeState) -> None:
    """Keep a picture for the next start; a disk that is full costs that start some time, and nothing else."""
    if folder is None:
        return
    told = {**_plain(shell), "impossible": sorted(shell.impossible)}
    data = {"language": language, "shell": told, "home": _plain(home)}
    with suppress(OSError, AppError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / FILE, json.dumps(data, ensure_ascii=False))


def recall(folder: Path | None, language: str, locked: bool = False) -> Remembered | None:
    """Return the picture of the last time in this language; None when there is none that can be used.

    With a lock, ``locked``, only one that says nothing of the check is, and without a lock none that speaks of one.
    """
    if folder is None:
        return None
    try:
        data = json.loads((folder / FILE).read_bytes())
        shell, home = _shell(data["shell"]), _home(data["home"])
        # Another version of the program may know other pages: its picture is of no use.
        same = set(shell.menus) == set(NAMES) and [page for page, *_ in shell.rail.pages] == list(ICONS)
        fits = same and data["language"] == language and home.locked == locked
        return (shell, home) if fits else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def forget(folder: Path | None) -> None:
    """Remove the picture: it tells how far a check had come."""
    if folder is not None:
        with suppress(OSError):
            (folder / FILE).unlink(missing_ok=True)


def _plain(state: Any) -> Any:
    """Return a state as JSON can hold it, by the names of its parts."""
    if hasattr(state, "_asdict"):
        return {name: _plain(part) for name, part in state._asdict().items()}
    return [_plain(part) for part in state] if isinstance(state, tuple) else state


def _shell(data: dict[str, Any]) -> ShellState:
    rail = {
        **data["rail"],
        "pages": tuple((str(page), str(name), bool(can)) for page, name, can in data["rail"]["pages"]),
    }
    return ShellState(data["title"], RailState(**rail), data["menus"], frozenset(data["impossible"]))


def _home(data: dict[str, Any]) -> HomeState:
    times = {**data["times"], "days": tuple(Day(**day) for day in data["times"]["days"])}
    return HomeState(
        title=data["title"],
        subtitle=data["subtitle"],
        doors=tuple(DoorState(**door) for door in data["doors"]),
        resume=ResumeState(**data["resume"]),
        times=TimesState(**times),
        learn_title=data["learn_title"],
        learn=tuple((str(title), str(text)) for title, text in data["learn"]),
        privacy=data["privacy"],
        guest=data["guest"],
        locked=bool(data["locked"]),
    )
