"""The way from step to step. No Qt."""

from __future__ import annotations

from dataclasses import replace

from gui.desk import Desk
from gui.draft import WAYS, Draft, at_step, with_skip
from gui.engine import ATTEMPT_STEPS, REVIEW
from gui.pages.checklist.entry import Entry
from gui.route import is_done, next_step, previous_step, sections, steps

STRAIGHT_TO_RESULT = ("safety", "triage")
"""Ways that are so short that looking over the answers again would be half of the work."""


class Walk:
    """Goes on, back and about; what was typed is taken first."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        """Belong to a page."""
        self._desk, self._entry = desk, entry

    def go_on(self) -> None:
        """Go to the next step; an open question counts as skipped."""
        if not self._entry.take():
            self._entry.leave_field()
            return
        draft = self._desk.session.draft
        if draft.at not in ATTEMPT_STEPS and not is_done(draft, draft.at):
            self._desk.session.change(with_skip(draft, draft.at))
        self._go(next_step(self._desk.session.draft, self._desk.engine))

    def skip(self) -> None:
        """Pass over the question without an answer."""
        self._entry.forget()
        draft = self._desk.session.draft
        if draft.at not in ATTEMPT_STEPS:
            self._desk.session.change(with_skip(draft, draft.at))
        self._go(next_step(self._desk.session.draft, self._desk.engine))

    def go_back(self) -> None:
        """Go to the step before."""
        step = previous_step(self._desk.session.draft, self._desk.engine)
        if step and self._entry.take():
            self._go(step)

    def jump(self, section: str) -> None:
        """Go to a section: to its first step that is open, else to its first."""
        if not self._entry.take():
            self._entry.leave_field()
            return
        draft, engine = self._desk.session.draft, self._desk.engine
        for found in sections(draft, engine):
            if found.id == section:
                listed = steps(draft, engine)
                within = listed[listed.index(found.first) :][: found.steps]
                self._go(next((step for step in within if not is_done(draft, step)), found.first))

    def take_way(self, way: str) -> None:
        """Go another way through the checklist; every answer stays."""
        chosen = next(name for name in WAYS if name == way)
        draft = replace(self._desk.session.draft, way=chosen)
        listed = steps(draft, self._desk.engine)
        within = draft.at in listed or chosen == "short"
        self._desk.session.move(draft if within else at_step(draft, listed[0]))

    def leave(self) -> None:
        """Put it aside: everything is on disk already."""
        self._entry.take()
        self._desk.visit("home")

    def _alarms(self, draft: Draft) -> bool:
        """Return whether the answer just given is what calls for a stop."""
        engine, answer = self._desk.engine, draft.answers.values.get(draft.at)
        if answer is None or engine.road(draft).safety.level != "stop":
            return False
        return engine.what_if(draft, draft.at, None).safety.level != "stop"

    def _go(self, step: str) -> None:
        desk, draft = self._desk, self._desk.session.draft
        self._entry.forget()
        alarmed = self._alarms(draft)
        desk.session.move(at_step(draft, step))
        # A sign of fraud goes before everything else, whatever the next question is.
        if alarmed or (step == REVIEW and draft.way in STRAIGHT_TO_RESULT):
            desk.visit("result")
        elif step == REVIEW:
            desk.visit("review")
