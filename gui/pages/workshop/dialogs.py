"""The system's dialogs of the page: a file to open, a folder to choose."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.pages.workshop.state import KeyState
from gui.widgets.saving import SaveDialog

Receiver = Callable[..., Any] | SignalInstance


def ask_where(name: str, parent: QWidget, key: KeyState, receiver: Receiver) -> None:
    """Ask where to save."""
    dialog = SaveDialog(name, parent, key.words, key.file, key.forms)
    dialog.fileSelected.connect(receiver)
    dialog.open()


def ask_which(name: str, parent: QWidget, key: KeyState, receiver: Receiver) -> None:
    """Ask for a file."""
    dialog = QFileDialog(parent, key.words, "", key.forms)
    dialog.setObjectName(name)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(receiver)
    dialog.open()


def ask_folder(name: str, parent: QWidget, key: KeyState, receiver: Receiver) -> None:
    """Ask for a folder."""
    dialog = QFileDialog(parent, key.words)
    dialog.setObjectName(name)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(receiver)
    dialog.open()
