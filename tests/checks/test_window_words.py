"""Every text of the window comes from the catalogue, every key asked for exists, and every key is asked for."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core.loading.library import Library, load_library
from tests.checks.code import ROOT, Function, functions, name, python, tree

SHOWN: Mapping[str, slice] = {
    **dict.fromkeys(("say", "setText", "setPlainText", "setMarkdown", "setTitle", "setWindowTitle"), slice(None)),
    **dict.fromkeys(("setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText"), slice(None)),
    **dict.fromkeys(("setAccessibleName", "setAccessibleDescription", "setHorizontalHeaderLabels"), slice(None)),
    **dict.fromkeys(("addMenu", "addAction", "insertAction", "setItemText", "setTabText"), slice(None)),
    **dict.fromkeys(("QLabel", "QPushButton", "QTableWidgetItem", "QTreeWidgetItem", "QAction", "QMenu"), slice(None)),
    **dict.fromkeys(("QPlainTextEdit", "QFileDialog", "drawText", "showText"), slice(None)),
    **dict.fromkeys(("text", "addItem"), slice(1)),  # the other arguments are a role, an object name, data
    "button": slice(1, 2),
    "Fold": slice(2, 3),
}
"""Calls that put a text before the user, and which of their arguments do."""
KEYED = ("words", "tell")
"""Calls whose first argument is a key of the catalogue."""
HEARD = ("heard", "words")
"""Named arguments that hold a text whatever the call."""
PROPER_NAMES = {
    "HTML (*.html);;PDF (*.pdf);;Markdown (*.md);;TXT (*.txt);;JSON (*.json)": "names of formats, the same everywhere"
}
MARKUP = re.compile(r"</?[a-z]+[^>]*>?")
CHINESE = re.compile(r"[\u3400-\u9fff\uff01-\uff60]")
CHINESE_IN_CODE = {
    "gui/fonts.py": "the sign whose shape tells whether Chinese can be drawn",
    "gui/typed.py": "what people type: units and the signs between the parts of a date",
}
SENTENCE = re.compile(r"[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}")
SENTENCES_IN_CODE = {"gui/__main__.py": "help of a developer's command"}


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(ROOT / "content", None)


def test_that_no_text_of_the_window_is_written_in_code() -> None:
    found = [
        f"{name(path)}:{call.lineno} {words!r}"
        for path in python("gui")
        for call in _calls(tree(path))
        for words in _shown_in(call, _constants(path))
        if any(sign.isalpha() for sign in MARKUP.sub("", words)) and words not in PROPER_NAMES
    ]
    assert found == []


def test_that_chinese_stands_in_code_only_where_it_is_no_text_for_the_user() -> None:
    found = {name(path) for path in python("gui") if any(CHINESE.search(words) for _, words in _strings(path))}
    assert found == CHINESE_IN_CODE.keys()


def test_that_no_sentence_stands_in_code() -> None:
    found = [
        f"{name(path)}:{line} {words!r}"
        for path in python("gui")
        for line, words in _strings(path)
        if SENTENCE.search(words) and name(path) not in SENTENCES_IN_CODE
    ]
    assert found == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_key_the_window_asks_for_has_a_text(library: Library, language: str) -> None:
    keys = library.words[language]
    asked = list(_asked_for())
    assert len(asked) > 200
    missing = [
        f"{place} {pattern}"
        for place, pattern in asked
        if not any(re.fullmatch(pattern, key, re.DOTALL) for key in keys)
    ]
    assert missing == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_no_text_of_the_window_is_left_over(language: str) -> None:
    patterns = [re.compile(pattern) for pattern in _patterns_in_code()]
    left = [key for key in _window_keys(language) if not any(_means(pattern, key) for pattern in patterns)]
    assert left == []


def _means(pattern: re.Pattern[str], key: str) -> bool:
    """Return whether a pattern of the code asks for a key; what stands for a name must be one that exists."""
    found = pattern.fullmatch(key)
    return found is not None and all(part in _names() for part in found.groups())


def _window_keys(language: str) -> list[str]:
    text = (ROOT / "content" / language / "texts" / "window.toml").read_text(encoding="utf-8")
    return list(_flat(tomllib.loads(text)))


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}"


@cache
def _names() -> frozenset[str]:
    """Return every word that the code or the content's model uses as a name."""
    names = {words.strip(".") for path in python("gui", "core") for _, words in _strings(path)}
    for file in (ROOT / "content" / "model").glob("*.toml"):
        names |= set(re.findall(r"[a-z][a-z0-9_.]*", file.read_text(encoding="utf-8")))
    return frozenset(names)


