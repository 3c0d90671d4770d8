"""What differs between two content folders: numbers, rules, entries, texts and pages, mistakes or not.

Files are compared as the data they hold: comments, blanks and the file in which a text stands make no difference.
Comparing the other way round gives the same changes with before and after exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from core.authoring.leaves import STEP, leaves_of, sections_of
from core.errors import Problem
from core.loading.files import (
    ARTICLES_FOLDER,
    CASES_FOLDER,
    EXPLANATIONS_FOLDER,
    LETTERS_FOLDER,
    MODEL_FOLDER,
    TEXTS_FOLDER,
    NoContentError,
    Snapshot,
    decode,
    take_snapshot,
)
from core.loading.read import DECODER_TABLES, DECODER_WHOLES, TABLES, WHOLES, file_of
from core.loading.toml_text import parse

What = Literal["added", "removed", "changed"]
ORDER = "order"
"""The path of a change that is about the order of all entries of a part."""
PAGES = (EXPLANATIONS_FOLDER, LETTERS_FOLDER, ARTICLES_FOLDER)
TEXTS = TEXTS_FOLDER
_PARTS = {file_of(part): part for part in (*WHOLES, *TABLES, *DECODER_WHOLES, *DECODER_TABLES)}
_NESTED = {
    "library": ("article", "term", "case"),
    "quiz": ("item", "misconception", "set"),
    "timing": ("festivals",),
}
_SCALES: Mapping[tuple[str, str], str] = {
    ("gates", "unexplained"): "base_rate",
    ("causes", "base_rate"): "base_rate",
    ("causes", "strength"): "strength",
    ("causes", "persistence"): "half_life_days",
    ("rules", "weight"): "weight",
    ("actions", "removes"): "effect",
}
"""(part, field) -> the scale whose words stand there."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs.

    Attributes:
        what: Added and removed as seen from the first folder.
        part: The kind of entry, such as ``causes``; ``texts``, ``explanations`` and so on in a language.
        id: The entry, or the key of a text.
        path: The field in it, parted by " · "; the part of a page; "" for the whole entry.
        before: Its value in the first folder, None when it is not there.
        after: Its value in the second.
        language: "" for what is the same in every language.
        numbers: What the words before and after stand for, where they are words of a scale.
    """

    what: What
    part: str
    id: str
    path: str
    before: Any
    after: Any
    language: str = ""
    numbers: tuple[float | None, float | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs; ``unread`` are files that could not be compared, each with its mistake."""

    changes: tuple[Change, ...]
    unread: tuple[tuple[str, Problem], ...]

    @property
    def same(self) -> bool:
        """Return whether nothing differs."""
        return not self.changes and not self.unread

    def counts(self) -> dict[tuple[str, str], dict[What, int]]:
        """Return (language, part) -> how many entries were added, removed, changed."""
        found: dict[tuple[str, str], dict[str, What]] = {}
        for change in self.changes:
            entries = found.setdefault((change.language, change.part), {})
            entries[change.id] = "changed" if change.path else change.what
        kinds: tuple[What, ...] = ("added", "removed", "changed")
        return {
            place: {what: sum(one == what for one in entries.values()) for what in kinds}
            for place, entries in found.items()
        }


def difference(first: Path, second: Path) -> Difference:
    """Return what differs between two folders.

    Raises:
        NoContentError: One of them holds nothing that belongs to content.
    """
    return difference_of(*(_taken(folder) for folder in (first, second)))


def difference_of(first: Snapshot, second: Snapshot) -> Difference:
    """Return what differs between what two folders held."""
    sides = _Side(first), _Side(second)
    unread = {name: side.unread[name] for side in sides for name in side.unread}
    same = {name for name in unread if first.files.get(name) == second.files.get(name) and name in first.files}
    left_out = frozenset(unread)
    before, after = (side.tables(left_out) for side in sides)
    changes = [
        *_between(before, after, (side.scales for side in sides)),
        *(change for language in _languages(sides) for change in _words(*sides, language, left_out)),
    ]
    found = tuple((name, unread[name]) for name in sorted(unread.keys() - same))
    return Difference(tuple(changes), found)


def _taken(folder: Path) -> Snapshot:
    snapshot = take_snapshot(folder, shelf=True)
    if not snapshot.files:
        raise NoContentError(folder=str(folder))
    return snapshot


