"""What is typed and chosen at the step shown, until it has become an answer. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gui.desk import Desk
from gui.draft import Draft, with_answer, without_answer
from gui.engine import ATTEMPT_STEPS, EARLIER, MOMENT
from gui.pages.checklist.tries import moment_of, typed_moment, with_earlier, with_moment, with_row
from gui.questions.kinds import NOTHING, VALUE, Asking, TypedError
from gui.route import steps


class Entry:
    """Takes touches and letters; a valid answer goes into the session, a wrong one leaves a line that says why."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Belong to a page, which is shown anew when only the line about a mistake has changed."""
        self._desk, self._show = desk, show
        self.typed: dict[str, str] = {}
        self._failed: Callable[[], Draft] | None = None
        self._step = desk.session.draft.at
        if left := desk.scratch.pop(self._step, None):
            self.typed = left
            self.take()

    @property
    def error(self) -> str:
        """Return what is wrong with what was typed, in the language of the moment; nothing while it was not taken."""
        try:
            if self._failed:
                self._failed()
        except TypedError as wrong:
            return self._desk.speaker.words(wrong.key, **wrong.facts)
        return ""

    def follow(self) -> None:
        """Drop what was typed when another step is shown: it would become that one's answer."""
        if self._step != self._desk.session.draft.at:
            self.forget()

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
            # The last tick taken off is no answer; "none of these" is one, and has to be said.
            unsaid = answer == () and row != NOTHING
            changed = without_answer(draft, draft.at) if unsaid else with_answer(draft, draft.at, answer)
            self._desk.session.change(changed)

    def type(self, field: str, text: str) -> None:
        """Keep what is being typed; it becomes an answer when the field is left."""
        self.typed[field] = text
        self._failed, self._step = None, self._desk.session.draft.at

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
        self.follow()
        draft = self._desk.session.draft
        if not self.typed or draft.at not in steps(draft, self._desk.engine):
            return True
        if draft.at == EARLIER:
            empty = not self.typed.get(VALUE, "").strip()
            return empty or self._try(lambda: with_earlier(draft, typed_moment(draft, self.typed, self._desk.now())))
        if draft.at == MOMENT:
            return self._try(lambda: with_moment(draft, typed_moment(draft, self.typed, self._desk.now())))
        return self._try(lambda: _with_typed(draft, self.asking(), self.typed))

    def leave(self) -> None:
        """Take what was typed; what cannot be taken stays for the page that comes in this one's place."""
        if not self.take():
            self._desk.scratch[self._step] = dict(self.typed)

    def forget(self) -> None:
        """Drop what was typed and the line about it."""
        self.typed.clear()
        self._failed = None

    def _try(self, change: Callable[[], Draft]) -> bool:
        try:
            draft = change()
        except TypedError:
            self._failed = change
            return False
        self.forget()
        self._desk.session.change(draft)
        return True


def _with_typed(draft: Draft, asking: Asking, typed: Mapping[str, str]) -> Draft:
    """Return the draft with what was typed as the answer; nothing typed opens the question again."""
    shown = {field.id: field.text for field in asking.fields(draft.answers.values.get(draft.at), typed)}
    found = asking.typed(shown)
    return without_answer(draft, draft.at) if found is None else with_answer(draft, draft.at, found)
