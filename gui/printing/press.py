"""Where documents go to be printed: what a page hands over, laid out, as PDF or before the user's eyes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.errors import AppError
from core.files import write_whole
from gui.desk import Tell
from gui.fonts import PACKAGE, can_show_chinese
from gui.printing.document import PrintedDocument
from gui.speaker import Speaker
from gui.theme.look import Look

if TYPE_CHECKING:
    from gui.printing.laid_out import LaidOut

STYLES = "print.toml"
HAN = range(0x4E00, 0xA000)
"""The codes of the common Chinese signs."""


class NoChineseFontError(AppError):
    """A text in Chinese would come out as boxes: the computer has no font for it."""

    code = "no_chinese_font"


@dataclass(frozen=True)
class PrintingPress:
    """Prints for one window; ``styles`` is the text of ``print.toml``."""

    window: QWidget
    look: Look
    speaker: Speaker
    styles: str
    tell: Tell

    def write_pdf(self, document: PrintedDocument, path: Path) -> None:
        """Write a document as PDF; nothing else is left on the disk.

        Raises:
            CannotWriteError: The place cannot be written to; what was there is unchanged.
            NoChineseFontError: The computer cannot draw the text.
        """
        # Loaded here because only printing needs it.
        from gui.printing.pdf import pdf_of

        write_whole(path, pdf_of(self._laid_out(document)))

    def preview(self, document: PrintedDocument) -> None:
        """Show a document as it would be printed, with a button that prints it.

        Raises:
            NoChineseFontError: The computer cannot draw the text.
        """
        # Loaded here because only printing needs it: it brings QtPrintSupport.
        from gui.printing.preview import Preview

        preview = Preview(self._laid_out(document), self.speaker, self.window)
        preview.failed.connect(self._on_failed)
        preview.open()

    def _laid_out(self, document: PrintedDocument) -> LaidOut:
        # Loaded here for the same reason.
        from gui.printing.laid_out import lay_out
        from gui.printing.styles import Styles

        if any(ord(sign) in HAN for sign in document.html) and not can_show_chinese():
            raise NoChineseFontError(package=PACKAGE)
        return lay_out(document, Styles(self.styles), self.look.on_paper())

    def _on_failed(self, error: AppError | None) -> None:
        if error is None:
            self.tell("print.failed")
        else:
            self.tell(f"error.{error.code}", **error.facts)
