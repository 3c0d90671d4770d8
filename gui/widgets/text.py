"""Texts on the screen: they wrap, they never interpret what they are given, and a screen reader hears the same."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.theme.tokens import LINE_HEIGHT, Space

RUNNING = {"", "small", "muted", "strong"}
"""Roles of running text, which gets more room between its lines."""


class Text(QLabel):
    """A text in one of the roles of the style sheet."""

    def __init__(self, role: str = "", name: str = "", wrap: bool = True, parent: QWidget | None = None) -> None:
        """Make an empty one; ``role`` is the style sheet's, ``name`` the object name."""
        super().__init__(parent)
        self._airy = role in RUNNING and wrap
        self.plain = ""
        self.setProperty("role", role)
        if name:
            self.setObjectName(name)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if self._airy else Qt.TextFormat.PlainText)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Return one line: how high a wrapped text is depends on its width, and layouts ask for that apart."""
        return QSize(1, self.fontMetrics().height()) if self.wordWrap() else super().minimumSizeHint()

    def say(self, text: str) -> None:
        """Show a plain text; an empty one takes no room."""
        if text != self.plain:
            self.plain = text
            self.setText(f'<div style="line-height:{LINE_HEIGHT}%">{_html(text)}</div>' if self._airy else text)
            self.setAccessibleName(text)
        show_when(self, bool(text))

    def take_role(self, role: str) -> None:
        """Change the role; both must be of running text, or neither."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()


class Chip(Text):
    """A short remark in a frame: in one line where there is room, broken where there is not."""

    def __init__(self, words: str, role: str = "chip", name: str = "") -> None:
        """Say it."""
        super().__init__(role, name)
        self.say(words)

    def sizeHint(self) -> QSize:
        """Return what one line needs."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        margins = metrics.horizontalAdvance("x")  # QLabel indents within a frame by that; without one it is a gap
        if self.property("role") == "chip":
            margins += 2 * (Space.S + Space.XS)
        return QSize(metrics.horizontalAdvance(self.plain) + margins, super().minimumSizeHint().height())


def show_when(widget: QWidget, wanted: bool) -> None:
    """Show or hide a widget; one without a parent yet must not become a window of its own."""
    if widget.parentWidget() or not wanted:
        widget.setVisible(wanted)
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, on=False)
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_Hidden, on=False)


def text(words: str, role: str = "", name: str = "", wrap: bool = True) -> Text:
    """Return a text that says something already."""
    made = Text(role, name, wrap)
    made.say(words)
    return made


def _html(words: str) -> str:
    return escape(words).replace("\n", "<br>")
