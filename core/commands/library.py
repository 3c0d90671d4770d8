"""``disburse-check library``: what there is to read, one piece of it, finding something, how hard it reads."""

from __future__ import annotations

import json
from collections.abc import Set
from dataclasses import asdict
from typing import Any

from core.commands.workplace import Workplace
from core.explain.pages import Pages
from core.facts.catalogue import DERIVED
from core.library.articles import ArticlePage, Articles, NotOnTheShelfError
from core.library.cases import CasePage, Cases
from core.library.documents import documents_of, plain
from core.library.readability import chinese, english
from core.library.search import Index
from core.loading.files import CASES_FOLDER
from core.quiz.sheet import item_words, prose_of

_TOGETHER = {"*": "library.reading_all", "quiz": "library.reading_quiz"}
"""Lines of many texts, with the words that name them; no article has one of these names."""


def list_as_json(place: Workplace) -> str:
    """Return ids and titles of articles, terms and cases."""
    shelf, words = place.library.content.library, place.language.words
    articles = [
        {"id": name, "title": words(f"article.{name}.title"), "lesson": entry.lesson, "minutes": entry.minutes}
        for name, entry in shelf.article.items()
    ]
    terms = [
        {"id": name, "title": words(f"term.{name}.name"), "article": entry.article}
        for name, entry in shelf.term.items()
    ]
    cases = [
        {"id": name, "title": words(f"case.{name}.title"), "cause": entry.cause, "outcome": entry.outcome}
        for name, entry in shelf.case.items()
    ]
    return _json({"articles": articles, "terms": terms, "cases": cases})


def list_as_text(place: Workplace) -> str:
    """Return a line for everything there is to read, articles by lesson."""
    shelf, words, wording = place.library.content.library, place.language.words, place.language.wording
    lines = [words("library.articles_heading")]
    for lesson in shelf.lessons:
        lines += ["", words(f"lesson.{lesson}.name")]
        for name, entry in shelf.article.items():
            if entry.lesson == lesson:
                minutes = wording.count(entry.minutes, "minutes")
                listed = words("library.listed", title=words(f"article.{name}.title"), minutes=minutes)
                lines.append(f"  {name:<26}{listed}")
    lines += ["", words("library.terms_heading"), ""]
    lines += [f"  {name:<26}{words(f'term.{name}.name')}" for name in shelf.term]
    lines += ["", words("library.cases_heading"), ""]
    return "\n".join([*lines, *(f"  {name:<26}{words(f'case.{name}.title')}" for name in shelf.case)])


def show_as_json(place: Workplace, name: str) -> str:
    """Return one article, term, case or explanation with everything that belongs to it.

    Raises:
        NotOnTheShelfError: There is nothing of this name.
    """
    shelf, words = place.library.content.library, place.language.words
    if name in shelf.article:
        return _json({"kind": "article", **asdict(_article(place, name))})
    if name in shelf.term:
        facts = {"name": words(f"term.{name}.name"), "what": words(f"term.{name}.what")}
        return _json({"kind": "term", "id": name, **facts, "article": shelf.term[name].article})
    if name in shelf.case:
        return _json({"kind": "case", **asdict(_case(place, name)), "answers": place.library.shelf.cases[name]})
    return _json({"kind": "cause", "id": name, "sections": _cause(place, name)})


def show_as_text(place: Workplace, name: str) -> str:
    """Return one article, term, case or explanation as text; raises as :func:`show_as_json`."""
    shelf, words = place.library.content.library, place.language.words
    if name in shelf.article:
        return _article_text(place, _article(place, name))
    if name in shelf.term:
        read_on = words("library.read_on", titles=words(f"article.{shelf.term[name].article}.title"))
        return "\n\n".join((words(f"term.{name}.name"), words(f"term.{name}.what"), read_on))
    if name in shelf.case:
        return _case_text(place, _case(place, name))
    sections = _cause(place, name)
    parts = [f"{words(f'section_page.{section}')}\n\n{text}" for section, text in sections.items()]
    return "\n\n".join([words(f"cause.{name}.name"), *parts])


def search_as_json(place: Workplace, query: str) -> str:
    """Return what was found, the best first, with places of the marks."""
    return _json([asdict(hit) for hit in _index(place).search(query)])


