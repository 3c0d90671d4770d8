"""The pages beside the way: an explanation, the settings."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPushButton

from tests.pages.base import PageObject
from tests.pages.finding import names


class ExplainPage(PageObject):
    """The page of one cause."""

    @property
    def title(self) -> str:
        """Return the cause's name."""
        return self._says("explain-title")

    @property
    def parts(self) -> list[str]:
        """Return the parts of the explanation."""
        return [name for name in names(self._page, r"explain-([a-z_]+)") if name not in ("title", "cause", "back")]

    def choose(self, cause: str) -> None:
        """Turn to another cause."""
        choice = self._find(QComboBox, "explain-cause")
        choice.setCurrentIndex(choice.findData(cause))
        choice.activated.emit(choice.currentIndex())

    def back(self) -> None:
        """Go back to the result."""
        self._click("explain-back")


class SettingsPage(PageObject):
    """Language, colours, size of text, and a fresh start."""

    def choose(self, setting: str, value: str) -> None:
        """Make a choice."""
        self._click(f"settings-{setting}-{value}")

    def chosen(self, setting: str) -> list[str]:
        """Return what is chosen."""
        values = names(self._page, rf"settings-{setting}-(.+)")
        return [value for value in values if self._find(QPushButton, f"settings-{setting}-{value}").isChecked()]

    def write(self) -> None:
        """Go to the author's desk."""
        self._click("settings-author")

    def erase(self) -> None:
        """Forget all answers."""
        self._click("settings-erase")
