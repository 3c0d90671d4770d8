"""One question on the screen: where it stands in the round, its answers, the way on."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui.pages.quiz.state import AskState, StepState
from gui.questions.answers import NUMBER_KEYS, Answers
from gui.questions.state import QuestionState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Flow, column, fill, row
from gui.widgets.tabbing import tab_through
from gui.widgets.text import Text, show_when


class AskPart(Card):
    """The part.

    Signals:
        option_chosen (str), typed (str, str): What was done with the answers.
        clear_requested (): Take the answer back.
        next_requested (), back_requested (), leave_requested (): Where to go.
        step_chosen (int): Go to a question by its place, from 0.
    """

    option_chosen = Signal(str)
    typed = Signal(str, str)
    clear_requested = Signal()
    next_requested = Signal()
    back_requested = Signal()
    leave_requested = Signal()
    step_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        """Build it without a question."""
        super().__init__(name="quiz-ask", space=Space.L)
        self._look, self._shown = look, ("", "")
        self._answers: Answers | None = None
        self._round, self._place = Text("overline", "quiz-round"), Text("small", "quiz-place")
        self._steps = Steps(look, self)
        self._prompt, self._lead = Text("heading", "quiz-prompt"), Text("muted", "quiz-lead")
        self._error, self._open = Text("error", "quiz-error"), Text("small", "quiz-left-open")
        self._back = Button("quiz-back", "", self.back_requested)
        self._leave = Button("quiz-leave", "link", self.leave_requested)
        self._clear = Button("quiz-clear", "link", self.clear_requested)
        self._next = Button("quiz-next", "primary", self.next_requested)
        self._answer_place = column(space=Space.S)
        self._lay_out()
        self._add_keys()

    def show_state(self, state: AskState) -> None:
        """Show a question; another one gets other answers, the same one is updated in place."""
        found = state.question
        for label, words in (
            *((self._round, state.round), (self._place, state.place), (self._prompt, found.prompt)),
            *((self._lead, found.lead), (self._error, found.error), (self._open, state.left_open)),
        ):
            label.say(words)
        self._steps.show_steps(state.steps)
        for button, words in (
            *((self._back, state.back), (self._leave, state.leave)),
            *((self._next, state.next), (self._clear, state.clear)),
        ):
            button.say(words)
        if self._clear.hasFocus() and not state.clear:
            self.take_focus()
        show_when(self._clear, bool(state.clear))
        self._back.setEnabled(state.can_go_back)
        self._show_answers(found)

    def empty(self) -> None:
        """Hold nothing while it is not shown."""
        for label in (self._round, self._place, self._prompt, self._lead, self._error, self._open):
            label.say("")
        for button in (self._back, self._leave, self._next, self._clear):
            button.say("")
        self._steps.show_steps(())
        self._remove_answers()

    def take_focus(self) -> None:
        """Put the keyboard on the answers."""
        if self._answers:
            self._answers.focus_first()

    def _show_answers(self, found: QuestionState) -> None:
        shown = (found.id, found.prompt)
        if shown == self._shown and self._answers:
            self._answers.show_state(found)
            return
        self._remove_answers()
        self._shown = shown
        self._answers = Answers(self._look, found, "quiz")
        self._answer_place.addWidget(self._answers)
        self._answers.row_chosen.connect(self.option_chosen)
        self._answers.typed.connect(self.typed)
        tab_through(self)
        if self.isVisible():
            self._answers.focus_first()

    def _remove_answers(self) -> None:
        if self._answers:
            self._answer_place.removeWidget(self._answers)
            self._answers.hide()
            self._answers.setParent(None)
            self._answers.deleteLater()
        self._answers, self._shown = None, ("", "")

    def _choose_number(self, number: int) -> None:
        if self._answers:
            self._answers.choose_number(number)

    def _add_keys(self) -> None:
        numbers = QSignalMapper(self)
        for number in range(1, NUMBER_KEYS + 1):
            key = QShortcut(QKeySequence(str(number)), self)
            numbers.setMapping(key, number)
            key.activated.connect(numbers.map)
        numbers.mappedInt.connect(self._choose_number)
        for name in ("Return", "Enter"):
            QShortcut(QKeySequence(name), self).activated.connect(self.next_requested)
        QShortcut(QKeySequence("Backspace"), self).activated.connect(self.back_requested)

    def _lay_out(self) -> None:
        head = column(self._round, self._place, self._steps, space=Space.S)
        asked = column(self._prompt, self._lead, space=Space.S)
        foot = Flow((self._back, self._leave, self._next), ends=True)
        fill(self.body, (head, asked, self._answer_place, self._error, row(self._clear, None), self._open, foot))
        self.body.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)


class Steps(QWidget):
    """The questions of the round by number; one that is answered has a tick."""

    def __init__(self, look: Look, part: AskPart) -> None:
        """Build it without a question."""
        super().__init__()
        self._look, self._buttons = look, list[Button]()
        self._mapper, self._flow = QSignalMapper(self), Flow()
        self._mapper.mappedInt.connect(part.step_chosen)
        self.setLayout(self._flow)

    def show_steps(self, steps: tuple[StepState, ...]) -> None:
        """Show them in order."""
        while len(self._buttons) < len(steps):
            self._add(len(self._buttons))
        while len(self._buttons) > len(steps):
            self._remove_last()
        for button, step in zip(self._buttons, steps, strict=False):
            button.say(step.label, step.heard)
            button.setToolTip(step.heard)
            button.setChecked(step.current)
            if step.answered:
                button.show_icon(self._look, "check", "good")
            else:
                button.setIcon(QIcon())

    def _add(self, place: int) -> None:
        made = Button(f"quiz-step-{place}", "small", self._mapper.map)
        made.setCheckable(True)
        self._mapper.setMapping(made, place)
        self._buttons.append(made)
        self._flow.addWidget(made)

    def _remove_last(self) -> None:
        gone = self._buttons.pop()
        self._flow.removeWidget(gone)
        gone.hide()
        gone.setParent(None)
        gone.deleteLater()
