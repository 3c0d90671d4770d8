"""The way to start and to stop on the screen, with how far it is; and the way into the checklist."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QProgressBar

from gui.pages.network.state import RunState, TakeState
from gui.questions.answers import LineField
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.layouts import Card, Flow, column, fill, row
from gui.widgets.text import Text


class RunCard(Card):
    """Start, stop, progress.

    Signals:
        typed (str), left (): What stands in the field of the rounds now; it was left.
        start_requested (), cancel_requested (): Go online; stop.
    """

    typed = Signal(str)
    left = Signal()
    start_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it."""
        super().__init__(name="network-run", space=Space.M)
        self._promise, self._duration = Text("", "network-promise"), Text("small", "network-duration")
        self._label, self._error = Text("small"), Text("error", "network-rounds-error")
        self._status, self._running = Text("strong", "network-status"), False
        self._start = Button("network-start", "primary", self.start_requested)
        self._cancel = Button("network-cancel", "", self.cancel_requested)
        self._bar, self._rounds = QProgressBar(), LineField()
        self._dress(look)
        # In a row of its own: the widest a column may be is what its narrowest part may be.
        field = column(self._label, row(self._rounds, None), self._error, space=Space.XS)
        fill(self.body, (self._promise, field, self._duration, Flow((self._start, self._cancel))))
        fill(self.body, (self._bar, self._status))

    def show_state(self, state: RunState) -> None:
        """Show it; a reader of screens hears when the probe begins and ends."""
        for label, words in (
            *((self._promise, state.promise), (self._duration, state.duration), (self._label, state.rounds_label)),
            *((self._error, state.error), (self._status, state.status)),
        ):
            label.say(words)
        self._rounds.show_text(state.rounds)
        self._rounds.setAccessibleName(state.rounds_label)
        self._rounds.setAccessibleDescription(state.error or state.duration)
        self._start.say(state.start)
        self._cancel.say(state.cancel)
        self._bar.setValue(state.progress)
        self._bar.setAccessibleName(state.status)
        if state.running != self._running:
            self._turn(state.running)

    def point_out(self) -> None:
        """Put the keyboard on the number of rounds."""
        self._rounds.setFocus()

    def _turn(self, running: bool) -> None:
        """Offer to stop instead of to start, or the other way about; the keyboard goes along."""
        self._running = running
        here, there = (self._start, self._cancel) if running else (self._cancel, self._start)
        there.setEnabled(True)
        if running or here.hasFocus():  # the fields of the hosts are about to let it go
            there.setFocus()
        here.setEnabled(False)
        self._rounds.setEnabled(not running)
        self._bar.setVisible(running)
        QAccessible.updateAccessibility(QAccessibleEvent(self._status, QAccessible.Event.Alert))

    def _dress(self, look: Look) -> None:
        self._bar.setObjectName("network-progress")
        self._bar.setTextVisible(False)
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that nothing moves when it comes
        self._bar.setSizePolicy(kept)
        self._bar.hide()
        self._cancel.setEnabled(False)
        self._rounds.setObjectName("network-rounds")
        self._rounds.setMaximumWidth(look.px(Size.FIELD))
        self._rounds.textEdited.connect(self.typed)
        self._rounds.editingFinished.connect(self.left)
        self._label.setBuddy(self._rounds)


class TakeCard(Card):
    """Which answer the probe gives, and the button that takes it over.

    Signals:
        take_requested (), go_requested (): Take it over; show the question.
    """

    take_requested = Signal()
    go_requested = Signal()

    def __init__(self) -> None:
        """Build it without an answer."""
        super().__init__(role="card-accent", name="network-taking", space=Space.M)
        self._title, self._says = Text("lead"), Text("", "network-take-says")
        self._remark = Text("", "network-take-remark")
        self._take = WrappingButton("network-take", "primary", self.take_requested)
        self._go = WrappingButton("network-go", "", self.go_requested)
        fill(self.body, (self._title, self._says, self._remark, Flow((self._take, self._go))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the buttons' words where they must be."""
        super().resizeEvent(event)
        for button in (self._take, self._go):
            button.fit(self.contentsRect().width() - 2 * Space.XL)

    def show_state(self, state: TakeState | None) -> None:
        """Show it, or nothing before the first probe."""
        self.setVisible(state is not None)
        if state is None:
            return
        for label, words in ((self._title, state.title), (self._says, state.says), (self._remark, state.remark)):
            label.say(words)
        self._take.say(state.take, f"{state.take} {state.remark}" if not state.can_take else state.take)
        self._go.say(state.go)
        self._go.setVisible(state.can_go)
        if self._take.hasFocus() and not state.can_take and state.can_go:
            self._go.setFocus()
        self._take.setEnabled(state.can_take)
