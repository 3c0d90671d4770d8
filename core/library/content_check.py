"""Checks of what is on the shelf that need words and templates: every article and every case is laid out once."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue import MissingWordError
from core.errors import AppError, Problem
from core.explain.language import Language
from core.explain.sandbox import TemplateFailedError
from core.explain.template_reason import template_problem
from core.library.articles import Articles
from core.library.cases import Cases
from core.loading.files import ARTICLES_FOLDER, TEXTS_FOLDER
from core.loading.library import Library


def shelf_problems(library: Library) -> Iterator[Problem]:
    """Yield every mistake in the articles and the stories of a library."""
    for code in library.languages:
        language = Language.of(library.content, code, library.words[code], library.explanations[code])
        yield from _article_problems(library, language)
        yield from _case_problems(library, language)
    first, *others = library.languages
    for code in others:
        for name, text in library.shelf.articles(code).items():
            told, expected = _subheadings(text), _subheadings(library.shelf.articles(first).get(name, text))
            if told != expected:
                facts = (("found", str(told)), ("expected", str(expected)), ("other", _file(first, name)))
                yield Problem(_file(code, name), 0, "subheadings_differ", facts)


def _article_problems(library: Library, language: Language) -> Iterator[Problem]:
    templates = library.shelf.articles(language.code)
    articles = Articles(language, templates)
    for name in templates:
        try:
            articles.sections(name)
        except TemplateFailedError as error:
            yield template_problem(_file(language.code, name), error)


def _case_problems(library: Library, language: Language) -> Iterator[Problem]:
    cases = Cases(language, library.shelf.cases)
    for name in library.content.library.case:
        try:
            cases.page(name)
        except MissingWordError as error:
            facts = (("where", name), ("key", str(error.facts["key"])))
            yield Problem(f"{language.code}/{TEXTS_FOLDER}", 0, "story_without_fact", facts)
        except AppError:  # an answers file with a mistake has been told already
            continue


def _subheadings(text: str) -> int:
    return sum(line.startswith("## ") for line in text.splitlines())


def _file(code: str, article: str) -> str:
    return f"{code}/{ARTICLES_FOLDER}/{article}.md"
