"""Every report on paper: written, opened again by another program, and the same word for word."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QWidget

from core.assess import Assessor
from core.explain.layout import Layouts
from core.explain.report import report_of
from core.files import CannotWriteError
from core.loading.answers_file import read_answers
from core.loading.library import Library
from core.schema.assessment import MODEL_VERSION
from gui.app import layouts_of
from gui.opening import looks_of
from gui.printing.document import PrintedDocument
from gui.printing.laid_out import lay_out
from gui.printing.press import STYLES, NoChineseFontError, PrintingPress
from gui.printing.styles import Styles
from gui.speaker import Speaker
from gui.start import make_application
from gui.theme.look import Look
from tests.pages.desk import language_of
from tests.pages.pdfs import A4, BAND, MARGIN, Words, fonts, notes, pictures, sheets, sizes, squeezed, title
from tests.pages.running import LANGUAGES, ROOT

CASES = (
    "class_two_large_sum",
    "two_failures_card_class_unknown",
    "asked_to_pay_for_a_wrong_digit",
    "everything_fine",
    "heavy_debts_and_new_ones",
    "nothing_known_generic_message",
)
BIGGEST = 300_000
"""Bytes: a whole Chinese font would be some ten million."""
FEWEST, MOST = 2, 14
NOW = "2026"
HAIR = 0.5


@pytest.fixture(params=("light", "dark"), ids=("light window", "dark window"))
def press(request: pytest.FixtureRequest, library: Library) -> PrintingPress:
    return press_of(library, request.param)


@pytest.fixture
def usual(library: Library) -> PrintingPress:
    return press_of(library, "light")


def press_of(library: Library, theme: str) -> PrintingPress:
    make_application()
    look = Look(looks_of(ROOT / "resources"), "dark" if theme == "dark" else "light")
    speaker = Speaker(lambda code: language_of(library, code), dict.fromkeys(library.words, ""), LANGUAGES[0])
    return PrintingPress(QWidget(), look, speaker, layouts_of(ROOT / "resources")[STYLES], lambda key, **facts: None)


def printed(library: Library, case: str, code: str) -> PrintedDocument:
    language = language_of(library, code)
    answers = read_answers(ROOT / "tests" / "cases" / f"{case}.toml", library.content)
    found = Assessor(library.content).assess(answers)
    report = report_of(found, language)
    html = Layouts(layouts_of(ROOT / "resources")).lay_out(report, language, "html", after=found.mode == "after")
    words = language.words
    return PrintedDocument(
        html, words("ui.product"), report.versions, lambda number, every: words("print.page", number=number, all=every)
    )


def written(press: PrintingPress, document: PrintedDocument, folder: Path) -> bytes:
    path = folder / "report.pdf"
    press.write_pdf(document, path)
    return path.read_bytes()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_that_a_pdf_says_word_for_word_what_the_report_says(
    case: str, code: str, usual: PrintingPress, library: Library, tmp_path: Path
) -> None:
    document = printed(library, case, code)
    pdf = written(usual, document, tmp_path)
    found = sheets(pdf)
    assert "".join(sheet.body for sheet in found) == squeezed(Words(document.html).text)
    assert FEWEST <= len(found) <= MOST
    assert len(pdf) < BIGGEST
    assert squeezed(title(pdf)) in squeezed(document.html)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_that_nothing_is_printed_in_the_margins_and_every_font_is_in_the_file(
    case: str, code: str, usual: PrintingPress, library: Library, tmp_path: Path
) -> None:
    pdf = written(usual, printed(library, case, code), tmp_path)
    for sheet in sheets(pdf):
        for left, bottom, right, top in sheet.boxes:
            assert left >= MARGIN - HAIR
            assert right <= A4[0] - MARGIN + HAIR
            assert bottom >= BAND - 2
            assert top <= A4[1] - BAND + 2
    assert set(fonts(pdf).values()) == {True}
    assert pictures(pdf) == 0
    assert all(size == pytest.approx(A4, abs=1) for size in sizes(pdf))


def simple(html: str) -> PrintedDocument:
    """Return a document such as other pages of the program write: a letter, a table of what happened."""
    return PrintedDocument(
        f'<html lang="en"><body>{html}</body></html>', "Header", "Footer", lambda n, every: f"{n}/{every}"
    )


def test_that_a_long_table_has_its_heading_on_every_sheet(usual: PrintingPress, tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{number}.</td><td>{'what was done ' * 12}</td></tr>" for number in range(60))
    table = f"<table><tr><th>Number</th><th>Deed</th></tr>{rows}</table>"
    found = sheets(written(usual, simple(table), tmp_path))
    assert len(found) > 2
    assert all(sheet.body.startswith("NumberDeed") for sheet in found)
    text = "".join(sheet.body.removeprefix("NumberDeed") for sheet in found)
    assert text == squeezed(Words(rows).text)


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><th>A</th><th>B</th></tr><tr><td>x</td><td>{}</td></tr></table>",
        "<section class='two'><div>{}</div><div>y</div></section>",
        "<ul class='values'><li><span class='name'>{}</span><span class='value'>9</span></li></ul>",
        "<div class='card'><p>{}</p></div>",
        "<dl><dt>a</dt><dd>{}</dd></dl>",
        "<pre>{}</pre>",
    ],
    ids=("table", "columns", "values", "card", "list of terms", "as typed"),
)
@pytest.mark.parametrize("text", ["many words " * 2500, "w" * 9000, "字" * 9000], ids=("words", "one word", "signs"))
def test_that_a_text_longer_than_a_sheet_goes_on_on_the_next(
    html: str, text: str, usual: PrintingPress, tmp_path: Path
) -> None:
    found = sheets(written(usual, simple(html.format(text)), tmp_path))
    assert len(found) > 1
    assert squeezed(text) in "".join(sheet.body for sheet in found)
    for left, bottom, right, top in (box for sheet in found for box in sheet.boxes):
        assert left >= MARGIN - HAIR
        assert right <= A4[0] - MARGIN + HAIR
        assert bottom >= BAND - 2
        assert top <= A4[1] - BAND + 2


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A5, QPageSize.PageSizeId.A3])
def test_that_other_paper_loses_nothing(
    size: QPageSize.PageSizeId, usual: PrintingPress, library: Library, tmp_path: Path
) -> None:
    document = printed(library, CASES[0], LANGUAGES[1])
    writer = QPdfWriter(str(tmp_path / "other.pdf"))
    writer.setPageSize(QPageSize(size))
    writer.setPageMargins(QMarginsF())
    assert lay_out(document, Styles(usual.styles), usual.look.on_paper()).draw_all(writer)
    del writer
    pdf = (tmp_path / "other.pdf").read_bytes()
    ((width, height),) = sizes(pdf)
    found = sheets(pdf)
    assert len(found) == len(sheets(written(usual, document, tmp_path)))
    for left, bottom, right, top in (box for sheet in found for box in sheet.boxes):
        assert min(left, bottom, width - right, height - top) > 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_that_every_sheet_says_its_number_its_day_and_its_versions(
    code: str, usual: PrintingPress, library: Library, tmp_path: Path
) -> None:
    document = printed(library, CASES[0], code)
    found = sheets(written(usual, document, tmp_path))
    for number, sheet in enumerate(found, start=1):
        assert squeezed(document.footer) in sheet.footer
        assert squeezed(document.numbering(number, len(found))) in sheet.footer
        assert sheet.header == (squeezed(document.header) if number > 1 else "")
    assert library.content.version in document.footer
    assert document.footer.endswith(MODEL_VERSION)


def test_that_paper_is_the_same_whatever_the_window_wears(
    press: PrintingPress, usual: PrintingPress, library: Library, tmp_path: Path
) -> None:
    document = printed(library, CASES[0], LANGUAGES[0])
    one, other = (_without_clock(written(maker, document, tmp_path)) for maker in (press, usual))
    assert one == other


def _without_clock(pdf: bytes) -> list[bytes]:
    """Return the lines of a PDF that hold neither a time nor a random name."""
    return [line for line in pdf.split(b"\n") if not any(word in line for word in (b"Date", b"uuid", b"/ID", b"<"))]


def test_that_a_pdf_names_no_person_and_no_path(usual: PrintingPress, library: Library, tmp_path: Path) -> None:
    pdf = written(usual, printed(library, CASES[0], LANGUAGES[1]), tmp_path)
    assert notes(pdf)["Author"] == ""
    assert str(tmp_path).encode() not in pdf
    assert os.fsencode(Path.home().name + "/") not in pdf


def test_that_printing_leaves_nothing_but_the_file(
    usual: PrintingPress, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (scratch := tmp_path / "scratch").mkdir()
    (target := tmp_path / "target").mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))
    written(usual, printed(library, CASES[0], LANGUAGES[0]), target)
    assert list(scratch.iterdir()) == []
    assert [path.name for path in target.iterdir()] == ["report.pdf"]


def test_that_a_full_disk_is_told_and_leaves_the_old_file(
    usual: PrintingPress, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("core.files.os.fsync", full)
    with pytest.raises(CannotWriteError) as told:
        usual.write_pdf(printed(library, CASES[0], LANGUAGES[0]), path)
    assert told.value.facts["reason"] == os.strerror(errno.ENOSPC)
    assert path.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["report.pdf"]


def test_that_chinese_is_not_printed_as_boxes(
    usual: PrintingPress, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.printing.press.can_show_chinese", lambda: False)
    with pytest.raises(NoChineseFontError):
        usual.write_pdf(printed(library, CASES[0], LANGUAGES[0]), tmp_path / "report.pdf")
    assert list(tmp_path.iterdir()) == []
    usual.write_pdf(printed(library, CASES[0], LANGUAGES[1]), tmp_path / "report.pdf")
