"""The workshop in the window: a code that another program reads from the screen, keys, paper, what stays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit

from core.classroom.code import from_payloads
from core.classroom.result import from_bytes
from tests.pages.base import catch_up
from tests.pages.finding import shown
from tests.pages.pdfs import sheets, squeezed
from tests.pages.user import User

Key = Qt.Key
WORD, MOST_ITEMS = "blue kettle", 30


def joined(user: User, tmp_path: Path, moment: str = "before") -> User:
    """Return somebody who has opened the leader's plan and begun."""
    plan = tmp_path / "workshop.toml"
    user.shell.go("workshop")
    user.workshop.open("lead")
    user.workshop.name_file("save", "workshop-save-dialog", plan)
    user.workshop.open("take")
    user.workshop.join(plan, moment, WORD)
    return user


def read(image: QImage) -> str:
    """Return what another program reads in a picture."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    [found] = zxingcpp.read_barcodes(np.ascontiguousarray(pixels[:, : grey.width()]))
    return found.text


def words_in(pdf: Path) -> str:
    """Return every word of a PDF without its blanks."""
    return squeezed("".join(sheet.body for sheet in sheets(pdf.read_bytes())))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_another_program_reads_the_result_from_the_screen(anybody: User, tmp_path: Path, theme: str) -> None:
    anybody.program.chooser.choose("theme", theme)
    user = joined(anybody, tmp_path)
    user.workshop.answer_all(1, "7.3")
    texts = [read(image) for image in user.workshop.codes()]
    user.workshop.hand_over(tmp_path)
    [file] = tmp_path.glob("result-*.json")
    assert from_payloads(texts) == from_bytes(file.read_bytes())
    file.unlink()
    user.workshop.open("gather")
    user.workshop.bring_together(tmp_path)
    assert not user.workshop.can_save_report
    user.workshop.paste("\n".join(texts))
    assert [found.name for found in tmp_path.glob("result-*.json")] == [file.name]
    assert user.workshop.can_save_report


def test_that_every_item_is_answered_by_keys_alone(anybody: User, tmp_path: Path) -> None:
    user = joined(anybody, tmp_path)
    asked: list[str] = []
    while user.shell.focus.startswith(("workshop-option-", "workshop-number")) and len(asked) < MOST_ITEMS:
        asked.append(user.shell.focus)
        if user.shell.focus == "workshop-number":
            field = shown(user.program.window, QLineEdit, "workshop-number")
            field.setText("18.25")
            field.textEdited.emit("18.25")
        else:
            user.shell.press(Key.Key_Space)
        user.shell.press(Key.Key_Return)
    assert len(asked) == len(user.program.desk.engine.content.quiz.set["class"].before)
    assert user.shell.focus == "workshop-result-save"
    answers = user.program.desk.memory["workshop"].seat.result.answers
    assert None not in answers.values()


def test_that_the_cases_go_on_the_wall_and_the_own_check_stays(anybody: User) -> None:
    anybody.shell.go("workshop")
    anybody.workshop.open("lead")
    before = anybody.draft
    window = anybody.workshop.wall()
    assert window.windowTitle().startswith(anybody.words(f"case.{anybody.workshop.cases[0]}.title"))
    window.close()
    catch_up()
    assert anybody.draft is before


def test_that_the_sheets_are_printed_without_answers_and_the_leaders_with_them(anybody: User, tmp_path: Path) -> None:
    anybody.shell.go("workshop")
    anybody.workshop.open("lead")
    for name in ("sheets", "answers"):
        anybody.workshop.name_file(name, f"workshop-{name}-dialog", tmp_path / f"{name}.pdf")
    told = {name: words_in(tmp_path / f"{name}.pdf") for name in ("sheets", "answers")}
    asked, right = (squeezed(anybody.words(f"quiz.draw_decided_again.{field}")) for field in ("ask", "told"))
    assert [asked in told[name] for name in told] == [True, True]
    assert [right in told[name] for name in told] == [False, True]


def test_that_a_session_of_a_participant_leaves_nothing_on_the_disk(anybody: User, tmp_path: Path) -> None:
    user = joined(anybody, tmp_path)
    user.workshop.answer_all(0, "18.25")
    folder = user.program.parts.folder
    kept = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file()) if folder.exists() else b""
    assert WORD.encode() not in kept
    assert b"draw_decided_again" not in kept
