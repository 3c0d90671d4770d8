"""What leaves the program about a class: no formula for a spreadsheet, and nothing that is hidden."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.classroom.exports import HEAD, lay_out, safe_cell, to_csv, to_json
from core.classroom.figures import ClassReport
from core.classroom.paper import class_paper
from core.classroom.report import class_report
from core.classroom.result import CaseRun
from core.explain.language import Language
from core.explain.layout import Form
from core.loading.library import Library
from core.quiz.round import of_set
from core.schema.content import Content
from tests.core.classroom.papers import TODAY, result_of

LAYOUTS = {
    file.name: file.read_text("utf-8") for file in (Path(__file__).parents[3] / "resources" / "reports").iterdir()
}
BEFORE, PAIRED, AFTER, IN_CASE = 17, 9, 9, 3
FORMS: tuple[Form, ...] = ("txt", "md", "html")


def shipped_class(content: Content) -> ClassReport:
    """Return a class of the shipped quiz: seventeen before, nine of them after, three of whom tell of a case."""
    case, cause = next(iter(content.library.case)), next(iter(content.causes))
    results = []
    for number in range(BEFORE + AFTER):
        moment = "before" if number < BEFORE else "after"
        items = of_set(content.quiz, "class", "before" if number < BEFORE else "after").items
        answers = {name: _right(content, name) for name in items}
        if number < 13:
            answers[items[0]] = None  # answered by four of the seventeen: hidden
        runs = (CaseRun(case=case, causes=(cause,)),) if number >= BEFORE + AFTER - IN_CASE else ()
        pair = f"{number % BEFORE:016x}"
        results.append(result_of(number, round=moment, answers=answers, runs=runs, pair=pair))
    return class_report(results, content)


def full_class(content: Content) -> ClassReport:
    """Return a class with nothing hidden: wrong beliefs in every item that knows one, and a case for all."""
    case, cause = next(iter(content.library.case)), next(iter(content.causes))
    results = []
    for number in range(2 * PAIRED):
        moment = "before" if number < PAIRED else "after"
        items = of_set(content.quiz, "class", "before" if number < PAIRED else "after").items
        answers = {name: _wrong(content, name) if number % 3 else None for name in items}
        runs = (CaseRun(case=case, causes=(cause,), band="high"),)
        pair = f"{number % PAIRED:016x}"
        results.append(result_of(number, round=moment, answers=answers, runs=runs, pair=pair))
    return class_report(results, content)


def _wrong(content: Content, name: str) -> Any:
    item = content.quiz.item[name]
    if item.kind == "numeric":
        return next((miss.value for miss in item.misses.values()), -1.0)
    return (next(iter(item.shows), None) or next(option for option in item.options if option not in item.right),)


def _right(content: Content, name: str) -> Any:
    item = content.quiz.item[name]
    return item.right or item.answer


def numbers_in(data: Any) -> Iterator[float]:
    if isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from numbers_in(part)
    elif isinstance(data, int | float) and not isinstance(data, bool):
        yield data


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_that_the_number_of_a_hidden_group_stands_in_no_export(
    content: Content, languages: dict[str, Language]
) -> None:
    report = shipped_class(content)
    found = report.sets[0]
    assert (found.rounds[0].people, found.rounds[1].people, report.cases[0].people) == (BEFORE, AFTER, None)
    assert found.rounds[0].items[0].right is None
    counts = set(numbers_in(json.loads(to_json(report))))
    assert not counts & {IN_CASE, BEFORE - 13, 13}
    for language in languages.values():
        table = rows_of(to_csv(report, language))
        assert not {row["count"] for row in table} & {str(IN_CASE), str(BEFORE - 13), "13"}
        cause = language.words(f"cause.{next(iter(content.causes))}.name")
        paper = class_paper(report, language, TODAY)
        for form in FORMS:
            text = lay_out(paper, language, form, LAYOUTS)
            assert cause not in text
            assert not re.search(rf"(?<!\d)({IN_CASE}|{BEFORE - 13}) (of|people|人)", text)


def test_that_a_table_is_one_that_other_programs_read(content: Content, languages: dict[str, Language]) -> None:
    text = to_csv(shipped_class(content), languages["zh_CN"])
    assert text.startswith("\ufeffpart,")
    assert text.count("\r\n") == len(text.splitlines())
    rows = rows_of(text)
    assert tuple(rows[0]) == HEAD
    assert {row["part"] for row in rows} == {"round", "item", "choice", "gain", "pair"}
    people = [row for row in rows if row["part"] == "round"]
    assert [(row["round"], row["count"]) for row in people] == [("before", str(BEFORE)), ("after", str(AFTER))]


def test_that_beliefs_and_cases_stand_in_the_table_too(content: Content, languages: dict[str, Language]) -> None:
    report = full_class(content)
    rows = rows_of(to_csv(report, languages["en"]))
    beliefs = report.sets[0].rounds[0].misconceptions
    assert beliefs
    found = [row for row in rows if row["part"] == "misconception" and row["round"] == "before"]
    assert [(row["id"], int(row["count"])) for row in found] == [(belief.id, belief.count) for belief in beliefs]
    assert {(row["part"], row["count"]) for row in rows if row["part"].startswith("case")} == {
        ("case", str(PAIRED)),
        ("case_cause", str(PAIRED)),
        ("case_band", str(PAIRED)),
    }


def test_that_data_says_what_the_report_says(content: Content) -> None:
    report = shipped_class(content)
    data = json.loads(to_json(report))
    assert (data["kind"], data["sets"][0]["gain"]["people"]) == ("class_report", PAIRED)
    assert data["cases"][0]["people"] is None


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=cmd|"/C calc"!A0'])
def test_that_words_of_a_content_become_no_formula(content: Content, library: Library, formula: str) -> None:
    words = {key: formula if ".option." in key else text for key, text in library.words["en"].items()}
    language = Language.of(content, "en", words, library.explanations["en"])
    rows = rows_of(to_csv(shipped_class(content), language))
    options = [row["words"] for row in rows if row["what"].startswith("option:")]
    assert options
    assert all(text == f"'{formula}" for text in options)


@given(st.text(max_size=20))
def test_that_no_cell_of_words_begins_like_a_formula(text: str) -> None:
    assert safe_cell(text)[:1] not in tuple("=+-@\t\r")
    assert safe_cell(text).endswith(text)


def test_that_a_page_shows_words_of_a_content_as_words(content: Content, library: Library) -> None:
    words = {key: "<script>x</script>" if ".option." in key else text for key, text in library.words["en"].items()}
    language = Language.of(content, "en", words, library.explanations["en"])
    page = lay_out(class_paper(shipped_class(content), language, TODAY), language, "html", LAYOUTS)
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("code", ["zh_CN", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_that_every_kind_of_report_can_be_told(
    content: Content, languages: dict[str, Language], code: str, form: Form
) -> None:
    whole = replace(shipped_class(content), workshops=True, others=True)
    [found] = whole.sets
    assert found.gain is not None
    same = replace(found, gain=replace(found.gain, low=None, high=None), word_twice=True)
    nothing = replace(found, gain=replace(found.gain, items=0), unpaired=(("before", None), ("after", 6)))
    alone = replace(found, rounds=(replace(found.rounds[0], round="alone"),), gain=None)
    hidden = replace(found, rounds=(replace(found.rounds[0], people=None, items=(), misconceptions=()),), gain=None)
    in_cases = replace(whole, cases=full_class(content).cases)
    left_out = replace(found, rounds=(replace(found.rounds[0], left_out=True),))
    language = languages[code]
    cases = lay_out(class_paper(in_cases, language, TODAY), language, form, LAYOUTS)
    assert language.words(f"cause.{next(iter(content.causes))}.name") in cases
    texts = [
        lay_out(class_paper(replace(whole, sets=sets), language, dt.date(2026, 12, 1)), language, form, LAYOUTS)
        for sets in ((), (found,), full_class(content).sets, (same,), (nothing,), (alone,), (hidden,), (left_out,))
    ]
    assert len(set(texts)) == len(texts)
    assert all(language.words("class_report.title") in text for text in texts)
