"""The noted calls on the screen, each with what it would change."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gui.pages.help.state import CallLine, CallsState, ProposalLine
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, button
from gui.widgets.layouts import Card, Flow, Item, column, fill, line, row
from gui.widgets.text import text

ACCEPT, REMOVE, KEEP = "help-accept-", "help-remove-", "help-keep-"


class CallsCard(Card):
    """The calls.

    Signals:
        accepted (str), left (str): A proposal was accepted, left alone.
        removed (str), keep_requested (str): A call is to be forgotten; it is to be kept in the journal.
        result_requested (): See the result.
    """

    accepted = Signal(str)
    left = Signal(str)
    removed = Signal(str)
    keep_requested = Signal(str)
    result_requested = Signal()

    def __init__(self) -> None:
        """Build it without a call."""
        super().__init__(role="card-accent", name="help-calls", space=Space.M)
        self._shown: CallsState | None = None
        self._accepts, self._leaves, self._removes, self._keeps = (QSignalMapper(self) for _ in range(4))
        self._accepts.mappedString.connect(self.accepted)
        self._leaves.mappedString.connect(self.left)
        self._removes.mappedString.connect(self.removed)
        self._keeps.mappedString.connect(self.keep_requested)
        self.hide()

    def show_state(self, state: CallsState | None) -> None:
        """Show the calls; the keyboard stays near where it was."""
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            self._shown = state
            return
        self._shown, had = state, self._has_keyboard()
        parts: list[Item] = [text(state.title, "lead")] if state.title else []
        for call in state.calls:
            parts += [line(), self._call(call)]
        if state.others:
            before: list[Item] = [line()] if state.calls else []
            parts += [*before, text(state.others_title, "lead", "help-others"), text(state.others_text, "small")]
        for call in state.others:
            parts += [line(), self._call(call)]
        if state.result:
            parts.append(row(button("help-result", state.result, "primary", self.result_requested), None))
        self.put(parts)
        if had:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the first proposal, else on the way to the result or the last note."""
        found = [made for made in self.findChildren(QPushButton) if made.objectName().startswith("help-")]
        wanted = [made for made in found if made.objectName().startswith(ACCEPT)] or found[-1:]
        if wanted:
            wanted[0].setFocus()

    def _has_keyboard(self) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _call(self, call: CallLine) -> QWidget:
        made = QWidget()
        answers = [text(words, "small") for words in call.answers]
        remove = self._button(f"{REMOVE}{call.id}", call.remove, call.remove_heard, self._removes, call.id)
        keep = self._button(f"{KEEP}{call.id}", call.keep, call.keep_heard, self._keeps, call.id)
        proposals: list[Item] = []
        if call.proposals_title:
            proposals.append(text(call.proposals_title, "strong", f"help-proposals-{call.id}"))
        proposals += [self._proposal(found) for found in call.proposals]
        kept = [text(call.kept, "small", f"help-is-kept-{call.id}")] if call.kept else []
        told = text(call.title, "strong", f"help-called-{call.id}")
        made.setLayout(column(told, *answers, *proposals, Flow([keep, remove]), *kept))
        return made

    def _proposal(self, found: ProposalLine) -> Card:
        leave = self._button(f"help-leave-{found.id}", found.leave, found.leave_heard, self._leaves, found.id)
        keys = [leave]
        if found.accept:
            accept = self._button(f"{ACCEPT}{found.id}", found.accept, found.accept_heard, self._accepts, found.id)
            keys = [accept, leave]
        card = Card(name=f"help-proposal-{found.id}")
        fill(card.body, (text(found.text, "", f"help-text-{found.id}"), Flow(keys)))
        return card

    def _button(self, name: str, words: str, heard: str, mapper: QSignalMapper, thing: str) -> Button:
        made = button(name, words, "small", heard=heard)
        mapper.setMapping(made, thing)
        made.clicked.connect(mapper.map)
        return made
