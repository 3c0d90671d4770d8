"""Decides what the message page shows: decoded anew after every letter, the text kept nowhere but in memory. No Qt."""

from __future__ import annotations

from typing import Protocol

from gui.decoding.picture import alarm_of, is_usable
from gui.decoding.reading import Reading
from gui.decoding.signs import are_told, take_signs
from gui.desk import Desk
from gui.following import Following
from gui.pages.message.picture import entry_state, found_state, ways_state
from gui.pages.message.state import MessageState
from gui.pages.message.trying import as_try


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: MessageState) -> None:
        """Show a picture."""


class MessagePresenter(Following):
    """Shows what a pasted text says, and takes it into the checklist when asked."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Show what is remembered."""
        super().__init__(desk)
        self._screen = screen
        self._reading = Reading(desk, self.show)
        self.type, self.clear = self._reading.type, self._reading.clear
        self.follow(self.show, self.show)
        self.show()

    def close(self) -> None:
        """Follow nothing any more, and call off the decoding."""
        self._reading.close()
        super().close()

    def use(self) -> None:
        """Take the message for that of the last failed try, and ask when that was. One step back undoes it."""
        kept, desk = self._reading.now, self._desk
        if kept.decoded is not None and is_usable(kept):
            desk.session.begin(as_try(desk.session.draft, kept.decoded, desk.now()))
            desk.visit("checklist")

    def take_signs(self) -> None:
        """Put the signs of fraud into the check."""
        take_signs(self._reading.now, self._desk)

    def read_more(self, cause: str) -> None:
        """Open the page of a cause."""
        if cause in self._desk.engine.content.causes:
            self._desk.visit("explain", cause)

    def show(self) -> None:
        """Show the present picture."""
        if self._closed:
            return
        words, speaker, content = self._desk.speaker.words, self._desk.speaker, self._desk.engine.content
        kept = self._reading.now
        self._screen.show_state(
            MessageState(
                title=words("messagepage.title"),
                intro=words("messagepage.intro"),
                entry=entry_state(kept, speaker),
                alarm=alarm_of(kept.decoded, speaker, are_told(kept, self._desk.session.draft, content)),
                found=found_state(kept, content, speaker),
                ways=ways_state(kept, content, speaker),
            )
        )
