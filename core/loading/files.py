"""The files of a content folder, read once, so that hashing, parsing and checking see the same bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core.errors import AppError, Problem, reason_of

SIZE_LIMIT = 2_000_000
MODEL_FOLDER = "model"
TEXTS_FOLDER = "texts"
EXPLANATIONS_FOLDER = "explanations"
LETTERS_FOLDER = "letters"
ARTICLES_FOLDER = "articles"
CASES_FOLDER = "cases"
REQUIRED_LANGUAGES = ("zh_CN", "en")


@dataclass(frozen=True)
class Snapshot:
    """What a content folder held at one moment: relative file name -> bytes, and what could not be read."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    def below(self, folder: str) -> dict[str, bytes]:
        """Return the files of one sub-folder, by name."""
        return {name: raw for name, raw in self.files.items() if name.startswith(f"{folder}/")}

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of the folder: the required ones first, others by name."""
        found = {name.split("/")[0] for name in self.files if f"/{TEXTS_FOLDER}/" in name}
        return (*REQUIRED_LANGUAGES, *sorted(found.difference(REQUIRED_LANGUAGES)))

    def digest(self, *, within: str = "", salt: str = "") -> str:
        """Return the SHA-256 of names and bytes, of everything or of one sub-folder, as hexadecimal digits."""
        digest = hashlib.sha256(salt.encode())
        for name, raw in self.files.items():
            if name.startswith(within):
                digest.update(f"\0{name}\0{len(raw)}\0".encode())
                digest.update(raw)
        return digest.hexdigest()


def take_snapshot(folder: Path, within: str = "", *, shelf: bool = False) -> Snapshot:
    """Read every file that belongs to the content; what cannot be read becomes a problem.

    Args:
        folder: The content folder.
        within: How the names of the files begin that are read; "" for all.
        shelf: Whether to read articles and cases too, which a start of the program has no need of.
    """
    files: dict[str, bytes] = {}
    problems = list(_missing_folders(folder))
    for name, size in _listing(folder, shelf):
        if not name.startswith(within):
            continue
        if size > SIZE_LIMIT:
            problems.append(
                Problem(name, 0, "file_too_big", (("found", _megabytes(size)), ("expected", _megabytes(SIZE_LIMIT))))
            )
            continue
        try:
            files[name] = (folder / name).read_bytes()
        except OSError as error:
            problems.append(Problem(name, 0, "unreadable_file", (("reason", reason_of(error)),)))
    return Snapshot(files, tuple(problems))


def shelf_stamp(folder: Path) -> str:
    """Return a digest of the names, sizes and times of change of articles and cases, which are not read for it.

    Examples:
        >>> shelf_stamp(Path("no such folder")) == shelf_stamp(Path("nor this one"))
        True
    """
    return _stamp(folder, _shelf_places(folder))


def folder_stamp(folder: Path) -> str:
    """Return such a digest of everything that belongs to the content: it is another one when something was saved."""
    return _stamp(folder, _places(folder, shelf=True))


def _stamp(folder: Path, places: list[tuple[str, str]]) -> str:
    digest = hashlib.sha256()
    for place, ending in places:
        for name, _ in sorted(_entries(folder, place, ending)):
            with suppress(OSError):  # a link that leads nowhere: reading it will say so
                found = (folder / name).stat()
                digest.update(f"\0{name}\0{found.st_size}\0{found.st_mtime_ns}".encode())
    return digest.hexdigest()


def decode(name: str, raw: bytes, problems: list[Problem]) -> str | None:
    """Return a file as text; without UTF-8 add a problem and return None. A byte-order mark is dropped."""
    try:
        # Windows editors like to put the mark first and to end lines with two characters.
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problems.append(Problem(name, raw.count(b"\n", 0, error.start) + 1, "not_utf8", (("expected", "UTF-8"),)))
        return None


class NoContentError(AppError):
    """A folder holds nothing that belongs to content."""

    code = "no_content"


def must_hold_content(folder: Path) -> None:
    """Do nothing where a folder has at least one of the folders of content in it.

    Raises:
        NoContentError: It has none, so it is the wrong folder, and no list of what it lacks would help.
    """
    if len(list(_missing_folders(folder))) == len(_wanted()):
        raise NoContentError(folder=str(folder))


def _missing_folders(folder: Path) -> Iterator[Problem]:
    return (Problem(name, 0, "missing_folder", (("file", name),)) for name in _wanted() if not (folder / name).is_dir())


def _wanted() -> list[str]:
    return [MODEL_FOLDER, *(f"{language}/{TEXTS_FOLDER}" for language in REQUIRED_LANGUAGES)]


def _listing(folder: Path, shelf: bool) -> list[tuple[str, int]]:
    """Return (relative name, size) of every file that belongs to the content, sorted by name."""
    places = _places(folder, shelf)
    return sorted(entry for place, ending in places for entry in _entries(folder, place, ending))


def _places(folder: Path, shelf: bool) -> list[tuple[str, str]]:
    """Return the sub-folders of the content, and how their files end."""
    places = [(MODEL_FOLDER, ".toml")]
    for language in _languages_in(folder):
        places += [(f"{language}/{TEXTS_FOLDER}", ".toml"), (f"{language}/{EXPLANATIONS_FOLDER}", ".md")]
        places += [(f"{language}/{LETTERS_FOLDER}", ".md")]
    return places + (_shelf_places(folder) if shelf else [])


def _shelf_places(folder: Path) -> list[tuple[str, str]]:
    """Return the sub-folders of what is read late, and how its files end."""
    articles = [(f"{language}/{ARTICLES_FOLDER}", ".md") for language in _languages_in(folder)]
    return [*articles, (CASES_FOLDER, ".toml")]


def _languages_in(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return [
        entry.name for entry in os.scandir(folder) if entry.is_dir() and (folder / entry.name / TEXTS_FOLDER).is_dir()
    ]


def _entries(folder: Path, place: str, ending: str) -> Iterator[tuple[str, int]]:
    if not (folder / place).is_dir():
        return
    for entry in os.scandir(folder / place):
        # A dot in front marks what editors and systems leave behind (".#gates.toml", "._gates.toml").
        if entry.name.endswith(ending) and not entry.name.startswith(".") and not entry.is_dir():
            yield f"{place}/{entry.name}", _size(entry)


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat().st_size
    except OSError:  # a link that leads nowhere: reading it will say so
        return 0


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
