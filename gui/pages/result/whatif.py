"""What if one answer were another? The session is not touched until it is kept. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.estimate.asking import asked
from core.schema.answers import Answer
from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.draft import with_answer, without_answer
from gui.engine import PLANNED
from gui.pages.result.state import WhatIfState
from gui.questions.kinds import Asking, TypedError, question_picture
from gui.signs import GateRow, level_of
from gui.speaker import Speaker

SAME = 0.005


class WhatIf:
    """One question with another answer."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Begin with the planned day: the one thing that is always in the user's hands."""
        self._desk, self._show = desk, show
        self._question = PLANNED
        self._answer = desk.session.draft.answers.values.get(PLANNED)
        self._typed: dict[str, str] = {}
        self._error = ""

    def choose_question(self, question: str) -> None:
        """Turn to another question, with the answer it has."""
        if question != self._question and question in self._desk.engine.content.questions:
            self._question = question
            self._put(self._desk.session.draft.answers.values.get(question))

    def choose(self, row: str) -> None:
        """Try an answer."""
        self._put(self._asking().row(row, self._answer))

    def use_chip(self, chip: str) -> None:
        """Try the answer a shortcut stands for."""
        self._put(self._asking().chip(chip))

    def type(self, field: str, text: str) -> None:
        """Keep what is being typed."""
        self._typed[field] = text
        self._error = ""

    def leave_field(self) -> None:
        """Try what was typed."""
        if not self._typed:
            return
        asking = self._asking()
        shown = {field.id: field.text for field in asking.fields(self._answer, self._typed)}
        try:
            self._put(asking.typed(shown))
        except TypedError as wrong:
            self._error = self._desk.speaker.words(wrong.key, **wrong.facts)
            self._show()

    def keep(self) -> None:
        """Make the answer that was tried the real one; the checklist stays where it was."""
        draft, question = self._desk.session.draft, self._question
        if self._answer is None:
            changed = without_answer(draft, question)
        else:
            changed = with_answer(draft, question, self._answer)
        self._desk.session.change(replace(changed, at=draft.at))

    def state(self) -> WhatIfState:
        """Return the picture."""
        desk, words = self._desk, self._desk.speaker.words
        draft, percent = desk.session.draft, desk.speaker.wording.percent
        now, then = desk.engine.road(draft), desk.engine.what_if(draft, self._question, self._answer)
        moved = then.arrives.estimate - now.arrives.estimate
        same = abs(moved) < SAME
        return WhatIfState(
            title=words("whatif.title"),
            intro=words("whatif.intro"),
            choose=words("whatif.choose"),
            choices=tuple((name, desk.speaker.wording.fact_name(name)) for name in self._choices()),
            chosen=self._question,
            question=question_picture(self._asking(), self._answer, self._typed, self._error, ""),
            before_label=words("whatif.before"),
            before=percent(now.arrives.estimate),
            before_gates=_gates(now, desk.speaker),
            after_label=words("whatif.after"),
            after=percent(then.arrives.estimate),
            after_gates=_gates(then, desk.speaker),
            verdict=words("whatif.same") if same else words("whatif.moved", points=desk.speaker.wording.points(moved)),
            keep=words("whatif.keep"),
        )

    def _put(self, answer: Answer | None) -> None:
        self._answer, self._error = answer, ""
        self._typed.clear()
        self._show()

    def _choices(self) -> list[str]:
        draft, engine = self._desk.session.draft, self._desk.engine
        every = asked(engine.content, draft.answers.mode, engine.facts(draft))
        return [PLANNED, *(name for name in every if name != PLANNED)]

    def _asking(self) -> Asking:
        desk = self._desk
        question = desk.engine.content.questions[self._question]
        return Asking(self._question, question, desk.speaker.words, desk.speaker.wording, desk.now())


def _gates(found: Assessment, speaker: Speaker) -> tuple[GateRow, ...]:
    words, percent = speaker.words, speaker.wording.percent
    return tuple(
        GateRow(gate.id, words(f"gate.{gate.id}.name"), percent(gate.passes), level_of(gate.passes))
        for gate in found.gates
    )
