"""The checklist."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QProgressBar, QPushButton, QWidget

from gui.widgets.text import Text
from tests.pages.base import PageObject
from tests.pages.finding import is_shown, names


class ChecklistPage(PageObject):
    """One question at a time, the sections before it, the road behind it."""

    @property
    def question(self) -> str:
        """Return which step is shown, by its id."""
        found = names(self._page, r"checklist-(?:answer|field|chip)-([^-]+)-.+")
        assert len(found) == 1, found
        return found[0]

    def choose(self, *rows: str) -> None:
        """Choose answers of the question that is shown."""
        for row in rows:
            self._find(QAbstractButton, f"checklist-answer-{self.question}-{row}").click()

    def type(self, text: str, field: str = "value") -> None:
        """Type in a field, in place of what stands in it, without leaving it."""
        edit = self._field(field)
        edit.setFocus()
        if isinstance(edit, QPlainTextEdit):
            edit.setPlainText(text)
        elif isinstance(edit, QLineEdit):
            edit.selectAll()
            edit.insert(text) if text else edit.del_()

    def leave_field(self) -> None:
        """Put the keyboard somewhere else."""
        self._find(QPushButton, "checklist-next").setFocus()

    def field(self, field: str = "value") -> str:
        """Return what stands in a field."""
        edit = self._field(field)
        return edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()

    def chip(self, chip: str) -> None:
        """Use a shortcut."""
        self._click(f"checklist-chip-{self.question}-{chip}")

    def paste(self, words: str) -> ChecklistPage:
        """Paste a message into its field, and wait until it is decoded."""
        self.type(words)
        self._settle()
        return self

    def stand_on(self, row: str) -> None:
        """Put the keyboard on a row without choosing it."""
        self._row(row).setFocus()

    @property
    def note(self) -> str:
        """Return what the pasted message was understood as."""
        return self._says("checklist-note-value")

    @property
    def alarm(self) -> str:
        """Return everything an alarm says; nothing without one."""
        if not is_shown(self._page, "checklist-alarm"):
            return ""
        return "\n".join(label.plain for label in self._find(QWidget, "checklist-alarm").findChildren(Text))

    def take_signs(self) -> None:
        """Put the signs of fraud in what was pasted into the check."""
        self._click("checklist-take-signs")

    def search(self, words: str) -> None:
        """Look for a message."""
        self._find(QLineEdit, "checklist-search").setText(words)

    def next(self) -> None:
        """Go on."""
        self._click("checklist-next")

    def back(self) -> None:
        """Go back."""
        self._click("checklist-back")

    @property
    def can_go_back(self) -> bool:
        """Return whether there is a step before."""
        return self._find(QPushButton, "checklist-back").isEnabled()

    def skip(self) -> None:
        """Pass the question over."""
        self._click("checklist-skip")

    def leave(self) -> None:
        """Put the checklist aside."""
        self._click("checklist-leave")

    def jump(self, section: str) -> None:
        """Go to a section."""
        self._click(f"checklist-section-{section}")

    def take_way(self, way: str) -> None:
        """Go another way: full, short, triage."""
        self._click(f"checklist-way-{way}")

    @property
    def rows(self) -> list[str]:
        """Return the ids of the rows that can be chosen, from top to bottom."""
        found = names(self._page, r"checklist-answer-[^-]+-(.+)")
        return sorted(found, key=lambda row: self._row(row).y())

    @property
    def chosen(self) -> list[str]:
        """Return the ids of the rows that are chosen."""
        return [row for row in self.rows if self._row(row).isChecked()]

    def read(self) -> str:
        """Return a drawing of the rows."""
        return "\n".join(f"{'●' if self._row(row).isChecked() else '○'} {self._row(row).text()}" for row in self.rows)

    @property
    def error(self) -> str:
        """Return the line that says what is wrong with what was typed."""
        return self._says("checklist-error")

    @property
    def echo(self) -> str:
        """Return as what a typed answer was understood."""
        return self._says("checklist-echo")

    @property
    def measured(self) -> str:
        """Return how the answer was measured."""
        return self._says("checklist-measured")

    @property
    def prompt(self) -> str:
        """Return the question in words."""
        return self._says("checklist-prompt")

    def is_in_view(self, name: str) -> bool:
        """Return whether the whole of something can be seen without scrolling."""
        found = self._find(QWidget, name)
        return found.visibleRegion().boundingRect() == found.rect()

    @property
    def estimate(self) -> str:
        """Return the number below the road."""
        return self._says("checklist-estimate")

    @property
    def progress(self) -> int:
        """Return how far the checklist has come, of a hundred."""
        return self._find(QProgressBar, "checklist-progress").value()

    def wait_for_range(self) -> str:
        """Wait for the range below the estimate and return it."""
        self._settle()
        return self._says("checklist-range")

    def _row(self, row: str) -> QAbstractButton:
        return self._find(QAbstractButton, f"checklist-answer-{self.question}-{row}")

    def _field(self, field: str) -> QLineEdit | QPlainTextEdit:
        edit = self._find(QWidget, f"checklist-field-{self.question}-{field}")
        assert isinstance(edit, QLineEdit | QPlainTextEdit)
        return edit
