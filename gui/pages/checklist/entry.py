"""What is typed and chosen at the step shown, until it has become an answer. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from gui.desk import Desk
from gui.draft import Draft, with_answer, without_answer
from gui.engine import ATTEMPT_STEPS, EARLIER, MOMENT
from gui.pages.checklist.tries import moment_of, typed_moment, with_earlier, with_moment, with_row
from gui.questions.kinds import Asking, TypedError
from gui.route import steps


class Entry:
    """Takes touches and letters; a valid answer goes into the session, a wrong one leaves a line that says why."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Belong to a page, which is shown anew when only the line about a mistake has changed."""
        self._desk, self._show = desk, show
        self.typed: dict[str, str] = {}
        self.error = ""

    def asking(self) -> Asking:
        """Return the question of the content that is shown."""
        desk = self._desk
        name = desk.session.draft.at
        return Asking(name, desk.engine.content.questions[name], desk.speaker.words, desk.speaker.wording, desk.now())

    def choose(self, row: str) -> None:
        """Record the row the user chose."""
        draft = self._desk.session.draft
        self.forget()
        if draft.at in ATTEMPT_STEPS:
            self._desk.session.change(with_row(draft, row, self._desk.now()))
        else:
            answer = self.asking().row(row, draft.answers.values.get(draft.at))
            self._desk.session.change(with_answer(draft, draft.at, answer))

    def type(self, field: str, text: str) -> None:
        """Keep what is being typed; it becomes an answer when the field is left."""
        self.typed[field] = text
        self.error = ""

    def leave_field(self) -> None:
        """Make an answer of what was typed, or say what is wrong with it."""
        if self.typed and not self.take():
            self._show()

    def use_chip(self, chip: str) -> None:
        """Fill in what a shortcut stands for, or add the earlier try that was typed."""
        desk, draft = self._desk, self._desk.session.draft
        if draft.at == EARLIER:
            self._try(lambda: with_earlier(draft, typed_moment(draft, self.typed, desk.now())))
            self._show()
        elif draft.at == MOMENT:
            self._try(lambda: with_moment(draft, moment_of(chip, desk.now())))
        else:
            self._try(lambda: with_answer(draft, draft.at, self.asking().chip(chip)))

    def take(self) -> bool:
        """Make an answer of what was typed; return False and keep a line about it when it is none."""
        draft = self._desk.session.draft
        if not self.typed or draft.at == EARLIER or draft.at not in steps(draft, self._desk.engine):
            return True
        if draft.at == MOMENT:
            return self._try(lambda: with_moment(draft, typed_moment(draft, self.typed, self._desk.now())))
        return self._try(lambda: self._with_typed(draft))

    def forget(self) -> None:
        """Drop what was typed and the line about it."""
        self.typed.clear()
        self.error = ""

    def _with_typed(self, draft: Draft) -> Draft:
        asking, answer = self.asking(), draft.answers.values.get(draft.at)
        shown = {field.id: field.text for field in asking.fields(answer, self.typed)}
        found = asking.typed(shown)
        return without_answer(draft, draft.at) if found is None else with_answer(draft, draft.at, found)

    def _try(self, change: Callable[[], Draft]) -> bool:
        try:
            draft = change()
        except TypedError as wrong:
            self.error = self._desk.speaker.words(wrong.key, **wrong.facts)
            return False
        self.forget()
        self._desk.session.change(draft)
        return True
