"""The network page on the screen: hosts to edit, the button that goes online, what was found."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pages.network.editor import HostsCard
from gui.pages.network.found import Found
from gui.pages.network.run_card import RunCard, TakeCard
from gui.pages.network.state import NetworkState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.layouts import Card, Columns, column
from gui.widgets.page import ScrolledPage
from gui.widgets.text import Text, text


class NetworkView(ScrolledPage):
    """The page. What is done on it is told by the signals of its parts: hosts, run, taking."""

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("network")
        self._title, self._intro = Text("title", "network-title"), Text("muted")
        self.hosts, self.run, self.taking = HostsCard(), RunCard(look), TakeCard()
        self._found, self._not_proven = Found(look), Card(name="network-not-proven")
        self._shown: object = None
        left, right = QWidget(), QWidget()
        left.setLayout(column(self.hosts, None))
        right.setLayout(column(self.run, self.taking, self._found, self._not_proven, None, space=Space.L))
        for part in (left, right):  # shares of the width, whatever the texts would like
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.area.body.addWidget(self._title)
        self.area.body.addWidget(self._intro)
        self.area.body.addWidget(Columns(look, [(left, 2), (right, 3)]))
        self.area.body.addStretch(1)

    def show_state(self, state: NetworkState) -> None:
        """Show a picture."""
        self._title.say(state.title)
        self._intro.say(state.intro)
        self.area.setAccessibleName(state.title)
        self.run.show_state(state.run)
        self.hosts.show_state(state.hosts, not state.run.running)
        self.taking.show_state(state.take)
        self._found.show_state(state.found)
        if (state.not_proven_title, state.not_proven) != self._shown:
            self._shown = (state.not_proven_title, state.not_proven)
            lines = (text(line) for line in state.not_proven)
            self._not_proven.put((text(state.not_proven_title, "lead"), *lines))

    def take_focus(self) -> None:
        """Put the keyboard on the first host: not on the button, for a slip of the space bar would go online."""
        self.hosts.take_focus()

    def point_out(self) -> None:
        """Put the keyboard on the first mistake: among the hosts, else the rounds."""
        if not self.hosts.point_out():
            self.run.point_out()
