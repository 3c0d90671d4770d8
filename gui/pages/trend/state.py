"""What the page of the score's trend shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gui.widgets.plot import Plot


@dataclass(frozen=True, slots=True)
class RangeField:
    """One thing to type about another score: ``name``, ``low`` or ``high``."""

    id: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class KindState:
    """Which score it is; ``fields`` only for another than the platform's."""

    label: str
    choices: tuple[tuple[str, str], ...]
    chosen: str
    fields: tuple[RangeField, ...]
    note: str
    error: str


@dataclass(frozen=True, slots=True)
class TableState:
    """The rows as they are written, and what is wrong with some of them.

    Attributes:
        wrong: Row from 0 -> (column from 0, what is wrong).
        note: What just came in, or is missing.
        mistakes: What is wrong with rows or with what was to come in, a line each with its role: ``error`` says that
            there is something, ``small`` what it is.
        words: Names of the buttons.
        open_form: The kinds of files that can be opened.
        possible: The buttons that can be used now.
    """

    title: str
    hint: str
    heard: str
    day: str
    score: str
    rows: tuple[tuple[str, str], ...]
    wrong: Mapping[int, tuple[int, str]]
    note: str
    mistakes: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    open_form: str
    possible: frozenset[str]


@dataclass(frozen=True, slots=True)
class ChartState:
    """The chart, or what stands in its place."""

    title: str
    plot: Plot
    empty: str
    legend: str
    hint: str
    save_chart: str
    save_table: str
    chart_file: tuple[str, str]
    table_file: tuple[str, str]
    can_save: bool


@dataclass(frozen=True, slots=True)
class TakeState:
    """The way into the check."""

    title: str
    label: str
    note: str
    possible: bool


@dataclass(frozen=True, slots=True)
class KeepState:
    """The way into the journal and back; ``replace`` is empty where nothing there differs."""

    title: str
    note: str
    keep: str
    out: str
    replace: str
    told: str
    possible: frozenset[str]


@dataclass(frozen=True, slots=True)
class TrendState:
    """The whole page."""

    title: str
    intro: str
    kind: KindState
    table: TableState
    chart: ChartState
    facts_title: str
    facts: tuple[str, ...]
    hedge: str
    take: TakeState
    journal: KeepState
