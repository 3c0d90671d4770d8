"""What the settings page shows."""

from __future__ import annotations

from dataclasses import dataclass

from gui.questions.state import RowState


@dataclass(frozen=True, slots=True)
class GroupState:
    """One setting with its choices."""

    id: str
    title: str
    rows: tuple[RowState, ...]


@dataclass(frozen=True, slots=True)
class SettingsState:
    """The whole page."""

    title: str
    groups: tuple[GroupState, ...]
    privacy_title: str
    privacy: tuple[str, ...]
    erase: str
    author_title: str
    author: str
    author_button: str
    about_title: str
    about: tuple[str, ...]
