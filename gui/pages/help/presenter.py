"""Decides what the page about help shows: whom to ask in which order, what to ask, what a call changes. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from gui.casework import casework, keep, kind_choices, kind_of, situation
from gui.desk import Desk
from gui.following import Following
from gui.pages.help.booklet import Booklet
from gui.pages.help.calls import Calls
from gui.pages.help.keeping import Keeping
from gui.pages.help.noting import Form, Noting
from gui.pages.help.picture import alarm_of, rights_of, steps_of
from gui.pages.help.script import script_of_call, sheet_of
from gui.pages.help.state import HelpState, KindState


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: HelpState) -> None:
        """Show a picture."""

    def point_out(self) -> None:
        """Put the keyboard on the first mistake."""

    def show_calls(self) -> None:
        """Put the keyboard on what the last call changes."""

    def put_on_clipboard(self, text: str) -> None:
        """Let a text be pasted elsewhere."""


class HelpPresenter(Following):
    """Shows the guide, takes notes of calls, and carries out what is accepted of them."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Show the page and follow session and language."""
        super().__init__(desk)
        self._screen = screen
        self.booklet = Booklet(desk)
        self.noting, self.calls = Noting(desk, self.show), Calls(desk, self.show)
        self.keeping = Keeping(desk, self.show)
        self.follow(self.show, self.show)
        self.show()

    def choose_kind(self, name: str) -> None:
        """Say which kind of institution lends; the steps are put in another order."""
        keep(self._desk, replace(casework(self._desk), kind=kind_of(name)))
        self.show()

    def write(self, letter: str) -> None:
        """Go and write a letter."""
        keep(self._desk, replace(casework(self._desk), letter=letter))
        self._desk.visit("letters")

    def see_result(self) -> None:
        """Go to the result."""
        self._desk.visit("result")

    def copy(self, channel: str) -> None:
        """Let a number be pasted elsewhere; nothing is dialled."""
        found = self._desk.engine.content.channels[channel]
        number = found.number or found.site
        self._screen.put_on_clipboard(number)
        self._desk.tell("help.copied", number=number)

    def copy_sheet(self) -> None:
        """Let the questions be pasted elsewhere."""
        self._screen.put_on_clipboard(sheet_of(self._desk.speaker))
        self._desk.tell("help.sheet_copied")

    def note(self) -> None:
        """Note the call, unless something has to be put right first."""
        note = self.noting.take()
        if note is None:
            self._screen.point_out()
            return
        self.calls.add(note)
        self._screen.show_calls()
        self._desk.tell("help.noted")

    def document_html(self) -> str:
        """Return the guide as a page of HTML, for paper."""
        return self.booklet.html()

    def show(self) -> None:
        """Show the present picture."""
        if not self._closed:
            self._screen.show_state(self._state())

    def _state(self) -> HelpState:
        words, speaker, told = self._desk.speaker.words, self._desk.speaker, self.booklet.guide()
        begun, case = self._desk.session.draft.begun, situation(self._desk)
        kind = KindState(words("help.kind"), words("help.kind_hint"), kind_choices(self._desk))
        return HelpState(
            title=words("help.title"),
            as_of=told.as_of,
            about=words("help.about_case" if begun else "help.about_nobody"),
            remarks=told.remarks,
            save=words("help.save"),
            file_name=words("help.file_name", date=f"{self._desk.now():%Y-%m-%d}"),
            alarm=alarm_of(case, speaker),
            kind=None if case.level == "stop" else kind,
            steps=steps_of(told, speaker),
            calls=self.calls.state(),
            script=None if case.level == "stop" else script_of_call(Form(self._desk), speaker, self._desk.guest),
            rights=rights_of(told, speaker),
        )
