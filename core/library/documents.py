"""Everything there is to read in one language, as plain text to search in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from core.explain.language import Language
from core.explain.pages import SECTIONS, Pages
from core.facts.catalogue import DERIVED
from core.library.articles import Articles
from core.library.cases import Cases
from core.library.glossary import spellings_of
from core.loading.shelf import Shelved
from core.schema.library import ARTICLE_SECTIONS

Kind = Literal["article", "term", "case", "cause"]

_SUBHEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_MARK = re.compile(r"\*\*|^#+ +|^[ \t]*(?:[-*]|\d+\.) +", re.MULTILINE)
_BLANK = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to read: ``kind`` and ``id`` tell which, ``headings`` are the names of its parts or its spellings."""

    kind: Kind
    id: str
    title: str
    headings: tuple[str, ...]
    text: str


def documents_of(language: Language, shelf: Shelved) -> tuple[Document, ...]:
    """Return articles, terms, cases and explanations, in the order in which equally good finds are shown.

    Explanations are laid out for a reader about whom nothing is known.
    """
    return (*_articles(language, shelf), *_terms(language), *_cases(language, shelf), *_causes(language))


def plain(markdown: str) -> str:
    """Return Markdown as running text: without marks of headings, lists and stress, in one line.

    Examples:
        >>> plain("## A *b*" + chr(10) * 2 + "1. **c** d")
        'A *b* c d'
    """
    return _BLANK.sub(" ", _MARK.sub("", markdown)).strip()


def _articles(language: Language, shelf: Shelved) -> Iterator[Document]:
    articles, words = Articles(language, shelf.articles(language.code)), language.words
    for name in language.content.library.article:
        sections = articles.sections(name)
        prose = "\n".join(sections[section] for section in ARTICLE_SECTIONS if section in sections)
        headings = tuple(_SUBHEADING.findall(prose))
        text = f"{words(f'article.{name}.summary')}\n{_SUBHEADING.sub('', prose)}"
        yield Document("article", name, words(f"article.{name}.title"), headings, plain(text))


def _terms(language: Language) -> Iterator[Document]:
    for name in language.content.library.term:
        title, spellings = language.words(f"term.{name}.name"), spellings_of(language.words, name)
        yield Document("term", name, title, spellings, plain(language.words(f"term.{name}.what")))


def _cases(language: Language, shelf: Shelved) -> Iterator[Document]:
    cases = Cases(language, shelf.cases)
    for name in language.content.library.case:
        page = cases.page(name)
        yield Document("case", name, page.title, (), plain("\n".join((page.person, page.happened, page.ended))))


def _causes(language: Language) -> Iterator[Document]:
    pages, content, words = Pages(language), language.content, language.words
    nothing = dict.fromkeys((*content.questions, *DERIVED))
    for name in content.causes:
        sections = pages.page(name, nothing).sections
        text = "\n".join((words(f"cause.{name}.summary"), *(sections[section] for section in SECTIONS)))
        yield Document("cause", name, words(f"cause.{name}.name"), (), plain(text))
