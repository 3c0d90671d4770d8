"""The report leaves the window: as a file in every form, on the screen as it would be printed, on paper."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog

from core.schema.answers import Answers, Attempt
from gui.draft import Draft
from gui.fonts import PACKAGE
from gui.tour import CASE
from tests.pages.pdfs import fonts, sheets, squeezed, title
from tests.pages.running import EVENING, ROOT
from tests.pages.user import User

TRIES = (Attempt(EVENING.replace(hour=20), "overall_score"),)
UNNEEDED = ("PySide6.QtPrintSupport", "gui.printing.laid_out", "gui.printing.preview")


@pytest.fixture
def told(user: User) -> User:
    """Return somebody in front of a result."""
    return show_result(user)


@pytest.fixture
def reader(anybody: User) -> User:
    """Return the same where the language makes no difference."""
    return show_result(anybody)


def show_result(user: User) -> User:
    user.program.parts.session.change(Draft(Answers(EVENING.date(), "after", CASE, TRIES), "full", "review"))
    user.program.visit("result")
    user.result.wait()
    return user


def test_that_a_report_saved_as_pdf_is_the_report_in_the_language_of_the_window(told: User, tmp_path: Path) -> None:
    told.result.save_to(tmp_path / "report.PDF")
    pdf = (tmp_path / "report.PDF").read_bytes()
    text = "".join(sheet.body for sheet in sheets(pdf))
    assert all(squeezed(told.words(f"cause.{cause}.name")) in text for cause in told.result.causes())
    assert title(pdf) == f"{told.words('ui.title')} · {told.words('ui.product')}"
    assert set(fonts(pdf).values()) == {True}
    assert told.shell.banner == told.words("result.saved", file="report.PDF")


def test_that_a_report_saved_as_json_holds_the_numbers_of_the_page(reader: User, tmp_path: Path) -> None:
    reader.result.save_to(tmp_path / "report.json")
    data = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert f"{1 - data['arrives']['estimate']:.0%}" == reader.result.risk
    assert data["as_of"] == EVENING.date().isoformat()


def test_that_a_pdf_that_cannot_be_written_says_why_in_one_line(told: User, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "report.pdf"
    told.result.save_to(path)
    assert told.shell.banner == told.words("error.cannot_write", file=path, reason=told.words("reason.enoent"))


def test_that_a_computer_without_chinese_is_told_what_to_install(
    reader: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.printing.press.can_show_chinese", lambda: False)
    reader.result.save_to(tmp_path / "report.pdf")
    said = reader.shell.banner
    reader.shell.act("file", "print")
    assert said == reader.shell.banner == reader.words("error.no_chinese_font", package=PACKAGE)
    assert not reader.printing.is_open
    assert list(tmp_path.glob("*.pdf")) == []


def test_that_the_dialog_for_saving_offers_every_form_and_gives_the_name_its_ending(reader: User) -> None:
    reader.shell.act("file", "save")
    dialog = reader.program.window.findChildren(QFileDialog, "result-save-dialog")[0]
    endings = []
    for form in dialog.nameFilters():
        dialog.filterSelected.emit(form)
        endings.append(dialog.defaultSuffix())
    assert endings == ["html", "pdf", "md", "txt", "json"]
    dialog.close()


def test_that_printing_shows_every_page_first(told: User) -> None:
    told.shell.press_standard(QKeySequence.StandardKey.Print)
    assert told.printing.is_open
    assert told.printing.title == told.words("print.title")
    shown = [told.printing.page]
    told.printing.press("later")
    shown.append(told.printing.page)
    told.printing.press("earlier")
    told.printing.press("earlier")
    shown.append(told.printing.page)
    assert shown[0] == shown[2] != shown[1]
    told.printing.press("larger")
    told.printing.press("smaller")
    assert all(told.printing.heard)
    told.printing.press("close")
    assert not told.printing.is_open


def test_that_what_is_printed_is_what_was_shown(reader: User, tmp_path: Path) -> None:
    reader.shell.act("file", "print")
    reader.printing.print_to(tmp_path / "paper.pdf")
    assert not reader.printing.is_open
    found = sheets((tmp_path / "paper.pdf").read_bytes())
    assert found[0].footer.endswith(squeezed(reader.words("print.page", number=1, all=len(found))))


def test_that_only_the_pages_chosen_are_printed(reader: User, tmp_path: Path) -> None:
    reader.shell.act("file", "print")
    shown = []
    for _ in range(2):
        reader.printing.press("later")
        shown.append(squeezed(reader.printing.page))
    reader.printing.print_to(tmp_path / "paper.pdf", first=2, last=3)
    found = sheets((tmp_path / "paper.pdf").read_bytes())
    assert [sheet.footer.endswith(number) for sheet, number in zip(found, shown, strict=True)] == [True, True]


def test_that_a_file_that_cannot_be_printed_into_is_told(reader: User, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "paper.pdf"
    reader.shell.act("file", "print")
    reader.printing.print_to(path)
    assert reader.shell.banner == reader.words("error.cannot_write", file=path, reason=reader.words("reason.enoent"))


def test_that_a_printer_that_fails_is_told(reader: User, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.shell.act("file", "print")
    monkeypatch.setattr("gui.printing.laid_out.LaidOut.draw_all", lambda *_: False)
    reader.printing.print_to(None)
    assert reader.shell.banner == reader.words("print.failed")
    assert not reader.printing.is_open


def test_that_nothing_can_be_saved_or_printed_before_a_check_has_begun(anybody: User) -> None:
    assert not anybody.shell.can("file", "print")
    assert not anybody.shell.can("file", "save")
    show_result(anybody)
    assert anybody.shell.can("file", "print")
    assert anybody.shell.can("file", "save")


def test_that_printing_from_another_page_leads_to_the_result_and_waits_for_it(reader: User) -> None:
    reader.shell.go("calendar")
    reader.shell.act("file", "print")
    reader.result.wait()
    assert reader.page == "result"
    assert reader.printing.is_open


def test_that_a_start_loads_nothing_that_only_printing_needs() -> None:
    command = f"import sys, gui.app, gui.start; sys.exit(any(name in sys.modules for name in {UNNEEDED}))"
    assert subprocess.run([sys.executable, "-c", command], cwd=ROOT, check=False).returncode == 0
