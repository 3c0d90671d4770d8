"""What the program puts on the clipboard, remembered so that it is known again when it is to be taken back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QClipboard, QGuiApplication

COPIED = "copied"
"""The property of Qt's application that holds the text put there last: it goes with the program."""
MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def put(text: str) -> None:
    """Put a text on the clipboard.

    Plain text only: data made in Python and left on the clipboard crashes the program when it ends, because Qt lets go
    of it after Python is gone.
    """
    QGuiApplication.clipboard().setText(text)
    _application().setProperty(COPIED, text)


def take_back() -> None:
    """Empty the clipboard, and what is only marked where that can be pasted, if it came from this program.

    What was copied with the keyboard out of a text or a field is not remembered: there the system knows whose it is.
    """
    board, copied = QGuiApplication.clipboard(), _application().property(COPIED)
    for mode in MODES:
        if mode == QClipboard.Mode.Selection and not board.supportsSelection():
            continue
        owns = board.ownsClipboard() if mode == QClipboard.Mode.Clipboard else board.ownsSelection()
        if owns or (copied and board.text(mode) == copied):
            board.clear(mode)
    _application().setProperty(COPIED, None)


def _application() -> QCoreApplication:
    found = QCoreApplication.instance()
    assert found is not None  # without an application there is no clipboard either
    return found
