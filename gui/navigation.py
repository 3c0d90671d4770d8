"""The rail on the left: where one can go, and at its foot language, text size and theme."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.shell import GROUPS, HEADED, ICONS, PARENT, RailState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Flow, Scroll, line
from gui.widgets.text import Text


class Rail(QWidget):
    """The rail; narrow, it shows icons alone.

    Signals:
        page_requested (str): Go to a page.
        language_requested (), theme_requested (): The other language, the other theme.
        scale_requested (int): A step larger (1) or smaller (-1).
    """

    page_requested = Signal(str)
    language_requested = Signal()
    theme_requested = Signal()
    scale_requested = Signal(int)
    _seen: object = None

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._narrow = look, False
        self._state: RailState | None = None
        self._product, self._other, self._privacy = Text("lead", "rail-product"), Text("small"), Text("small")
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(self.page_requested)
        self._pages = {page: self._page(page) for page in ICONS}
        self._groups = {group: Text("small", f"rail-group-{group}") for group in HEADED}
        self._smaller = Button("rail-smaller", "link", self._on_smaller)
        self._larger = Button("rail-larger", "link", self._on_larger)
        self._language, self._theme = Button("rail-language", "link"), Button("rail-theme", "link")
        self._lay_out()

    def show_state(self, state: RailState) -> None:
        """Show the words; called again after every change of language, look or page, and after every answer."""
        seen = (state, self._look.theme, self._look.scale, self._narrow)
        if seen == self._seen:
            return
        self._state, self._seen = state, seen
        self._product.say("" if self._narrow else state.product)
        self._other.say("" if self._narrow else state.other_name)
        self._privacy.say("" if self._narrow else state.privacy)
        for group, heading in self._groups.items():
            heading.say("" if self._narrow else state.groups[group])
        for page, name, possible in state.pages:
            shown, current = self._pages[page], page == PARENT.get(state.current, state.current)
            shown.say("" if self._narrow else name, name)
            shown.setToolTip(name if self._narrow else "")
            shown.show_icon(self._look, ICONS[page], "accent" if current else "muted")
            shown.setEnabled(possible)
            shown.setChecked(current)
        self._language.say("" if self._narrow else state.language, state.language_heard)
        if self._narrow:
            self._language.show_icon(self._look, "globe", "accent")
        else:
            self._language.setIcon(QIcon())
        self._smaller.say(state.smaller, state.smaller_heard)
        self._larger.say(state.larger, state.larger_heard)
        self._theme.say("", state.theme_heard)
        self._theme.show_icon(self._look, "theme", "accent")

    def fit(self, units: int) -> None:
        """Be wide or narrow, by the width of the window in units."""
        self._narrow = units < Size.WIDE
        width = Size.NAVIGATION_NARROW if self._narrow else Size.NAVIGATION
        self.setFixedWidth(self._look.px(width))
        if self._state:
            self.show_state(self._state)

    def _page(self, page: str) -> Button:
        made = Button(f"rail-{page}", "nav", self._mapper.map)
        made.setCheckable(True)
        self._mapper.setMapping(made, page)
        return made

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.M, Space.XL, Space.S, Space.M)
        layout.setSpacing(Space.XS)
        layout.addLayout(_indented(self._product))
        layout.addLayout(_indented(self._other))
        layout.addWidget(self._list(), 1)
        layout.addWidget(line())
        layout.addLayout(_indented(self._privacy))
        layout.addLayout(Flow((self._language, self._smaller, self._larger, self._theme)))
        self._language.clicked.connect(self.language_requested)
        self._theme.clicked.connect(self.theme_requested)

    def _list(self) -> Scroll:
        """Return the pages by group; a low window or large text scrolls them and leaves name and foot in place."""
        made = Scroll("rail-scroll", Space.NONE)
        made.inside.setObjectName("rail-body")
        # Its width never changes with what is inside, so no room is kept for a bar that is rarely there.
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        made.body.setContentsMargins(0, Space.M, 0, 0)  # a space follows every group, the last one too
        for group, pages in GROUPS.items():
            if group in self._groups:
                made.body.addLayout(_indented(self._groups[group]))
            for page in pages:
                made.body.addWidget(self._pages[page])
            made.body.addSpacing(Space.M)
        made.body.addStretch(1)
        return made

    def _on_smaller(self) -> None:
        self.scale_requested.emit(-1)

    def _on_larger(self) -> None:
        self.scale_requested.emit(1)


def _indented(label: Text) -> QHBoxLayout:
    """Return a label that begins where the icons of the pages do."""
    made = QHBoxLayout()
    made.setContentsMargins(Space.M, 0, 0, 0)
    made.addWidget(label)
    return made
