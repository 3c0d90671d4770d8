"""The home page."""

from __future__ import annotations

from tests.pages.base import PageObject, catch_up
from tests.pages.finding import is_shown, names


class HomePage(PageObject):
    """Three doors, and what was begun before."""

    def open(self, door: str) -> None:
        """Go in by a door: before, after, asked."""
        self._click(f"home-door-{door}")

    def resume(self) -> None:
        """Go on with what was begun."""
        self._click("home-resume")

    def see_result(self) -> None:
        """Look at the result so far."""
        self._click("home-result")

    def receive_guest(self) -> None:
        """Let somebody else use the program."""
        self._click("home-guest")

    @property
    def due(self) -> list[str]:
        """Return what is due, once the days ahead are worked out."""
        catch_up()  # the page asks for them when it has been painted
        self._settle()
        return [self._says(f"home-due-{name}") for name in names(self._page, r"home-due-(\d+)")]

    @property
    def invites_guests(self) -> bool:
        """Return whether somebody else can begin here."""
        return is_shown(self._page, "home-guest")

    @property
    def can_resume(self) -> bool:
        """Return whether something was begun."""
        return is_shown(self._page, "home-resume")

    @property
    def resume_text(self) -> str:
        """Return what is said of what was begun before."""
        return self._says("home-resume-text")

    def wait_for_days(self) -> str:
        """Wait for the days ahead and return the headline above them."""
        self._settle()
        return self._says("home-times")
