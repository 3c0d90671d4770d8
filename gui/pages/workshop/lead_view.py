"""Leading a workshop, on the screen: what it does on the left, what it gives out on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.pages.workshop.dialogs import ask_where, ask_which
from gui.pages.workshop.rows import Rows, lines
from gui.pages.workshop.state import KeyState, LeadState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, OnClick
from gui.widgets.layouts import Card, Flow, column, row
from gui.widgets.shelf import Shelf
from gui.widgets.text import Text


class LeadView(Shelf):
    """What is behind the first door.

    Signals:
        quiz_chosen (str), case_toggled (str): What is done.
        renew_requested (), wall_requested (): Another code; the cases on the wall.
        plan_chosen (str): A plan to open.
        plan_path_chosen (str), sheets_path_chosen (str), answers_path_chosen (str): Where to save which.
    """

    quiz_chosen = Signal(str)
    case_toggled = Signal(str)
    renew_requested = Signal()
    wall_requested = Signal()
    plan_chosen = Signal(str)
    plan_path_chosen = Signal(str)
    sheets_path_chosen = Signal(str)
    answers_path_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build it without words."""
        super().__init__(look)
        self._keys: dict[str, KeyState] = {}
        self._texts = {name: Text(role, f"workshop-lead-{name}") for name, role in TEXTS.items()}
        self._quizzes = Rows(look, "workshop-quiz", one_only=True)
        self._cases = Rows(look, "workshop-case", one_only=False)
        self._wrong = column(space=Space.XS)
        self._buttons = {name: Button(f"workshop-{name}", *rest) for name, rest in self._clicks().items()}
        self._quizzes.chosen.connect(self.quiz_chosen)
        self._cases.chosen.connect(self.case_toggled)
        self._lay_out()

    def show_state(self, state: LeadState) -> None:
        """Show a picture."""
        self._keys = state.keys
        for name, label in self._texts.items():
            label.say(getattr(state, name))
        self._quizzes.show_rows(state.quizzes)
        self._cases.show_rows(state.cases)
        lines(self._wrong, state.wrong, "workshop-wrong", "error")
        for name, button in self._buttons.items():
            button.say(state.keys[name].words)
            button.setEnabled(state.keys[name].possible)

    def _clicks(self) -> dict[str, tuple[str, OnClick]]:
        return {
            "renew": ("link", self.renew_requested),
            "wall": ("primary", self.wall_requested),
            "sheets": ("", self._on_sheets),
            "answers": ("", self._on_answers),
            "save": ("", self._on_save),
            "open": ("", self._on_open),
        }

    def _lay_out(self) -> None:
        told, keys = self._texts, self._buttons
        code = column(told["code_label"], told["code"], told["code_hint"], row(keys["renew"], None), space=Space.XS)
        quiz = column(told["quiz_label"], self._quizzes)
        cases = column(told["cases_label"], self._cases)
        self.add(Card(quiz, cases, name="workshop-what", space=Space.L), "left")
        self.add(Card(code, name="workshop-code-card"), "right")
        wall = (told["minutes"], told["minutes_hint"], row(keys["wall"], None), told["wall_hint"])
        self.add(Card(*wall, name="workshop-wall-card"), "right")
        paper = (told["paper_label"], told["paper_hint"], _beside(keys["sheets"], keys["answers"]))
        self.add(Card(*paper, name="workshop-paper-card"), "right")
        plan = (told["plan_label"], told["plan_hint"], _beside(keys["save"], keys["open"]), self._wrong)
        self.add(Card(*plan, name="workshop-plan-card"), "right")

    def _on_sheets(self) -> None:
        ask_where("workshop-sheets-dialog", self, self._keys["sheets"], self.sheets_path_chosen)

    def _on_answers(self) -> None:
        ask_where("workshop-answers-dialog", self, self._keys["answers"], self.answers_path_chosen)

    def _on_save(self) -> None:
        ask_where("workshop-save-dialog", self, self._keys["save"], self.plan_path_chosen)

    def _on_open(self) -> None:
        ask_which("workshop-open-dialog", self, self._keys["open"], self.plan_chosen)


TEXTS = {
    "code_label": "lead",
    "code": "display",
    "code_hint": "small",
    "quiz_label": "lead",
    "cases_label": "lead",
    "minutes": "lead",
    "minutes_hint": "small",
    "wall_hint": "small",
    "paper_label": "lead",
    "paper_hint": "small",
    "plan_label": "lead",
    "plan_hint": "small",
}
"""Text of the picture -> its role."""


def _beside(*buttons: Button) -> QWidget:
    made = QWidget()
    made.setLayout(Flow(buttons))
    return made
