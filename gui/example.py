"""Ends an example: the user's own check comes back, and whoever looked at the example goes on reading. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from gui.desk import Desk
from gui.draft import Draft
from gui.example_door import example_in, leave_example
from gui.shell import PageName

ABOUT_ANSWERS = ("checklist", "review", "result")


class Example:
    """The example that may be open in place of the user's own check, or in place of the journal."""

    def __init__(self, desk: Desk, own: Callable[[], Draft], page: Callable[[], PageName]) -> None:
        """Take what gives the user's own check and the page of the moment."""
        self._desk, self._own, self._page = desk, own, page

    def end(self) -> None:
        """Put the user's own check, or journal, in its place; undo brings the example of a check back."""
        if example_in(self._desk) is not None:
            leave_example(self._desk)
            self._desk.visit("journal")
            return
        self._desk.session.begin(self._own())
        if self._page() in ABOUT_ANSWERS:
            self._desk.visit("library")
