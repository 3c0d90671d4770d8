"""The message page."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from gui.widgets.chips import Chips
from gui.widgets.text import Text
from tests.pages.base import PageObject
from tests.pages.finding import is_shown, names, shown


class MessagePage(PageObject):
    """A text to paste, and what it says."""

    def paste(self, words: str) -> MessagePage:
        """Put a text in place of what stands in the field, and wait until it is decoded."""
        field = self.field
        field.setFocus()
        field.selectAll()
        field.insertPlainText(words)
        return self.wait()

    def wait(self) -> MessagePage:
        """Wait until the text is decoded and everything stands."""
        self._settle()
        return self

    @property
    def field(self) -> QPlainTextEdit:
        """Return the field."""
        return shown(self._page, QPlainTextEdit, "message-text")

    @property
    def text(self) -> str:
        """Return what stands in the field."""
        return self.field.toPlainText()

    @property
    def count(self) -> str:
        """Return how long the text is, in words."""
        return self._says("message-count")

    @property
    def cut(self) -> str:
        """Return the remark that the end was left off."""
        return self._says("message-cut")

    def clear(self) -> None:
        """Press the button that forgets the text."""
        self._click("message-clear")

    @property
    def best(self) -> str:
        """Return the class it most likely is of; nothing when none is told."""
        return self._says("message-best") if is_shown(self._page, "message-best") else ""

    @property
    def title(self) -> str:
        """Return what stands above the finding; nothing under a stop sign."""
        return self._says("message-found-title") if is_shown(self._page, "message-found") else ""

    @property
    def shares(self) -> list[str]:
        """Return every share told, in order."""
        return [
            label.text()
            for label in self._page.findChildren(QLabel)
            if re.fullmatch(r"message-(?:share|[a-z]+-share-\d)", label.objectName()) and label.isVisibleTo(self._page)
        ]

    @property
    def matched(self) -> tuple[str, ...]:
        """Return the words that matched."""
        return self._find(Chips, "message-matched").told

    @property
    def alarm(self) -> str:
        """Return everything an alarm says; nothing without one."""
        if not is_shown(self._page, "message-alarm"):
            return ""
        return "\n".join(label.plain for label in self._find(QWidget, "message-alarm").findChildren(Text))

    @property
    def told(self) -> str:
        """Return everything the finding says."""
        if not is_shown(self._page, "message-found"):
            return ""
        return "\n".join(label.plain for label in self._find(QWidget, "message-found").findChildren(Text))

    @property
    def can_use(self) -> bool:
        """Return whether the text can be taken into the checklist."""
        return is_shown(self._page, "message-use") and self._find(QPushButton, "message-use").isEnabled()

    def use(self) -> None:
        """Take it into the checklist."""
        self._click("message-use")

    def take_signs(self) -> None:
        """Put the signs of fraud into the check."""
        self._click("message-take-signs")

    @property
    def causes(self) -> list[str]:
        """Return the causes whose pages it leads to."""
        return names(self._page, r"message-cause-(.+)")

    def read_more(self, cause: str) -> None:
        """Open the page of a cause."""
        self._click(f"message-cause-{cause}")

    def is_in_view(self, name: str) -> bool:
        """Return whether the whole of something can be seen without scrolling."""
        found = self._find(QWidget, name)
        return found.visibleRegion().boundingRect() == found.rect()
