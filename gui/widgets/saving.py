"""The system's own dialog for saving a file in one of several forms."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QFileDialog, QWidget

ENDING = re.compile(r"\*\.(\w+)")


class SaveDialog(QFileDialog):
    """Asks where to save; a name without an ending gets that of the form chosen. ``fileSelected`` says the answer."""

    def __init__(self, name: str, parent: QWidget, title: str, proposed: str, forms: str) -> None:
        """Build it; ``forms`` are Qt's filters, such as ``PDF (*.pdf)``, parted by two semicolons."""
        super().__init__(parent, title, proposed, forms)
        self.setObjectName(name)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._take_ending(forms)
        self.filterSelected.connect(self._take_ending)

    def _take_ending(self, form: str) -> None:
        if found := ENDING.search(form):
            self.setDefaultSuffix(found[1])
