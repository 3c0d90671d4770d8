"""The settings on the screen."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QWidget

from gui.pages.settings.state import GroupState, SettingsState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Columns, Flow, line, row
from gui.widgets.page import ScrolledPage
from gui.widgets.text import Text, text


class SettingsView(ScrolledPage):
    """The page.

    Signals:
        chosen (str, str): A setting, and the value chosen for it.
        erase_requested (): Forget all answers.
        author_requested (): Write content of one's own.
    """

    chosen = Signal(str, str)
    erase_requested = Signal()
    author_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("settings")
        self._look = look
        self._title, self._groups = Text("title", "settings-title"), dict[str, Group]()
        self._privacy = Card()
        self._author, self._about = Card(), Card()
        self._erase = Button("settings-erase", "", self.erase_requested)
        self._write = Button("settings-author", "", self.author_requested)

    def show_state(self, state: SettingsState) -> None:
        """Show a picture."""
        if not self._groups:
            self._build(state)
        self._title.say(state.title)
        self.area.setAccessibleName(state.title)
        for group in state.groups:
            self._groups[group.id].show_state(group)
        self._erase.setParent(None)
        self._erase.say(state.erase)
        self._privacy.put(
            (text(state.privacy_title, "lead"), *(text(words) for words in state.privacy), row(self._erase, None))
        )
        self._write.setParent(None)
        self._write.say(state.author_button)
        self._author.put((text(state.author_title, "lead"), text(state.author), row(self._write, None)))
        self._about.put((text(state.about_title, "lead"), *(text(words, "muted") for words in state.about)))

    def _build(self, state: SettingsState) -> None:
        body = self.area.body
        body.addWidget(self._title)
        looks = Card(space=Space.M)
        for group in state.groups:
            if self._groups:
                looks.body.addWidget(line())
            self._groups[group.id] = Group(self._look, group, self)
            looks.body.addWidget(self._groups[group.id])
        body.addWidget(looks)
        body.addWidget(self._privacy)
        body.addWidget(self._author)
        body.addWidget(self._about)
        body.addStretch(1)


class Group(Columns):
    """One setting: its name, and beside it the choices."""

    def __init__(self, look: Look, state: GroupState, page: SettingsView) -> None:
        """Build it."""
        self._id, self._page = state.id, page
        self._title, choices = Text("strong"), QWidget()
        self._buttons: dict[str, Button] = {}
        super().__init__(look, [(self._title, 1), (choices, 3)])
        mapper = QSignalMapper(self)
        for found in state.rows:
            shown = Button(f"settings-{state.id}-{found.id}", "small", mapper.map)
            shown.setCheckable(True)
            mapper.setMapping(shown, found.id)
            self._buttons[found.id] = shown
        mapper.mappedString.connect(self._on_chosen)
        choices.setLayout(Flow(self._buttons.values()))

    def show_state(self, state: GroupState) -> None:
        """Show what is chosen."""
        self._title.say(state.title)
        for found in state.rows:
            self._buttons[found.id].say(found.label, f"{state.title} {found.label}")
            self._buttons[found.id].setChecked(found.chosen)

    def _on_chosen(self, value: str) -> None:
        self._page.chosen.emit(self._id, value)
