"""Decides what the checklist shows and what each touch means. No widgets, no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from core.explain.measured import evidence_for
from gui.decoding.picture import alarm_of
from gui.decoding.reading import Reading
from gui.decoding.signs import are_told, take_signs
from gui.desk import Desk
from gui.draft import WAYS
from gui.engine import ATTEMPT_STEPS, MESSAGE
from gui.following import Following
from gui.pages.checklist.entry import Entry
from gui.pages.checklist.live import LiveRoad
from gui.pages.checklist.picture import attempt_picture, overline, section_rows
from gui.pages.checklist.state import ChecklistState
from gui.pages.checklist.walk import Walk
from gui.questions.kinds import question_picture
from gui.questions.state import QuestionState, RowState
from gui.route import is_done, previous_step, steps
from gui.signs import AlarmState


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: ChecklistState) -> None:
        """Show a picture."""


class ChecklistPresenter(Following):
    """Turns answers into pictures; ``entry`` and ``walk`` turn touches into answers and steps."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Show the first picture and follow session and language until :meth:`close`."""
        super().__init__(desk)
        self._screen = screen
        self.entry = Entry(desk, self.show)
        self.walk = Walk(desk, self.entry)
        self._live, self._pasted = LiveRoad(desk, self.show), Reading(desk, self.show)
        self.follow(self._on_changed, self.show)
        self.show()

    def close(self) -> None:
        """Take what was typed, and follow nothing any more."""
        super().close()
        self._live.close()
        self._pasted.close()
        self.entry.leave()

    def type(self, field: str, text: str) -> None:
        """Take what stands in a field now: a pasted message is decoded, all else waits until the field is left."""
        if self._desk.session.draft.at == MESSAGE:
            self._pasted.type(text)
        else:
            self.entry.type(field, text)

    def take_signs(self) -> None:
        """Answer the questions about fraud as the pasted text says."""
        take_signs(self._pasted.now, self._desk)

    def show(self) -> None:
        """Show the present picture."""
        draft = self._desk.session.draft
        if draft.at in steps(draft, self._desk.engine):
            self._screen.show_state(self._state())

    def _on_changed(self) -> None:
        self.entry.follow()
        self._live.follow()
        self.show()

    def _state(self) -> ChecklistState:
        desk, draft = self._desk, self._desk.session.draft
        words, listed, short = desk.speaker.words, steps(draft, desk.engine), draft.way == "short"
        done, saved, title = sum(is_done(draft, step) for step in listed), desk.saved(), words("checklist.title")
        return ChecklistState(
            title=words("result.example_title", title=title) if draft.example else title,
            progress=0 if short else round(100 * done / max(1, len(listed))),
            progress_text=words("checklist.progress_short" if short else "checklist.progress", n=done, of=len(listed)),
            saved=words("checklist.saved", time=desk.speaker.wording.clock(saved.time())) if saved else "",
            leave=words("checklist.leave_example" if draft.example or desk.guest else "checklist.leave"),
            ways_label=words("checklist.ways_label"),
            ways=tuple(
                RowState(way, words(f"checklist.way.{way}"), words(f"checklist.way_hint.{way}"), way == draft.way)
                for way in WAYS
                if way != "safety" or draft.way == "safety"
            ),
            sections=section_rows(draft, desk.engine, desk.speaker),
            question=self._question(),
            back=words("checklist.back"),
            can_go_back=previous_step(draft, desk.engine) is not None,
            skip=words("question_words.skip"),
            next=words("checklist.next"),
            road=self._live.panel(),
            alarm=self._alarm(),
        )

    def _alarm(self) -> AlarmState | None:
        desk, draft, pasted = self._desk, self._desk.session.draft, self._pasted.now
        if draft.at != MESSAGE:
            return None
        return alarm_of(pasted.decoded, desk.speaker, are_told(pasted, draft, desk.engine.content))

    def _question(self) -> QuestionState:
        desk, draft, entry = self._desk, self._desk.session.draft, self.entry
        if draft.at in ATTEMPT_STEPS:
            return attempt_picture(draft, desk.engine, desk.speaker, entry.typed, entry.error, self._pasted.now)
        over = overline(draft, desk.engine, desk.speaker)
        picture = question_picture(entry.asking(), draft.answers.values.get(draft.at), entry.typed, entry.error, over)
        return replace(picture, measured=evidence_for(draft.at, draft.answers, desk.speaker.language))
