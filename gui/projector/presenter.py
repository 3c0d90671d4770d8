"""Decides what is on the wall: from slide to slide, from case to case. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Protocol

from core.schema.answers import Answers
from gui.desk import Desk
from gui.following import Following
from gui.projector.slides import Case, Spread, alarm_of, lead_of, points_of, road_state, texts_of
from gui.projector.state import FULL_KEY, LEAVE_KEY, KeysState, Place, SlideState

WITH_NUMBERS = ("told", "ended")
WITH_ROAD = ("ask", *WITH_NUMBERS)


class Wall(Protocol):
    """What the window can do."""

    def show_state(self, state: SlideState) -> None:
        """Show a slide."""


class ProjectorPresenter(Following):
    """Tells one case after the other; the session is neither read nor changed."""

    def __init__(self, wall: Wall, desk: Desk, cases: Sequence[str]) -> None:
        """Show the story of the first case; there must be one."""
        super().__init__(desk)
        self._wall, self._cases = wall, tuple(cases)
        self._at = Place(self._cases[0], 0)
        self._spread: tuple[Answers, Spread] | None = None
        self._case = Case.of(self._at.case, desk)
        self.follow(None, self._on_language)
        self._go(self._at)

    def next(self) -> None:
        """Go on: to the next slide, after the last one to the next case."""
        if self._at.slide + 1 < self._case.slides:
            self._go(Place(self._at.case, self._at.slide + 1))
        elif (case := self._beside(1)) is not None:
            self._go(Place(case, 0))

    def back(self) -> None:
        """Go back: to the slide before, from the first one to the end of the case before."""
        if self._at.slide > 0:
            self._go(Place(self._at.case, self._at.slide - 1))
        elif (case := self._beside(-1)) is not None:
            self._go(Place(case, Case.of(case, self._desk).slides - 1))

    def to_start(self) -> None:
        """Tell the case from the beginning."""
        self._go(Place(self._at.case, 0))

    def to_end(self) -> None:
        """Go to the last slide of the case."""
        self._go(Place(self._at.case, self._case.slides - 1))

    def show(self) -> None:
        """Show the slide of the moment."""
        if not self._closed:
            self._wall.show_state(self._state())

    def _beside(self, way: int) -> str | None:
        """Return the case after the present one or before it; None where there is none."""
        place = self._cases.index(self._at.case) + way
        return self._cases[place] if 0 <= place < len(self._cases) else None

    def _go(self, place: Place) -> None:
        if place.case != self._case.page.id:
            self._case = Case.of(place.case, self._desk)
        self._at = place
        known = self._case.known(place.slide)
        counts = self._case.kind(place.slide) in WITH_NUMBERS
        new = counts and (self._spread is None or self._spread[0] != known)
        self._spread = None if new else self._spread
        self.show()
        if new:  # last: two threads that both work in Python only hold each other up
            self.ask(partial(self._desk.engine.spread, known), partial(self._on_spread, known))

    def _state(self) -> SlideState:
        case, slide, desk = self._case, self._at.slide, self._desk
        words, kind = desk.speaker.words, case.kind(slide)
        lead, overline = lead_of(case, slide, desk)
        spread = self._spread[1] if self._spread else None
        return SlideState(
            language=desk.speaker.code,
            place=self._at,
            kind=kind,
            window_title=words("projector.window_title", title=case.page.title, product=words("ui.product")),
            title=case.page.title,
            progress=words("projector.progress", n=slide + 1, of=case.slides),
            overline=overline,
            lead=lead,
            texts=texts_of(case, slide, desk),
            points=points_of(case, slide, desk),
            alarm=alarm_of(case, slide, desk) if kind == "told" else None,
            road=road_state(case, slide, spread, desk) if kind in WITH_ROAD else None,
            keys=_keys(desk),
            first=slide == 0 and self._beside(-1) is None,
            last=slide == case.slides - 1 and self._beside(1) is None,
        )

    def _on_spread(self, known: Answers, spread: Spread) -> None:
        if known == self._case.known(self._at.slide):
            self._spread = known, spread
            self.show()

    def _on_language(self) -> None:
        self._case = Case.of(self._at.case, self._desk)
        self.show()


def _keys(desk: Desk) -> KeysState:
    words = desk.speaker.words
    return KeysState(
        back=words("projector.key.back"),
        next=words("projector.key.next"),
        larger=words("rail.larger"),
        larger_heard=words("rail.larger_heard"),
        smaller=words("rail.smaller"),
        smaller_heard=words("rail.smaller_heard"),
        full=words("projector.key.full", key=FULL_KEY),
        leave=words("projector.key.leave", key=LEAVE_KEY),
    )