class _Side:
    """One folder as data."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.unread = {problem.file: problem for problem in snapshot.problems if problem.code != "missing_folder"}
        self._texts: dict[str, str] = {}
        self._data: dict[str, dict[str, Any]] = {}
        for name, raw in snapshot.files.items():
            told: list[Problem] = []
            text = decode(name, raw, told)
            data = parse(name, text, told) if text is not None and name.endswith(".toml") else None
            if told:
                self.unread[name] = told[0]
            elif text is not None:
                self._texts[name] = text
                self._data |= {name: data} if data is not None else {}

    @property
    def languages(self) -> set[str]:
        return {name.split("/")[0] for name in self._texts} - {MODEL_FOLDER, CASES_FOLDER}

    @property
    def scales(self) -> Mapping[str, Any]:
        return self._data.get(file_of("scales"), {})

    def tables(self, left_out: frozenset[str]) -> dict[str, dict[str, Any]]:
        """Return part -> entry -> its data, of everything that is the same in every language."""
        found: dict[str, dict[str, Any]] = {}
        for name, data in self._data.items():
            if name.startswith(f"{MODEL_FOLDER}/") and name not in left_out:
                part = _PARTS.get(name, _stem(name))
                nested = {table: data[table] for table in _NESTED.get(part, ()) if isinstance(data.get(table), dict)}
                found |= {f"{part}.{table}": entries for table, entries in nested.items()}
                found[part] = {key: entry for key, entry in data.items() if key not in nested}
            elif name.startswith(f"{CASES_FOLDER}/") and name not in left_out:
                found.setdefault(CASES_FOLDER, {})[_stem(name)] = data
        return found

    def words(self, language: str, left_out: frozenset[str]) -> dict[str, Any]:
        """Return key -> text of a language."""
        files = [name for name in self._data if name.startswith(f"{language}/{TEXTS_FOLDER}/") and name not in left_out]
        return {".".join(path): value for name in files for path, value in leaves_of(self._data[name])}

    def pages(self, folder: str, left_out: frozenset[str]) -> dict[str, str]:
        """Return id -> text of the pages in a folder."""
        return {
            _stem(name): text
            for name, text in self._texts.items()
            if name.startswith(f"{folder}/") and name not in left_out
        }


def _between(
    before: Mapping[str, dict[str, Any]], after: Mapping[str, dict[str, Any]], scales: Iterator[Mapping[str, Any]]
) -> Iterator[Change]:
    """Yield the changes of everything that is the same in every language, parts in the order of the model."""
    both = tuple(scales)
    order = [*_PARTS.values(), *(f"{part}.{table}" for part, tables in _NESTED.items() for table in tables)]
    parts = [*order, *sorted((before.keys() | after.keys()) - set(order))]
    for part in parts:
        old, new = before.get(part, {}), after.get(part, {})
        yield from _order(part, [name for name in old if name in new], [name for name in new if name in old])
        for name in sorted(old.keys() | new.keys()):
            for change in _entry(part, name, old, new):
                words = _SCALES.get((part, change.path.split(STEP)[0]))
                yield change if words is None else _numbered(change, words, both)


def _order(part: str, old: list[str], new: list[str]) -> Iterator[Change]:
    """Yield that entries which are in both stand in another order: gates, causes and questions are taken in theirs."""
    if old != new and part != CASES_FOLDER:
        yield Change("changed", part, "", ORDER, old, new)


def _entry(part: str, name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    if name not in new:
        yield Change("removed", part, name, "", old[name], None)
    elif name not in old:
        yield Change("added", part, name, "", None, new[name])
    elif not isinstance(old[name], dict) or not isinstance(new[name], dict):
        if not _equal(old[name], new[name]):
            yield Change("changed", part, name, "", old[name], new[name])
    else:
        was, now = (dict(leaves_of(entry, lists=True)) for entry in (old[name], new[name]))
        for path in sorted(was.keys() | now.keys()):
            if not _equal(was.get(path), now.get(path)):
                what: What = "removed" if path not in now else "added" if path not in was else "changed"
                yield Change(what, part, name, STEP.join(path), was.get(path), now.get(path))


def _numbered(change: Change, scale: str, scales: tuple[Mapping[str, Any], ...]) -> Change:
    before, after = (
        table.get(scale, {}).get(word) if isinstance(word, str) else None
        for table, word in zip(scales, (change.before, change.after), strict=True)
    )
    return Change(change.what, change.part, change.id, change.path, change.before, change.after, "", (before, after))


def _words(first: _Side, second: _Side, language: str, left_out: frozenset[str]) -> Iterator[Change]:
    """Yield the changes of one language: texts by key, pages by part."""
    yield from _said(TEXTS, language, first.words(language, left_out), second.words(language, left_out))
    for folder in PAGES:
        place = f"{language}/{folder}"
        old, new = first.pages(place, left_out), second.pages(place, left_out)
        yield from _said(folder, language, old, new, pages=True)


def _said(
    part: str, language: str, old: Mapping[str, Any], new: Mapping[str, Any], *, pages: bool = False
) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        if name not in new or name not in old:
            what: What = "removed" if name not in new else "added"
            yield Change(what, part, name, "", old.get(name), new.get(name), language)
        elif not pages:
            if old[name] != new[name]:
                yield Change("changed", part, name, "", old[name], new[name], language)
        else:
            was, now = sections_of(old[name]), sections_of(new[name])
            for section in [*was, *(one for one in now if one not in was)]:
                if was.get(section) != now.get(section):
                    yield Change("changed", part, name, section, was.get(section), now.get(section), language)


def _equal(one: object, other: object) -> bool:
    """Return whether two values are the same: ``1`` is ``1.0`` but not ``true``, and ``nan`` is itself."""
    return isinstance(one, bool) == isinstance(other, bool) and (one == other or repr(one) == repr(other))


def _languages(sides: tuple[_Side, _Side]) -> list[str]:
    return sorted(sides[0].languages | sides[1].languages, reverse=True)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]
