"""Beginning a content folder of one's own: a copy of another one, with a page that says how to go on."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from core.errors import AppError, ContentError, reason_of
from core.explain.sandbox import environment, render
from core.files import CannotWriteError
from core.loading.files import take_snapshot

README, LICENCE = "README.md", "LICENSE"
TEMPLATE = "own_content.md.j2"
_UNFINISHED = ".unfinished-"


class FolderInUseError(AppError):
    """There is something at that place already; nothing was written."""

    code = "folder_in_use"


def new_folder(shipped: Path, target: Path, readme: str) -> int:
    """Copy a content folder to a new place, whole or not at all.

    Args:
        shipped: The folder to copy: model, languages, cases and licence; no code.
        target: Where it is to lie: nothing yet, or an empty folder. Folders above it are made.
        readme: The template of the page for its author, in both languages.

    Returns:
        How many files the new folder has.

    Raises:
        FolderInUseError: There is something already.
        ContentError: Files of ``shipped`` cannot be read.
        CannotWriteError: The place cannot be written; nothing of it was left behind.
    """
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise FolderInUseError(folder=str(target))
    snapshot = take_snapshot(shipped, shelf=True)
    if snapshot.problems:
        raise ContentError(list(snapshot.problems))
    files = dict(snapshot.files)
    files[README] = render(environment(), readme, TEMPLATE, name=target.name).encode()
    with suppress(OSError):  # a folder of one's own need not have one
        files[LICENCE] = (shipped / LICENCE).read_bytes()
    _write(target, files)
    return len(files)


def _write(target: Path, files: dict[str, bytes]) -> None:
    aside = target.with_name(f"{_UNFINISHED}{target.name}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)  # of a copy that was cut off
        for name, raw in files.items():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / name).write_bytes(raw)
        if target.exists():
            target.rmdir()  # Windows renames to no folder that is there, not even an empty one
        aside.rename(target)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise CannotWriteError(file=str(target), reason=reason_of(error)) from error
