"""The shell: rail, banner, the page of the moment, menus and their keys. It decides nothing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QVBoxLayout, QWidget

from gui.navigation import Rail
from gui.shell import ICONS, LEAVE_KEY, MENUS, ShellState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.wardrobe import Wardrobe
from gui.widgets.banner import Lines
from gui.widgets.page import PageView

Keys = QKeySequence.StandardKey
DIGITS = 9
KEYS: Mapping[str, tuple[Keys | None, str]] = {
    "file.new": (Keys.New, "Ctrl+N"),
    "file.save": (Keys.Save, "Ctrl+S"),
    "file.print": (Keys.Print, "Ctrl+P"),
    "file.leave": (None, LEAVE_KEY),
    "file.quit": (Keys.Quit, "Ctrl+Q"),
    "edit.undo": (Keys.Undo, "Ctrl+Z"),
    "edit.redo": (Keys.Redo, "Ctrl+Shift+Z"),
    "view.larger": (Keys.ZoomIn, "Ctrl++"),
    "view.smaller": (Keys.ZoomOut, "Ctrl+-"),
    "view.normal": (None, "Ctrl+0"),
    "view.theme": (None, "Ctrl+T"),
    "view.language": (None, "Ctrl+L"),
    **{f"go.{page}": (None, f"Ctrl+{number}") for number, page in enumerate(ICONS, start=1) if number <= DIGITS},
    "go.settings": (Keys.Preferences, "Ctrl+,"),
}
"""Entry of a menu -> the platform's own keys for it, and the one where the platform has none."""


def keys_of(entry: str) -> list[QKeySequence]:
    """Return every key of an entry, the one that its menu shows first; none for the tenth page and those after it."""
    standard, otherwise = KEYS.get(entry, (None, ""))
    own = QKeySequence.keyBindings(standard) if standard is not None else []
    return own or ([QKeySequence(otherwise)] if otherwise else [])


class MainWindow(QMainWindow):
    """The window.

    Signals:
        action_requested (str): An entry of a menu, such as ``edit.undo``.
        closing (): The window is about to close.
    """

    action_requested = Signal(str)
    closing = Signal()

    def __init__(self, look: Look, wardrobe: Wardrobe) -> None:
        """Build the shell without words."""
        super().__init__()
        self.setObjectName("window")
        wardrobe.hold(self)
        self._look = look
        self.rail, self.lines = Rail(look), Lines()
        self.page: PageView | None = None
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, QMenu] = {}
        self.setMinimumSize(Size.LEAST_WIDTH, Size.LEAST_HEIGHT)
        self.resize(Size.WINDOW_WIDTH, Size.WINDOW_HEIGHT)
        self._lay_out()
        self._add_menus()

    def show_state(self, state: ShellState) -> None:
        """Show the words."""
        self.setWindowTitle(state.title)
        self.rail.show_state(state.rail)
        self.lines.stand("guest", state.guest, state.leave)
        self.lines.stand("example", state.example, state.end_example)
        for name, menu in self._menus.items():
            menu.setTitle(state.menus[name])
        for name, action in self._actions.items():
            action.setText(state.menus[name])
            action.setEnabled(name not in state.impossible)

    def show_page(self, page: PageView) -> None:
        """Show another page; the one before is freed."""
        self.put_away_page()
        self.page = page
        self._right.addWidget(page, 1)
        page.show()
        page.take_focus()

    def put_away_page(self, detach: bool = False) -> None:
        """Free the page of the moment; ``detach`` it at once where a change of look would restyle it in vain."""
        if self.page is not None:
            self._right.removeWidget(self.page)
            self.page.hide()
            if detach:
                self.page.setParent(None)
            self.page.deleteLater()
            self.page = None

    def bring_forward(self) -> None:
        """Come to the front, from the task bar too."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def fit(self) -> None:
        """Arrange the rail by the width at hand."""
        self.rail.fit(self._look.units(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the rail."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the page rather than on the rail."""
        super().showEvent(event)
        if self.page is not None:
            self.page.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window closes."""
        self.closing.emit()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.rail)
        self._right = QVBoxLayout()
        self._right.setSpacing(Space.NONE)
        self._right.addLayout(self.lines)
        across.addLayout(self._right, 1)
        self.setCentralWidget(middle)

    def _add_menus(self) -> None:
        for name, entries in MENUS.items():
            menu = self._menus[name] = self.menuBar().addMenu("")
            menu.setObjectName(f"menu-{name}")
            for entry in entries:
                action = self._actions[f"{name}.{entry}"] = menu.addAction("")
                action.setObjectName(f"action-{name}-{entry}")
                action.setData(f"{name}.{entry}")
                action.setShortcuts(keys_of(f"{name}.{entry}"))
                action.triggered.connect(self._on_triggered)

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.action_requested.emit(action.data())
