"""What stands around every page: menus, keys, rail, banner."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.pages.base import PageObject, catch_up
from tests.pages.finding import shown

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Shell(PageObject):
    """Acts on the window itself."""

    @property
    def page(self) -> str:
        """Return which page is shown."""
        return self._program.page_name

    @property
    def banner(self) -> str:
        """Return the line above the page."""
        return self._program.window.lines.banner.words

    @property
    def title(self) -> str:
        """Return the window's title."""
        return self._program.window.windowTitle()

    @property
    def guest(self) -> str:
        """Return what is said to a guest above every page."""
        return self._program.window.lines.guest.words

    def leave_as_guest(self) -> None:
        """Leave by the strip above the page."""
        shown(self._program.window, QPushButton, "banner-guest-leave").click()

    def press_leave(self) -> None:
        """Press the key that takes everything off the screen, in whatever window has the keyboard."""
        window = QGuiApplication.focusWindow()
        assert window is not None
        QTest.keyPress(window, Qt.Key.Key_F9)  # the window is gone before the key is let go

    def wait_for(self, told: list[str]) -> None:
        """Wait until something is told."""
        self._qtbot.waitUntil(lambda: bool(told))

    @property
    def on_screen(self) -> int:
        """Return how many windows of the program can be seen."""
        return sum(window.isVisible() for window in QApplication.topLevelWidgets())

    def act(self, menu: str, entry: str) -> None:
        """Choose an entry of a menu."""
        action = self._action(menu, entry)
        assert action.isEnabled(), f"{menu}.{entry} is not possible now"
        action.trigger()

    def can(self, menu: str, entry: str) -> bool:
        """Return whether an entry can be chosen."""
        return self._action(menu, entry).isEnabled()

    def keys(self, menu: str, entry: str) -> list[QKeySequence]:
        """Return the keys of an entry."""
        return self._action(menu, entry).shortcuts()

    def undo(self) -> None:
        """Take back the last change."""
        self.act("edit", "undo")

    def redo(self) -> None:
        """Make it again."""
        self.act("edit", "redo")

    def go(self, page: str) -> None:
        """Go to a page by the rail."""
        button = shown(self._program.window, QPushButton, f"rail-{page}")
        assert button.isEnabled(), f"{page} cannot be gone to"
        button.click()

    def end_example(self) -> None:
        """End the example by the strip above the page."""
        shown(self._program.window, QPushButton, "banner-example-end").click()

    def can_go(self, page: str) -> bool:
        """Return whether the rail leads to a page."""
        return shown(self._program.window, QPushButton, f"rail-{page}").isEnabled()

    def other_language(self) -> None:
        """Speak the other language."""
        self.act("view", "language")

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press keys, wherever the keyboard is."""
        for key in keys:
            QTest.keyClick(self._focused() or self._program.window, key, modifier)

    def type(self, words: str) -> None:
        """Type letters, wherever the keyboard is."""
        QTest.keyClicks(self._focused() or self._program.window, words)

    def press_standard(self, keys: QKeySequence.StandardKey) -> None:
        """Press what the system has for something, such as undo."""
        QTest.keySequence(self._focused() or self._program.window, QKeySequence(keys))

    @property
    def focus(self) -> str:
        """Return the name of what has the keyboard."""
        found = self._focused()
        return found.objectName() if found is not None else ""

    def _focused(self) -> QWidget | None:
        catch_up()
        return self._program.window.focusWidget()

    def _action(self, menu: str, entry: str) -> QAction:
        action = self._program.window.findChild(QAction, f"action-{menu}-{entry}")
        assert isinstance(action, QAction)
        return action
