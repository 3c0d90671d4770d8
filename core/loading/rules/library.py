"""The shelf fits the model: lessons, causes, terms and cases exist, and every answers file of a case can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from core.errors import AnswersError, Problem
from core.loading.files import CASES_FOLDER
from core.loading.places import Places, TomlPath
from core.loading.read import file_of
from core.loading.rules.context import Context
from core.schema.answers import Answers
from core.schema.content import Content
from core.schema.library import CaseStudy

_ID = re.compile(r"[a-z][a-z0-9_]*")
_PART = "library"


def check_library(context: Context) -> Iterator[Problem]:
    """Check that everything on the shelf names what exists, and nothing twice."""
    yield from _ids(context)
    yield from _articles(context)
    yield from _terms(context)
    yield from _cases(context)


def check_case_files(content: Content, cases: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[Problem]:
    """Check that every case has an answers file that can be assessed and that says what the case says."""
    # Loaded here because only content that is not in the cache needs checking.
    from core.loading.answers_file import answers_of

    places = Places(texts)
    for name, study in content.library.case.items():
        file = f"{CASES_FOLDER}/{name}.toml"
        if name not in cases:
            yield places.problem("missing_case_file", file_of(_PART), ("case", name), where=name, expected=file)
            continue
        try:
            answers = answers_of(file, cases[name], content)
        except AnswersError as error:
            yield from error.problems
            continue
        yield from _message(places, name, study, answers, file)
    for name in cases:
        if name not in content.library.case:
            yield Problem(f"{CASES_FOLDER}/{name}.toml", 0, "case_file_without_case", (("found", name),))


def _message(places: Places, name: str, study: CaseStudy, answers: Answers, file: str) -> Iterator[Problem]:
    last = (answers.attempts[-1].message if answers.attempts else None) or ""
    if study.message != last:
        facts = {"where": name, "found": study.message or "—", "expected": last or "—", "file": file}
        yield places.problem("case_message_differs", file_of(_PART), ("case", name, "message"), **facts)


def _ids(context: Context) -> Iterator[Problem]:
    shelf = context.content.library
    for table, names in (("article", shelf.article), ("term", shelf.term), ("case", shelf.case)):
        for name in names:
            if not _ID.fullmatch(name):
                yield context.problem("bad_id", _PART, (table, name))


def _articles(context: Context) -> Iterator[Problem]:
    content = context.content
    for name, article in content.library.article.items():
        at = ("article", name)
        yield from context.unknown("unknown_lesson", _PART, (*at, "lesson"), article.lesson, content.library.lessons)
        yield from _all(context, "unknown_cause", (*at, "causes"), article.causes, content.causes)
        yield from _all(context, "unknown_term", (*at, "terms"), article.terms, content.library.term)
        yield from _twice(context, (*at, "questions"), article.questions)
    taught = {article.lesson for article in content.library.article.values()}
    for number, lesson in enumerate(content.library.lessons):
        if lesson not in taught:
            yield context.problem("lesson_without_article", _PART, ("lessons", number), found=lesson)
    yield from _twice(context, ("lessons",), content.library.lessons)


def _terms(context: Context) -> Iterator[Problem]:
    articles = context.content.library.article
    for name, term in context.content.library.term.items():
        yield from context.unknown("unknown_article", _PART, ("term", name, "article"), term.article, articles)


def _cases(context: Context) -> Iterator[Problem]:
    content = context.content
    for name, study in content.library.case.items():
        at = ("case", name)
        yield from context.unknown("unknown_cause", _PART, (*at, "cause"), study.cause, content.causes)
        yield from _all(context, "unknown_article", (*at, "articles"), study.articles, content.library.article)
        yield from _twice(context, (*at, "questions"), study.questions)
        if study.message:
            yield from context.unknown("unknown_class", _PART, (*at, "message"), study.message, content.messages)


def _all(
    context: Context, code: str, at: TomlPath, names: tuple[str, ...], known: Mapping[str, object]
) -> Iterator[Problem]:
    for number, name in enumerate(names):
        yield from context.unknown(code, _PART, (*at, number), name, known)
    yield from _twice(context, at, names)


def _twice(context: Context, at: TomlPath, names: tuple[str, ...]) -> Iterator[Problem]:
    for number, name in enumerate(names):
        if name in names[:number]:
            yield context.problem("given_twice", _PART, (*at, number), found=name)
