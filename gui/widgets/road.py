"""The road of gates, the program's face: below each other beside the checklist, in a line on the result."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.signs import GateRow
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.text import Text

_ICONS = {
    "good": ("check", "good"),
    "watch": ("dot", "caution"),
    "weak": ("warning", "caution"),
    "open": ("ring", "edge"),
    "end": ("result", "accent"),
}


class Mark(QLabel):
    """A sign as high as the first line of a text, in whatever type that is."""

    def __init__(self, beside: Text) -> None:
        """Stand beside a text."""
        super().__init__()
        self._beside = beside

    def sizeHint(self) -> QSize:
        """Return the size of the sign, or the height of the line where that is more."""
        return super().sizeHint().expandedTo(QSize(0, self._beside.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: less would cut it."""
        return self.sizeHint()


class Road(QWidget):
    """The gates below each other; updated in place, so that nothing flickers while answers come."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty road."""
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.S)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[Mark, Text, Text, Text]] = []

    def show_gates(self, gates: Sequence[GateRow]) -> None:
        """Show the gates in order."""
        while len(self._rows) < len(gates):
            self._add_row(gates[len(self._rows)].id)
        for parts, gate in zip(self._rows, gates, strict=True):
            self._fill(parts, gate)

    def _add_row(self, gate: str) -> None:
        line = 2 * len(self._rows)
        name, value, note = Text(), Text("strong", wrap=False), Text("small")
        mark = Mark(name)
        name.setObjectName(f"{self.objectName()}-{gate}")
        self._grid.addWidget(mark, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(name, line, 1)
        self._grid.addWidget(value, line, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(note, line + 1, 1, 1, 2)
        self._rows.append((mark, name, value, note))

    def _fill(self, parts: tuple[Mark, Text, Text, Text], gate: GateRow) -> None:
        mark, name, value, note = parts
        icon, colour = _ICONS[gate.level]
        mark.setPixmap(self._look.pixmap(icon, colour, self._look.px(Size.ICON), self.devicePixelRatioF()))
        name.take_role("strong" if gate.level in ("watch", "weak") else "")
        name.say(gate.name)
        name.setAccessibleName(gate.heard or f"{gate.name} {gate.value} {gate.note}".strip())
        value.say(gate.value)
        note.say(gate.note)


class RoadLine(QWidget):
    """The gates beside each other as circles with their numbers, their names below; where that is too tight, a list."""

    def __init__(self, look: Look, name: str, gates: Sequence[GateRow]) -> None:
        """Show the gates in order; the last one is the end of the road."""
        super().__init__()
        self.setObjectName(name)
        self._look = look
        self._line, self._list = Joined(look), Road(look, f"{name}-list")
        self._list.show_gates(gates)
        self._list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        self._fill_line(gates)

    def minimumSizeHint(self) -> QSize:
        """Return what the list needs: the line is shown only where it has room."""
        return QSize(self._list.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose by the width at hand."""
        super().resizeEvent(event)
        tight = self._look.units(self.width()) < Size.ROAD_LINE
        self._line.setVisible(not tight)
        self._list.setVisible(tight)

    def _fill_line(self, gates: Sequence[GateRow]) -> None:
        grid = QGridLayout(self._line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.XS)
        grid.setVerticalSpacing(Space.XS)
        for place, gate in enumerate(gates):
            circle = _circle(self._look, f"{self.objectName()}-{gate.id}", gate)
            self._line.circles.append(circle)
            grid.addWidget(circle, 0, place, Qt.AlignmentFlag.AlignHCenter)
            below = Text("gate-weak" if gate.level in ("watch", "weak") else "gate")
            below.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            below.say(gate.name)
            grid.addWidget(below, 1, place)
            grid.setColumnStretch(place, 1)


class Joined(QWidget):
    """Holds circles, and joins each to the next with a thin line."""

    def __init__(self, look: Look) -> None:
        """Make an empty one."""
        super().__init__()
        self._look = look
        self.circles: list[QLabel] = []

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines between the circles."""
        painter = QPainter(self)
        painter.setPen(QPen(self._look.colour("line"), Space.LINE))
        for one, other in zip(self.circles, self.circles[1:], strict=False):
            y = one.geometry().center().y() + 1
            left, right = one.geometry().right() + Space.S, other.geometry().left() - Space.S
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.end()


def _circle(look: Look, name: str, gate: GateRow) -> QLabel:
    circle = QLabel(gate.value)
    circle.setObjectName(name)
    circle.setProperty("role", f"circle-{gate.level}")
    side = look.px(Size.CIRCLE)
    circle.setFixedSize(side, side)
    circle.setAlignment(Qt.AlignmentFlag.AlignCenter)
    circle.setAccessibleName(gate.heard or f"{gate.name} {gate.value}")
    return circle
