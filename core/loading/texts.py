"""``<language>/texts/*.toml`` to words by dotted key, ``explanations/*.md`` by cause, ``letters/*.md`` by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.errors import Problem
from core.loading.files import ARTICLES_FOLDER, EXPLANATIONS_FOLDER, LETTERS_FOLDER, TEXTS_FOLDER, Snapshot, decode
from core.loading.places import Places, TomlPath
from core.loading.pydantic_problems import shown
from core.loading.toml_text import parse


@dataclass(frozen=True)
class Home:
    """Where a word stands: its file, and the path of tables and key in it."""

    file: str
    path: TomlPath


@dataclass(frozen=True)
class Texts:
    """The words, explanations and letters of one language, and where each word stands."""

    language: str
    words: Mapping[str, str]
    homes: Mapping[str, Home]
    explanations: Mapping[str, str]
    letters: Mapping[str, str]
    files: Mapping[str, str]
    problems: tuple[Problem, ...]
    articles: Mapping[str, str] = field(default_factory=dict)

    def explanation_file(self, cause: str) -> str:
        """Return the file of a cause's explanation."""
        return f"{self.language}/{EXPLANATIONS_FOLDER}/{cause}.md"

    def letter_file(self, kind: str) -> str:
        """Return the file of a letter's template."""
        return f"{self.language}/{LETTERS_FOLDER}/{kind}.md"

    def article_file(self, article: str) -> str:
        """Return the file of an article."""
        return f"{self.language}/{ARTICLES_FOLDER}/{article}.md"


def explanations_of(snapshot: Snapshot, language: str) -> dict[str, str]:
    """Return cause -> explanation of one language, from a folder that has been checked before."""
    return _pages(snapshot, f"{language}/{EXPLANATIONS_FOLDER}", [])


def letters_of(snapshot: Snapshot, language: str) -> dict[str, str]:
    """Return kind -> template of every letter in one language, from a folder that has been checked before."""
    return _pages(snapshot, f"{language}/{LETTERS_FOLDER}", [])


def texts_of(snapshot: Snapshot, language: str) -> Texts:
    """Return the words and pages of one language in a snapshot, with every mistake found on the way."""
    problems: list[Problem] = []
    words: dict[str, str] = {}
    homes: dict[str, Home] = {}
    files = _decoded(snapshot.below(f"{language}/{TEXTS_FOLDER}"), problems)
    places = Places(files)
    for file, text in files.items():
        for path, value in _leaves(parse(file, text, problems) or {}):
            key, home = ".".join(map(str, path)), Home(file, path)
            if not isinstance(value, str):
                problems.append(places.problem("wrong_type", file, path, where=key, found=shown(value), expected='"…"'))
            elif key in homes:
                problems.append(places.problem("duplicate_key", file, path, key=key, other=homes[key].file))
            else:
                words[key], homes[key] = value, home
    folders = (EXPLANATIONS_FOLDER, LETTERS_FOLDER, ARTICLES_FOLDER)
    explanations, letters, articles = (_pages(snapshot, f"{language}/{folder}", problems) for folder in folders)
    return Texts(language, words, homes, explanations, letters, files, tuple(problems), articles)


def _pages(snapshot: Snapshot, folder: str, problems: list[Problem]) -> dict[str, str]:
    return {_stem(name): text for name, text in _decoded(snapshot.below(folder), problems).items()}


def _decoded(files: Mapping[str, bytes], problems: list[Problem]) -> dict[str, str]:
    texts = {name: decode(name, raw, problems) for name, raw in files.items()}
    return {name: text for name, text in texts.items() if text is not None}


def _leaves(table: Mapping[str, Any], at: TomlPath = ()) -> Iterator[tuple[TomlPath, object]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, (*at, key))
        else:
            yield (*at, key), value


def _stem(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".md")
