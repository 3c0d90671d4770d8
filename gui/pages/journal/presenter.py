"""Decides what the journal page shows, and carries out what is wished on it. No Qt."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Protocol

from core.errors import AppError
from gui.desk import TO_CHECK, Desk
from gui.following import Following
from gui.journal_room import Deed, Outcome
from gui.pages.journal.composing import Shown, journal_state
from gui.pages.journal.deeds import Deeds
from gui.pages.journal.due import DAY, LETTER
from gui.pages.journal.exampling import as_example, ground_of
from gui.pages.journal.kept import PAGE, SHOWN, Looking
from gui.pages.journal.others import ALSO
from gui.pages.journal.searching import read_field
from gui.pages.journal.shelf import look_up
from gui.pages.journal.state import JournalState
from gui.settings import Choosing

LOOKED_FOR = ("text", "band", "outcome", "first", "last", ALSO)
"""What narrows the list; the other fields are read when a button is pressed."""


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: JournalState) -> None:
        """Show a picture."""


class JournalPresenter(Following):
    """Shows what was kept, and changes it when asked to."""

    def __init__(self, screen: Screen, desk: Desk, choosing: Choosing, about: str = "") -> None:
        """Look the journal up, and follow session and language.

        While an example is open, everything is done on its own desk, and nothing of the user's is in reach. ``about``
        is a letter whose day is to be noted, or :data:`gui.desk.TO_CHECK`: whoever opens the lock goes on with the
        check then.
        """
        self._ground = ground = ground_of(desk, choosing)
        super().__init__(ground.desk)
        self.to_check = about == TO_CHECK
        noting = bool(about) and not self.to_check
        focus, typed = (f"journal-field-{DAY}", {LETTER: about}) if noting else ("", dict[str, str]())
        self._screen, self.shown = screen, Shown(typed=typed, focus=focus)
        self._deeds = Deeds(self, ground)
        self.follow(self.show, self.show)
        self._leave = (*self._leave, ground.desk.journal().care.listen(self.look_up))
        self.show()
        self.look_up()

    @property
    def closed(self) -> bool:
        """Return whether the page is gone."""
        return self._closed

    @property
    def looking(self) -> Looking:
        """Return what is looked for."""
        kept = self._desk.memory.get(PAGE)
        return kept if isinstance(kept, Looking) else Looking()

    def look_for(self, focus: str = "", **changes: Any) -> None:
        """Look for something else; ``focus`` is the control that gets the keyboard when it is there."""
        self._desk.memory[PAGE] = replace(self.looking, **changes)
        self.shown = replace(self.shown, focus=focus)
        self.look_up()

    def type(self, field: str, text: str) -> None:
        """Take what is typed or chosen; the list follows at once."""
        if field in LOOKED_FOR:
            self.look_for(**read_field(field, text, self._desk), shown=SHOWN)
        else:
            self.shown = replace(self.shown, typed={**self.shown.typed, field: text})

    def act(self, wish: str, of: str = "", file: str = "") -> None:
        """Carry out what a button stands for; of an example nothing goes into a file."""
        if file and self._ground.is_example:
            return
        self._deeds.do(wish, of, file)

    def look_up(self) -> None:
        """Look the journal up again."""
        if self.looking.copies:
            self._deeds.do("copies_look", "", "")
        else:
            self.ask(self._desk.journal().reading(partial(look_up, self.looking)), self._on_found)

    def change(self, deed: Deed, said: str = "", **facts: object) -> None:
        """Change the journal, say so, and show it as it is then."""
        self._desk.journal().write(deed, partial(self._on_changed, said, facts))

    def trouble(self, error: AppError, remark: str = "") -> None:
        """Show why something could not be done; an open journal stays in view."""
        self.shown = replace(self.shown, error=remark or self._desk.speaker.words(f"error.{error.code}", **error.facts))
        self._desk.tell(f"error.{error.code}", **error.facts)
        self.show()

    def show(self) -> None:
        """Show the present picture."""
        if not self._closed:
            state = journal_state(self.shown, self.looking, self._desk)
            self._screen.show_state(as_example(state, self._desk.speaker) if self._ground.is_example else state)

    def _on_found(self, outcome: Outcome) -> None:
        self.shown = replace(self.shown, shelf=outcome.value, trouble=outcome.error)
        self.show()
        self.shown = replace(self.shown, focus="")
        self.act("ring_look")
        self._desk.journal().care.attend()

    def _on_changed(self, said: str, facts: dict[str, object], outcome: Outcome) -> None:
        if outcome.error is not None:
            self.trouble(outcome.error)
        elif said:
            self._desk.tell(said, **facts)
        if not self._closed:
            self.look_up()
