"""Articles, words explained, cases and letters as sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from core.authoring.logic import foundation
from core.authoring.sheet import Part, Role, Sheet, Stand, bullets, shown
from core.errors import AppError
from core.explain.sandbox import TemplateFailedError
from core.facts.catalogue import DERIVED
from core.facts.read import Facts
from core.letters.document import Block, Section
from core.letters.letter import Case, Letters
from core.library.articles import Articles
from core.library.cases import Cases
from core.library.glossary import spellings_of
from core.schema.answers import Answers, Attempt

TRIED_AT = dt.time(20, 15)
"""When the failed try was that a letter without anybody's answers tells of."""


def article_sheet(name: str, stand: Stand) -> Sheet:
    """Return an article with the questions to think about."""
    shelf, own, words = stand.sketch.content.library, stand.own, stand.language.words
    entry, wording = shelf.article[name], stand.language.wording
    lesson, grade = words(f"lesson.{entry.lesson}.name"), words(f"grade.{entry.grade}.name")
    chips = (lesson, wording.count(entry.minutes, "minutes"), grade)
    dates = {"checked": wording.date(entry.last_checked), "review": wording.date(entry.review_by)}
    parts = (
        Part("", words(f"article.{name}.summary")),
        *_article_parts(name, stand),
        Part(
            own("library.questions_heading"),
            bullets([words(f"article.{name}.question.{question}") for question in entry.questions]),
        ),
        Part(own("authoring.part.causes"), bullets([words(f"cause.{one}.name") for one in entry.causes]), "note"),
        Part(own("authoring.part.terms"), bullets([words(f"term.{one}.name") for one in entry.terms]), "note"),
        Part(
            own("authoring.part.sources"),
            f"{own('authoring.checked', **dates)}\n\n{foundation(entry, stand)}",
            "note",
        ),
    )
    return Sheet(words(f"article.{name}.title"), chips, shown(parts))


def term_sheet(name: str, stand: Stand) -> Sheet:
    """Return a word that is explained, with its spellings and the article to read on."""
    entry, own, words = stand.sketch.content.library.term[name], stand.own, stand.language.words
    parts = (
        Part("", words(f"term.{name}.what")),
        Part(own("authoring.part.spellings"), bullets(spellings_of(words, name)), "note"),
        Part(own("authoring.part.read_on"), words(f"article.{entry.article}.title"), "note"),
    )
    return Sheet(words(f"term.{name}.name"), (), shown(parts))


def case_sheet(name: str, stand: Stand) -> Sheet:
    """Return a case with its story; where the answers file has mistakes, the story without what it prints of them."""
    entry, own, words = stand.sketch.content.library.case[name], stand.own, stand.language.words
    keys = (
        f"cause.{entry.cause}",
        f"outcome.{entry.outcome}",
        *([f"message.{entry.message}"] if entry.message else []),
    )
    try:
        page = Cases(stand.language, stand.sketch.shelf.cases).page(name)
        title, told, asked, note = page.title, (page.person, page.happened, page.ended), page.questions, ""
    except AppError:
        title = words(f"case.{name}.title")
        told = _told(name, stand)
        asked, note = (
            tuple(words(f"case.{name}.question.{one}") for one in entry.questions),
            own("authoring.no_answers"),
        )
    parts = (
        Part(own("authoring.part.page"), note, "note"),
        *(Part(own(f"authoring.part.{what}"), text) for what, text in zip(_STORY, told, strict=True)),
        Part(own("library.questions_heading"), bullets(asked)),
        Part(own("authoring.part.read_on"), bullets([words(f"article.{one}.title") for one in entry.articles]), "note"),
        Part(own("authoring.part.sources"), foundation(entry, stand), "note"),
    )
    return Sheet(title, tuple(words(f"{key}.name") for key in keys), shown(parts))


_STORY = ("person", "happened", "ended")


def letter_sheet(name: str, stand: Stand) -> Sheet:
    """Return a letter with blanks where a borrower's own facts will stand, as after one failed try."""
    content, own, words = stand.sketch.content, stand.own, stand.language.words
    entry, texts = content.letters[name], stand.sketch.texts.get(stand.language.code)
    head = (Part("", words(f"letter.{name}.when")),)
    fields = [
        f"{words(f'letter_field.{field.id}.name')} — {words(f'letter_field.{field.id}.help')} `{field.id}`"
        for field in entry.fields
    ]
    foot = (
        Part(own("authoring.part.fields"), bullets(fields), "note"),
        Part(own("authoring.part.sources"), foundation(entry, stand), "note"),
    )
    templates = texts.letters if texts else {}
    if name not in templates:
        return Sheet(words(f"letter.{name}.name"), (), shown((*head, _missing(stand), *foot)))
    try:
        letter = Letters(stand.language, templates).write(name, _nobody(stand), {}, stand.today)
    except (AppError, KeyError) as error:
        facts = error.facts if isinstance(error, TemplateFailedError) else {"line": 0, "reason": str(error)}
        failed = Part(own("authoring.part.page"), own("authoring.page_failed", **facts), "note")
        return Sheet(words(f"letter.{name}.name"), (), shown((*head, failed, *foot)))
    written = tuple(_section(section) for section in letter.sections)
    title = Part("", f"## {letter.title}")
    return Sheet(words(f"letter.{name}.name"), (), shown((*head, title, *written, *foot)))


def _told(name: str, stand: Stand) -> tuple[str, str, str]:
    key, words = f"case.{name}", stand.language.words
    return words(f"{key}.person"), words(f"{key}.happened"), words(f"{key}.ended")


def _article_parts(name: str, stand: Stand) -> tuple[Part, ...]:
    own, templates = stand.own, stand.sketch.shelf.articles(stand.language.code)
    if name not in templates:
        return (_missing(stand),)
    try:
        sections = Articles(stand.language, templates).sections(name)
    except TemplateFailedError as error:
        return (Part(own("authoring.part.page"), own("authoring.page_failed", **error.facts), "note"),)
    return tuple(Part(own(f"article_section.{section}.name"), text) for section, text in sections.items())


def _missing(stand: Stand) -> Part:
    return Part(stand.own("authoring.part.page"), stand.own("authoring.no_page"), "note")


def _nobody(stand: Stand) -> Case:
    """Return a case with one failed try and no answer."""
    facts: Facts = dict.fromkeys((*stand.sketch.content.questions, *DERIVED))
    message = next(iter(stand.sketch.content.messages), None)
    tried = Attempt(dt.datetime.combine(stand.today, TRIED_AT), message)
    return Case(Answers(stand.today, "after", {}, (tried,)), facts)


def _section(section: Section) -> Part:
    return Part(section.heading, "\n\n".join(_block(block) for block in section.blocks), _ROLES[section.role])


_ROLES: Mapping[str, Role] = {"plain": "plain", "stop": "accent", "caution": "accent", "aside": "note"}


def _block(block: Block) -> str:
    if block.kind == "heading":
        return f"## {block.items[0]}"
    if block.kind == "paragraph":
        return block.items[0]
    sign = "-" if block.kind == "bullets" else "1."
    return "\n".join(f"{sign} {item}" for item in block.items)
