"""The schedule as a table: cells are asked for when they come into sight, so that hundreds of rows cost nothing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.pages.cost.state import TableState
from gui.theme.look import Look
from gui.theme.tokens import Size

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ScheduleModel(QAbstractTableModel):
    """The cells."""

    def __init__(self, state: TableState, parent: QTableView) -> None:
        """Take them."""
        super().__init__(parent)
        self._state = state

    def show_state(self, state: TableState) -> None:
        """Show others; the whole table is new when their number or names are."""
        same = len(state.rows) == len(self._state.rows) and state.columns == self._state.columns
        if same:
            self._state = state
            self.dataChanged.emit(self.index(0, 0), self.index(len(state.rows) - 1, len(state.columns) - 1))
        else:
            self.beginResetModel()
            self._state = state
            self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many payments there are."""
        return 0 if parent.isValid() else len(self._state.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._state.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell, or how it stands; a reader of screens hears the column's name before it."""
        cell = self._state.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._state.columns[index.column()]} {cell}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a column."""
        if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal:
            return self._state.columns[section]
        return None


class Schedule(QTableView):
    """The table."""

    def __init__(self, look: Look, name: str, state: TableState) -> None:
        """Build it."""
        super().__init__()
        self.setObjectName(name)
        self._model = ScheduleModel(state, self)
        self.setModel(self._model)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)  # by what is in sight, not by hundreds of rows
        header.setStretchLastSection(True)
        self.setMinimumHeight(look.px(Size.LOAN))
        self.show_state(state)

    def show_state(self, state: TableState) -> None:
        """Show a schedule, in place."""
        self._model.show_state(state)
        self.setAccessibleName(state.title)
