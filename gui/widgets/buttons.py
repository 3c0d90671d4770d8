"""Buttons: a role of the style sheet, a stable name, and a name to be heard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QTextLayout
from PySide6.QtWidgets import QPushButton, QSizePolicy

from gui.theme.look import Look
from gui.theme.tokens import Radius, Size, Space

RING = Space.LINE + Space.LINE // 2
"""From the edge to the middle of the inner ring: the outer one, and half of the inner."""
OnClick = Callable[..., Any] | SignalInstance
"""A bound method or a signal, never a lambda that holds a widget: that would keep it alive."""


class Button(QPushButton):
    """A button with a role: primary, danger, link, link-small, nav, section, small, or none for an ordinary one."""

    def __init__(self, name: str, role: str = "", on_click: OnClick | None = None) -> None:
        """Make a button without words."""
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if role not in ("link", "link-small", "nav", "section"):
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if on_click is not None:
            self.clicked.connect(on_click)

    def say(self, words: str, heard: str = "") -> None:
        """Show a text; ``heard`` is what a screen reader says where the text alone would not do."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(heard or words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button; on the way on, a second ring inside the first: one tone alone is lost on fill or page."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("role") == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.ButtonText), Space.LINE))
            inner = self.rect().adjusted(RING, RING, -RING, -RING)
            painter.drawRoundedRect(inner, Radius.BUTTON - RING, Radius.BUTTON - RING)
            painter.end()

    def take_role(self, role: str) -> None:
        """Change the role."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_icon(self, look: Look, icon: str, colour: str) -> None:
        """Put an icon before the text."""
        self.setIcon(look.icon(icon, colour, look.px(Size.ICON), self.devicePixelRatioF()))
        self.setIconSize(look.icon_size(Size.ICON))


class WrappingButton(Button):
    """A button whose text is broken into lines where it does not fit into one; Qt's own never breaks."""

    _words = ""
    _fitted = (0, "")

    def say(self, words: str, heard: str = "") -> None:
        """Show a text, in one line until :meth:`fit` is told how much room there is."""
        if words != self._words:
            self._words = words
            super().say(words, heard)
        self.setAccessibleName(heard or words)

    def fit(self, width: int) -> None:
        """Break the text for a width in pixels."""
        if self._fitted == (width, self._words) or width <= 0:
            return
        self._fitted = (width, self._words)
        room = width - (self.sizeHint().width() - self.fontMetrics().size(0, self.text()).width())
        layout = QTextLayout(self._words.replace("\n", "\u2028"), self.font())
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(room, self.fontMetrics().averageCharWidth()))
            lines.append(self._words[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        broken = "\n".join(lines).replace("&", "&&")
        if broken != self.text():
            self.setText(broken)

    def sizeHint(self) -> QSize:
        """Return what the lines need, on the grid."""
        hint = super().sizeHint()
        return QSize(hint.width(), -(-hint.height() // Space.XS) * Space.XS)

    def minimumSizeHint(self) -> QSize:
        """Return what an icon and a few signs need."""
        return super().minimumSizeHint().boundedTo(QSize(Size.TARGET * 2, self.maximumHeight()))


def button(name: str, words: str, role: str = "", on_click: OnClick | None = None, heard: str = "") -> Button:
    """Return a button that says something already."""
    made = Button(name, role, on_click)
    made.say(words, heard)
    return made
