"""A class report for others: a table, data, and a document. All of them say the same, and hide the same."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from html import unescape
from typing import TypeAlias

from markupsafe import Markup

from core.classroom.figures import CaseFigures, ClassReport, Gain, ItemFigures, RoundFigures, SetFigures
from core.classroom.paper import Paper
from core.explain.language import Language
from core.explain.layout import Form
from core.explain.sandbox import environment, render
from core.quiz.sheet import item_words

HEAD = ("part", "quiz", "round", "id", "what", "words", "count", "people", "value", "low", "high")
"""The columns of the table. Where something is hidden there is no row."""
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula."""
Cell: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Cell, ...]


def to_json(report: ClassReport) -> str:
    """Return the report as JSON, numbers unrounded; what is hidden is null."""
    return json.dumps({"kind": "class_report", "format": 1, **asdict(report)}, ensure_ascii=False, indent=1) + "\n"


def to_csv(report: ClassReport, language: Language) -> str:
    """Return the report as a table (RFC 4180), a row for each figure.

    It begins with a byte-order mark, without which Excel takes Chinese for something else.
    """
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(HEAD)
    for row in _rows(report, language):
        table.writerow([_cell(value) for value in row])
    return _MARK + text.getvalue()


def lay_out(paper: Paper, language: Language, form: Form, templates: Mapping[str, str]) -> str:
    """Return a report as text, Markdown or a page of HTML; ``templates`` are those under ``resources/reports``.

    The page of HTML is what the window prints and writes as PDF.
    """
    name = f"class.{form}.j2"
    style = Markup(templates["report.css"]) if form == "html" else ""
    text = render(environment(), templates[name], name, p=paper, words=language.words, style=style)
    return text if form == "html" else unescape(text)


def safe_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula.

    Examples:
        >>> safe_cell("=1+1"), safe_cell("a=1")
        ("'=1+1", 'a=1')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cell(value: Cell) -> str:
    if isinstance(value, str):
        return safe_cell(value)
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


def _rows(report: ClassReport, language: Language) -> Iterator[Row]:
    for found in report.sets:
        yield from _set_rows(found, language)
    for case in report.cases:
        if case.people is not None:
            title = language.words(f"case.{case.case}.title")
            yield ("case", "", "", case.case, "people", title, case.people, case.people, None, None, None)
            yield from _came_up(case, language)


def _set_rows(found: SetFigures, language: Language) -> Iterator[Row]:
    for figures in (figures for figures in found.rounds if figures.people is not None):
        place = (found.quiz, figures.round)
        yield ("round", *place, "", "people", "", figures.people, figures.people, None, None, None)
        for item in figures.items:
            yield from _item_rows(item, place, language)
        yield from _beliefs(figures, place, language)
    if found.gain is not None:
        yield from _gain_rows(found.gain, found.quiz, language)


def _item_rows(item: ItemFigures, place: tuple[str, str], language: Language) -> Iterator[Row]:
    if item.right is None:
        return
    words, right = item_words(language, item.item), item.right
    texts = {option.id: option.text for option in words.options}
    people = right.people
    yield ("item", *place, item.item, "right", words.ask, right.count, people, right.value, right.low, right.high)
    for choice in item.choices:
        what = f"{choice.kind}:{choice.id}" if choice.id else choice.kind
        text = texts.get(choice.id, "")
        yield ("choice", *place, item.item, what, text, choice.count, people, choice.count / people, None, None)
    share = item.unanswered / people
    yield ("choice", *place, item.item, "unanswered", "", item.unanswered, people, share, None, None)


def _beliefs(figures: RoundFigures, place: tuple[str, str], language: Language) -> Iterator[Row]:
    people = figures.people or 0
    for one in figures.misconceptions:
        words = language.words(f"misconception.{one.id}")
        yield ("misconception", *place, one.id, "shown", words, one.count, people, one.count / people, None, None)


def _came_up(case: CaseFigures, language: Language) -> Iterator[Row]:
    people = case.people or 0
    for part, found in (("cause", case.causes), ("band", case.bands)):
        for one in found:
            words = language.words(f"{part}.{one.id}.name")
            share = one.count / people
            yield (f"case_{part}", "", "", case.case, one.id, words, one.count, people, share, None, None)


def _gain_rows(gain: Gain, quiz: str, language: Language) -> Iterator[Row]:
    for what, value in (("mean_before", gain.before), ("mean_after", gain.after)):
        yield ("gain", quiz, "", "", what, "", gain.items, gain.people, value, None, None)
    yield ("gain", quiz, "", "", "mean_gain", "", gain.items, gain.people, gain.mean, gain.low, gain.high)
    for pair in (pair for pair in gain.pairs if pair.turns is not None):
        turns, ask = pair.turns, item_words(language, pair.after).ask
        if turns is None:
            continue
        place = (quiz, "", f"{pair.before}:{pair.after}")
        for name in ("both", "lost", "won", "neither"):
            count = getattr(turns, name)
            yield ("pair", *place, name, ask, count, gain.people, count / gain.people, None, None)
        yield ("pair", *place, "change", ask, None, gain.people, turns.change, turns.low, turns.high)
