"""Decides what the explanation pages show: a cause's page is rendered with the user's own facts. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from core.explain.pages import SECTIONS, Pages
from gui.desk import Desk
from gui.following import Following
from gui.pages.explain.state import ExplainState, PartState
from gui.shell import PageName

BACK: Mapping[PageName, str] = {"result": "explain.back", "library": "explain.back_library"}
"""Where one can come from -> what the way back says."""


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: ExplainState) -> None:
        """Show a picture."""


class ExplainPresenter(Following):
    """Opens the page of a cause."""

    def __init__(self, screen: Screen, desk: Desk, cause: str = "") -> None:
        """Show a cause's page, or the list of all."""
        super().__init__(desk)
        self._screen = screen
        self._cause = cause or next(iter(desk.engine.content.causes))
        self._back: PageName | None = ("library" if desk.came_from() == "library" else "result") if cause else None
        self._pages, self._code = Pages(desk.speaker.language), desk.speaker.code
        self.follow(self.show, self.show)
        self.show()

    def choose(self, cause: str) -> None:
        """Open another cause's page."""
        if cause in self._desk.engine.content.causes:
            self._cause = cause
            self.show()

    def go_back(self) -> None:
        """Go back to where the cause was met."""
        self._desk.visit(self._back or "result")

    def show(self) -> None:
        """Show the present picture."""
        desk, words = self._desk, self._desk.speaker.words
        if self._code != desk.speaker.code:
            self._pages, self._code = Pages(desk.speaker.language), desk.speaker.code
        cause = desk.engine.content.causes[self._cause]
        page = self._pages.page(self._cause, desk.engine.facts(desk.session.draft))
        chips = (
            f"gate.{cause.gate}.name",
            f"grade.{cause.grade}.name",
            f"owner.{cause.owner}.name",
            f"family.{cause.family}.name",
        )
        separator = words("ui.list_separator")
        self._screen.show_state(
            ExplainState(
                title=words(f"cause.{self._cause}.name"),
                subtitle=words(f"cause.{self._cause}.summary"),
                search=words("explain.search"),
                choices=tuple((name, words(f"cause.{name}.name")) for name in desk.engine.content.causes),
                chosen=self._cause,
                chips=tuple(words(key) for key in chips),
                parts=tuple(
                    PartState(name, words(f"section_page.{name}"), page.sections[name])
                    for name in SECTIONS
                    if page.sections.get(name)
                ),
                sources_label=words("explain.sources"),
                sources=separator.join(desk.speaker.wording.source(name) for name in cause.sources),
                back=words(BACK[self._back]) if self._back else "",
            )
        )
