"""What is said before the first item: which workshop, before or after, a code word."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.pages.workshop.dialogs import ask_which
from gui.pages.workshop.rows import Entry, lines
from gui.pages.workshop.state import JoinState, KeyState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.choice import Choice
from gui.widgets.layouts import Card, column, row
from gui.widgets.segments import Segments
from gui.widgets.shelf import Shelf
from gui.widgets.text import Text


class JoinCard(Shelf):
    """The first step.

    Signals:
        typed (str, str): An entry, and what stands there now.
        plan_chosen (str): A plan to open.
        begin_requested (): The first item.
    """

    typed = Signal(str, str)
    plan_chosen = Signal(str)
    begin_requested = Signal()
    shows = JoinState

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        super().__init__(look)
        self._open_key = KeyState("")
        self._code, self._word = Entry(look, "workshop-join-code"), Entry(look, "workshop-word", hidden=True)
        self._again = Entry(look, "workshop-again", hidden=True)
        self._quiz_label, self._moment_label, self._why_label = Text("strong"), Text("strong"), Text("lead")
        self._quiz_error = Text("error", "workshop-quiz-error")
        self._quizzes, self._moments = Choice(look, "workshop-join-quiz"), Segments("workshop-moment")
        self._why = column()
        self._open, self._begin = Button("workshop-join-open", "", self._on_open), Button("workshop-begin", "primary")
        self._lay_out()
        self._join()

    def show_state(self, state: JoinState) -> None:
        """Show a picture."""
        self._open_key = state.keys["open"]
        self._code.show_entry(state.code_label, state.code, state.code_error)
        self._word.show_entry(state.word_label, state.word, state.word_error)
        self._again.show_entry(state.again_label, state.again)
        for label, words in (
            *((self._quiz_label, state.quiz_label), (self._moment_label, state.moment_label)),
            *((self._why_label, state.why_label), (self._quiz_error, state.quiz_error)),
        ):
            label.say(words)
        chosen = next((row.id for row in state.quizzes if row.chosen), "")
        self._quizzes.show_choices(tuple((row.id, row.label) for row in state.quizzes), chosen, state.quiz_label)
        self._moments.show_choices(state.moments, state.moment_label)
        if not self._why.count():
            lines(self._why, state.why, "workshop-why")
        self._open.say(self._open_key.words)
        self._begin.say(state.keys["begin"].words)

    def take_focus(self) -> None:
        """Put the keyboard on the first thing to type."""
        self._code.edit.setFocus()

    def _lay_out(self) -> None:
        quiz = column(self._quiz_label, self._quizzes, self._quiz_error)
        moment = column(self._moment_label, self._moments)
        entries = (row(self._open, None), self._code, quiz, moment, self._word, self._again, row(self._begin, None))
        self.add(Card(*entries, name="workshop-join", space=Space.L), "left")
        self.add(Card(self._why_label, self._why, name="workshop-why"), "right")

    def _join(self) -> None:
        self._code.typed.connect(self._on_code)
        self._word.typed.connect(self._on_word)
        self._again.typed.connect(self._on_again)
        self._quizzes.activated.connect(self._on_quiz)
        self._quiz_label.setBuddy(self._quizzes)
        self._moments.chosen.connect(self._on_moment)
        self._begin.clicked.connect(self.begin_requested)

    def _on_open(self) -> None:
        ask_which("workshop-join-dialog", self, self._open_key, self.plan_chosen)

    def _on_code(self, words: str) -> None:
        self.typed.emit("code", words)

    def _on_word(self, words: str) -> None:
        self.typed.emit("word", words)

    def _on_again(self, words: str) -> None:
        self.typed.emit("again", words)

    def _on_quiz(self, place: int) -> None:
        self.typed.emit("quiz", self._quizzes.itemData(place))

    def _on_moment(self, moment: str) -> None:
        self.typed.emit("moment", moment)
