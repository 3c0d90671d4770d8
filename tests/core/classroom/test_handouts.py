"""Paper for a workshop: what everybody gets gives nothing away, what the leader gets says everything."""

from __future__ import annotations

import pytest

from core.classroom.duration import case_minutes, quiz_minutes
from core.classroom.handouts import Wanted, leader_sheets, sheets
from core.explain.language import Language
from core.letters.document import Document, Section
from core.library.cases import Cases
from core.library.walk import Walk
from core.loading.library import Library
from core.quiz.sheet import item_words

CASES = ("one_digit", "nine_applications")
WANTED = Wanted("k7m2qx", "class", CASES)


def said(part: Document | Section) -> str:
    """Return every text of a part."""
    sections = part.sections if isinstance(part, Document) else (part,)
    blocks = (block for section in sections for block in section.blocks)
    return "\n".join(item for block in blocks for item in block.items)


@pytest.fixture(params=["zh_CN", "en"])
def language(request: pytest.FixtureRequest, languages: dict[str, Language]) -> Language:
    return languages[request.param]


def test_that_sheets_hold_story_road_and_questions_and_give_no_ending_away(
    library: Library, language: Language
) -> None:
    cases = Cases(language, library.shelf.cases)
    document = sheets(WANTED, language, cases)
    for name, section in zip(CASES, document.sections, strict=False):
        page, words = cases.page(name), said(section)
        assert section.heading == page.title
        assert page.person in words
        assert all(question in words for question in page.questions)
        assert all(language.words(f"gate.{gate}.name") in words for gate in language.content.gates)
        assert page.ended not in said(document)
        assert language.words(f"cause.{page.cause}.name") not in words


def test_that_every_part_but_the_first_begins_a_sheet(library: Library, language: Language) -> None:
    cases = Cases(language, library.shelf.cases)
    for made in (sheets(WANTED, language, cases), leader_sheets(WANTED, language, cases)):
        assert [section.role for section in made.sections] == ["plain", *["aside"] * (len(CASES) + 1)]


def test_that_the_quiz_is_asked_twice_without_its_answers(library: Library, language: Language) -> None:
    document = sheets(WANTED, language, Cases(language, library.shelf.cases))
    pairs = language.content.quiz.set["class"]
    for section, items in zip(document.sections[-2:], (pairs.before, pairs.after), strict=True):
        words = said(section)
        for number, name in enumerate(items, start=1):
            item = item_words(language, name)
            assert language.words("handout.item", n=number, ask=item.ask) in words
            assert all(option.text in words for option in item.options)
            assert item.told not in words
            assert not item.answer_words or item.answer_words not in words


def test_that_the_leader_reads_every_ending_and_every_answer(library: Library, language: Language) -> None:
    cases = Cases(language, library.shelf.cases)
    words = said(leader_sheets(WANTED, language, cases))
    for name in CASES:
        page = cases.page(name)
        assert page.ended in words
        assert language.words(f"cause.{page.cause}.name") in words
    pairs = language.content.quiz.set["class"]
    for name in (*pairs.before, *pairs.after):
        item = item_words(language, name)
        assert item.told in words
        assert all(option.text in words for option in item.options if option.right)
        assert item.answer_words in words


def test_that_a_workshop_without_a_quiz_or_without_cases_has_the_other_sheets(
    library: Library, language: Language
) -> None:
    cases = Cases(language, library.shelf.cases)
    only_case = sheets(Wanted("k7m2qx", "", CASES[:1]), language, cases)
    assert [section.heading for section in only_case.sections] == [cases.page(CASES[0]).title]
    assert len(leader_sheets(Wanted("k7m2qx", "class", ()), language, cases).sections) == 2


def test_that_time_grows_with_what_is_told_asked_and_discussed(library: Library, language: Language) -> None:
    walk = Walk(Cases(language, library.shelf.cases).answers("one_digit"))
    assert len(walk.steps) == 8
    assert case_minutes(walk, questions=2) == 4 + 4 + 6
    pairs = language.content.quiz.set["class"]
    assert quiz_minutes(pairs) == len(pairs.before) + len(pairs.after)
