"""A content folder while somebody writes in it: whatever can be read of it, mistakes and all.

:func:`load_library` gives a library only when nothing is wrong. An author who looks at one entry while another one is
half written needs less: every entry that can be read by itself, unchecked. A file that cannot be read at all, because a
bracket is missing or the editor has written half of it, is stood in for by its last readable state or by a spare one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import ContentError, Problem
from core.loading.files import Snapshot
from core.loading.places import Places
from core.loading.read import TABLES, WHOLES, content_of, file_of, parts_of
from core.loading.shelf import Shelved
from core.loading.texts import Texts, texts_of
from core.schema.content import Content

PARTS = (*WHOLES, *TABLES)
_UNREAD = ("toml_syntax", "not_utf8")


@dataclass(frozen=True)
class Sketch:
    """What could be read.

    Attributes:
        content: Every entry that follows its schema; what it names need not exist.
        texts: The words and pages of every language; some may be missing.
        shelf: Articles and cases.
        lines: Finds the line of an entry.
        files: The files that were read, stand-ins included.
        stand_ins: The files that could not be read and for which others stand in.
    """

    content: Content
    texts: Mapping[str, Texts]
    shelf: Shelved
    lines: Places
    files: Mapping[str, bytes]
    stand_ins: tuple[str, ...] = ()


def sketch_of(snapshot: Snapshot, spare: Mapping[str, bytes]) -> Sketch:
    """Return what can be read of a folder.

    Args:
        snapshot: What it holds, its shelf included.
        spare: File -> bytes that can be read, for files of the folder that cannot.

    Raises:
        ContentError: A part of the model cannot be read and has no spare that could.
    """
    found, lost, _ = _read(snapshot)
    if found is not None and not lost:
        return found
    kept = {name: raw for name, raw in snapshot.files.items() if name not in lost}
    mended = Snapshot({**kept, **{name: spare[name] for name in lost if name in spare}}, ())
    found, _, problems = _read(mended)
    if found is None:
        raise ContentError(problems)
    return Sketch(found.content, found.texts, found.shelf, found.lines, mended.files, tuple(sorted(lost)))


def _read(snapshot: Snapshot) -> tuple[Sketch | None, set[str], list[Problem]]:
    """Return what could be read, None without a whole model; the files that could not; and why."""
    problems: list[Problem] = []
    files: dict[str, str] = {}
    parts = parts_of(snapshot, PARTS, files, problems)
    texts = {language: texts_of(snapshot, language) for language in snapshot.languages}
    problems += [problem for one in texts.values() for problem in one.problems]
    missing = {file_of(part) for part in PARTS if part not in parts}
    lost = missing | {problem.file for problem in problems if problem.code in _UNREAD}
    if missing:
        return None, lost, problems
    del parts["banned"]
    files |= {name: text for one in texts.values() for name, text in one.files.items()}
    content = content_of(parts, snapshot)
    return Sketch(content, texts, Shelved(lambda: snapshot), Places(files), snapshot.files), lost, problems
