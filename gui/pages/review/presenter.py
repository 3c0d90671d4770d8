"""Decides what stands on the page "check your answers". No Qt."""

from __future__ import annotations

from typing import Protocol

from core.explain.measured import evidence_for
from core.schema.answers import NONE, NOT_SURE, Answer
from gui.desk import Desk
from gui.draft import at_step
from gui.engine import ATTEMPT_STEPS, EARLIER, MESSAGE, REVIEW
from gui.following import Following
from gui.pages.review.state import AnswerLine, ReviewState, SectionBlock
from gui.route import FAILURE, previous_step, section_of, steps


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: ReviewState) -> None:
        """Show a picture."""


class ReviewPresenter(Following):
    """Lists every answer; each can be changed, and the others stay."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Show the page and follow session and language."""
        super().__init__(desk)
        self._screen = screen
        self.follow(self.show, self.show)
        self.show()

    def change(self, step: str) -> None:
        """Go to a step to answer it anew."""
        self._desk.session.move(at_step(self._desk.session.draft, step))
        self._desk.visit("checklist")

    def go_back(self) -> None:
        """Go back to the last step."""
        draft = self._desk.session.draft
        self.change(previous_step(draft, self._desk.engine) or draft.at)

    def see_result(self) -> None:
        """Go on to the result."""
        self._desk.session.move(at_step(self._desk.session.draft, REVIEW))
        self._desk.visit("result")

    def show(self) -> None:
        """Show the present picture."""
        words, draft = self._desk.speaker.words, self._desk.session.draft
        blocks: dict[str, list[AnswerLine]] = {}
        for step in steps(draft, self._desk.engine):
            blocks.setdefault(section_of(step, self._desk.engine), []).append(_line(step, self._desk))
        lost = len(draft.kept)
        self._screen.show_state(
            ReviewState(
                title=words("review.title"),
                text=words("review.text"),
                notice=words("review.kept", count=lost, names=", ".join(draft.kept)) if lost else "",
                sections=tuple(
                    SectionBlock(
                        words(f"section.{name}.name" if name != FAILURE else "checklist.failure_name"), tuple(lines)
                    )
                    for name, lines in blocks.items()
                ),
                back=words("checklist.back"),
                result=words("review.result"),
            )
        )


def _line(step: str, desk: Desk) -> AnswerLine:
    words, draft = desk.speaker.words, desk.session.draft
    prompt = words(f"checklist.{step}.prompt" if step in ATTEMPT_STEPS else f"question.{step}.prompt")
    name = words(f"checklist.{step}.name") if step in ATTEMPT_STEPS else desk.speaker.wording.fact_name(step)
    answer = _about_tries(step, desk) if step in ATTEMPT_STEPS else _answer(step, draft.answers.values.get(step), desk)
    open_ = step not in ATTEMPT_STEPS and draft.answers.known(step) is None
    measured = evidence_for(step, draft.answers, desk.speaker.language)
    heard = words("review.change_heard", question=prompt)
    return AnswerLine(step, name, answer, words("review.change"), heard, open_, measured)


def _about_tries(step: str, desk: Desk) -> str:
    words, attempts = desk.speaker.words, desk.session.draft.answers.attempts
    if not attempts:
        return words("review.unanswered")
    if step == MESSAGE:
        message = attempts[-1].message
        return words(f"message.{message}.name") if message else words("checklist.no_message")
    wording = desk.speaker.wording
    if step == EARLIER:
        dates = [wording.date(attempt.when) for attempt in attempts[:-1]]
        return words("ui.list_separator").join(dates) or words("question_words.none")
    return wording.date(attempts[-1].when)


def _answer(name: str, answer: Answer | None, desk: Desk) -> str:
    """Return an answer in words; skipped and "not sure" are told apart."""
    words, wording = desk.speaker.words, desk.speaker.wording
    if answer is None:
        return words("review.unanswered")
    if answer == NOT_SURE:
        return words("question_words.not_sure")
    if answer == NONE:
        return words("question_words.none")
    if isinstance(answer, str | float):
        return wording.fact(name, answer)
    if isinstance(answer, tuple):
        return _several(name, answer, desk)
    return wording.date(answer)


def _several(name: str, answer: tuple[object, ...], desk: Desk) -> str:
    words, wording = desk.speaker.words, desk.speaker.wording
    if answer and isinstance(answer[0], tuple):
        return words("checklist.echo_entries", count=len(answer))
    return wording.fact(name, tuple(str(item) for item in answer))
