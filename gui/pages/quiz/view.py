"""The quiz on the screen: one of its three parts."""

from __future__ import annotations

from gui.pages.quiz.ask_part import AskPart
from gui.pages.quiz.done_part import DonePart
from gui.pages.quiz.start_part import StartPart
from gui.pages.quiz.state import AskState, DoneState, QuizState, StartState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.layouts import column, fill
from gui.widgets.page import ScrolledPage
from gui.widgets.text import Text, show_when


class QuizView(ScrolledPage):
    """The page; what is done with a part is told by the signals of :attr:`start`, :attr:`ask` and :attr:`done`."""

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("quiz")
        self._title, self._intro = Text("title", "quiz-title"), Text("muted", "quiz-intro")
        self.start, self.ask, self.done = StartPart(look), AskPart(look), DonePart()
        self._shown: tuple[type, str] = (type(None), "")
        head = column(self._title, self._intro, space=Space.S)
        fill(self.area.body, (head, self.start, self.ask, self.done, None))

    def show_state(self, state: QuizState) -> None:
        """Show a picture; showing it twice changes nothing."""
        part = state.part
        self.area.setAccessibleName(state.title)
        self._title.say(state.title)
        self._intro.say(state.intro if isinstance(part, StartState) else "")
        if isinstance(part, StartState):
            self.start.show_state(part)
        elif isinstance(part, AskState):
            self.ask.show_state(part)
        else:
            self.done.show_state(part)
        # Only now: what is built in a part that is shown already cannot have the keyboard at once.
        for widget, kind in ((self.start, StartState), (self.ask, AskState), (self.done, DoneState)):
            show_when(widget, isinstance(part, kind))
            if not isinstance(part, kind):
                widget.empty()
        self._come_to(type(part), part.question.id if isinstance(part, AskState) else "")

    def take_focus(self) -> None:
        """Put the keyboard where it goes on."""
        if self._shown[0] is AskState:
            self.ask.take_focus()
        elif self._shown[0] is DoneState:
            self.done.take_focus()
        else:
            self.start.take_focus()

    def _come_to(self, part: type, question: str) -> None:
        """Begin another part, or another question, at its top and with the keyboard in it."""
        if (part, question) != self._shown:
            another, self._shown = part is not self._shown[0], (part, question)
            self.area.verticalScrollBar().setValue(0)
            if another and self.isVisible():
                self.take_focus()
