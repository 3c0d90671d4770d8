"""What every presenter stands on, handed in once: the session, the engine, the language, the clock, the way about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from core.decode.result import Decoded
from core.loading.shelf import Shelved
from gui.engine import Engine
from gui.printing.document import PrintedDocument
from gui.ring import NoRing, Ring
from gui.session import Session
from gui.shell import PageName
from gui.speaker import Speaker

if TYPE_CHECKING:
    # Only for the types: the room behind the door takes its workers from here.
    from gui.journal_room import JournalRoom

LockSign = Literal["", "empty", "check"]
"""Whether there is a lock that nobody has opened, and whether a check lies under it."""
TO_CHECK = "check"
"""What the journal page is about while its lock is opened for the sake of the check; no letter is called so."""
CODE = "journal-code"
"""Where the recovery code waits until it was written down, whatever happens to the page or the lock."""
Work = Callable[[Callable[[], bool]], Any]


class Later(Protocol):
    """Starts work elsewhere and calls back with what came of it; the call returned cancels it."""

    def __call__(self, work: Work, on_done: Callable[[Any], None]) -> Callable[[], None]:
        """Start."""


class Beside(Protocol):
    """Starts work that waits rather than computes beside all other; ``on_told`` hears how far it is."""

    def __call__(
        self,
        work: Callable[[Callable[[], bool], Callable[[Any], None]], Any],
        on_done: Callable[[Any], None],
        on_told: Callable[[Any], None],
    ) -> Callable[[], None]:
        """Start; the call returned cancels it."""


class Decode(Protocol):
    """Decodes a pasted text. For :class:`Later`: the first time takes long."""

    def __call__(self, text: str, stopped: Callable[[], bool], /) -> Decoded:
        """Return what the text speaks of."""


class Tell(Protocol):
    """Shows one line to the user, by its key: it follows a change of language."""

    def __call__(self, key: str, **facts: object) -> None:
        """Tell."""


class Visit(Protocol):
    """Goes to a page; ``about`` says which cause, for instance."""

    def __call__(self, page: PageName, about: str = "") -> None:
        """Go."""


class Paper(Protocol):
    """Puts documents on paper."""

    def write_pdf(self, document: PrintedDocument, path: Path) -> None:
        """Write a document as PDF; raises what a user is to be told."""

    def preview(self, document: PrintedDocument) -> None:
        """Show a document as it would be printed, and offer to print it; raises what a user is to be told."""


@dataclass(frozen=True)
class Desk:
    """The joined objects of one running program; presenters take what they need from it.

    Attributes:
        saved: Gives the moment at which the session was last written to disk, None when it was not.
        scratch: What was typed at a step and could not be taken yet, while its page is made anew.
        memory: What a page remembers for as long as the program runs, by page; nothing of it is written to disk.
        layouts: The layouts of reports, by file name.
        paper: Where documents are printed and written as PDF.
        letters: The templates of letters, by language and kind.
        decode: What pasted texts are decoded with.
        journal: The way to what the user kept; nothing of it is opened before somebody asks for it.
        shelf: Articles and cases, read late.
        content: The content folder in use.
        remember: Keeps a choice about the program that changes nothing on the screen.
        came_from: Gives the page that was shown before this one.
        receive_guest: Ends the program, and lets a guest use it in a window of their own.
        ring: The safe of the system for this computer account.
        guest: Whether nothing of what is told is kept.
        lock: Tells whether the user's check lies under a lock that nobody has opened.
    """

    session: Session
    engine: Engine
    speaker: Speaker
    now: Callable[[], dt.datetime]
    saved: Callable[[], dt.datetime | None]
    later: Later
    beside: Beside
    visit: Visit
    tell: Tell
    layouts: Mapping[str, str]
    paper: Paper
    letters: Mapping[str, Mapping[str, str]]
    decode: Decode
    journal: Callable[[], JournalRoom]
    shelf: Shelved
    came_from: Callable[[], PageName]
    content: Path
    remember: Callable[..., object]
    receive_guest: Callable[[], None]
    ring: Ring = field(default_factory=NoRing)
    guest: bool = False
    lock: Callable[[], LockSign] = lambda: ""
    scratch: dict[str, dict[str, str]] = field(default_factory=dict)
    memory: dict[str, Any] = field(default_factory=dict)
