"""What is being read: an article, a term, a case, with everything that stands beside it. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.library.articles import ArticlePage, SourceLine
from core.library.glossary import spellings_of
from core.schema.library import ARTICLE_SECTIONS
from gui.desk import Desk
from gui.pages.library.books import Books
from gui.pages.library.state import (
    BeginState,
    LinkState,
    PartRole,
    PartState,
    ReadingState,
    SideState,
    TermState,
    Thing,
)

ROLES: dict[str, PartRole] = {"today": "card-accent"}


def reading_state(thing: Thing, books: Books, desk: Desk) -> ReadingState:
    """Return the picture of something to read; raises as :class:`Articles` and :class:`Cases`."""
    if thing.kind == "article":
        return _article(thing, books, desk)
    return _term(thing, books, desk) if thing.kind == "term" else _case(thing, books, desk)


def known(thing: Thing, desk: Desk) -> bool:
    """Return whether there is such a thing to read."""
    shelf = desk.engine.content.library
    shelves = {"article": shelf.article, "term": shelf.term, "case": shelf.case, "cause": desk.engine.content.causes}
    return thing.id in shelves[thing.kind]


def term_state(term: str, desk: Desk) -> TermState:
    """Return the explanation of a word."""
    words = desk.speaker.words
    article = desk.engine.content.library.term[term].article
    read_on = words("librarypage.read_on", title=words(f"article.{article}.title"))
    return TermState(
        words(f"term.{term}.name"),
        words(f"term.{term}.what"),
        LinkState(Thing("article", article), read_on),
        words("librarypage.close"),
    )


def _article(thing: Thing, books: Books, desk: Desk) -> ReadingState:
    words, wording = desk.speaker.words, desk.speaker.wording
    page = books.articles.page(thing.id)
    parts = tuple(
        PartState(
            section,
            words(f"article_section.{section}.name"),
            books.glossary.linked(page.sections[section]),
            ROLES.get(section, "card"),
        )
        for section in ARTICLE_SECTIONS
        if section in page.sections
    )
    names = tuple(desk.engine.content.library.article)
    return replace(
        _frame(thing, names, page.title, books, desk),
        overline=words(f"lesson.{page.lesson}.name"),
        summary=page.summary,
        chips=(wording.count(page.minutes, "minutes"), words(f"grade.{page.grade}.name")),
        parts=parts,
        questions=_questions(page.questions, desk),
        sides=(*_sources(page, desk), *_links("causes", _things("cause", page.causes), books, desk)),
    )


def _term(thing: Thing, books: Books, desk: Desk) -> ReadingState:
    words, shelf = desk.speaker.words, desk.engine.content.library
    what = books.glossary.linked(words(f"term.{thing.id}.what"), without=thing.id)
    told = [shelf.term[thing.id].article, *(name for name, entry in shelf.article.items() if thing.id in entry.terms)]
    spelt = words("ui.list_separator").join(spellings_of(words, thing.id))
    return replace(
        _frame(thing, tuple(shelf.term), words(f"term.{thing.id}.name"), books, desk),
        overline=words("librarypage.shelf.terms"),
        parts=(PartState("what", "", what),),
        sides=(
            *_links("articles", _things("article", dict.fromkeys(told)), books, desk),
            SideState("spellings", words("librarypage.spellings"), (("", spelt),)),
        ),
    )


def _case(thing: Thing, books: Books, desk: Desk) -> ReadingState:
    words, link = desk.speaker.words, books.glossary.linked
    page = books.cases.page(thing.id)
    message = words("librarypage.no_message")
    if page.message:
        message = words(
            "librarypage.message",
            name=words(f"message.{page.message}.name"),
            says=words(f"message.{page.message}.says"),
        )
    told = {"person": page.person, "message": message, "happened": page.happened, "ended": page.ended}
    parts = tuple(PartState(name, words(f"librarypage.case.{name}"), link(text)) for name, text in told.items())
    return replace(
        _frame(thing, tuple(desk.engine.content.library.case), page.title, books, desk),
        overline=words("librarypage.shelf.cases"),
        summary=words("librarypage.made_up"),
        chips=(words(f"outcome.{page.outcome}.name"),),
        parts=parts,
        questions=_questions(page.questions, desk),
        sides=(
            *_links("articles", _things("article", page.articles), books, desk),
            *_links("causes", _things("cause", (page.cause,)), books, desk),
        ),
        begin=BeginState(words("librarypage.begin_text"), words("librarypage.begin")),
    )


def _frame(thing: Thing, names: Sequence[str], title: str, books: Books, desk: Desk) -> ReadingState:
    """Return what stands around every text: the ways back, on, and onto paper."""
    words, at, paper = desk.speaker.words, names.index(thing.id), thing.kind != "term"
    return ReadingState(
        thing=thing,
        back=words("librarypage.back"),
        title=title,
        before=_step("before", Thing(thing.kind, names[at - 1]), books, desk) if at else None,
        after=_step("after", Thing(thing.kind, names[at + 1]), books, desk) if at + 1 < len(names) else None,
        save=words("librarypage.save") if paper else "",
        print=words("librarypage.print") if paper else "",
        file_name=words("librarypage.file_name", name=title),
    )


def _step(way: str, thing: Thing, books: Books, desk: Desk) -> LinkState:
    return LinkState(thing, desk.speaker.words(f"librarypage.{way}", title=_name(thing, books, desk)))


def _name(thing: Thing, books: Books, desk: Desk) -> str:
    if thing.kind == "case":
        return books.cases.page(thing.id).title
    field = "title" if thing.kind == "article" else "name"
    return desk.speaker.words(f"{thing.kind}.{thing.id}.{field}")


def _things(kind: str, names: Iterable[str]) -> tuple[Thing, ...]:
    return tuple(Thing("cause" if kind == "cause" else "article", name) for name in names)


def _links(side: str, things: tuple[Thing, ...], books: Books, desk: Desk) -> tuple[SideState, ...]:
    links = tuple(LinkState(thing, _name(thing, books, desk)) for thing in things)
    return (SideState(side, desk.speaker.words(f"librarypage.side.{side}"), links=links),) if links else ()


def _questions(questions: tuple[str, ...], desk: Desk) -> SideState:
    return SideState(
        "questions", desk.speaker.words("library.questions_heading"), tuple(("", question) for question in questions)
    )


def _sources(page: ArticlePage, desk: Desk) -> tuple[SideState, ...]:
    words, wording = desk.speaker.words, desk.speaker.wording
    lines = [(source.title, _detail(source, desk)) for source in page.sources]
    grade = words(
        "library.grade_line",
        grade=words(f"grade.{page.grade}.name"),
        checked=wording.date(page.last_checked),
        review=wording.date(page.review_by),
    )
    return (SideState("sources", words("library.sources_heading"), (*lines, ("", grade))),)


def _detail(source: SourceLine, desk: Desk) -> str:
    words = desk.speaker.words
    return words(
        "librarypage.source",
        publisher=source.publisher,
        kind=source.kind,
        date=source.date or words("library.no_date"),
        confidence=source.confidence,
    )
