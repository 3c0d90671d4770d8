"""Every letter, the guide and the evidence pack on paper: opened again by another program, the same word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.assess import Assessor
from core.letters.document import Document
from core.letters.guide import guide_document
from core.letters.layout import DocumentLayouts
from core.letters.letter import Case, Letters
from core.letters.pack import Evidence, Kept, pack_document
from core.loading.answers_file import read_answers
from core.loading.library import Library
from core.rights.order import Situation
from core.rights.words import guide
from gui.app import layouts_of
from gui.printing.document import PrintedDocument
from tests.gui.test_printing import press_of
from tests.pages.desk import language_of
from tests.pages.pdfs import Words, fonts, sheets, squeezed
from tests.pages.running import LANGUAGES, ROOT

CASE_NAME = "two_failures_card_class_unknown"
LETTERS = ("question_to_lender", "dispute_credit_entry", "complaint", "data_request")
DOCUMENTS = (*LETTERS, "guide", "pack")


def document(library: Library, kind: str, code: str) -> Document:
    """Return a letter, the guide or the pack of somebody who failed twice."""
    language, answers = (
        language_of(library, code),
        read_answers(ROOT / "tests" / "cases" / f"{CASE_NAME}.toml", library.content),
    )
    found = Assessor(library.content).assess(answers)
    if kind == "pack":
        return pack_document(Evidence(found, answers, Kept({0: "放款失败 6222020200112233445"})), language)
    if kind == "guide":
        return guide_document(guide(language, answers.as_of, Situation.of(found)), language)
    case = Case(answers, found.facts, Situation.of(found))
    return Letters(language, library.letters[code]).write(kind, case, {}, answers.as_of)


def test_that_no_letter_is_left_out(library: Library) -> None:
    assert set(library.content.letters) == set(LETTERS)


def printed(library: Library, kind: str, code: str, folder: Path) -> tuple[str, bytes]:
    """Return a document as a page of HTML, and as the PDF that is printed from it."""
    html = DocumentLayouts(layouts_of(ROOT / "resources")).lay_out(
        document(library, kind, code), language_of(library, code), "html"
    )
    path = folder / "letter.pdf"
    press_of(library, "light").write_pdf(PrintedDocument(html, "", "", lambda number, every: ""), path)
    return html, path.read_bytes()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", DOCUMENTS)
def test_that_a_printed_document_says_word_for_word_what_its_page_says(
    kind: str, code: str, library: Library, tmp_path: Path
) -> None:
    html, pdf = printed(library, kind, code, tmp_path)
    assert "".join(sheet.body for sheet in sheets(pdf)) == squeezed(Words(html).text)
    assert set(fonts(pdf).values()) == {True}
    assert "6222020200112233445" not in html


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", LETTERS)
def test_that_what_is_no_part_of_a_letter_has_a_sheet_of_its_own(
    kind: str, code: str, library: Library, tmp_path: Path
) -> None:
    heading = squeezed(language_of(library, code).words("letters.notes_heading"))
    first, *others = sheets(printed(library, kind, code, tmp_path)[1])
    assert heading not in first.body
    assert any(sheet.body.startswith(heading) for sheet in others)
