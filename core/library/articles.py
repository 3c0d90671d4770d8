"""An article, ready to read: its prose, its questions, and what it stands on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from core.brackets import unnested
from core.errors import AppError
from core.explain.language import Language
from core.explain.pages import split, values_for
from core.explain.sandbox import environment, render
from core.schema.library import ARTICLE_SECTIONS


class NotOnTheShelfError(AppError):
    """Nothing of this name can be read here."""

    code = "not_on_the_shelf"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source as it is shown beside a text: title, publisher, date (empty: not known), kind, how far to trust it."""

    id: str
    title: str
    publisher: str
    date: str
    kind: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article in one language: Markdown by section, in the order of ``ARTICLE_SECTIONS``."""

    id: str
    title: str
    summary: str
    lesson: str
    minutes: int
    sections: Mapping[str, str]
    questions: tuple[str, ...]
    causes: tuple[str, ...]
    terms: tuple[str, ...]
    grade: str
    last_checked: dt.date
    review_by: dt.date
    sources: tuple[SourceLine, ...]


class Articles:
    """Renders the articles of one language."""

    def __init__(self, language: Language, templates: Mapping[str, str]) -> None:
        """Prepare the sandbox; ``templates`` are article -> template."""
        self._language, self._templates = language, templates
        self._sandbox = environment()
        self._values = values_for(language)

    def page(self, name: str) -> ArticlePage:
        """Return an article.

        Raises:
            NotOnTheShelfError: There is no such article.
            TemplateFailedError: Its template has a mistake; the content check finds every one of them.
        """
        entry = self._language.content.library.article.get(name)
        if entry is None or name not in self._templates:
            raise NotOnTheShelfError(found=name[:60])
        words = self._language.words
        return ArticlePage(
            id=name,
            title=words(f"article.{name}.title"),
            summary=words(f"article.{name}.summary"),
            lesson=entry.lesson,
            minutes=entry.minutes,
            sections=self.sections(name),
            questions=tuple(words(f"article.{name}.question.{question}") for question in entry.questions),
            causes=entry.causes,
            terms=entry.terms,
            grade=entry.grade,
            last_checked=entry.last_checked,
            review_by=entry.review_by,
            sources=source_lines(self._language, entry.sources),
        )

    def sections(self, name: str) -> Mapping[str, str]:
        """Return the Markdown of an article's template by section."""
        # Escaping guards HTML; Markdown is not HTML yet, and its renderer escapes again.
        text = unescape(render(self._sandbox, self._templates[name], name, **self._values))
        return split(unnested(text), ARTICLE_SECTIONS)


def source_lines(language: Language, names: tuple[str, ...]) -> tuple[SourceLine, ...]:
    """Return sources as they are shown beside a text."""
    return tuple(_source_line(language, name) for name in names)


def _source_line(language: Language, name: str) -> SourceLine:
    source, words = language.content.sources[name], language.words
    return SourceLine(
        name,
        language.wording.source(name),
        language.wording.publisher(name),
        source.date,
        words(f"source_kind.{source.kind}.name"),
        words(f"confidence.{source.confidence}.name"),
    )
