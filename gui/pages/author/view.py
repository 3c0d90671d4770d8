"""The author's desk on the screen: what there is, one entry as it is read, what the checker found."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from gui.pages.author.findings import FindingsCard
from gui.pages.author.listing import ListPart
from gui.pages.author.sheet import Sheet
from gui.pages.author.stage import DeskStage
from gui.pages.author.state import AuthorState, ListState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.layouts import Scroll, column, fill
from gui.widgets.page import PageView
from gui.widgets.text import Text


class AuthorView(PageView):
    """The page.

    Signals:
        folder_chosen (str), target_chosen (str): A folder to look at; where a new one is to lie.
        kind_chosen (str), entry_chosen (str), typed (str): What to show; what is searched for.
        language_chosen (str), reader_chosen (str): How to show it.
    """

    folder_chosen = Signal(str)
    target_chosen = Signal(str)
    kind_chosen = Signal(str)
    entry_chosen = Signal(str)
    typed = Signal(str)
    language_chosen = Signal(str)
    reader_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__()
        self._state: ListState | None = None
        self._title, self._intro = Text("title", "author-title"), Text("muted", "author-intro")
        self.list, self.sheet, self.findings = ListPart(look, self), Sheet(look, self), FindingsCard()
        self._area = Scroll("author-page", Space.M)
        fill(self._area.body, (column(self._title, self._intro, space=Space.XS),))
        self._area.body.addWidget(DeskStage(look, self.list, self.sheet, self.findings), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_state(self, state: AuthorState) -> None:
        """Show a picture; showing it twice changes nothing."""
        self._state = state.listing
        self._title.say(state.title)
        self._intro.say(state.intro)
        self._area.setAccessibleName(state.title)
        self.list.show_state(state.listing)
        self.sheet.show_state(state)
        self.findings.show_state(state.findings)

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.entries.setFocus()

    def on_choose(self) -> None:
        """Ask which folder to look at."""
        if self._state is not None:
            dialog = QFileDialog(self, self._state.choose_title, self._state.start)
            dialog.setObjectName("author-choose-dialog")
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
            self._open(dialog, self.folder_chosen)

    def on_make(self) -> None:
        """Ask where a new folder is to lie."""
        if self._state is not None:
            dialog = QFileDialog(self, self._state.make_title, self._state.proposed)
            dialog.setObjectName("author-make-dialog")
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self._open(dialog, self.target_chosen)

    def _open(self, dialog: QFileDialog, chosen: SignalInstance) -> None:
        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
