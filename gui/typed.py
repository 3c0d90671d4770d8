"""What people type, as values: numbers with signs and words between them, dates in many spellings. No Qt."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator

_NUMBER = re.compile(r"([+-]?\d+(?:\.\d+)?)(万|千|k|w)?[^\d.]*")
_TIMES = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000}
_DATE = re.compile(r"(?:(\d{4})\D+)?(\d{1,2})\D+(\d{1,2})\D*")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(\d{1,2})(?:\D+(\d{1,2}))?\D*")
_DATED = re.compile(r"(\d{4}\D\d{1,2}\D\d{1,2}|\d{8})\D+?([\d.]+)\D*")
FIRST_YEAR = 1900
LEAP = 8
"""So many years around, there is a 29 February."""


def number_in(text: str) -> float | None:
    """Return the number in a text, None when there is not exactly one.

    Examples:
        >>> number_in("8,000 元"), number_in("１．５万"), number_in("12k"), number_in("about"), number_in("1 or 2")
        (8000.0, 15000.0, 12000.0, None, None)
    """
    plain = re.sub(r"[,，\s_]", "", unicodedata.normalize("NFKC", text)).lower()
    found = _NUMBER.fullmatch(plain)
    return float(found[1]) * _TIMES.get(found[2] or "", 1) if found else None


def day_in(text: str, today: dt.date) -> dt.date | None:
    """Return the day in a text, None when there is none. Without a year it is the one nearest to ``today``.

    Examples:
        >>> today = dt.date(2026, 9, 24)
        >>> [str(day_in(text, today)) for text in ("2026-9-1", "20260901", "9月1日", "1/2", "2026-02-30", "soon")]
        ['2026-09-01', '2026-09-01', '2026-09-01', '2027-01-02', 'None', 'None']
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _COMPACT.fullmatch(plain) or _DATE.fullmatch(plain)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    years = range(year, year + 1) if year is not None else range(today.year - LEAP, today.year + LEAP + 1)
    days = [guess for guess in (_day(y, month or 0, day or 0) for y in years) if guess]
    return min(days, key=lambda guess: abs(guess - today), default=None)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year >= FIRST_YEAR else None
    except ValueError:
        return None


def clock_in(text: str) -> dt.time | None:
    """Return the clock time in a text, None when there is none.

    Examples:
        >>> clock_in("9:05"), clock_in("20点30分"), clock_in("7"), clock_in("25:00")
        (datetime.time(9, 5), datetime.time(20, 30), datetime.time(7, 0), None)
    """
    found = _TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return dt.time(int(found[1]), int(found[2] or 0))


def dated_in(text: str, today: dt.date) -> tuple[list[tuple[dt.date, float]], list[int]]:
    r"""Return the (day, value) pairs in lines such as "2026-06-30 655", and the numbers of the lines that have none.

    Examples:
        >>> dated_in("2026-06-30 655\n\n2026年9月25日：652分\nunknown", dt.date(2026, 9, 30))
        ([(datetime.date(2026, 6, 30), 655.0), (datetime.date(2026, 9, 25), 652.0)], [4])
    """
    pairs, wrong = [], []
    for number, line in _lines(text):
        found = _DATED.fullmatch(line)
        day = day_in(found[1], today) if found else None
        value = number_in(found[2]) if found else None
        if day is None or value is None:
            wrong.append(number)
        else:
            pairs.append((day, value))
    return pairs, wrong


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(unicodedata.normalize("NFKC", text).splitlines(), start=1):
        if line.strip():
            yield number, line.strip()
