"""Choices about the program that nobody makes, for presenters tested alone."""

from __future__ import annotations

from gui.settings import Settings


class NoChoosing:
    """The usual choices."""

    def settings(self) -> Settings:
        """Return the usual ones."""
        return Settings()

    def choose(self, setting: str, value: str) -> None:
        """Choose nothing."""

    def where(self) -> str:
        """Return nowhere."""
        return ""

    def forget(self) -> None:
        """Keep nothing that would have to be removed."""
