"""A folder of results, read file by file: what can be counted, and what is refused and why.

Anybody can put a file into the folder. So nothing is opened before its name, its kind and its size are known; a link is
not followed; no folder inside is entered; never more is read than a result may have. A file that is refused changes
nothing of the others. Names are only ever shown, with signs that cannot be seen written out, and never used as a path
to write to.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.classroom.handing_in import check_fits
from core.classroom.result import SIZE_LIMIT, ClassResult, UnreadableResultError, from_bytes, short_hash, to_bytes
from core.errors import AppError, facts_of, reason_of
from core.schema.content import Content

MOST_FILES = 2_000
SUFFIX = ".json"
LONGEST_SHOWN = 60
_HEADS = (
    *(b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"\x28\xb5\x2f\xfd"),
    *(b"MZ", b"\x7fELF", b"%PDF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!"),
)
"""How archives and programs begin."""
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_PATH_SIGNS = frozenset("\\/:")
_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class FolderError(AppError):
    """The folder as a whole cannot be read."""

    code = "class_folder_unreadable"


@dataclass(frozen=True, order=True)
class Refused:
    """A file that is not counted: its name as it can be shown, and why, as a code with facts."""

    file: str
    code: str
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Merged:
    """What a folder holds.

    Attributes:
        results: Every result that counts, in an order that depends on nothing but them.
        refused: Files that were not counted, by name.
        aside: Names of what is no result by its name: other files, folders, what systems leave behind.
        others: Names of results of another version of the content; they count.
    """

    results: tuple[ClassResult, ...]
    refused: tuple[Refused, ...] = ()
    aside: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def merge_folder(
    folder: Path, content: Content, workshop: str | None = None, stopped: Callable[[], bool] = lambda: False
) -> Merged:
    """Return what a folder holds.

    Args:
        folder: Read flat.
        content: What the results must fit.
        workshop: Only results of this one count; None takes all.
        stopped: Asked before every file; then what was read so far is returned.

    Raises:
        FolderError: It cannot be read, or holds more than :data:`MOST_FILES`.
    """
    found: dict[bytes, tuple[str, ClassResult]] = {}
    refused, aside = list[Refused](), list[str]()
    for entry in _entries(folder):
        if stopped():
            break
        if entry.name.startswith(".") or not entry.name.lower().endswith(SUFFIX):
            aside.append(shown_name(entry.name))
            continue
        try:
            result = _read(entry.name, entry.path)
            check_fits(result, content)
            _check_new(result, found, workshop)
        except UnreadableResultError as error:
            facts = facts_of(error.facts)
            refused.append(Refused(shown_name(entry.name), error.code, facts))
            continue
        found[to_bytes(result)] = (shown_name(entry.name), result)
    results = tuple(result for _, (_, result) in sorted(found.items()))
    known = short_hash(content.language_independent_hash)
    others = tuple(sorted(name for name, result in found.values() if result.version != known))
    return Merged(results, tuple(sorted(refused)), tuple(sorted(aside)), others)


def read_result(file: Path) -> ClassResult:
    """Return the result in one file, looked at as carefully as one in a folder.

    Raises:
        UnreadableResultError: It is none, or cannot be opened.
    """
    return _read(file.name, str(file))


def shown_name(name: str) -> str:
    r"""Return a file's name as it can be shown: what cannot be seen, or turns the text around, is written out.

    Examples:
        >>> shown_name("a\u202enosj.exe")
        'a\\u202enosj.exe'
    """
    shown = "".join(f"\\u{ord(sign):04x}" if unicodedata.category(sign) in _UNSEEN else sign for sign in name)
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 1]}…"


def _entries(folder: Path) -> Sequence[os.DirEntry[str]]:
    """Return what stands in a folder, by name: of two that are the same, always the same one counts."""
    try:
        with os.scandir(folder) as found:
            entries = list(_at_most(found, folder))
    except OSError as error:
        raise FolderError(folder=str(folder), reason=reason_of(error)) from error
    return sorted(entries, key=lambda entry: entry.name)


def _at_most(entries: Iterator[os.DirEntry[str]], folder: Path) -> Iterator[os.DirEntry[str]]:
    for number, entry in enumerate(entries):
        if number >= MOST_FILES:
            raise FolderError("class_folder_too_full", folder=str(folder), most=MOST_FILES)
        yield entry


def _read(name: str, path: str) -> ClassResult:
    """Return the result in a file, or say why it is none."""
    if any(unicodedata.category(sign) in _UNSEEN for sign in name) or _PATH_SIGNS & set(name):
        raise UnreadableResultError("class_result_odd_name")
    try:
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode):
            raise UnreadableResultError("class_result_link")
        _check_kind(found)
        data = _bytes_of(path)
    except OSError as error:
        raise UnreadableResultError("class_result_unopened", reason=reason_of(error)) from error
    if data.startswith(_HEADS):
        raise UnreadableResultError("class_result_archive")
    return from_bytes(data)


def _bytes_of(path: str) -> bytes:
    """Return what is in a file, which may have been exchanged for another since it was looked at."""
    handle = os.open(path, _OPEN)
    with os.fdopen(handle, "rb") as file:
        _check_kind(os.fstat(handle))
        return file.read(SIZE_LIMIT + 1)


def _check_kind(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableResultError("class_result_no_file")
    if found.st_size > SIZE_LIMIT:
        raise UnreadableResultError("class_result_too_large", limit=f"{SIZE_LIMIT // 1000} kB")


def _check_new(result: ClassResult, found: dict[bytes, tuple[str, ClassResult]], workshop: str | None) -> None:
    if workshop is not None and result.workshop != workshop:
        raise UnreadableResultError("class_result_other_workshop")
    if (same := found.get(to_bytes(result))) is not None:
        raise UnreadableResultError("class_result_twice", other=same[0])
