"""What the program puts on the clipboard, marked so that it is known again when it is to be taken back."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

OURS = "application/x-disburse-check"
MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def put(text: str) -> None:
    """Put a text on the clipboard."""
    data = QMimeData()
    data.setText(text)
    data.setData(OURS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


def take_back() -> None:
    """Empty the clipboard, and what is only marked where that can be pasted, if it came from this program.

    What was copied with the keyboard out of a text or a field is not marked: there the system knows whose it is.
    """
    board = QGuiApplication.clipboard()
    for mode in MODES:
        if mode == QClipboard.Mode.Selection and not board.supportsSelection():
            continue
        owns = board.ownsClipboard() if mode == QClipboard.Mode.Clipboard else board.ownsSelection()
        data: QMimeData | None = board.mimeData(mode)  # the stubs forget that there may be none
        if owns or (data is not None and data.hasFormat(OURS)):
            board.clear(mode)
