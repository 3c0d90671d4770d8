"""What becomes of a result, on the screen: a file in a folder, or a code to be read from the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from gui.pages.workshop.dialogs import ask_folder
from gui.pages.workshop.qr import QrPicture
from gui.pages.workshop.rows import Rows
from gui.pages.workshop.state import CodeState, HandState, KeyState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Flow, column, row
from gui.widgets.shelf import Shelf
from gui.widgets.text import Text


class HandCard(Shelf):
    """The last step.

    Signals:
        run_toggled (str): A case was worked through, or was not.
        folder_chosen (str): Where the result is to be written.
        code_requested (): The code, its next part, or none any more.
        finish_requested (): The next participant may sit down.
    """

    run_toggled = Signal(str)
    folder_chosen = Signal(str)
    code_requested = Signal()
    finish_requested = Signal()
    shows = HandState

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        super().__init__(look)
        self._save_key = KeyState("")
        self._title, self._text, self._runs_label = Text("heading", "workshop-done"), Text(), Text("strong")
        self._runs, self._qr = Rows(look, "workshop-run", one_only=False), QrPicture(look, "workshop-qr")
        self._place, self._hint = Text("strong", "workshop-qr-n"), Text("small")
        self._save = Button("workshop-result-save", "primary", self._on_save)
        self._code = Button("workshop-result-code", "", self.code_requested)
        self._finish = Button("workshop-finish", "link", self.finish_requested)
        self._on = Button("workshop-qr-on", "", self.code_requested)
        self._runs.chosen.connect(self.run_toggled)
        self._qr_card = Card(name="workshop-qr-card", space=Space.M)
        self._lay_out()

    def show_state(self, state: HandState) -> None:
        """Show a picture."""
        self._save_key = state.keys["save"]
        self._title.say(state.title)
        self._text.say(state.text)
        self._runs_label.say(state.runs_label)
        self._runs.show_rows(state.runs)
        for name, button in (("save", self._save), ("code", self._code), ("finish", self._finish)):
            button.say(state.keys[name].words)
            button.setEnabled(state.keys[name].possible)
        self._show_code(state.code)

    def take_focus(self) -> None:
        """Put the keyboard on the way to hand it in."""
        self._save.setFocus()

    def _show_code(self, state: CodeState | None) -> None:
        came = state is not None and not self._qr_card.isVisibleTo(self)
        self._qr_card.setVisible(state is not None)
        if state is None:
            return
        self._qr.show_code(state.matrix, state.heard)
        self._place.say(state.place)
        self._hint.say(state.hint)
        self._on.say(state.keys["on"].words)
        if came and self.isVisible():
            self._on.setFocus()

    def _lay_out(self) -> None:
        keys = Flow((self._save, self._code))
        runs = column(self._runs_label, self._runs)
        card = (self._title, self._text, runs, keys, row(self._finish, None))
        self.add(Card(*card, name="workshop-hand", space=Space.M), "left")
        body = self._qr_card.body
        for part in (self._place, self._qr, self._hint):
            body.addWidget(part)
        body.setAlignment(self._qr, Qt.AlignmentFlag.AlignHCenter)
        body.addLayout(row(self._on, None))
        self.add(self._qr_card, "right")

    def _on_save(self) -> None:
        ask_folder("workshop-result-dialog", self, self._save_key, self.folder_chosen)
