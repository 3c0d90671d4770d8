"""The question on the screen: its answers, why it is asked, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from gui.pages.checklist.state import ChecklistState
from gui.questions.answers import Answers
from gui.questions.state import QuestionState
from gui.signs import AlarmState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.alarm import alarm_card, announce
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, Flow, Scroll, clear, column, fill
from gui.widgets.text import Text


class QuestionCard(Card):
    """The card in the middle.

    Signals:
        row_chosen (str), typed (str, str), left (), chip_chosen (str): What was done with the answers.
        next_requested (), back_requested (), skip_requested (): Where to go.
        signs_requested (): Answer the questions about fraud as the pasted text says.
    """

    row_chosen = Signal(str)
    typed = Signal(str, str)
    left = Signal()
    chip_chosen = Signal(str)
    next_requested = Signal()
    back_requested = Signal()
    skip_requested = Signal()
    signs_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it without a question."""
        super().__init__(space=Space.L)
        self._look, self._shown = look, ""
        self._answers: Answers | None = None
        self._overline, self._prompt = Text("overline", "checklist-overline"), Text("heading", "checklist-prompt")
        self._lead, self._echo = Text("muted"), Text("small", "checklist-echo")
        self._error, self._measured = Text("error", "checklist-error"), Text("small", "checklist-measured")
        self._why, self._how = NoteText("checklist-why"), NoteText("checklist-how")
        self._back = Button("checklist-back", "", self.back_requested)
        self._skip = Button("checklist-skip", "link", self.skip_requested)
        self._next = Button("checklist-next", "primary", self.next_requested)
        self._alarm_place = column()
        self._alarmed: AlarmState | None = None
        self._place, self._scroll = column(space=Space.S), Scroll("checklist-scroll", Space.M)
        self._lay_out()

    def show_state(self, state: ChecklistState) -> None:
        """Show a question; another one gets other answers, the same one is updated in place."""
        found = state.question
        for label, words in (
            *((self._overline, found.overline), (self._prompt, found.prompt), (self._lead, found.lead)),
            *((self._echo, found.echo), (self._error, found.error), (self._measured, found.measured)),
        ):
            label.say(words)
        self._why.say(found.why_label, found.why)
        self._how.say(found.how_label, found.how)
        self._back.say(state.back)
        self._back.setEnabled(state.can_go_back)
        self._skip.say(state.skip)
        self._next.say(state.next)
        self._show_alarm(state.alarm)
        self._show_answers(found)

    def take_focus(self) -> None:
        """Put the keyboard on the answers."""
        if self._answers:
            self._answers.focus_first()

    def unfold(self, whole: bool) -> None:
        """Be as high as the question is, and leave the scrolling to the page; or scroll inside."""
        self._scroll.grow(whole)

    def choose_number(self, number: int) -> None:
        """Choose the answer with a number."""
        if self._answers:
            self._answers.choose_number(number)

    def paste(self) -> None:
        """Paste a message where one is asked for."""
        if self._answers:
            self._answers.paste()

    def _show_alarm(self, alarm: AlarmState | None) -> None:
        if alarm != self._alarmed:
            self._alarmed = alarm
            clear(self._alarm_place)
            if alarm is not None:
                take = Button("checklist-take-signs", "", self.signs_requested)
                card = alarm_card(alarm, self._look, "checklist-alarm", take)
                self._alarm_place.addWidget(card)
                announce(card)
                self._scroll.verticalScrollBar().setValue(0)

    def _show_answers(self, found: QuestionState) -> None:
        kind = f"{found.id} {found.why_label} {len(found.rows)}"
        if kind == self._shown and self._answers:
            self._answers.show_state(found)
            return
        if self._answers:
            self._place.removeWidget(self._answers)
            self._answers.hide()
            self._answers.deleteLater()
        self._shown = kind
        self._answers = Answers(self._look, found, "checklist")
        self._place.addWidget(self._answers)
        self._answers.row_chosen.connect(self.row_chosen)
        self._answers.typed.connect(self.typed)
        self._answers.left.connect(self.left)
        self._answers.chip_chosen.connect(self.chip_chosen)
        self._scroll.verticalScrollBar().setValue(0)
        self._answers.focus_first()

    def _lay_out(self) -> None:
        self._scroll.inside.setObjectName("card-body")
        body = self._scroll.body
        body.setContentsMargins(Space.NONE, Space.NONE, Space.S, Space.NONE)
        fill(body, (self._alarm_place, self._overline, self._prompt, self._lead, self._place))
        fill(body, (self._measured, self._echo, self._error, self._why, self._how, None))
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.NONE, Space.NONE, Space.S + Size.SCROLL_BAR, Space.NONE)
        foot.addLayout(Flow((self._back, self._skip, self._next), ends=True))
        fill(self.body, (self._scroll, foot))
        # The bar stands in the card's margin, so that answers and keys end at the same line.
        self.body.setContentsMargins(Space.XL, Space.XL, Space.XL - Space.S - Size.SCROLL_BAR, Space.XL)


class NoteText(Card):
    """A remark with a bold beginning."""

    def __init__(self, name: str) -> None:
        """Build it empty."""
        self._label, self._text = Text("remark-strong"), Text("remark", name)
        super().__init__(self._label, self._text, role="note", space=Space.NONE)

    def say(self, label: str, words: str) -> None:
        """Show it."""
        self._label.say(label)
        self._text.say(words)
