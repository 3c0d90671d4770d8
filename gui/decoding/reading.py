"""The pasted text and what it was found to say, for every page that asks for one. No Qt.

The text lives in the desk's memory for as long as the program runs; nothing of it is written to disk, and whoever
erases the answers erases it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from core.decode.normalise import LONGEST
from core.decode.result import Decoded
from gui.desk import Desk

PLACE = "message"


@dataclass(frozen=True, slots=True)
class Kept:
    """A pasted text.

    Attributes:
        text: The text, at most :data:`LONGEST` signs.
        decoded: What it says; while it is being read again, what it said before the last change.
        ready: Whether ``decoded`` is about ``text``.
        cut: Whether the end of what was pasted was left off.
    """

    text: str = ""
    decoded: Decoded | None = None
    ready: bool = True
    cut: bool = False


class Reading:
    """Takes what is typed and has it decoded; a letter typed meanwhile calls off what is under way."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Belong to a page, which is shown anew after every change."""
        self._desk, self._show = desk, show
        self._cancel: Callable[[], None] | None = None
        if not self.now.ready:
            self._ask()

    @property
    def now(self) -> Kept:
        """Return the text of the moment: an empty one at first."""
        kept = self._desk.memory.get(PLACE)
        return kept if isinstance(kept, Kept) else Kept()

    def type(self, text: str) -> None:
        """Take what stands in the field now."""
        before, fits = self.now, text[:LONGEST]
        if text == before.text:
            return
        blank = not fits.strip()
        self.close()
        self._keep(Kept(fits, None if blank else before.decoded, ready=blank, cut=len(text) > LONGEST))
        if not blank:
            self._ask()

    def clear(self) -> None:
        """Forget the text."""
        self.type("")

    def close(self) -> None:
        """Call off what is under way; a page that comes later asks again."""
        if self._cancel:
            self._cancel()
            self._cancel = None

    def _ask(self) -> None:
        self._cancel = self._desk.later(partial(self._desk.decode, self.now.text), self._on_decoded)

    def _on_decoded(self, decoded: Decoded) -> None:
        self._cancel = None
        self._keep(replace(self.now, decoded=decoded, ready=True))

    def _keep(self, kept: Kept) -> None:
        self._desk.memory[PLACE] = kept
        self._show()
