"""The left side of the author's desk: the folder, and the entries in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.pages.author.state import Choices, ListState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button
from gui.widgets.choice import Choice
from gui.widgets.layouts import Flow, column
from gui.widgets.text import Text, breakable

if TYPE_CHECKING:
    # Only for the type: the page is made of this part.
    from gui.pages.author.view import AuthorView

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole


class Entries(QAbstractListModel):
    """Entries as a model: the name, and below it the id."""

    def __init__(self, entries: Choices = ()) -> None:
        """Take (id, name)."""
        super().__init__()
        self.entries = entries

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown, what a screen reader says, or the id."""
        name, title = self.entries[index.row()]
        if role == ID:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{title}\n{name}"
        return title if role == Qt.ItemDataRole.DisplayRole else None


class Wrapping(QStyledItemDelegate):
    """Draws an entry in as many lines as it needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height at the width that is left inside; Qt reckons with the room of the frame as well."""
        option.rect.setWidth(option.rect.width() - 2 * Space.S)
        return super().sizeHint(option, index)


class EntryList(QListView):
    """The entries. Going to one, by keys or a click, shows it."""

    def __init__(self, look: Look) -> None:
        """Build an empty list."""
        super().__init__()
        self.setObjectName("author-entries")
        self._page: AuthorView | None = None
        self._model, self._painter = Entries(), Wrapping(self)
        self.setItemDelegate(self._painter)
        self.setModel(self._model)
        self._set_up(look)

    def _set_up(self, look: Look) -> None:
        self.setProperty("role", "entries")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(look.px(Size.LINES))
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        # Always there: its coming would make the texts narrower after they have been broken.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def tell(self, page: AuthorView) -> None:
        """Tell a page which entry is chosen."""
        self._page = page

    def show_entries(self, state: ListState) -> None:
        """Show entries; the same ones stay where they are."""
        self.setAccessibleName(state.entry_heard)
        self.blockSignals(True)
        if state.entries != self._model.entries:
            self._model = Entries(state.entries)
            self.setModel(self._model)
        names = [name for name, _ in state.entries]
        place = names.index(state.chosen) if state.chosen in names else -1
        if place != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(place))
        self.blockSignals(False)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Show the entry that has the keyboard."""
        super().currentChanged(current, previous)
        if self._page is not None and current.isValid() and not self.signalsBlocked():
            self._page.entry_chosen.emit(current.data(ID))


class ListPart(QWidget):
    """The folder, the kinds, the search, the entries."""

    def __init__(self, look: Look, page: AuthorView) -> None:
        """Build it empty."""
        super().__init__()
        self._look, self._page = look, page
        self._folder = Text("small", "author-folder")
        self._choose = Button("author-choose", "small", page.on_choose)
        self._make = Button("author-make", "small", page.on_make)
        self._label, self._kind = Text("strong"), Choice(look, "author-kind")
        self._search, self.entries = QLineEdit(), EntryList(look)
        self._search.setObjectName("author-search")
        self._label.setBuddy(self._kind)
        self._lay_out()
        self.entries.tell(page)
        self._kind.activated.connect(self._on_kind)
        self._search.textEdited.connect(page.typed)

    def show_state(self, state: ListState) -> None:
        """Show a picture."""
        self._folder.say(breakable(state.folder))
        self._choose.say(state.choose)
        self._make.say(state.make)
        self._label.say(state.kind_label)
        self._kind.show_choices(state.kinds, state.kind, state.kind_label)
        self._search.setPlaceholderText(state.search)
        self._search.setAccessibleName(state.search)
        if self._search.text() != state.typed:
            self._search.setText(state.typed)
        self.entries.show_entries(state)

    def _lay_out(self) -> None:
        keys = QWidget()
        keys.setLayout(Flow((self._choose, self._make)))
        made = column(self._folder, keys, self._label, self._kind, self._search, self.entries)
        made.setStretch(5, 1)
        self.setLayout(made)

    def unfold(self, alone: bool) -> None:
        """Let the list be as high as the window, or of a height of its own where it stands above other things."""
        self.entries.setMaximumHeight(self._look.px(2 * Size.LINES) if alone else self.maximumHeight())

    def _on_kind(self) -> None:
        self._page.kind_chosen.emit(self._kind.currentData())
