"""The page of the workshop on the screen: three doors, or what is behind the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QWidget

from gui.pages.workshop.gather_view import GatherView
from gui.pages.workshop.lead_view import LeadView
from gui.pages.workshop.state import DoorState, WorkshopState
from gui.pages.workshop.take_view import TakeView
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Columns, clear, column, fill, row
from gui.widgets.page import ScrolledPage
from gui.widgets.text import Text, text


class WorkshopView(ScrolledPage):
    """The page. What happens behind a door is told by the signals of ``lead``, ``take`` and ``gather``.

    Signals:
        door_chosen (str): A door to open; "" closes it.
    """

    door_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("workshop")
        self._look, self._part, self._stage, self._shown = look, "", ("", ""), tuple[DoorState, ...]()
        self._title, self._intro = Text("title", "workshop-title"), Text("muted", "workshop-intro")
        self._back = Button("workshop-leave", "link", self._on_back)
        self._doors, self._mapper = column(), QSignalMapper(self)
        self._mapper.mappedString.connect(self.door_chosen)
        self.lead, self.take, self.gather = LeadView(look), TakeView(look), GatherView(look)
        fill(self.area.body, (row(self._back, None), self._title, self._intro, self._doors))
        fill(self.area.body, (self.lead, self.take, self.gather))
        self.area.body.addStretch(1)

    def show_state(self, state: WorkshopState) -> None:
        """Show a picture; behind another door the keyboard goes to what is first there."""
        came, self._part = state.part != self._part, state.part
        self._title.say(state.title)
        self._intro.say(state.intro)
        self._back.say(state.back)
        self._back.setVisible(bool(state.part))
        self.area.setAccessibleName(state.title)
        self._show_doors(state.doors)
        if state.lead is not None:
            self.lead.show_state(state.lead)
        if state.take is not None:
            self.take.show_state(state.take)
        if state.gather is not None:
            self.gather.show_state(state.gather)
        stage = (state.part, state.take.step.stage if state.take is not None else "")
        if stage != self._stage:
            self._stage = stage
            self.area.verticalScrollBar().setValue(0)
        for part, view in (("lead", self.lead), ("take", self.take), ("gather", self.gather)):
            view.setVisible(part == state.part)
        if came and self.isVisible():
            self.take_focus()

    @property
    def complete(self) -> bool:
        """Return whether everything stands; a report is built a part at a time."""
        return self.gather.complete

    def take_focus(self) -> None:
        """Put the keyboard on what comes first."""
        if self._part == "take":
            self.take.take_focus()
        elif self._part == "gather":
            self.gather.take_focus()
        else:
            super().take_focus()

    def save(self) -> None:
        """Ask where to save the report, where there is one."""
        if self._part == "gather":
            self.gather.save()

    def _show_doors(self, doors: tuple[DoorState, ...]) -> None:
        if doors == self._shown:
            return
        self._shown = doors
        clear(self._doors)
        if doors:
            self._doors.addWidget(Columns(self._look, [(self._door(door), 1) for door in doors]))

    def _door(self, door: DoorState) -> QWidget:
        key = Button(f"workshop-door-{door.id}", "primary", self._mapper.map)
        key.say(door.button)
        self._mapper.setMapping(key, door.id)
        words = text(door.text, "", f"workshop-door-{door.id}-text")
        return Card(text(door.title, "lead"), words, None, row(key, None), name=f"workshop-{door.id}", space=Space.M)

    def _on_back(self) -> None:
        self.door_chosen.emit("")
