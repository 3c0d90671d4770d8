"""The table somebody is writing, and which score it is about. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from core.errors import AppError
from core.measure.score_kind import ScoreBand, range_between, score_bands_of, score_range_of
from core.measure.score_rows import Row, rows_of
from core.measure.score_table import ScoreRange
from core.schema.answers import Answer
from core.schema.content import Content
from gui.draft import Draft
from gui.typed import number_in

Kind = Literal["platform", "other"]
KINDS: tuple[Kind, ...] = ("platform", "other")
HISTORY = "score.history"
"""The question that the table answers."""
FIELDS = ("name", "low", "high")
LONGEST_CELL = 80
SCRATCH = "trend"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows as they were written, and the kind of score; name and ends of the range as they were typed."""

    rows: tuple[Row, ...] = ()
    kind: Kind = "platform"
    name: str = ""
    low: str = ""
    high: str = ""

    @property
    def is_platform(self) -> bool:
        """Return whether it is the score that the check knows."""
        return self.kind == "platform"

    def allowed(self, content: Content) -> ScoreRange | None:
        """Return what the score can be; None while that is not known."""
        try:
            if self.is_platform:
                return score_range_of(content)
            return range_between(number_in(self.low), number_in(self.high))
        except AppError:
            return None

    def typed(self, field: str, text: str) -> Sheet:
        """Return the sheet with another name, or another end of the range."""
        if field == "name":
            return replace(self, name=text)
        return replace(self, low=text) if field == "low" else replace(self, high=text)

    def bands(self, content: Content) -> tuple[ScoreBand, ...]:
        """Return the bands of the score, as far as the content knows any."""
        return score_bands_of(content) if self.is_platform else ()


def cell(text: str) -> str:
    r"""Return what was written in one cell: short, and in one line.

    Examples:
        >>> cell(" 2026-09-01\n650 ")
        '2026-09-01 650'
    """
    return " ".join(text.split())[:LONGEST_CELL]


def history_of(draft: Draft) -> tuple[Row, ...]:
    """Return the scores in the check as rows."""
    answer: Answer | None = draft.answers.values.get(HISTORY)
    pairs = answer if isinstance(answer, tuple) else ()
    return rows_of(pair for pair in pairs if isinstance(pair, tuple))


def sheet_of(draft: Draft, left: Mapping[str, str] | None) -> Sheet:
    """Return the table to begin with: the one left behind, or the check's where that has changed since."""
    history = history_of(draft)
    if left is None or left["history"] != as_text(history):
        return Sheet(history)
    kind: Kind = "platform" if left["kind"] == "platform" else "other"
    return Sheet(_rows_in(left["rows"]), kind, left["name"], left["low"], left["high"])


def left_behind(sheet: Sheet, draft: Draft) -> dict[str, str]:
    """Return what brings a table back when its page is made anew."""
    typed = {"kind": sheet.kind, "name": sheet.name, "low": sheet.low, "high": sheet.high}
    return {"rows": as_text(sheet.rows), **typed, "history": as_text(history_of(draft))}


def as_text(rows: tuple[Row, ...]) -> str:
    """Return rows as text; cells hold no tabulator and no line break."""
    return "\n".join(f"{day}\t{score}" for day, score in rows)


def _rows_in(text: str) -> tuple[Row, ...]:
    cells = (line.partition("\t") for line in text.split("\n")) if text else ()
    return tuple((day, score) for day, _, score in cells)
