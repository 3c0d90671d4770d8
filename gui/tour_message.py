"""The tour's way through the message page: its own example, one that gives no reason, and a swindler's words."""

from __future__ import annotations

from collections.abc import Iterator

from gui.pages.message.presenter import MessagePresenter
from gui.program import Program

GENERIC = "message.generic_try_later.name"
SWINDLE = "flag.pay_first.name"


def message_stops(program: Program) -> Iterator[str]:
    """Bring the window to what a message says; yield the name of each stop."""
    program.visit("message")
    presenter, words = program.presenter, program.parts.speaker.words
    if not isinstance(presenter, MessagePresenter):
        return
    yield "message_empty"
    presenter.type(words("messagepage.example"))
    yield "message_told"
    presenter.type(words(GENERIC))
    yield "message_generic"
    presenter.type(words(SWINDLE))
    yield "message_alarm"
    presenter.clear()
