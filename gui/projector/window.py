"""The window on the wall: very large type on a light ground, led by the keys that a presenter's remote sends."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.projector.state import FULL_KEY, LEAVE_KEY, KeysState, SlideState
from gui.projector.wall import slide_of
from gui.theme.look import Look
from gui.theme.tokens import WALL_SCALE, WALL_SCALES, Size, Space, latin_in
from gui.wardrobe import dress
from gui.widgets.buttons import Button
from gui.widgets.layouts import Scroll, clear, column, fill, line, row
from gui.widgets.text import Text

FORTH, BACK = ("Right", "Down", "PgDown", "Return", "Enter"), ("Left", "Up", "PgUp", "Backspace")
Worn = tuple[int, bool, SlideState | None]
"""Type size and fonts that are on, and the slide that they were put on for."""
ENOUGH = 0.7
"""A slide that fills so much of the height keeps the type size of the one before."""


class ProjectorWindow(QWidget):
    """Shows slides. It wears a look of its own: light, and as large as the slide has room for.

    Signals:
        next_requested (), back_requested (): A slide on, a slide back.
        start_requested (), end_requested (): To the first slide of the case, to its last.
        closed (): The window is gone.
    """

    next_requested = Signal()
    back_requested = Signal()
    start_requested = Signal()
    end_requested = Signal()
    closed = Signal()
    led_by: object

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Build it without words; ``look`` is the program's."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("projector")
        for attribute in (Qt.WidgetAttribute.WA_StyledBackground, Qt.WidgetAttribute.WA_DeleteOnClose):
            self.setAttribute(attribute)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look, self._bigger = look.beside("light", WALL_SCALES[0]), 0
        self._state: SlideState | None = None
        self._worn: Worn = (0, False, None)
        self._title, self._progress = Text("wall-overline", "projector-title"), Text("small", "projector-n", wrap=False)
        self._layout, self._scroll = QVBoxLayout(self), Scroll("projector-scroll")
        self._keys, self.led_by = Keys(self), None
        self._lay_out()
        _join(self)
        self.resize(Size.WINDOW_WIDTH, Size.WINDOW_HEIGHT)

    def show_state(self, state: SlideState) -> None:
        """Show a slide as large as it fits."""
        before, self._state = self._state, state
        if before is not None and state == before:
            return
        if before is not None and _but_for_range(before) == _but_for_range(state):
            _say_range(self, state)
            return
        self._look.latin_first = latin_in(state.language)
        self.setWindowTitle(state.window_title)
        self._title.say(state.title)
        self._progress.say(state.progress)
        self._keys.say(state.keys, state.first, state.last)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at the space bar, unless a button has taken it."""
        if event.key() == Qt.Key.Key_Space:
            self.next_requested.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard: the space bar goes on. Only now is it known how much room there is."""
        super().showEvent(event)
        self.setFocus()
        self._fit(anew=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the type size by the room at hand."""
        super().resizeEvent(event)
        self._fit(anew=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is over."""
        self.closed.emit()
        super().closeEvent(event)

    def change_scale(self, steps: int) -> None:
        """Let the type be larger or smaller than chosen by itself."""
        self._bigger += steps
        self._fit(anew=True)

    def turn_full(self) -> None:
        """Fill the screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Give the screen back; where it was not filled, close."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.close()

    def _fit(self, anew: bool = False) -> None:
        """Show the slide in type so large that it fills the window and needs no scrolling; in the smallest it may."""
        state = self._state
        if state is None:
            return
        scales = scales_for(self.size(), self._bigger)
        if not anew and self._look.scale in scales and ENOUGH < self._filled(state, self._look.scale) <= 1:
            return  # type that changes with every slide is no easier to read
        low, high = 0, len(scales) - 1
        while low < high:
            middle = (low + high) // 2
            if self._filled(state, scales[middle]) <= 1:
                high = middle
            else:
                low = middle + 1
        if self._worn != (scales[low], self._look.latin_first, state):
            self._filled(state, scales[low])

    def _filled(self, state: SlideState, scale: int) -> float:
        """Show the slide in a type size, and return how much of the height it takes; above 1 not all is seen."""
        clear(self._scroll.body)  # what goes need not be dressed anew
        if self._worn[:2] != (scale, self._look.latin_first):
            self._look.scale = scale
            dress(self, self._look)
        self._worn = (scale, self._look.latin_first, state)
        slide = slide_of(state, self._look)
        self._scroll.body.addWidget(slide)
        slide.show()  # what is hidden takes no room, and Qt would show it later
        self._layout.activate()
        inside, view = self._scroll.inside, self._scroll.viewport()
        return inside.heightForWidth(view.width()) / max(1, view.height())

    def _lay_out(self) -> None:
        head = row(self._title, self._progress, space=Space.L)
        head.setStretch(0, 1)
        head.setContentsMargins(Space.XXL, Space.L, Space.XXL, 0)
        keys = column(line(), self._keys, space=Space.S)
        keys.setContentsMargins(Space.XXL, 0, Space.XXL, Space.M)
        fill(self._layout, (head, self._scroll, keys))
        self._layout.setSpacing(Space.S)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setStretch(1, 1)


class Keys(QWidget):
    """The same by mouse."""

    def __init__(self, window: ProjectorWindow) -> None:
        """Build them without words."""
        super().__init__()
        self._window = window
        self._back = Button("projector-back", "", window.back_requested)
        self._next = Button("projector-next", "primary", window.next_requested)
        self._smaller = Button("projector-smaller", "", self._on_smaller)
        self._larger = Button("projector-larger", "", self._on_larger)
        self._full = Button("projector-full", "", window.turn_full)
        self._leave = Button("projector-leave", "", window.leave)
        every = (self._back, self._next, None, self._smaller, self._larger, self._full, self._leave)
        for key in filter(None, every):
            # A click must not take the space bar away from the slides.
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setLayout(row(*every))

    def say(self, words: KeysState, first: bool, last: bool) -> None:
        """Show the words."""
        self._back.say(words.back)
        self._next.say(words.next)
        self._smaller.say(words.smaller, words.smaller_heard)
        self._larger.say(words.larger, words.larger_heard)
        self._full.say(words.full)
        self._leave.say(words.leave)
        for key, possible in ((self._back, not first), (self._next, not last)):
            if key.hasFocus() and not possible:
                self._window.setFocus()
            key.setEnabled(possible)

    def _on_smaller(self) -> None:
        self._window.change_scale(-1)

    def _on_larger(self) -> None:
        self._window.change_scale(1)


def _join(window: ProjectorWindow) -> None:
    wishes = (
        *((key, window.next_requested) for key in FORTH),
        *((key, window.back_requested) for key in BACK),
        *(("Home", window.start_requested), ("End", window.end_requested)),
    )
    for key, signal in wishes:
        QShortcut(QKeySequence(key), window).activated.connect(signal)
    for key, receiver in ((FULL_KEY, window.turn_full), ("F5", window.turn_full), (LEAVE_KEY, window.leave)):
        QShortcut(QKeySequence(key), window).activated.connect(receiver)


def _say_range(window: ProjectorWindow, state: SlideState) -> None:
    """Say how wide the range is: it comes a moment after the rest, and nothing else must move then."""
    told = window.findChild(Text, "projector-range")
    if told is not None and state.road is not None:
        told.say(state.road.range)


def _but_for_range(state: SlideState) -> SlideState:
    return replace(state, road=state.road and replace(state.road, range=""))


def scales_for(room: QSize, bigger: int) -> tuple[int, ...]:
    """Return the type sizes to try in a window, in per cent, the largest first; ``bigger`` by so many steps."""
    per_cent = min(room.width() / Size.WINDOW_WIDTH, room.height() / Size.WINDOW_HEIGHT)
    usual = sum(scale <= WALL_SCALE * per_cent for scale in WALL_SCALES)
    count = min(max(usual + bigger, 1), len(WALL_SCALES))
    return tuple(reversed(WALL_SCALES[:count])) if bigger <= 0 else (WALL_SCALES[count - 1],)
