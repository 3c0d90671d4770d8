"""Somebody in front of the window, with every page at hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pytestqt.qtbot import QtBot

from gui.draft import Draft
from gui.program import Program
from tests.pages.author import AuthorPage
from tests.pages.checklist import ChecklistPage
from tests.pages.cost import CostPage
from tests.pages.help import HelpPage
from tests.pages.home import HomePage
from tests.pages.journal import JournalPage
from tests.pages.letters import LettersPage
from tests.pages.library import LibraryPage
from tests.pages.message import MessagePage
from tests.pages.network import NetworkPage
from tests.pages.others import ExplainPage, SettingsPage
from tests.pages.printing import PrintPreview
from tests.pages.quiz import QuizPage
from tests.pages.result import ResultPage
from tests.pages.review import ReviewPage
from tests.pages.shell import Shell
from tests.pages.trend import TrendPage
from tests.pages.workshop import WorkshopPage

MOST_STEPS = 80


class User:
    """Holds the page objects of one program."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program = program
        self.home, self.checklist = HomePage(program, qtbot), ChecklistPage(program, qtbot)
        self.review, self.result = ReviewPage(program, qtbot), ResultPage(program, qtbot)
        self.explanation, self.settings = ExplainPage(program, qtbot), SettingsPage(program, qtbot)
        self.network, self.trend = NetworkPage(program, qtbot), TrendPage(program, qtbot)
        self.cost, self.printing = CostPage(program, qtbot), PrintPreview(program, qtbot)
        self.help, self.letters = HelpPage(program, qtbot), LettersPage(program, qtbot)
        self.message = MessagePage(program, qtbot)
        self.journal = JournalPage(program, qtbot)
        self.library, self.quiz = LibraryPage(program, qtbot), QuizPage(program, qtbot)
        self.author = AuthorPage(program, qtbot)
        self.workshop = WorkshopPage(program, qtbot)
        self.shell = Shell(program, qtbot)

    @property
    def page(self) -> str:
        """Return which page is shown."""
        return self.shell.page

    @property
    def draft(self) -> Draft:
        """Return what the program knows."""
        return self.program.parts.session.draft

    def words(self, key: str, **facts: object) -> str:
        """Return a text in the language of the moment."""
        return self.program.parts.speaker.words(key, **facts)

    def answer(self, answer: str) -> None:
        """Answer the question that is shown: with a row, or with what is typed."""
        if answer in self.checklist.rows:
            self.checklist.choose(answer)
        else:
            self.checklist.type(answer)

    def walk(self, answers: Mapping[str, str]) -> list[str]:
        """Go through the checklist to its end, "not sure" of what ``answers`` say nothing about; return the steps."""
        walked: list[str] = []
        while self.page == "checklist":
            assert len(walked) < MOST_STEPS, "the checklist does not come to an end"
            step = self.checklist.question
            walked.append(step)
            if step in answers:
                self.answer(answers[step])
            elif "not_sure" in self.checklist.rows:
                self.checklist.choose("not_sure")
            self.checklist.next()
        return walked

    def walk_by(self, act: Callable[[str], None], steps: int) -> None:
        """Take some steps of the checklist; ``act`` is told which step is shown."""
        for _ in range(steps):
            act(self.checklist.question)
            self.checklist.next()
