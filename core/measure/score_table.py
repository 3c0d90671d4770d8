"""A table of days and scores, pasted or from a CSV file, to points: all of them, or every mistake and none.

A row is a day and a score. Between them a tab, a semicolon, a comma or spaces, also full-width ones as Chinese input
writes them. A first row without any day is taken for a heading.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.errors import AppError, Problem, ProblemsError, facts_of, reason_of
from core.loading.answer_values import FIRST_DAY, LAST_DAY, LONGEST_LIST

SIZE_LIMIT = 2_000_000
"""Bytes; ten thousand rows with a remark's worth of room each."""
MOST_TOLD = 50
DAY, SCORE, BEYOND = "1", "2", "3"
"""Columns, as a problem names them."""
DAYS = "2026-09-01 / 2026/9/1 / 2026年9月1日 / 20260901"

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PLAIN = {**_FULL_WIDTH, ord("\u3000"): " ", ord("、"): ",", **dict.fromkeys(map(ord, "‐‑–—−"), "-")}
_ROWS = re.compile(r"\r\n|\r|\n")
_CLOCK = r"(?:(?: +|T)([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + _CLOCK)
_CHINESE = re.compile(r"([0-9]{4}) *年 *([0-9]{1,2}) *月 *([0-9]{1,2}) *[日号]?" + _CLOCK)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})" + _CLOCK)
_YEAR_LAST = re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{2,4}.*", re.DOTALL)
_SPACED = re.compile(
    rf"((?:{_CHINESE.pattern}|\S+?{_CLOCK}))(?:\s*:\s*|\s+)(\S.*)".replace("([0-9]", "(?:[0-9]"), re.DOTALL
)
_NUMBER = re.compile(r"([+-]?[0-9]{1,9}(?:\.[0-9]{1,6})?) *(?:分|points?)?", re.IGNORECASE)


class ScoreTableError(ProblemsError):
    """A table of scores has mistakes; nothing of it was taken over."""

    code = "score_table_has_problems"


class ScoreTableUnreadableError(AppError):
    """A table of scores is missing, a folder, too big, or may not be read."""

    code = "score_table_unreadable"


@dataclass(frozen=True, slots=True)
class ScoreRange:
    """The smallest and the largest value a kind of score can have, in points."""

    low: float
    high: float


