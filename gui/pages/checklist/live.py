"""The road beside the checklist: at once after every answer, its range as soon as it is worked out. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from core.schema.answers import Answers
from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.gates import gate_rows
from gui.pages.checklist.picture import road_panel
from gui.pages.checklist.state import RoadPanel

Spread = tuple[float, float]


class LiveRoad:
    """Keeps the road of the present answers, the one before them, and the range."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Belong to a page, which is shown anew when the range is there."""
        self._desk, self._show = desk, show
        self._now = desk.engine.road(desk.session.draft)
        self._before: Assessment | None = None
        self._spread: Spread | None = None
        self._cancel: Callable[[], None] | None = None
        self._at = desk.session.draft.at
        self._ask()

    def follow(self) -> None:
        """Work out the road for the answers of the moment; on another step, what moved before is forgotten."""
        draft = self._desk.session.draft
        found = self._desk.engine.road(draft)
        if found is not self._now:
            self._before, self._now, self._spread = self._now, found, None
            self._ask()
        elif draft.at != self._at:
            self._before = None
        self._at = draft.at

    def panel(self) -> RoadPanel:
        """Return the picture of the road."""
        desk = self._desk
        asked = desk.engine.gates_asked(desk.session.draft)
        gates = gate_rows(self._now, self._before, asked, desk.speaker)
        return road_panel(gates, self._now.arrives.estimate, self._spread, desk.speaker)

    def close(self) -> None:
        """Drop what is being worked out."""
        if self._cancel:
            self._cancel()

    def _ask(self) -> None:
        self.close()
        answers = self._desk.engine.answers(self._desk.session.draft)
        self._cancel = self._desk.later(partial(self._desk.engine.spread, answers), partial(self._on_spread, answers))

    def _on_spread(self, answers: Answers, spread: Spread) -> None:
        if answers == self._desk.engine.answers(self._desk.session.draft):
            self._spread = spread
            self._show()
