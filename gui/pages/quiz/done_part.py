"""How a round went, on the screen: the sum, what is worth a second look, then question by question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.pages.quiz.state import AnswerState, BeliefState, DoneState, LinkState
from gui.pages.quiz.ways import Ways, choosing
from gui.theme.tokens import Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Card, Item, clear, column, fill
from gui.widgets.text import Text, show_when, text

OVERLINES = {"right": "overline", "wrong": "overline-caution", "open": "small"}


class DonePart(QWidget):
    """The part.

    Signals:
        again_requested (), paired_requested (), leave_requested (): Ask the same, the other part of the set, others.
        keep_requested (): Keep the round in the journal.
        article_chosen (str): Read an article.
    """

    again_requested = Signal()
    paired_requested = Signal()
    leave_requested = Signal()
    keep_requested = Signal()
    article_chosen = Signal(str)

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._round, self._title = Text("overline", "quiz-done-round"), Text("heading", "quiz-done-title")
        self._sum, self._note = Text("lead", "quiz-sum"), Text("small", "quiz-keep-note")
        self._paired = WrappingButton("quiz-paired", "primary", self.paired_requested)
        self._again = WrappingButton("quiz-again", "", self.again_requested)
        self._keep = WrappingButton("quiz-keep", "", self.keep_requested)
        self._leave = WrappingButton("quiz-other", "link", self.leave_requested)
        self._ways = Ways([self._paired, self._again, self._keep, self._leave])
        told = column(self._round, self._title, self._sum, space=Space.S)
        head = Card(told, self._ways, self._note, role="card-accent", name="quiz-done", space=Space.M)
        self._answers = column(space=Space.L)
        self.setLayout(column(head, self._answers, space=Space.L))

    def show_state(self, state: DoneState) -> None:
        """Show a picture; the answers are built anew only when they are others."""
        for label, words in (
            *((self._round, state.round), (self._title, state.title), (self._sum, state.sum)),
            (self._note, state.keep_note),
        ):
            label.say(words)
        for button, words in (
            *((self._paired, state.paired), (self._again, state.again)),
            *((self._keep, state.keep), (self._leave, state.leave)),
        ):
            button.say(words)
        show_when(self._paired, bool(state.paired))
        self._keep.setEnabled(state.can_keep)
        self._ways.fit()
        shown = (state.beliefs, state.answers)
        if shown != self._shown:
            self._shown = shown
            clear(self._answers)
            beliefs: list[Item] = [self._beliefs(state.beliefs_title, state.beliefs)] if state.beliefs else []
            fill(self._answers, (*beliefs, *(self._answer(answer) for answer in state.answers)))

    def empty(self) -> None:
        """Hold nothing while it is not shown."""
        self._shown = ()
        clear(self._answers)
        for label in (self._round, self._title, self._sum, self._note):
            label.say("")
        for button in self._ways.buttons:
            button.say("")

    def take_focus(self) -> None:
        """Put the keyboard on the first way on."""
        (self._again if self._paired.isHidden() else self._paired).setFocus()

    def _beliefs(self, title: str, beliefs: Sequence[BeliefState]) -> Card:
        lines = [
            column(text(belief.words, "strong"), self._link(f"quiz-belief-{number}", belief.link), space=Space.XS)
            for number, belief in enumerate(beliefs)
        ]
        return Card(text(title, "lead"), *lines, name="quiz-beliefs", space=Space.M)

    def _answer(self, answer: AnswerState) -> Card:
        verdict = text(answer.overline, OVERLINES[answer.verdict], f"quiz-verdict-{answer.id}")
        said: list[Item] = [text(answer.chosen, "", f"quiz-chosen-{answer.id}")] if answer.chosen else []
        said += [text(words, "", f"quiz-feedback-{answer.id}") for words in answer.feedback]
        said += [text(answer.right, "strong", f"quiz-right-{answer.id}")] if answer.right else []
        told = Card(text(answer.told, "remark", f"quiz-told-{answer.id}"), role="note")
        link = self._link(f"quiz-read-{answer.id}", answer.link)
        asked = text(answer.ask, "strong", f"quiz-asked-{answer.id}")
        return Card(verdict, asked, *said, told, link, name=f"quiz-answer-card-{answer.id}")

    def _link(self, name: str, link: LinkState) -> Ways:
        return choosing([(name, link.article, link.words, link.words)], "link", self.article_chosen)
