"""The safe of the system may open the lock: offered where there is one, opened with, taken back. No Qt."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from gui.desk import Desk
from gui.journal_room import Outcome
from gui.pages.journal import entrusting
from gui.pages.journal.entering import go_in
from gui.pages.journal.state import Act, Block, Line

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.pages.journal.presenter import JournalPresenter

TOKEN_BYTES = 32
KEPT = "ring"
"""Where it is remembered while the program runs what is known of the safe; no secret is among it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the safe.

    Attributes:
        there: Whether there is one; None before it was asked.
        name: Under which name it keeps what opens the journal; None when it keeps nothing for it.
        remark: The key of what is to be said about it.
    """

    there: bool | None = None
    name: str | None = None
    remark: str = ""


def known(desk: Desk) -> Known:
    """Return what is known."""
    kept = desk.memory.get(KEPT)
    return kept if isinstance(kept, Known) else Known()


def ring_blocks(locked: bool, desk: Desk) -> tuple[Block, ...]:
    """Return what the safe can do now: open a locked journal, be allowed to, or be no longer; nothing without one."""
    words, now = desk.speaker.words, known(desk)
    lines, acts = [], []
    if now.name is not None and locked:
        acts.append(Act("ring_open", words("ring.open")))
    elif now.name is not None:
        lines.append(Line(words("ring.is_on"), "muted"))
        acts.append(Act("ring_off", words("ring.off")))
    elif now.there and not locked:
        lines.append(Line(words("ring.offer"), "muted"))
        acts.append(Act("ring_on", words("ring.on")))
    if now.remark:
        lines.append(Line(words(now.remark), "error", "ring-remark"))
    return (Block("ring", words("ring.title"), tuple(lines), acts=tuple(acts)),) if lines or acts else ()


class Ringing:
    """Does what is wished of the safe: it is asked beside all other work, the journal in turn."""

    def __init__(self, page: JournalPresenter, desk: Desk) -> None:
        """Work for a page."""
        self._page, self._desk = page, desk
        self.deeds: Mapping[str, Callable[[str, str], None]] = {
            "ring_look": lambda _, __: self._look(),
            "ring_on": lambda _, __: desk.journal().around(entrusting.ring_name_of, self._on_name),
            "ring_off": lambda _, __: desk.journal().around(entrusting.ring_off, self._on_off),
            "ring_open": lambda _, __: self._beside(partial(desk.ring.get, known(desk).name or ""), self._on_token),
            "erase_sure": lambda _, __: self._forget(),
        }

    def _forget(self) -> None:
        """Take out of the safe what belongs to no lock any more."""
        name = known(self._desk).name
        if name is not None:
            self._desk.memory[KEPT] = replace(known(self._desk), name=None)
            self._beside(partial(self._desk.ring.drop, name), _nothing)

    def _look(self) -> None:
        """Find out whether there is a safe, once, and whether it keeps anything for this journal."""
        if not self._desk.journal().holds_keys:
            self._forget()
            return
        if known(self._desk).there is None:
            self._put(there=False)
            self._beside(self._desk.ring.there, lambda there: self._put(there=bool(there)))
        self._desk.journal().around(entrusting.ring_name, self._on_known)

    def _on_known(self, came: Outcome) -> None:
        self._put(name=came.value if came.error is None else None)

    def _on_name(self, came: Outcome) -> None:
        """Let the safe keep something new, then let the journal know it."""
        if came.error is not None:
            self._page.trouble(came.error)
            return
        token = secrets.token_bytes(TOKEN_BYTES)
        self._beside(partial(self._desk.ring.put, str(came.value), token), partial(self._on_kept, token))

    def _on_kept(self, token: bytes, kept: object) -> None:
        if not kept:
            self._put(remark="ring.not_kept")
            return
        self._desk.journal().around(partial(entrusting.ring_on, token), self._on_on)

    def _on_on(self, came: Outcome) -> None:
        if came.error is not None:
            self._page.trouble(came.error)
            return
        self._put(name=came.value, remark="")
        self._desk.tell("ring.told_on")

    def _on_off(self, came: Outcome) -> None:
        """The journal takes nothing from the safe any more; what still lies there opens nothing."""
        if came.error is not None:
            self._page.trouble(came.error)
            return
        self._forget()
        self._put(remark="")
        self._desk.tell("ring.told_off")

    def _on_token(self, token: object) -> None:
        if not isinstance(token, bytes):
            self._put(remark="ring.not_given")
            return
        self._desk.journal().around(partial(entrusting.ring_open, token), self._on_open)

    def _on_open(self, came: Outcome) -> None:
        if came.error is not None:
            self._put(remark="ring.does_not_fit")
            return
        self._put(remark="")
        go_in(self._page, self._desk)

    def _beside(self, ask: Callable[..., Any], on_done: Callable[[Any], None]) -> None:
        self._desk.beside(lambda stopped, _tell: ask(stopped), on_done, _nothing)

    def _put(self, **changes: Any) -> None:
        """Know something else, and show it."""
        self._desk.memory[KEPT] = replace(known(self._desk), **changes)
        self._page.show()


def _nothing(_told: object) -> None:
    """Do nothing."""
