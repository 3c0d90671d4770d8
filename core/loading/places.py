"""The line on which an entry or a field stands in a TOML text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property

from core.errors import Problem, facts_of

TomlPath = tuple[str | int, ...]

_KEY = re.compile(r"[ \t]*(?:\"((?:[^\"\\\n]|\\.)*)\"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*(\.?)")
_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:[^"\\\n]|\\.)*"' r"|'[^'\n]*'",
    re.DOTALL,
)
_PLAIN = re.compile(r"[^,\]}\n#]*")


class Lines:
    r"""Path of every table, key and array item of one valid TOML text -> its line, counted from 1.

    Examples:
        >>> lines = Lines('# top\n["a.b"]\nx = [\n  { y = 1 },\n]\n')
        >>> lines.find(("a.b",)), lines.find(("a.b", "x", 0, "y")), lines.find(("a.b", "missing"))
        (2, 4, 2)
    """

    def __init__(self, text: str) -> None:
        """Take the text; it is scanned when the first line is asked for."""
        self._text = text

    def find(self, path: TomlPath) -> int:
        """Return the line of ``path``, or of what it stands in; 0 when nothing of it exists."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._lines:
                return self._lines[path[:length]]
        return 0

    def span(self, path: TomlPath) -> tuple[int, int]:
        r"""Return the first and the last line of ``path``; (0, 0) when it does not exist.

        Comments before what follows count to what goes before them.

        Examples:
            >>> Lines("[a]\nx = 1\n\n[b]\n").span(("a",)), Lines("[a]\nx = 1\n").span(("c",))
            ((1, 3), (0, 0))
        """
        first = self._lines.get(path, 0)
        if not first:
            return 0, 0
        after = (line for other, line in self._lines.items() if line > first and other[: len(path)] != path)
        return first, min(after, default=self._text.count("\n") + 2) - 1

    @cached_property
    def _lines(self) -> Mapping[TomlPath, int]:
        return _Scanner(self._text).scan()


class _Scanner:
    """Walks over a text that tomllib has accepted; it finds places and judges nothing."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._ends = [match.start() for match in re.finditer("\n", text)]
        self._lines: dict[TomlPath, int] = {}
        self._last_item: dict[TomlPath, int] = {}

    def scan(self) -> dict[TomlPath, int]:
        table: TomlPath = ()
        while not self._at_end():
            if self._text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)
        return self._lines

    def _at_end(self) -> bool:
        self._skip(_BLANK)
        return self._at >= len(self._text)

    def _skip(self, pattern: re.Pattern[str]) -> bool:
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return match is not None

    def _note(self, path: TomlPath, base: int = 0) -> None:
        line = bisect_left(self._ends, self._at) + 1
        for length in range(base + 1, len(path) + 1):
            self._lines.setdefault(path[:length], line)

    def _header(self) -> TomlPath:
        is_item = self._text.startswith("[[", self._at)
        self._at += 2 if is_item else 1
        path: TomlPath = ()
        keys = self._keys()
        for number, key in enumerate(keys, start=1):
            path += (key,)
            if is_item and number == len(keys):
                self._last_item[path] = self._last_item.get(path, -1) + 1
            if path in self._last_item:  # a table below an array of tables belongs to its last item
                path += (self._last_item[path],)
        self._note(path)
        self._at = self._text.index("]", self._at) + (2 if is_item else 1)
        return path

    def _keys(self) -> list[str]:
        keys = []
        while match := _KEY.match(self._text, self._at):
            self._at = match.end()
            keys.append(next(part for part in match.groups()[:3] if part is not None))
            if not match[4]:
                break
        return keys

    def _pair(self, table: TomlPath) -> None:
        start = self._at
        path = (*table, *self._keys())
        end, self._at = self._text.index("=", self._at) + 1, start
        self._note(path, len(table))
        self._at = end
        self._value(path)

    def _value(self, path: TomlPath) -> None:
        self._skip(_BLANK)
        opening = self._text[self._at]
        if opening == "[":
            self._array(path)
        elif opening == "{":
            self._inline_table(path)
        elif not self._skip(_STRING):
            self._skip(_PLAIN)

    def _array(self, path: TomlPath) -> None:
        self._at += 1
        index = 0
        while not self._closes("]"):
            self._note((*path, index), len(path))
            self._value((*path, index))
            index += 1

    def _inline_table(self, path: TomlPath) -> None:
        self._at += 1
        while not self._closes("}"):
            self._pair(path)

    def _closes(self, bracket: str) -> bool:
        """Step over blanks and a comma; return whether the closing bracket was there."""
        self._skip(_BLANK)
        if self._text[self._at] == ",":
            self._at += 1
            self._skip(_BLANK)
        if self._text[self._at] != bracket:
            return False
        self._at += 1
        return True


def name_of(path: TomlPath) -> str:
    """Return a path as a reader is told it.

    Examples:
        >>> name_of(("order.listed", "options", 0, "share"))
        'order.listed · options · #1 · share'
    """
    return " · ".join(f"#{part + 1}" if isinstance(part, int) else part for part in path)


class Places:
    """Builds problems with their places: knows the text of every file that was read."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        """Take file name -> text."""
        self._lines = {name: Lines(text) for name, text in texts.items()}

    def problem(self, code: str, file: str, path: TomlPath = (), /, **facts: object) -> Problem:
        """Return a problem at ``path`` of a TOML file; without a path it is about the file as a whole."""
        lines = self._lines.get(file)
        return Problem(file, lines.find(path) if lines else 0, code, facts_of(facts))

    def span(self, file: str, path: TomlPath) -> tuple[int, int]:
        """Return the first and the last line of ``path`` in a file; (0, 0) when it is not there."""
        return self._lines[file].span(path) if file in self._lines else (0, 0)
