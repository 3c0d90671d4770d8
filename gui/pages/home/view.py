"""The home page on the screen: three doors, what was begun, the days ahead, something to learn."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from gui.pages.home.state import DoorState, HomeState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.charts import DayStrip
from gui.widgets.layouts import Card, Columns, Scroll, clear, column, line, row
from gui.widgets.page import ScrolledPage
from gui.widgets.text import Text, show_when, text

ROLES = {"before": ("card", "overline", "primary"), "after": ("card", "overline-caution", "primary")}
Direction = QBoxLayout.Direction
ALARM = ("card-danger", "overline-danger", "danger")


class HomeView(ScrolledPage):
    """The page.

    Signals:
        door_chosen (str): A way in.
        resume_requested (), result_requested (): Go on; see the result so far.
        due_requested (): Everything that is due.
        guest_requested (): Somebody else wants to use the program here.
    """

    door_chosen = Signal(str)
    resume_requested = Signal()
    result_requested = Signal()
    guest_requested = Signal()
    due_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("home")
        self._look = look
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.door_chosen)
        self._title, self._subtitle = Text("title", "home-title"), Text("muted")
        self._foot = Foot(look, self)
        self._doors: dict[str, Door] = {}
        self._asked = False
        self._progress, self._learn, self._due = Progress(look, self), Learn(), DueCard(self)

    def show_state(self, state: HomeState) -> None:
        """Show a picture; showing it twice changes nothing."""
        self._title.say(state.title)
        self.area.setAccessibleName(state.title)
        self._subtitle.say(state.subtitle)
        self._foot.show_state(state)
        if not self._doors:
            self._build(state)
        for door in state.doors:
            self._doors[door.id].show_state(door)
        self._due.show_state(state)
        self._progress.show_state(state)
        self._learn.show_state(state)
        if state.asks and not self._asked:
            self._progress.take_keyboard(self.area)
        self._asked = state.asks

    def _build(self, state: HomeState) -> None:
        self._doors = {door.id: Door(door.id, self._mapper) for door in state.doors}
        body = self.area.body
        body.addLayout(column(self._title, self._subtitle, space=Space.XS))
        body.addWidget(Columns(self._look, [(door, 1) for door in self._doors.values()]))
        body.addWidget(self._due)
        body.addWidget(Columns(self._look, [(self._progress, 4), (self._learn, 3)]))
        body.addWidget(self._foot)
        body.addStretch(1)


class Foot(Columns):
    """What becomes of the answers, and the way in for somebody else."""

    def __init__(self, look: Look, page: HomeView) -> None:
        """Build it without words."""
        self._privacy = Text("small")
        self._guest = WrappingButton("home-guest", "link-small", page.guest_requested)
        super().__init__(look, [(self._privacy, 1), (self._guest, 0)])

    def show_state(self, state: HomeState) -> None:
        """Show both."""
        self._privacy.say(state.privacy)
        self._guest.say(state.guest)
        show_when(self._guest, bool(state.guest))
        if self.isVisible():  # before, its type is not known, nor its width
            self._guest.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the button where they must be."""
        super().resizeEvent(event)
        self._guest.fit(self.width())


class Door(Card):
    """One way in."""

    def __init__(self, door: str, mapper: QSignalMapper) -> None:
        """Build it without words."""
        role, over, key = ROLES.get(door, ALARM)
        self._overline, self._title, self._text = Text(over), Text("heading"), Text("muted" if role == "card" else "")
        self._button = Button(f"home-door-{door}", key, mapper.map)
        mapper.setMapping(self._button, door)
        keys = row(self._button, None)
        keys.setContentsMargins(Space.NONE, Space.S, Space.NONE, Space.NONE)
        super().__init__(self._overline, self._title, self._text, None, keys, role=role)
        self.body.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)

    def show_state(self, door: DoorState) -> None:
        """Show its words."""
        self._overline.say(door.overline)
        self._title.say(door.title)
        self._text.say(door.text)
        self._button.say(door.button, f"{door.button} {door.title}")


class Progress(Card):
    """What was begun, and the days ahead."""

    def __init__(self, look: Look, page: HomeView) -> None:
        """Build it without words."""
        self._title, self._text, self._detail = Text("lead"), Text("", "home-resume-text"), Text("small")
        self._go_on = Button("home-resume", "primary", page.resume_requested)
        self._result = Button("home-result", "link", page.result_requested)
        self._times_title, self._times_text = Text("strong", "home-times"), Text("small")
        self._strip, self._note = DayStrip(look, "home-days"), Text("small")
        times = column(self._times_title, self._times_text, self._strip, self._note)
        told = column(self._text, self._detail, space=Space.XS)
        self._keys = row(self._result, self._go_on)
        self._begun = row(told, self._keys)
        super().__init__(self._title, self._begun, line(), times, None, space=Space.M)

    def show_state(self, state: HomeState) -> None:
        """Show both."""
        for label, words in (
            *((self._title, state.resume.title), (self._text, state.resume.text), (self._detail, state.resume.detail)),
            *((self._times_title, state.times.title), (self._times_text, state.times.text)),
            (self._note, state.times.note),
        ):
            label.say(words)
        for button, words in ((self._go_on, state.resume.button), (self._result, state.resume.again)):
            button.say(words)
            show_when(button, bool(words))
        # What is said of a lock is longer than what was begun: the buttons stand below it.
        self._begun.setDirection(Direction.TopToBottom if state.locked else Direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if state.locked else Qt.AlignmentFlag.AlignRight
        self._begun.setAlignment(self._keys, Qt.AlignmentFlag.AlignVCenter | side)
        self._strip.show_days(state.times.days, state.times.heard)

    def take_keyboard(self, area: Scroll) -> None:
        """Put the keyboard on the first button, and show it."""
        self._go_on.setFocus()
        area.ensureWidgetVisible(self, 0, Space.L)


class DueCard(Card):
    """The next days that matter; hidden while there are none."""

    def __init__(self, page: HomeView) -> None:
        """Build it hidden."""
        self._title, self._all = Text("lead"), Button("home-due-all", "link", page.due_requested)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XS)
        head = row(self._title, None, self._all)
        super().__init__(head, self._list, name="home-due", space=Space.S)
        self._shown: tuple[str, ...] = ()
        self.hide()

    def show_state(self, state: HomeState) -> None:
        """Show the days, or nothing."""
        self._title.say(state.due_title)
        self._all.say(state.due_all)
        if state.due != self._shown:
            self._shown = state.due
            clear(self._list)
            for place, told in enumerate(state.due, start=1):
                self._list.addWidget(text(told, "", f"home-due-{place}"))
        show_when(self, bool(state.due))


class Learn(Card):
    """Something to learn today."""

    def __init__(self) -> None:
        """Build it without words."""
        super().__init__(space=Space.M)
        self._title = Text("lead")
        self.body.addWidget(self._title)
        self._entries: list[tuple[Text, Text]] = []

    def show_state(self, state: HomeState) -> None:
        """Show the entries."""
        self._title.say(state.learn_title)
        if not self._entries:
            for _ in state.learn:
                entry = (Text("strong"), Text("muted"))
                self._entries.append(entry)
                self.body.addLayout(column(*entry, space=Space.XS))
            self.body.addStretch(1)
        for (title, told), (name, words) in zip(self._entries, state.learn, strict=True):
            title.say(name)
            told.say(words)
