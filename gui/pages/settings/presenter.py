"""Decides what the settings page shows. No Qt."""

from __future__ import annotations

from typing import Protocol

from gui.desk import Desk
from gui.draft import fresh
from gui.following import Following
from gui.pages.settings.state import GroupState, SettingsState
from gui.questions.state import RowState
from gui.settings import THEME_CHOICES, Choosing
from gui.theme.tokens import SCALE_STEPS


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: SettingsState) -> None:
        """Show a picture."""


class SettingsPresenter(Following):
    """Shows the choices and makes them."""

    def __init__(self, screen: Screen, desk: Desk, choosing: Choosing) -> None:
        """Show the page and follow the language."""
        super().__init__(desk)
        self._screen, self._choosing = screen, choosing
        self.follow(None, self.show)
        self.show()

    def choose(self, setting: str, value: str) -> None:
        """Make a choice."""
        self._choosing.choose(setting, value)
        self.show()

    def erase(self) -> None:
        """Begin with nothing, and leave nothing on the disk; undo brings the answers back while the program runs.

        What lies under a lock is deleted as well, and nothing brings that back.
        """
        locked = self._desk.lock() == "check"
        self._desk.scratch.clear()
        self._desk.session.begin(fresh(self._desk.now().date()))
        self._desk.memory.clear()
        self._choosing.forget()
        kept = self._desk.journal().holds_anything
        if locked:
            self._desk.tell("underlock.erased")
        elif self._desk.guest:
            self._desk.tell("guest.erased_not_journal" if kept else "guest.erased")
        else:
            self._desk.tell("settings.erased_not_journal" if kept else "settings.erased")

    def write(self) -> None:
        """Go to the author's desk."""
        self._desk.visit("author")

    def show(self) -> None:
        """Show the present picture."""
        words, desk, now = self._desk.speaker.words, self._desk, self._choosing.settings()
        language = tuple(RowState(c, n, "", c == desk.speaker.code) for c, n in desk.speaker.names.items())
        theme = tuple(RowState(n, words(f"settings.theme.{n}"), "", n == now.theme) for n in THEME_CHOICES)
        scale = tuple(
            RowState(str(step), desk.speaker.wording.count(step, "percent"), "", step == now.scale)
            for step in SCALE_STEPS
        )
        where = words("settings.where", folder=self._choosing.where())
        told = (words("settings.privacy"), words("settings.journal"), where)
        self._screen.show_state(
            SettingsState(
                title=words("settings.title"),
                groups=(
                    GroupState("language", words("settings.language"), language),
                    GroupState("theme", words("settings.theme_title"), theme),
                    GroupState("scale", words("settings.scale"), scale),
                ),
                privacy_title=words("settings.privacy_title"),
                privacy=(words("guest.settings"),) if desk.guest else told,
                erase=words("settings.erase"),
                author_title=words("settings.author_title"),
                author=words("settings.author"),
                author_button=words("settings.author_button"),
                about_title=words("settings.about_title"),
                about=(words("settings.about"), words("ui.content_version", version=desk.engine.content.version)),
            )
        )
