"""Checked content from the cache: a start of the program parses no TOML and checks nothing twice.

The cache is a copy and never a source. It is one JSON file for each content folder, and it only counts when its key, a
digest of every file's name and bytes, is that of the folder now. Explanations and letters are not in it: their bytes
have been read for the digest anyway, and decoding them costs less than parsing them out of a JSON file. Articles
and cases are not even read: they are checked when the copy is made, and again when one has another size or another
time of change. A mistake that hides even so is told when one is opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import to_json

from core.files import CannotWriteError, write_whole
from core.loading.files import Snapshot, shelf_stamp, take_snapshot
from core.loading.library import ExtraCheck, Library, library_of
from core.loading.shelf import Shelved
from core.loading.texts import explanations_of, letters_of
from core.schema.content import Content

_FORMAT = 9  # to be raised when the cache or a picture changes its shape
_PACKAGE = "disburse-check"


class _Compiled(BaseModel):
    model_config = ConfigDict(extra="forbid")

    key: str
    content: Content
    words: dict[str, dict[str, str]]


def load_compiled(
    folder: Path, cache: Path | None, extra: Sequence[ExtraCheck] = (), *, writes: bool = True
) -> Library:
    """Return the content of a folder, from the cache when nothing has changed since it was checked.

    Whether a figure is still in force depends on the day and not on the files, so it is not asked here: a program must
    start on the day after a review was due. ``load_library`` asks it.

    Args:
        folder: The content folder.
        cache: The folder for the copy, made when needed; None does without.
        extra: More checks for a folder that is not in the cache yet.
        writes: Whether a copy may be made; one that is there is used all the same.

    Raises:
        ContentError: The folder has mistakes; nothing is written then.
    """
    snapshot = take_snapshot(folder)
    key, file = f"{copy_key(snapshot)} {shelf_stamp(folder)}", copy_place(folder, cache, "content")
    # What could not be read is not in the digest: such a folder must never pass for the one that was checked.
    compiled = copy_of(file, key, _Compiled) if file and not snapshot.problems else None
    if compiled is not None:
        return Library(
            compiled.content,
            compiled.words,
            {language: explanations_of(snapshot, language) for language in compiled.words},
            {language: letters_of(snapshot, language) for language in compiled.words},
            Shelved(partial(take_snapshot, folder, shelf=True)),
        )
    library = library_of(take_snapshot(folder, shelf=True), None, extra)
    if file and writes:
        _write(file, key, library)
    return library


def package_version() -> str:
    """Return the version of the program, "source" when it was not installed."""
    try:
        return version(_PACKAGE)
    except PackageNotFoundError:  # run from the source without having been installed
        return "source"


Copy = TypeVar("Copy", bound=BaseModel)


def copy_key(snapshot: Snapshot) -> str:
    """Return what a copy of these files is recognised by."""
    return snapshot.digest(salt=f"{_FORMAT} {package_version()}")


def copy_place(folder: Path, cache: Path | None, what: str) -> Path | None:
    """Return where the copy of a folder lies; None without a cache."""
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    return cache / f"{what}-{name}.json" if cache else None


def copy_of(file: Path, key: str, kind: type[Copy]) -> Copy | None:
    """Return the copy in a file; None when there is none, it is damaged, or it is of other files."""
    try:
        copy = kind.model_validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return None
    return copy if getattr(copy, "key", None) == key else None


def write_copy(file: Path, text: bytes) -> None:
    """Write a copy in one step. A disk that is full or locked costs the next start some time, and nothing else."""
    with suppress(OSError, CannotWriteError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text.decode())


def _write(file: Path, key: str, library: Library) -> None:
    # Only what was set: a picture remembers that (a condition is what its author wrote), and the file is smaller.
    content = library.content.model_dump(exclude_unset=True)
    write_copy(file, to_json({"key": key, "content": content, "words": library.words}, inf_nan_mode="constants"))
