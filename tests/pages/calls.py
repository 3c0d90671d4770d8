"""What a borrower noted of calls, for tests of the pages about help and letters; and touches on them by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton, QWidget

from core.schema.hotline import HotlineNote
from gui.casework import Call, casework, keep
from gui.program import Program
from tests.pages.finding import shown
from tests.pages.running import EVENING

NOTES = (
    HotlineNote(
        EVENING,
        "alipay",
        "agent",
        {"where_stopped": "institution_refused", "lender_kind": "micro_loan", "retry_after": dt.date(2026, 10, 8)},
    ),
    HotlineNote(EVENING.date(), "card_back", "bank_staff", {"card_class": "class_three", "card_usable": "not_told"}),
)


def remember_calls(program: Program) -> None:
    """Let the pages remember that two calls were noted."""
    calls = tuple(Call(number, note) for number, note in enumerate(NOTES, start=1))
    keep(program.desk, replace(casework(program.desk), calls=calls))


def want_a_complaint(program: Program) -> None:
    """Let the page of letters begin with a complaint."""
    keep(program.desk, replace(casework(program.desk), letter="complaint", kind="bank"))


def name_no_day(window: QWidget) -> None:
    """Type what is no day and no time, and try to note the call."""
    for name, typed in (("help-field-call.day", "soon"), ("help-field-call.time", "late")):
        QTest.keyClicks(shown(window, QLineEdit, name), typed)
    shown(window, QPushButton, "help-note").click()


def call_the_bank(window: QWidget) -> None:
    """Say that the bank was called."""
    shown(window, QPushButton, "help-call-bank").click()


def ask_on_no_day(window: QWidget) -> None:
    """Type what is no day into a letter, and leave the field."""
    field = shown(window, QLineEdit, "letters-field-asked_on")
    QTest.keyClicks(field, "some day")
    field.editingFinished.emit()


def choose_the_pack(window: QWidget) -> None:
    """Choose the evidence pack."""
    shown(window, QRadioButton, "letters-write-pack").click()