def _calls(part: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(part) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _constants(path: Path) -> Mapping[str, str]:
    """Return the texts that a file gives names to at its top."""
    return {
        target.id: statement.value.value
        for statement in tree(path).body
        if isinstance(statement, ast.Assign)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }


def _shown_in(call: ast.Call, constants: Mapping[str, str]) -> Iterator[str]:
    """Yield the literal texts that a call shows."""
    texts = call.args[SHOWN[_called(call)]] if _called(call) in SHOWN else []
    texts += [keyword.value for keyword in call.keywords if keyword.arg in HEARD]
    for text in texts:
        yield from _literals(text, constants)


def _literals(node: ast.AST, constants: Mapping[str, str]) -> Iterator[str]:
    """Yield the literal texts an expression may come out as; keys, formats and what is compared are none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and node.id in constants:
        yield constants[node.id]
    elif isinstance(node, ast.FormattedValue):
        yield from _literals(node.value, constants)
    elif isinstance(node, ast.IfExp):
        yield from (*_literals(node.body, constants), *_literals(node.orelse, constants))
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if _called(node) in ("join", "format", "strip"):
            yield from (words for part in (node.func.value, *node.args) for words in _literals(part, constants))
    elif not isinstance(node, ast.Call | ast.Compare | ast.Subscript):
        yield from (words for child in ast.iter_child_nodes(node) for words in _literals(child, constants))


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield every string of a file that is no docstring."""
    said = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def _asked_for() -> Iterator[tuple[str, str]]:
    """Yield the place and the pattern of every key that a catalogue is asked for."""
    for path in python("gui"):
        for function in functions(path):
            named = _named_keys(function)
            for call in _calls(function):
                if _called(call) in KEYED and call.args:
                    yield from ((f"{name(path)}:{call.lineno}", found) for found in _keys(call.args[0], named) if found)


def _patterns_in_code() -> set[str]:
    """Return what any string in the code could be as a key, where it begins with something that is written there."""
    nodes = [
        (node, named)
        for path in python("gui")
        for part in (tree(path), *functions(path))
        for named in [_named_keys(part) if isinstance(part, Function) else {}]
        for node in ast.walk(part)
        if isinstance(node, ast.Constant | ast.JoinedStr)
    ]
    found = {pattern for node, named in nodes for pattern in _keys(node, named)}
    return {pattern for pattern in found if "." in pattern and not pattern.startswith("(")}


def _named_keys(function: Function) -> Mapping[str, list[str]]:
    """Return the keys given to names in a function, as patterns: `key = f"question.{name}"`."""
    named: dict[str, list[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target, value in _pairs(node.targets[0], node.value):
                if isinstance(target, ast.Name) and isinstance(value, ast.Constant | ast.JoinedStr):
                    named.setdefault(target.id, []).extend(key for key in _keys(value, {}) if "." in key)
    return named


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=False)
    else:
        yield target, value


def _keys(node: ast.expr, named: Mapping[str, list[str]]) -> list[str]:
    """Return the patterns of the keys an expression may come out as; none where nothing is written in the code."""
    if isinstance(node, ast.Constant):
        return [re.escape(node.value)] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return [*_keys(node.body, named), *_keys(node.orelse, named)]
    if isinstance(node, ast.Name):
        return named.get(node.id, [])
    if not isinstance(node, ast.JoinedStr):
        return []
    patterns = [""]
    for part in node.values:
        inner = part.value if isinstance(part, ast.FormattedValue) else part
        patterns = [before + after for before in patterns for after in _keys(inner, named) or ["(.+)"]]
    return patterns