def read_score_table(path: Path, allowed: ScoreRange, today: dt.date) -> tuple[tuple[dt.date, float], ...]:
    """Return the points in a file; as :func:`score_table`.

    Raises:
        ScoreTableUnreadableError: Nothing could be read, or more than two megabytes.
        ScoreTableError: The mistakes in it.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(SIZE_LIMIT + 1)  # the size of a file is not asked for: a pipe has none
    except (OSError, ValueError) as error:  # a name with a zero byte in it is a ValueError
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        raise ScoreTableUnreadableError(file=path.name, reason=reason) from error
    return score_table(raw, path.name, allowed, today)


def score_table(raw: bytes | str, name: str, allowed: ScoreRange, today: dt.date) -> tuple[tuple[dt.date, float], ...]:
    r"""Return the (day, score) points in a pasted text or the bytes of a file, by time; of one time in their order.

    Args:
        raw: Text, or bytes as UTF-8 or GB18030, or as UTF-16 with or without its mark.
        name: How problems name the table, such as the name of its file.
        allowed: What the score can be.
        today: No day may be later.

    Raises:
        ScoreTableUnreadableError: It is larger than two megabytes.
        ScoreTableError: The first 50 mistakes, each with its row, and how many more there are.

    Examples:
        >>> text = "日期，芝麻分\n2026年9月1日，６５２分\n20260601\t660"
        >>> score_table(text, "a.csv", ScoreRange(350, 950), dt.date(2026, 9, 4))
        ((datetime.date(2026, 6, 1), 660.0), (datetime.date(2026, 9, 1), 652.0))
    """
    if len(raw) > SIZE_LIMIT:
        limit = f"{SIZE_LIMIT // 1_000_000} MB"
        raise ScoreTableUnreadableError("score_table_too_large", file=name, limit=limit)
    told = _Told(name)
    text = raw if isinstance(raw, str) else _decoded(raw, told)
    points = list(_Reader(told, allowed, today).points(_rows(text)))
    if not points and not told.count:
        told.tell(0, "score_table_empty")
    told.finish()
    return tuple((moment.date(), score) for moment, score in sorted(points, key=lambda point: point[0]))


class _Told:
    """Collects mistakes: the first ones in full, of the others only how many and where they begin."""

    def __init__(self, name: str) -> None:
        self.count = 0
        self._name, self._problems, self._beyond = name, list[Problem](), 0

    def tell(self, row: int, code: str, **facts: object) -> None:
        self.count += 1
        if self.count <= MOST_TOLD:
            pairs = facts_of(facts)
            self._problems.append(Problem(self._name, row, code, pairs))
        elif not self._beyond:
            self._beyond = row

    def finish(self) -> None:
        if self.count > MOST_TOLD:
            more = Problem(self._name, self._beyond, "score_untold", (("count", str(self.count - MOST_TOLD)),))
            self._problems.append(more)
        if self._problems:
            raise ScoreTableError(self._problems)


class _Reader:
    """Turns rows into points."""

    def __init__(self, told: _Told, allowed: ScoreRange, today: dt.date) -> None:
        self._told, self._allowed, self._today = told, allowed, today

    def points(self, rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[dt.datetime, float]]:
        for count, (row, cells) in enumerate(_without_heading(rows), start=1):
            if count > LONGEST_LIST:
                self._told.tell(row, "score_rows_too_many", limit=LONGEST_LIST)
                return
            if len(cells) > 2:
                self._told.tell(row, "score_cell_beyond", column=BEYOND, found=_shown(cells[2]))
            moment = self._moment(row, cells[0])
            score = self._score(row, cells[1] if len(cells) > 1 else "")
            if moment and score is not None:
                yield moment, score

    def _moment(self, row: int, cell: str) -> dt.datetime | None:
        moment = _moment_in(cell)
        if moment is None:
            code = "score_day_ambiguous" if _YEAR_LAST.fullmatch(cell) else "score_day_unknown"
            self._told.tell(row, code, column=DAY, found=_shown(cell), expected=DAYS)
        elif not FIRST_DAY <= moment.date() <= min(self._today, LAST_DAY):
            facts = {"found": moment.date(), "first": FIRST_DAY, "last": min(self._today, LAST_DAY)}
            self._told.tell(row, "score_day_out_of_reach", column=DAY, **facts)
        return moment

    def _score(self, row: int, cell: str) -> float | None:
        found = _NUMBER.fullmatch(cell)
        low, high = f"{self._allowed.low:.12g}", f"{self._allowed.high:.12g}"
        if not found:
            code = "score_not_a_number" if cell else "score_missing"
            self._told.tell(row, code, column=SCORE, found=_shown(cell), low=low, high=high)
        elif not self._allowed.low <= float(found[1]) <= self._allowed.high:
            self._told.tell(row, "score_out_of_range", column=SCORE, found=_shown(cell), low=low, high=high)
        return float(found[1]) if found else None


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of every row that is not empty; empty cells at its end do not count."""
    for number, row in enumerate(_ROWS.split(text.removeprefix("\ufeff")), start=1):
        cells = [cell.strip().strip("\"“”'").strip() for cell in _split(row.translate(_PLAIN).strip())]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells


def _split(row: str) -> list[str]:
    for separator in "\t;,":
        if separator in row:
            return row.split(separator)
    found = _SPACED.fullmatch(row)
    return [found[1], found[2]] if found else [row]


def _without_heading(rows: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Leave out a first row that has no digit where a day belongs, and nothing like a score beside it."""
    for count, (row, cells) in enumerate(rows):
        heads = not re.search(r"[0-9]", cells[0]) and not (len(cells) > 1 and _NUMBER.fullmatch(cells[1]))
        if count or not heads:
            yield row, cells


def _moment_in(cell: str) -> dt.datetime | None:
    if found := _YEAR_FIRST.fullmatch(cell):
        year, _, month, day, hour, minute = found.groups()
    elif found := _CHINESE.fullmatch(cell) or _COMPACT.fullmatch(cell):
        year, month, day, hour, minute = found.groups()
    else:
        return None
    try:
        return dt.datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
    except ValueError:  # 30 February, 25 o'clock
        return None


def _decoded(raw: bytes, told: _Told) -> str:
    """Return the text of a file; where it is in none of the encodings, a problem and no text."""
    for encoding in _encodings(raw):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            at = error.start
    told.tell(raw.count(b"\n", 0, at) + 1, "score_encoding_unknown", expected="UTF-8, GB18030, UTF-16")
    return ""


def _encodings(raw: bytes) -> tuple[str, ...]:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    front, behind = raw[:200:2].count(0), raw[1:200:2].count(0)
    if front or behind:  # digits in UTF-16 have an empty byte, in front or behind; no other text has one
        return ("utf-16-be",) if front > behind else ("utf-16-le",)
    return "utf-8-sig", "gb18030"


def _shown(cell: str) -> str:
    """Return a cell as a message may show it: short, and without signs that move the cursor."""
    text = "".join(sign if sign.isprintable() else "\ufffd" for sign in cell[:40])
    return text + "…" if len(cell) > 40 else text
