"""What every page is: a widget that fills the window beside the rail, most often with one scrolled body."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme.tokens import Space
from gui.widgets.layouts import Scroll


class PageView(QWidget):
    """Base of the pages."""

    def __init__(self) -> None:
        """Build an empty page."""
        super().__init__()
        self.setObjectName("page")

    @property
    def complete(self) -> bool:
        """Return whether everything stands; a long page is built a part at a time."""
        return True

    def save(self) -> None:
        """Save what the page shows, where it can be saved."""

    def print_out(self) -> None:
        """Print what the page shows, where it can be printed."""

    def take_focus(self) -> None:
        """Put the keyboard where it is most likely wanted; the window asks for it when the page is shown."""
        # Not along Qt's own chain of focus: PySide then frees menus that it meets on the way.
        for found in self.findChildren(QWidget):
            if found.isVisible() and found.isEnabled() and found.focusPolicy() & Qt.FocusPolicy.TabFocus:
                found.setFocus()
                return


class ScrolledPage(PageView):
    """A page whose body is scrolled, by keys as well, wherever the keyboard is."""

    def __init__(self, name: str) -> None:
        """Build an empty page; ``name`` begins the names of its parts."""
        super().__init__()
        self.area = Scroll(f"{name}-scroll")
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(Space.NONE)
        self.layout_.addWidget(self.area, 1)
        for key, receiver in (("PgUp", self._on_page_up), ("PgDown", self._on_page_down)):
            QShortcut(QKeySequence(key), self).activated.connect(receiver)

    def _on_page_up(self) -> None:
        self._page(-1)

    def _on_page_down(self) -> None:
        self._page(1)

    def _page(self, way: int) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep())
