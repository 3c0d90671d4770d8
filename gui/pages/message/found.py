"""What a text says, and the ways on from there, on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.pages.message.state import FoundState, Part, WaysState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.chips import Chips, Remark
from gui.widgets.layouts import Card, Item, column, fill, line, row
from gui.widgets.text import Text, text


class FoundCard(Card):
    """What the text most likely speaks of, by what, and what else it could be."""

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        super().__init__(name="message-found", space=Space.M)
        self._look = look
        self._shown: FoundState | None = None

    def show_state(self, state: FoundState | None) -> None:
        """Show it, or nothing under a stop sign; built anew only when it says something else."""
        self.setVisible(state is not None)
        if state != self._shown:
            self._shown = state
            self.put(() if state is None else _items(state, self._look))


def _items(state: FoundState, look: Look) -> Iterator[Item]:
    if state.kind != "told":
        yield text(state.title, "lead", "message-found-title")
    else:
        share = text(state.share, "title", "message-share", wrap=False)
        share.setAccessibleName(state.share_heard)
        name = row(text(state.name, "heading", "message-best"), share, space=Space.L)
        name.setStretch(0, 1)
        yield column(text(state.title, "overline", "message-found-title"), name, space=Space.XS)
    if state.says:
        yield text(state.says, "", "message-says")
    if state.matched:
        chips = Chips(look, "message-matched", [Remark(word) for word in state.matched], state.matched_title)
        yield column(text(state.matched_title, "small"), chips, space=Space.XS)
    if state.alike:
        yield text(state.alike, "small", "message-alike")
    if state.advice:
        yield Card(text(state.advice, "strong", "message-advice"), role="note")
    for part in state.parts:
        yield line()
        yield _part(part)
    for number, note in enumerate(state.notes, start=1):
        yield Card(text(note, "", f"message-note-{number}"), role="note")
    if state.limits:
        yield text(state.limits, "small", "message-limits")


def _part(part: Part) -> Item:
    lines: list[Item] = []
    for number, (name, share) in enumerate(part.lines, start=1):
        told = text(name, "strong", f"message-{part.id}-{number}")
        if not share:
            lines.append(told)
            continue
        beside = row(told, text(share, "strong", f"message-{part.id}-share-{number}", wrap=False), space=Space.L)
        beside.setStretch(0, 1)
        lines.append(beside)
    remark = (text(part.remark),) if part.remark else ()
    return column(text(part.title, "small"), *lines, *remark, space=Space.XS)


class WaysCard(Card):
    """Into the checklist, or to the pages of causes.

    Signals:
        use_requested (): Take the text for the message of the last failed try.
        cause_chosen (str): Open the page of a cause.
    """

    use_requested = Signal()
    cause_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build it without causes."""
        super().__init__(role="card-accent", name="message-ways", space=Space.M)
        self._note, self._title = Text("", "message-use-note"), Text("small")
        self._use = WrappingButton("message-use", "primary", self.use_requested)
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.cause_chosen)
        self._causes: dict[str, WrappingButton] = {}
        self._place = column(space=Space.NONE)
        self._more = QWidget()
        self._more.setLayout(column(self._title, self._place, space=Space.XS))
        fill(self.body, (self._note, row(self._use, None), self._more))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the buttons' words where they must be."""
        super().resizeEvent(event)
        self._fit()

    def show_state(self, state: WaysState | None) -> None:
        """Show them, or nothing where there are none."""
        self.setVisible(state is not None)
        if state is None:
            return
        self._use.say(state.use)
        self._note.say(state.use_note)
        self._title.say(state.more_title)
        self._more.setVisible(bool(state.more))
        if list(self._causes) != [cause for cause, _ in state.more]:
            self._build([cause for cause, _ in state.more])
        for cause, name in state.more:
            self._causes[cause].say(name, f"{state.more_title} {name}")
        self._fit()

    def _build(self, causes: list[str]) -> None:
        for old in self._causes.values():
            self._place.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._causes = {}
        for cause in causes:
            made = WrappingButton(f"message-cause-{cause}", "link", self._mapper.map)
            self._mapper.setMapping(made, cause)
            self._causes[cause] = made
            self._place.addLayout(row(made, None))

    def _fit(self) -> None:
        for button in (self._use, *self._causes.values()):
            button.fit(self.contentsRect().width() - 2 * Space.XL)
