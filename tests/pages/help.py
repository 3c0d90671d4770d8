"""The page about help."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from gui.widgets.page import PageView
from tests.pages.base import PageObject, catch_up, until
from tests.pages.finding import is_shown, names


class HelpPage(PageObject):
    """Steps in their turn, a form for the telephone, what a call changes."""

    @property
    def _page(self) -> PageView:
        """Return the page, once every step and every rule stands."""
        page = super()._page
        until(lambda: page.complete)
        return page

    @property
    def steps(self) -> list[str]:
        """Return the steps in order."""
        return names(self._page, r"help-name-(\w+)")

    @property
    def alarm(self) -> str:
        """Return what is said at a sign of fraud; nothing without one."""
        return self._says("help-alarm-title") if is_shown(self._page, "help-alarm-title") else ""

    def copy(self, place: str, channel: str) -> str:
        """Copy a number, as it stands at a place on the page; return what can be pasted."""
        self._click(f"help-copy-{place}-{channel}")
        return QGuiApplication.clipboard().text()

    def choose_kind(self, kind: str) -> None:
        """Say who lends."""
        self._click(f"help-kind-{kind}")

    def call(self, who: str) -> None:
        """Say who was called."""
        self._click(f"help-call-{who}")

    def answer(self, question: str, answer: str) -> None:
        """Note what was answered: a choice by its id, a day as it is typed."""
        if is_shown(self._page, f"help-field-{question}"):
            field = self._find(QLineEdit, f"help-field-{question}")
            field.setFocus()
            field.selectAll()
            field.insert(answer)
            return
        choice = self._find(QComboBox, f"help-choice-{question}")
        place = choice.findData(answer)
        choice.setCurrentIndex(place)
        choice.activated.emit(place)

    def note(self) -> None:
        """Note the call."""
        self._click("help-note")

    def error(self, question: str) -> str:
        """Return what is wrong with a field."""
        return self._says(f"help-error-{question}")

    @property
    def proposals(self) -> list[str]:
        """Return what can be decided."""
        return names(self._page, r"help-leave-(.+)")

    def accept(self, proposal: str) -> None:
        """Accept a proposal."""
        self._click(f"help-accept-{proposal}")

    def leave(self, proposal: str) -> None:
        """Leave a proposal alone."""
        self._click(f"help-leave-{proposal}")

    def keep(self, call: int) -> None:
        """Keep a call in the journal."""
        self._click(f"help-keep-{call}")

    def wait(self) -> None:
        """Wait until what was asked for is done."""
        self._settle()
        catch_up()

    def see_result(self) -> None:
        """Go to the result."""
        self._click("help-result")

    def write(self, step: str) -> None:
        """Go and write the letter of a step."""
        self._click(f"help-write-{step}")

    def fold(self, right: str) -> None:
        """Open or close a rule."""
        self._find(QPushButton, f"help-right-{right}").click()
