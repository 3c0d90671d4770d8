"""What the home page shows."""

from __future__ import annotations

from typing import NamedTuple

from gui.signs import Day


class DoorState(NamedTuple):
    """One way in: before applying, after a failure, or somebody asks for money first."""

    id: str
    overline: str
    title: str
    text: str
    button: str


class ResumeState(NamedTuple):
    """What was begun before, if anything."""

    title: str
    text: str
    detail: str
    button: str
    again: str


class TimesState(NamedTuple):
    """The days ahead."""

    title: str
    text: str
    days: tuple[Day, ...]
    heard: str
    note: str


class HomeState(NamedTuple):
    """The whole page."""

    title: str
    subtitle: str
    doors: tuple[DoorState, ...]
    resume: ResumeState
    times: TimesState
    learn_title: str
    learn: tuple[tuple[str, str], ...]
    privacy: str
    guest: str
    """How somebody else at this computer begins; nothing for who is a guest already."""
    due_title: str = ""
    due: tuple[str, ...] = ()
    """The next days that matter, with what happens on each and how long until then; never remembered."""
    due_all: str = ""
    locked: bool = False
    """Whether the check lies under a lock that nobody has opened: what was begun is not told then."""
    asks: bool = False
    """Whether a new check is wanted, so that the lock comes first: its button gets the keyboard."""
