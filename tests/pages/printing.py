"""The preview of what is to be printed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QPushButton

from gui.printing.preview import Preview
from gui.widgets.text import Text
from tests.pages.base import PageObject, catch_up


class PrintPreview(PageObject):
    """The dialog; everything a user does in it."""

    @property
    def is_open(self) -> bool:
        """Return whether it stands before the window, or something of it is left."""
        return bool(self._previews)

    @property
    def title(self) -> str:
        """Return its title."""
        return self._preview.windowTitle()

    @property
    def page(self) -> str:
        """Return what it says about the page in view."""
        return self._preview.findChildren(Text, "print-number")[0].plain

    @property
    def heard(self) -> list[str]:
        """Return what a screen reader says of its buttons."""
        return [key.accessibleName() for key in self._preview.findChildren(QPushButton)]

    def press(self, name: str) -> None:
        """Press one of its buttons: earlier, later, smaller, larger, close."""
        self._preview.findChildren(QPushButton, f"print-{name}")[0].click()

    def print_to(self, path: Path | None, first: int = 0, last: int = 0) -> None:
        """Print into a file, as with the system's printer of that kind, or on paper; from a page to another, or all."""
        self.press("go")
        self._preview.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self._preview.printer.setOutputFileName(str(path or ""))
        self._preview.printer.setFromTo(first, last)
        dialog = self._preview.findChildren(QPrintDialog, "print-dialog")[0]
        assert dialog.isVisible()
        dialog.accepted.emit(self._preview.printer)

    @property
    def _previews(self) -> list[Preview]:
        catch_up()
        return self._program.window.findChildren(Preview)

    @property
    def _preview(self) -> Preview:
        return next(preview for preview in self._previews if preview.isVisible())
