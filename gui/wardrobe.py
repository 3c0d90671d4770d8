"""Puts the look on: theme by choice or as the system has it, text size, style sheet and palette."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from gui.settings import Settings
from gui.theme.look import Look
from gui.theme.tokens import SCALE_STEPS, Theme

ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
}


def palette_of(look: Look) -> QPalette:
    """Return a look's colours for what the style sheet does not reach."""
    palette = QPalette()
    for role, colour in ROLES.items():
        palette.setColor(role, look.colour(colour))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, look.colour("faint"))
    return palette


def dress(window: QWidget, look: Look) -> None:
    """Put a look of its own on one window: a wall needs other colours and sizes than the desk before it."""
    window.setPalette(palette_of(look))
    window.setStyleSheet(look.style_sheet())


class Wardrobe(QObject):
    """Follows the settings and, where they say so, the system.

    Signals:
        changing (), changed (): The system asks for another theme; it is on.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, look: Look, settings: Settings) -> None:
        """Put on what the settings say."""
        super().__init__()
        self._look, self._settings = look, settings
        self._window: QWidget | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._put_on()

    def hold(self, window: QWidget) -> None:
        """Dress this window, in place of the one before, from now on; best while it is empty.

        The style sheet is the window's, not the application's: there Qt would dress every widget as it is made, and all
        that is in it again whenever it is put into another.
        """
        self._window = window
        window.setStyleSheet(self._look.style_sheet())

    def wear(self, settings: Settings, latin: bool | None = None) -> None:
        """Put on what other settings say, with fonts for ``latin`` letters or not; the same ones cost nothing."""
        wanted = self._look.latin_first if latin is None else latin
        before = (self._look.theme, self._look.scale, self._look.latin_first)
        self._settings, self._look.latin_first = settings, wanted
        if before != (self._theme(), settings.scale, wanted):
            self._put_on()

    def next_scale(self, step: int) -> int:
        """Return the text size one step larger or smaller, within bounds."""
        place = min(range(len(SCALE_STEPS)), key=lambda at: abs(SCALE_STEPS[at] - self._look.scale))
        return SCALE_STEPS[min(max(place + step, 0), len(SCALE_STEPS) - 1)]

    def _theme(self) -> Theme:
        if self._settings.theme == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return "dark" if dark else "light"
        return self._settings.theme

    def _put_on(self) -> None:
        self._look.theme, self._look.scale = self._theme(), self._settings.scale
        QApplication.setPalette(palette_of(self._look))
        if self._window is not None:
            self._window.setStyleSheet(self._look.style_sheet())

    def _on_system_changed(self) -> None:
        if self._window is not None and not isValid(self._window):
            return  # nobody wears it any more
        if self._look.theme != self._theme():
            self.changing.emit()
            self._put_on()
            self.changed.emit()
