"""What was found on the screen: what stands out, then a card for each host, then how it was measured."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from gui.pages.network.state import FoundState, HostCard
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, clear, column, row
from gui.widgets.rounds import RoundStrip
from gui.widgets.text import Text, text

ICONS = {
    "good": ("check", "good"),
    "watch": ("dot", "caution"),
    "weak": ("warning", "caution"),
    "open": ("question", "muted"),
}
"""Every verdict has a sign and a word; a colour alone says nothing."""


class Found(QWidget):
    """The findings; while a probe is under way only the strips and their words change."""

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        super().__init__()
        self._look = look
        self._shown: object = None
        self._cards: list[HostView] = []
        self._how: tuple[str, ...] = ()
        self._place = column(space=Space.L)
        self.setLayout(self._place)
        self.hide()

    def show_state(self, state: FoundState | None) -> None:
        """Show findings, in place where only rounds were added."""
        shown = state and (state.title, state.signs, state.how, [(host.id, host.verdict) for host in state.hosts])
        if shown != self._shown:
            self._shown = shown
            self._rebuild(state)
        for card, host in zip(self._cards, state.hosts if state else (), strict=True):
            card.show_host(host)

    def _rebuild(self, state: FoundState | None) -> None:
        clear(self._place)
        self._cards = []
        self.setVisible(state is not None)
        if state is None:
            return
        self._place.addLayout(column(text(state.title, "lead"), text(state.note, "small"), space=Space.XS))
        if state.signs:
            signs = [text(line, "", f"network-sign-{n}") for n, line in enumerate(state.signs, start=1)]
            self._place.addWidget(Card(text(state.signs_title, "strong"), *signs, role="card-caution"))
        self._cards = [HostView(self._look, host.id) for host in state.hosts]
        for card in self._cards:
            self._place.addWidget(card)
        if state.how:
            self._how = state.how
            self._place.addWidget(Fold(self._look, "network-how", state.how_title, self._build_how))

    def _build_how(self) -> QWidget:
        return Card(*(text(line, "small") for line in self._how), role="note")


class HostView(Card):
    """One host."""

    def __init__(self, look: Look, host: str) -> None:
        """Build it empty; ``host`` ends the names of its parts."""
        super().__init__(name=f"network-card-{host}")
        self._look = look
        self._name, self._target = Text("strong", f"network-name-{host}"), Text("small", f"network-target-{host}")
        self._sign, self._verdict = QLabel(), Text("strong", f"network-verdict-{host}")
        self._strip = RoundStrip(look, f"network-strip-{host}")
        self._latest, self._says = Text("small", f"network-latest-{host}"), Text("", f"network-says-{host}")
        self._lines = Text("small", f"network-lines-{host}")
        self._told = row(self._sign, self._verdict)
        self._told.setStretch(1, 1)
        names = column(self._name, self._target, space=Space.NONE)
        for part in (names, self._told, self._strip, self._latest, self._says, self._lines):
            self.body.addWidget(part) if isinstance(part, QWidget) else self.body.addLayout(part)

    def show_host(self, host: HostCard) -> None:
        """Show it."""
        for label, words in (
            *((self._name, host.name), (self._target, host.target), (self._verdict, host.verdict)),
            *((self._latest, host.latest), (self._says, host.says), (self._lines, "\n".join(host.lines))),
        ):
            label.say(words)
        self._strip.show_marks(host.marks, host.heard)
        self._sign.setVisible(bool(host.verdict))
        if host.verdict:
            icon, colour = ICONS[host.level]
            self._sign.setPixmap(self._look.pixmap(icon, colour, self._look.px(Size.ICON), self.devicePixelRatioF()))
