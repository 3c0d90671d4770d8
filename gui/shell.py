"""What the shell says: title, rail, menus. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    # Only for the types: the first picture of the window must not wait for the model behind them.
    from gui.session import Session
    from gui.speaker import Speaker

PageName = Literal[
    "home",
    "checklist",
    "review",
    "result",
    "help",
    "journal",
    "message",
    "calendar",
    "trend",
    "network",
    "cost",
    "letters",
    "library",
    "quiz",
    "explain",
    "workshop",
    "settings",
    "author",
]

GROUPS: Mapping[str, Mapping[PageName, str]] = {
    "check": {
        "home": "home",
        "checklist": "checklist",
        "result": "result",
        "help": "lifebuoy",
        "journal": "journal",
    },
    "tools": {
        "message": "quote",
        "calendar": "calendar",
        "trend": "trend",
        "network": "network",
        "cost": "coins",
        "letters": "letter",
    },
    "learn": {
        "library": "book",
        "quiz": "pencil",
        "explain": "question",
        "workshop": "people",
    },
    "program": {
        "settings": "settings",
    },
}
"""Group of the rail -> its pages -> their icons, in order; the other pages are steps on the way of these."""
HEADED = ("tools", "learn")
"""Groups with a heading of their own."""
ICONS: Mapping[str, str] = {page: icon for pages in GROUPS.values() for page, icon in pages.items()}
PARENT = {"review": "checklist", "author": "settings"}
MENUS: Mapping[str, tuple[str, ...]] = {
    "file": ("new", "save", "print", "guest", "leave", "quit"),
    "edit": ("undo", "redo"),
    "view": ("larger", "smaller", "normal", "theme", "language"),
    "go": (*ICONS, "author"),
}
"""Menu -> its entries; the names are those of the catalogue under ``menu`` and of the window's signal."""
NAMES = (*MENUS, *(f"{menu}.{entry}" for menu, entries in MENUS.items() for entry in entries))
"""Everything in the menus that has a name."""
LEAVE_KEY = "F9"
"""Takes everything off the screen at once: see :mod:`gui.leaving`."""
NEEDS_ANSWERS = ("checklist", "result")
SHEETS = ("result", "help", "letters")
"""Pages that the menu saves and prints; from any other one it goes to the result first."""


class RailState(NamedTuple):
    """What the rail says."""

    product: str
    other_name: str
    groups: Mapping[str, str]
    """Group -> its heading."""
    pages: tuple[tuple[str, str, bool], ...]
    """(page, name, whether it can be gone to)."""
    current: str
    privacy: str
    language: str
    language_heard: str
    smaller: str
    smaller_heard: str
    larger: str
    larger_heard: str
    theme_heard: str


class ShellState(NamedTuple):
    """What the shell says."""

    title: str
    rail: RailState
    menus: Mapping[str, str]
    """Names of menus and actions, by ``menu`` and ``menu.action``."""
    impossible: frozenset[str]
    """Actions that cannot be taken now."""
    example: str = ""
    """What is said on every page while the answers are those of an example; else nothing."""
    end_example: str = ""
    guest: str = ""
    """What is said on every page to a guest; else nothing."""
    leave: str = ""


def shell_state(
    page: PageName, session: Session, speaker: Speaker, guest: bool = False, journal_example: bool = False
) -> ShellState:
    """Return the picture of the shell.

    Args:
        page: The page of the moment.
        session: What was told.
        speaker: The words.
        guest: Whether nothing of what is told is kept.
        journal_example: Whether an example is shown in place of the journal.
    """
    words, begun = speaker.words, session.draft.begun
    impossible = {
        name for name, possible in (("edit.undo", session.can_undo), ("edit.redo", session.can_redo)) if not possible
    }
    if not begun:
        impossible |= {f"go.{name}" for name in NEEDS_ANSWERS}
    if not begun and page not in SHEETS:
        impossible |= {"file.save", "file.print"}
    if guest:
        impossible.add("file.guest")
    names = {menu: words(f"menu.{menu}") for menu in MENUS}
    entries = {
        f"{menu}.{entry}": words(f"rail.{entry}" if menu == "go" else f"menu.{menu}_{entry}")
        for menu, listed in MENUS.items()
        for entry in listed
    }
    title = words("window.title", page=words(f"rail.{page}"), product=words("ui.product"))
    told = (words("window.example"), words("window.end_example")) if session.draft.example else ("", "")
    if journal_example:
        told = (words("window.example_journal"), words("window.end_example"))
    strip = (words("guest.strip"), words("guest.leave", key=LEAVE_KEY)) if guest else ("", "")
    rail = _rail(page, begun, speaker, words("guest.rail" if guest else "rail.privacy"))
    return ShellState(title, rail, {**names, **entries}, frozenset(impossible), *told, *strip)


def _rail(page: PageName, begun: bool, speaker: Speaker, privacy: str) -> RailState:
    words = speaker.words
    return RailState(
        product=words("ui.product"),
        other_name=words("rail.other_name"),
        groups={group: words(f"rail.group.{group}") for group in HEADED},
        pages=tuple((name, words(f"rail.{name}"), begun or name not in NEEDS_ANSWERS) for name in ICONS),
        current=page,
        privacy=privacy,
        language=words("rail.language"),
        language_heard=words("rail.language_heard"),
        smaller=words("rail.smaller"),
        smaller_heard=words("rail.smaller_heard"),
        larger=words("rail.larger"),
        larger_heard=words("rail.larger_heard"),
        theme_heard=words("rail.theme_heard"),
    )
