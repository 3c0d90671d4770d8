"""An offer to type, on the screen: examples, entries with their mistakes beside them, the rest folded."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.pages.cost.state import EntryState, OfferState
from gui.questions.answers import LineField
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.choice import Choice
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, Flow, column, fill, row
from gui.widgets.text import Text


class OfferCard(Card):
    """One offer.

    Signals:
        typed (str, str): What is typed or chosen, by its id, and what stands there now.
        example_chosen (str): Fill in an example.
        bring_back_requested (): Put back what was there before the example.
    """

    typed = Signal(str, str)
    example_chosen = Signal(str)
    bring_back_requested = Signal()

    def __init__(self, look: Look, offer: str, state: OfferState) -> None:
        """Build it; ``offer`` ends the names of its parts."""
        super().__init__(name=f"cost-{offer}", space=Space.M)
        self._look, self._offer, self._state = look, offer, state
        self._title, self._label = Text("lead", f"cost-title-{offer}"), Text("small")
        self._entries: dict[str, Entry] = {}
        mapper = QSignalMapper(self)
        mapper.mappedString.connect(self.example_chosen)
        self._examples = {example: self._example(example, mapper) for example, _, _ in state.examples}
        self._back = WrappingButton(f"cost-bring-back-{offer}", "link", self.bring_back_requested)
        fill(self.body, (self._title, self._chips(), self._part("main")))
        self._seen: dict[str, tuple[tuple[str | None, str], ...]] = {}
        self._folds = self._make_folds()
        fill(self.body, self._folds.values())
        self.show_state(state)

    def show_state(self, state: OfferState) -> None:
        """Show the offer, in place."""
        self._state = state
        self._title.say(state.title)
        self._label.say(state.examples_label)
        for example, name, heard in state.examples:
            self._examples[example].say(name, heard)
        if self._back.accessibleName() != state.bring_back_heard:
            self._back.say(state.bring_back, state.bring_back_heard)
        if self._back.hasFocus() and not state.can_bring_back:
            self.take_focus()
        self._back.setVisible(state.can_bring_back)
        self._unfold(state)
        for entries in state.entries.values():
            for entry in entries:
                if entry.id in self._entries:
                    self._entries[entry.id].show_state(entry)

    def take_focus(self) -> None:
        """Put the keyboard on the first field."""
        self._entries["amount"].edit.setFocus()

    def _example(self, example: str, mapper: QSignalMapper) -> Button:
        made = Button(f"cost-example-{self._offer}-{example}", "small", mapper.map)
        mapper.setMapping(made, example)
        return made

    def _unfold(self, state: OfferState) -> None:
        """Open a fold in which something new stands, by an example for instance: it would count unseen."""
        for part, fold in self._folds.items():
            seen = tuple((entry.text, entry.error) for entry in state.entries[part])
            new = seen != self._seen.get(part) and any(text or error for text, error in seen)
            if new and not fold.button.isChecked():
                fold.button.click()
            self._seen[part] = seen

    def _chips(self) -> QVBoxLayout:
        return column(self._label, Flow(self._examples.values()), self._back, space=Space.XS)

    def _make_folds(self) -> dict[str, Fold]:
        fees = Fold(self._look, f"cost-fees-{self._offer}", self._state.fees, self._fees)
        return {"fees": fees, "more": Fold(self._look, f"cost-more-{self._offer}", self._state.more, self._more)}

    def _fees(self) -> QWidget:
        return self._part("fees")

    def _more(self) -> QWidget:
        return self._part("more")

    def _part(self, part: str) -> QWidget:
        made = QWidget()
        states = self._state.entries[part]
        entries = [Entry(self._look, self._offer, state) for state in states]
        for entry, state in zip(entries, states, strict=True):
            entry.typed.connect(self.typed)
            entry.show_state(state)
            self._entries[state.id] = entry
        made.setLayout(column(*entries, space=Space.M))
        return made


class Entry(QWidget):
    """Something to type, to choose, or both, under a label; the mistake below.

    Signals:
        typed (str, str): What is typed or chosen, by its id, and what stands there now.
    """

    typed = Signal(str, str)

    def __init__(self, look: Look, offer: str, state: EntryState) -> None:
        """Build what the state has."""
        super().__init__()
        self._id, self._choice_id = state.id, state.choice.id if state.choice else ""
        self._label, self._error = Text("small"), Text("error", f"cost-error-{offer}-{state.id}")
        self.edit = LineField()
        self.edit.setObjectName(f"cost-field-{offer}-{state.id}")
        self.edit.textEdited.connect(self._on_edited)
        self.edit.setMinimumWidth(look.px(Size.FIELD // 2))
        self._choice = Choice(look, f"cost-choice-{offer}-{state.id}") if state.choice else None
        if self._choice:
            self._choice.activated.connect(self._on_chosen)
        typing = state.text is not None
        self._label.setBuddy(self.edit if typing or self._choice is None else self._choice)
        across = row(*([self.edit] if typing else []), *([self._choice] if self._choice else []))
        self.setLayout(column(self._label, across, self._error, space=Space.XS))

    def show_state(self, state: EntryState) -> None:
        """Show it."""
        self._label.say(state.label)
        self._error.say(state.error)
        self.edit.show_text(state.text or "")
        self.edit.setAccessibleName(state.heard)
        self.edit.setAccessibleDescription(state.error)
        self.edit.setEnabled(state.enabled)
        if self._choice and state.choice:
            self._choice.show_choices(state.choice.choices, state.choice.chosen, state.choice.heard)
            self._choice.setEnabled(state.enabled or state.text is not None)

    def _on_edited(self, words: str) -> None:
        self.typed.emit(self._id, words)

    def _on_chosen(self, _place: int) -> None:
        if self._choice:
            self.typed.emit(self._choice_id, self._choice.currentData())
