"""The table on the screen: cells to write in, as many as there are, and what is wrong with some of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.pages.trend.state import TableState
from gui.theme.look import Look
from gui.theme.tokens import Size

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
COLUMNS = 2
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
REMOVE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Rows(QAbstractTableModel):
    """The rows for Qt, which asks only for those in view.

    Signals:
        written (int, int, str): A row, a column, and what was written there.
    """

    written = Signal(int, int, str)

    def __init__(self, look: Look) -> None:
        """Make an empty table."""
        super().__init__()
        self._look = look
        self._rows: tuple[tuple[str, str], ...] = ()
        self._wrong: Mapping[int, tuple[int, str]] = {}
        self._heads = ("", "")

    def show_rows(self, state: TableState) -> None:
        """Show rows; where their number stays, whoever is on one of them stays there."""
        before, heads = self._rows, self._heads
        self._wrong, self._heads = state.wrong, (state.day, state.score)
        if len(state.rows) != len(before):
            self.beginResetModel()
            self._rows = state.rows
            self.endResetModel()
        elif state.rows is not before:
            self._rows = state.rows
            # Only for rows that are others: Qt would put the old text back into the cell that is being written in.
            for row in (row for row, (old, new) in enumerate(zip(before, state.rows, strict=True)) if old != new):
                self.dataChanged.emit(self.index(row, 0), self.index(row, COLUMNS - 1))
        if self._heads != heads:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, COLUMNS - 1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return two: day and score."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        """Return what a cell shows, and what is wrong with it."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        text = self._rows[index.row()][index.column()]
        column, wrong = self._wrong.get(index.row(), (-1, ""))
        here = column == index.column()
        if role in (Role.DisplayRole, Role.EditRole):
            return text
        if role == Role.AccessibleTextRole:
            return f"{text} {wrong}" if here else text
        if role == Role.ToolTipRole:
            return wrong or None
        return self._sign(role) if here else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        """Return the name of a column, the number of a row."""
        if role != Role.DisplayRole:
            return None
        return self._heads[section] if orientation == Qt.Orientation.Horizontal else f"{section + 1}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every cell can be written in."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        """Tell what was written."""
        if role != Role.EditRole:
            return False
        self.written.emit(index.row(), index.column(), str(value))
        return True

    def _sign(self, role: int) -> object:
        """Return how a cell with a mistake looks: a sign beside it and another colour."""
        if role == Role.DecorationRole:
            return self._look.pixmap("warning", "caution", self._look.px(Size.ICON))
        return QColor(self._look.colour("caution")) if role == Role.ForegroundRole else None


class Grid(QTableView):
    """Shows the rows. Return writes in a cell, Delete removes rows, the platform's keys paste, Tab goes on.

    Signals:
        paste_requested (), remove_requested ().
    """

    paste_requested = Signal()
    remove_requested = Signal()

    def __init__(self, look: Look, rows: Rows) -> None:
        """Build it around its rows."""
        super().__init__()
        self._look = look
        self.setObjectName("trend-table")
        self.setModel(rows)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.px(Size.TARGET))
        edit = QAbstractItemView.EditTrigger
        self.setEditTriggers(edit.DoubleClicked | edit.EditKeyPressed | edit.AnyKeyPressed)
        self.setFixedHeight(look.px(Size.PLOT))

    def chosen(self) -> list[int]:
        """Return the rows that are selected, else the one the keyboard is on."""
        rows = {index.row() for index in self.selectedIndexes()}
        return sorted(rows or ({self.currentIndex().row()} if self.currentIndex().isValid() else set()))

    def go(self, row: int, write: bool = False) -> None:
        """Put the keyboard on a row's day, ready to write."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.setFocus()
        if write:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write, remove or paste."""
        if self.state() == QAbstractItemView.State.EditingState:  # the key that ends the writing comes here as well
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_requested.emit()
        elif event.key() in REMOVE:
            self.remove_requested.emit()
        elif event.key() in ENTER and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)
