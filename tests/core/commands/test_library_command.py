"""``disburse-check library`` as a reader meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main
from core.loading.library import Library
from tests.core.commands.running import Run


@pytest.fixture(name="library_command")
def _library_command(run: Run) -> Run:
    return lambda *arguments: run("library", *arguments)


def told(library_command: Run, *arguments: str) -> str:
    code, out, err = library_command(*arguments)
    assert (code, err) == (0, "")
    return out


def test_that_the_list_names_everything_on_the_shelf(library_command: Run, library: Library) -> None:
    shelf = library.content.library
    listed = told(library_command, "list")
    assert all(name in listed for name in (*shelf.article, *shelf.term, *shelf.case))
    data = json.loads(told(library_command, "list", "--json", "--lang", "en"))
    assert [entry["id"] for entry in data["articles"]] == list(shelf.article)
    assert [entry["id"] for entry in data["terms"]] == list(shelf.term)
    assert {entry["outcome"] for entry in data["cases"]} == {study.outcome for study in shelf.case.values()}


def test_that_an_article_is_shown_with_its_sources_and_its_age(library_command: Run) -> None:
    shown = told(library_command, "show", "true_cost", "--lang", "en")
    assert shown.startswith("What a loan really costs")
    assert "23 November 2026" in shown
    assert "Provisions on Showing the All-in Cost" in shown
    data = json.loads(told(library_command, "show", "true_cost", "--json"))
    assert (data["kind"], data["grade"], data["last_checked"]) == ("article", "official", "2026-11-23")
    assert list(data["sections"]) == ["main", "story", "today", "unknown"]


def test_that_a_word_leads_to_where_to_read_on(library_command: Run) -> None:
    assert "Which class is your card" in told(library_command, "show", "class_two", "--lang", "en")
    assert json.loads(told(library_command, "show", "class_two", "--json"))["article"] == "your_card"


def test_that_a_case_is_shown_with_the_file_to_run(library_command: Run) -> None:
    shown = told(library_command, "show", "one_digit", "--lang", "en")
    file = shown.split("disburse-check check ")[1].split("\n")[0]
    assert Path(file).is_file()
    assert main(["check", file, "--lang", "en"]) == 0
    told(library_command, "list")  # takes what the check has printed
    assert json.loads(told(library_command, "show", "one_digit", "--json"))["answers"] == Path(file).read_text("utf-8")


def test_that_an_explanation_is_read_here_too(library_command: Run) -> None:
    assert "Class II" in told(library_command, "show", "account_class_ceiling", "--lang", "en")
    assert json.loads(told(library_command, "show", "account_class_ceiling", "--json"))["kind"] == "cause"


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_that_what_is_not_there_is_told_in_one_line(library_command: Run, form: list[str]) -> None:
    code, out, err = library_command("show", "no_such_thing", *form)
    assert (code, out) == (2, "")
    assert "no_such_thing" in err
    assert err.count("\n") == 1


def test_that_a_search_shows_where_and_how_it_reads(library_command: Run) -> None:
    assert told(library_command, "search", "fee", "to", "unfreeze", "--lang", "en").startswith("term:unfreeze_fee")
    hits = json.loads(told(library_command, "search", "zhengxin", "--json"))
    assert hits[0]["title"][slice(*hits[0]["title_marks"][0])] == "征信"
    assert "没有这样的东西" in told(library_command, "search", "没有这样的东西")
    assert json.loads(told(library_command, "search", "没有这样的东西", "--json")) == []


@pytest.mark.parametrize(("language", "fact"), [("zh", "share"), ("en", "grade")])
def test_that_the_readability_of_every_article_and_of_the_quiz_is_printed(
    library_command: Run, library: Library, language: str, fact: str
) -> None:
    figures = json.loads(told(library_command, "reading", "--json", "--lang", language))
    assert list(figures) == [*library.content.library.article, "*", "quiz"]
    assert all(fact in found for found in figures.values())
    assert len(told(library_command, "reading", "--lang", language).splitlines()) == len(figures)
