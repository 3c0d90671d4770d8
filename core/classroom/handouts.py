"""What is put on paper for a workshop: sheets for everybody, and the leader's with answers and endings.

Sheets have no line for a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from core.explain.answers import answer_text
from core.explain.language import Language
from core.letters.document import Block, Document, Section, bullets, paragraph
from core.library.cases import CasePage, Cases
from core.library.walk import Told, Walk
from core.quiz.sheet import ItemWords, item_words

ROUNDS = ("before", "after")
BLANK = "__________"
"""Where somebody writes a number."""
LINE, FREE_LINES = "_" * 68, 3
"""Where somebody writes more."""


@dataclass(frozen=True)
class Wanted:
    """What a workshop does: its code, a set of the quiz ("": none), its cases in order."""

    code: str
    quiz: str
    cases: Sequence[str]


def sheets(wanted: Wanted, language: Language, cases: Cases) -> Document:
    """Return the sheets for everybody: stories, a road to mark, questions, the quiz without answers.

    Raises:
        NotOnTheShelfError: There is no such case.
    """
    t = language.words
    lead = (t("handout.lead"), t("handout.code", code=wanted.code))
    parts = [_case_sheet(cases.page(name), language) for name in wanted.cases]
    parts += [_quiz_sheet(wanted.quiz, moment, language) for moment in ROUNDS if wanted.quiz]
    return _document(t("handout.title"), lead, parts, language)


def leader_sheets(wanted: Wanted, language: Language, cases: Cases) -> Document:
    """Return the sheets for whoever leads: how each case goes on and ends, and the answers of the quiz.

    Raises:
        NotOnTheShelfError: There is no such case.
    """
    t = language.words
    lead = (t("handout.leader.lead"), t("handout.code", code=wanted.code))
    parts = [_case_answers(cases.page(name), Walk(cases.answers(name)), language) for name in wanted.cases]
    parts += [_quiz_answers(wanted.quiz, moment, language) for moment in ROUNDS if wanted.quiz]
    return _document(t("handout.leader.title"), lead, parts, language)


def _document(title: str, lead: tuple[str, ...], parts: Sequence[Section], language: Language) -> Document:
    closing = (language.words("ui.content_version", version=language.content.version),)
    first = (replace(part, role="plain") for part in parts[:1])  # it shares the sheet of the title
    return Document(language.code, title, lead, (*first, *parts[1:]), closing)


def _case_sheet(page: CasePage, language: Language) -> Section:
    t = language.words
    gates = (t("handout.gate", gate=t(f"gate.{gate}.name")) for gate in language.content.gates)
    blocks = (
        *(paragraph(page.person), paragraph(page.happened)),
        *(_heading(t("handout.road")), *bullets(gates), paragraph(t("handout.reason"))),
        *(_heading(t("library.questions_heading")), *_numbers(page.questions), paragraph(t("handout.room"))),
        *(paragraph(LINE) for _ in range(FREE_LINES)),
    )
    return Section(page.title, blocks, "aside")


def _case_answers(page: CasePage, walk: Walk, language: Language) -> Section:
    t = language.words
    cause = t("projector.ended.cause", cause=t(f"cause.{page.cause}.name"))
    told = (_told(step, language) for step in walk.steps)
    blocks = (
        *(_heading(t("handout.leader.told")), *_numbers(tuple(told))),
        *(_heading(t(f"outcome.{page.outcome}.name")), paragraph(page.ended), paragraph(cause)),
        *(_heading(t("library.questions_heading")), *_numbers(page.questions)),
        *bullets(t("handout.leader.article", title=t(f"article.{name}.title")) for name in page.articles),
    )
    return Section(page.title, blocks, "aside")


def _told(told: Told, language: Language) -> str:
    t = language.words
    if told.attempt is not None:
        message = told.attempt.message
        name = t(f"message.{message}.name") if message else t("checklist.no_message")
        return t("projector.told.attempt", date=language.wording.date(told.attempt.when)) + t("ui.colon") + name
    answer = answer_text(told.question, told.answer, language)
    return f"{language.wording.fact_name(told.question)}{t('ui.colon')}{answer}"


def _quiz_sheet(quiz: str, moment: str, language: Language) -> Section:
    blocks: list[Block] = []
    for number, item in enumerate(_items(quiz, moment, language), start=1):
        blocks.append(_asked(number, item, language))
        blocks += _to_mark(item, language)
    return Section(language.words(f"handout.quiz.{moment}"), tuple(blocks), "aside")


def _to_mark(item: ItemWords, language: Language) -> tuple[Block, ...]:
    t = language.words
    if item.kind == "numeric":
        return (paragraph(t("handout.number", number=t(f"unit.{item.unit}.other", n=BLANK, tenfold=BLANK))),)
    several = (paragraph(t("handout.several")),) if item.kind == "multiple" else ()
    return (*several, *bullets(t("handout.option", option=option.text) for option in item.options))


def _quiz_answers(quiz: str, moment: str, language: Language) -> Section:
    t = language.words
    blocks: list[Block] = []
    for number, item in enumerate(_items(quiz, moment, language), start=1):
        right = [option.text for option in item.options if option.right] or [item.answer_words]
        answer = t("handout.leader.answer", answer=t("ui.list_separator").join(right))
        blocks += (_asked(number, item, language), paragraph(answer), paragraph(item.told))
    return Section(t(f"handout.quiz.{moment}"), tuple(blocks), "aside")


def _items(quiz: str, moment: str, language: Language) -> Iterator[ItemWords]:
    pairs = language.content.quiz.set[quiz]
    return (item_words(language, name) for name in (pairs.before if moment == "before" else pairs.after))


def _asked(number: int, item: ItemWords, language: Language) -> Block:
    return _heading(language.words("handout.item", n=number, ask=item.ask))


def _heading(words: str) -> Block:
    return Block("heading", (words,))


def _numbers(items: Sequence[str]) -> tuple[Block, ...]:
    return (Block("numbers", tuple(items)),) if items else ()