def search_as_text(place: Workplace, query: str) -> str:
    """Return two lines for everything found: where, and how it reads there."""
    hits = _index(place).search(query)
    if not hits:
        return place.language.words("library.nothing_found", query=query)
    return "\n".join(f"{hit.kind}:{hit.id}  {hit.title}\n    {hit.excerpt}" for hit in hits)


def reading_as_json(place: Workplace, common: Set[str]) -> str:
    """Return the figures of readability of every article, of all together under ``*``, and of the quiz."""
    return _json(dict(_readings(place, common)))


def reading_as_text(place: Workplace, common: Set[str]) -> str:
    """Return a line of figures for every article, one for all together, and one for the quiz."""
    words, numbers = place.language.words, place.language.wording
    key = "library.reading_zh" if _is_chinese(place) else "library.reading_en"
    lines = []
    for name, found in _readings(place, common):
        shown = {fact: f"{value:.1f}" if isinstance(value, float) else f"{value:,}" for fact, value in found.items()}
        if "share" in found:
            shown["share"] = numbers.count(round(100 * found["share"], 1), "percent")
        lines.append(words(key, name=words(_TOGETHER[name]) if name in _TOGETHER else name, **shown))
    return "\n".join(lines)


def _readings(place: Workplace, common: Set[str]) -> list[tuple[str, dict[str, Any]]]:
    articles = Articles(place.language, place.library.shelf.articles(place.language.code))
    texts = {name: "\n".join(articles.sections(name).values()) for name in place.library.content.library.article}
    texts["*"] = "\n".join(texts.values())
    texts["quiz"] = "\n".join(prose_of(item_words(place.language, item)) for item in place.library.content.quiz.item)
    return [(name, _figures(place, text, common)) for name, text in texts.items()]


def _figures(place: Workplace, markdown: str, common: Set[str]) -> dict[str, Any]:
    text = "\n".join(plain(line) for line in markdown.splitlines())
    if _is_chinese(place):
        signs = chinese(text, common)
        return {"signs": signs.signs, "length": signs.sentence_length, "share": signs.rare_share}
    figures = english(text)
    return {"words": figures.words, "grade": figures.grade}


def _article(place: Workplace, name: str) -> ArticlePage:
    return Articles(place.language, place.library.shelf.articles(place.language.code)).page(name)


def _case(place: Workplace, name: str) -> CasePage:
    return Cases(place.language, place.library.shelf.cases).page(name)


def _cause(place: Workplace, name: str) -> dict[str, str]:
    content = place.library.content
    if name not in content.causes:
        raise NotOnTheShelfError(found=name[:60])
    nothing = dict.fromkeys((*content.questions, *DERIVED))
    return dict(Pages(place.language).page(name, nothing).sections)


def _article_text(place: Workplace, page: ArticlePage) -> str:
    words, wording = place.language.words, place.language.wording
    checked, review = wording.date(page.last_checked), wording.date(page.review_by)
    grade = words("library.grade_line", grade=words(f"grade.{page.grade}.name"), checked=checked, review=review)
    parts = [f"{page.title}\n{page.summary}\n{grade}"]
    parts += [f"# {words(f'article_section.{section}.name')}\n\n{text}" for section, text in page.sections.items()]
    parts.append("\n".join([words("library.questions_heading"), *(f"- {question}" for question in page.questions)]))
    no_date = words("library.no_date")
    sources = [
        words("library.source_line", **{**asdict(source), "date": source.date or no_date}) for source in page.sources
    ]
    parts.append("\n".join([words("library.sources_heading"), *(f"- {line}" for line in sources)]))
    return "\n\n".join(parts)


def _case_text(place: Workplace, page: CasePage) -> str:
    words = place.language.words
    message = [words("library.case_message", message=words(f"message.{page.message}.name"))] if page.message else []
    lines = [
        *message,
        words("library.case_cause", cause=words(f"cause.{page.cause}.name")),
        words("library.case_outcome", outcome=words(f"outcome.{page.outcome}.name")),
        words("library.run_it", file=place.chosen / CASES_FOLDER / f"{page.id}.toml"),
    ]
    questions = "\n".join([words("library.questions_heading"), *(f"- {question}" for question in page.questions)])
    return "\n\n".join([page.title, page.person, page.happened, page.ended, "\n".join(lines), questions])


def _index(place: Workplace) -> Index:
    return Index(documents_of(place.language, place.library.shelf), chinese=_is_chinese(place))


def _is_chinese(place: Workplace) -> bool:
    return place.language.code.startswith("zh")


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, default=str)
