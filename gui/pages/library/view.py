"""The library on the screen: the list, and in its place what is being read."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from gui.pages.library.rows import RowList
from gui.pages.library.sheet import Sheet
from gui.pages.library.state import LibraryState, ListState, ReadingState, TermState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Flow, column
from gui.widgets.page import PageView
from gui.widgets.text import Text


class LibraryView(PageView):
    """The page.

    Signals:
        typed (str): What is searched for.
        shelf_chosen (str): Another shelf.
        opened (str, bool): Address of something to read, and whether it was chosen in the list.
        back_requested (): Back to the list.
        term_chosen (str): Address of a word to explain.
        begin_requested (): Open the case in the checklist.
        path_chosen (str), print_requested (): Where to save; that it is to be printed.
    """

    typed = Signal(str)
    shelf_chosen = Signal(str)
    opened = Signal(str, bool)
    back_requested = Signal()
    term_chosen = Signal(str)
    begin_requested = Signal()
    path_chosen = Signal(str)
    print_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__()
        self._reading: ReadingState | None = None
        self._started = False
        self.list, self.sheet = ListPart(look, self), Sheet(look, self)
        self._stack = QStackedWidget()
        for part in (self.list, self.sheet):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack))
        for key, receiver in (
            *(("PgUp", self._on_page_up), ("PgDown", self._on_page_down)),
            *(("Alt+Left", self._on_back), ("Escape", self._on_escape)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(receiver)

    def show_state(self, state: LibraryState) -> None:
        """Show a picture; the keyboard goes to what has come, and back to the row it came from."""
        self.list.show_state(state.listing)
        changed = state.reading != self._reading or not self._started
        self._reading, self._started = state.reading, True
        if not changed:
            return
        if state.reading is not None:
            self.sheet.show_state(state.reading)
        self._stack.setCurrentWidget(self.list if state.reading is None else self.sheet)
        if self.isVisible():
            self.take_focus()

    def show_term(self, term: TermState | None) -> None:
        """Show the explanation of a word."""
        self.sheet.show_term(term)

    def take_focus(self) -> None:
        """Put the keyboard on the way back from a text, or on the list where the reader was, or on the search."""
        if self._reading is not None:
            self.sheet.take_focus()
        else:
            self.list.take_focus()

    def save(self) -> None:
        """Ask where to save what is being read."""
        self.sheet.save()

    def print_out(self) -> None:
        """Ask to print what is being read."""
        if self._reading is not None:
            self.print_requested.emit()

    def _on_back(self) -> None:
        if self._reading is not None:
            self.back_requested.emit()

    def _on_escape(self) -> None:
        if self._reading is None:
            self.list.clear()
        elif not self.sheet.close_term():
            self.back_requested.emit()

    def _on_page_up(self) -> None:
        self._page(-1)

    def _on_page_down(self) -> None:
        self._page(1)

    def _page(self, way: int) -> None:
        bar = (self.list.rows if self._reading is None else self.sheet).verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep())


class SearchField(QLineEdit):
    """Where one types what is searched for.

    Signals:
        down_pressed (): On to what was found.
    """

    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)


class ListPart(QWidget):
    """The search, the shelves, the rows."""

    def __init__(self, look: Look, page: LibraryView) -> None:
        """Build it empty."""
        super().__init__()
        self._page = page
        self._title, self._note = Text("title", "library-title"), Text("muted", "library-note")
        self._search = SearchField()
        self._shelves: dict[str, Button] = {}
        self._mapper = QSignalMapper(self)
        self._mapper.mappedString.connect(page.shelf_chosen)
        self._flow = Flow(())
        self.rows = RowList(look, "library-rows")
        self._lay_out(look)
        self._join()

    def _lay_out(self, look: Look) -> None:
        self._search.setObjectName("library-search")
        self._search.setMaximumWidth(look.px(Size.READABLE))
        keys = QWidget()
        keys.setLayout(self._flow)
        layout = column(self._title, self._search, keys, self._note, self.rows, space=Space.M)
        layout.setContentsMargins(Space.XXL, Space.XL, Space.XXL, Space.XL)
        layout.setStretch(4, 1)
        self.setLayout(layout)

    def show_state(self, state: ListState) -> None:
        """Show the list."""
        self._title.say(state.title)
        self._note.say(state.note)
        self._search.setPlaceholderText(state.search)
        self._search.setAccessibleName(state.search)
        if self._search.text() != state.typed:
            self._search.setText(state.typed)
        for shelf, name in state.shelves:
            if shelf not in self._shelves:
                self._add(shelf)
            self._shelves[shelf].say(name)
            self._shelves[shelf].setChecked(shelf == state.shelf)
        self.rows.show_rows(state.rows, state.here, state.heard)

    def take_focus(self) -> None:
        """Take the keyboard: on the row where the reader was, else in the search."""
        if self.rows.currentIndex().isValid():
            self.rows.enter()
        else:
            self._search.setFocus()

    def clear(self) -> None:
        """Search for nothing any more."""
        if self._search.text():
            self._search.clear()
            self._page.typed.emit("")
        self._search.setFocus()

    def _add(self, shelf: str) -> None:
        made = Button(f"library-shelf-{shelf}", "small", self._mapper.map)
        made.setCheckable(True)
        self._mapper.setMapping(made, shelf)
        self._shelves[shelf] = made
        self._flow.addWidget(made)

    def _join(self) -> None:
        self._search.textEdited.connect(self._page.typed)
        self._search.down_pressed.connect(self.rows.enter)
        self.rows.left_above.connect(self._search.setFocus)
        self.rows.opened.connect(self._on_opened)

    def _on_opened(self, address: str) -> None:
        self._page.opened.emit(address, True)
