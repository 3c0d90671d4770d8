"""The list of the library, one painted row for everything there is to read: a widget for each would cost a second."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.library.search import Place
from gui.pages.library.state import RowState, Thing
from gui.theme.look import Look
from gui.theme.tokens import TYPE, Radius, Space
from gui.widgets.text import broken, line_of

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
Laid = tuple[QTextLayout, int, str]
"""A text, how far down it begins, and its colour."""
OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Rows(QAbstractListModel):
    """Rows as a model."""

    def __init__(self, rows: Sequence[RowState] = ()) -> None:
        """Take the rows."""
        super().__init__()
        self.rows = tuple(rows)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, what a screen reader says, or the row itself."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "\n".join(part for part in (row.title, row.note, row.text) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a heading cannot be chosen."""
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if self.rows[index.row()].thing is not None else Qt.ItemFlag.NoItemFlags

    def place_of(self, thing: Thing) -> int:
        """Return where something stands, -1 where it does not."""
        return next((place for place, row in enumerate(self.rows) if row.thing == thing), -1)


class RowPainter(QStyledItemDelegate):
    """Draws a row: title, remark beside it, text below it, with what was found marked."""

    def __init__(self, look: Look, view: QListView) -> None:
        """Draw for a list."""
        super().__init__(view)
        self._look, self._view = look, view
        self._known: dict[tuple[RowState, int], tuple[list[Laid], int]] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that the width of the list asks for."""
        width = self._view.viewport().width()
        return QSize(width, self._laid(index.data(ROW), width)[1])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        row: RowState = index.data(ROW)
        area, look = QRect(option.rect), self._look
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if row.thing is not None:
            painter.setPen(QPen(look.colour("line"), 1))
            painter.drawLine(area.left() + Space.L, area.bottom(), area.right() - Space.L, area.bottom())
            if focused or option.state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(QPen(look.colour("accent"), Space.LINE) if focused else Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("accent_soft" if focused else "background"))
                painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), Radius.BUTTON, Radius.BUTTON)
        for laid, top, colour in self._laid(row, area.width())[0]:
            painter.setPen(look.colour(colour))
            laid.draw(painter, QPointF(area.left() + Space.L, area.top() + top))
        painter.restore()

    def forget(self) -> None:
        """Measure anew."""
        self._known.clear()

    def _laid(self, row: RowState, width: int) -> tuple[list[Laid], int]:
        if (row, width) not in self._known:
            self._known[row, width] = self._lay(row, width)
        return self._known[row, width]

    def _lay(self, row: RowState, width: int) -> tuple[list[Laid], int]:
        heading = row.thing is None
        texts = [(row.title, "lead" if heading else "body", True, "text", row.title_marks)]
        if row.note:
            texts.append((row.note, "small", False, "accent", ()))
        if row.text:
            texts.append((row.text, "body", False, "muted", row.text_marks))
        top, found = int(Space.XL if heading else Space.M), list[Laid]()
        for words, size, bold, colour, marks in texts:
            laid = QTextLayout(words, self._font(size, bold))
            laid.setFormats([self._mark(mark) for mark in marks])
            line = line_of(QFontMetrics(laid.font()).height(), laid.font().pixelSize())
            height = broken(laid, width - 2 * Space.L, line)
            found.append((laid, top, colour))
            top += height
        return found, top + (Space.S if heading else Space.M)

    def _mark(self, place: Place) -> QTextLayout.FormatRange:
        """Return how a find stands out: by its ground, and by weight and line for whoever sees no colours."""
        form, found = QTextCharFormat(), QTextLayout.FormatRange()
        form.setBackground(self._look.colour("caution_soft"))
        form.setForeground(self._look.colour("text"))
        form.setFontWeight(QFont.Weight.Bold)
        form.setFontUnderline(True)
        found.start, found.length, found.format = place[0], place[1] - place[0], form
        return found

    def _font(self, size: str, bold: bool) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(self._look.px(TYPE[size]))
        font.setBold(bold)
        return font


class RowList(QListView):
    """The list. Enter or a click opens a row.

    Signals:
        opened (str): Address of what is to be read.
        left_above (): The keyboard wants to go up from the first row.
    """

    opened = Signal(str)
    left_above = Signal()

    def __init__(self, look: Look, name: str) -> None:
        """Build an empty list."""
        super().__init__()
        self.setObjectName(name)
        self._model, self._painter = Rows(), RowPainter(look, self)
        self.setItemDelegate(self._painter)
        self.setModel(self._model)
        self.clicked.connect(self._on_clicked)
        self._set_up(look)

    def _set_up(self, look: Look) -> None:
        self.setProperty("role", "reading")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().setSingleStep(look.px(TYPE["title"]) * 2)

    def show_rows(self, rows: tuple[RowState, ...], here: Thing | None, heard: str) -> None:
        """Show rows; the same ones stay where they are."""
        self.setAccessibleName(heard)
        if rows != self._model.rows:
            self._painter.forget()
            self._model = Rows(rows)
            self.setModel(self._model)
            self.scrollToTop()
        place = self._model.place_of(here) if here is not None else -1
        if place >= 0 and place != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(place))
            self.scrollTo(self._model.index(place), QAbstractItemView.ScrollHint.PositionAtCenter)

    def enter(self) -> None:
        """Take the keyboard: on the row where the reader was, else on the first."""
        if not self.currentIndex().isValid():
            first = next((place for place, row in enumerate(self._model.rows) if row.thing is not None), -1)
            self.setCurrentIndex(self._model.index(first))
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row that has the keyboard; go up from the first one."""
        before = self.currentIndex().row()
        if event.key() in OPENING and before >= 0:
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() == before:
            self.scrollToTop()
            self.left_above.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_clicked(self, index: Index) -> None:
        row: RowState = index.data(ROW)
        if row.thing is not None:
            self.opened.emit(row.thing.address)
