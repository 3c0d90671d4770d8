"""The result."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPushButton

from gui.pages.result.view import ResultView
from gui.widgets.text import Text
from tests.pages.base import PageObject, until
from tests.pages.finding import is_shown, names
from tests.pages.pseudo import bare


class Watch:
    """Looks at every text of a page right after each step of its building, when a screen may ask for a picture."""

    def __init__(self, page: ResultView) -> None:
        self._page, self.looks = page, 0
        self.cut: list[str] = []
        for timer in page.findChildren(QTimer):
            timer.timeout.connect(self.look)

    def look(self) -> None:
        """Note what is shown and has less room than it needs."""
        self.looks += 1
        shown = (found for found in self._page.findChildren(Text) if found.isVisible())
        self.cut += [found.plain for found in shown if found.height() + 1 < found.heightForWidth(found.width())]


class ResultPage(PageObject):
    """Risk, road, causes, plan, and what can be done with them."""

    def wait(self) -> ResultPage:
        """Wait until everything is worked out and stands."""
        self._settle()
        until(lambda: self._view.complete)
        return self

    def cut_while_it_is_built(self) -> list[str]:
        """Wait until every card stands; return every text that had less room than it needs on the way."""
        watch = Watch(self._view)
        self.wait()
        assert watch.looks > 1, "the cards came in at once"
        return watch.cut

    @property
    def risk(self) -> str:
        """Return the number of the risk."""
        return bare(self._says("result-risk"))

    @property
    def title(self) -> str:
        """Return what the page is called."""
        return self._says("result-title")

    @property
    def shows_numbers(self) -> bool:
        """Return whether risk and road can be seen."""
        return is_shown(self._page, "result-card-risk")

    @property
    def shows_advice(self) -> bool:
        """Return whether causes or a plan can be seen."""
        return is_shown(self._page, "result-card-causes") or is_shown(self._page, "result-card-plan")

    @property
    def alarm(self) -> str:
        """Return the title of the alarm, nothing without one."""
        return self._says("result-alarm-title") if is_shown(self._page, "result-alarm") else ""

    def causes(self) -> list[str]:
        """Return the causes shown, the likeliest first."""
        return names(self._page, r"result-cause-([a-z0-9_]+)")

    def is_objected(self, cause: str) -> bool:
        """Return whether a cause is put aside: nothing is said about how much it weighs."""
        return not is_shown(self._page, f"result-cause-{cause}-bar")

    def object(self, cause: str) -> None:
        """Say that a cause does not fit, or take that back."""
        self._click(f"result-cause-{cause}-object")

    def explain(self, cause: str) -> None:
        """Open a cause's page."""
        self._click(f"result-cause-{cause}-page")

    def plan(self) -> list[str]:
        """Return the steps of the plan, the done ones last."""
        return names(self._page, r"result-step-([a-z0-9_]+)")

    def mark_done(self, step: str) -> None:
        """Say that a step was taken, or was not after all."""
        self._click(f"result-step-{step}-done")

    def is_done(self, step: str) -> bool:
        """Return whether a step is marked as taken."""
        return self._find(QPushButton, f"result-step-{step}-done").isChecked()

    def open_questions(self) -> list[str]:
        """Return the questions that would make the result surer."""
        return names(self._page, r"result-open-(.+)")

    def answer(self, question: str) -> None:
        """Go to an open question."""
        self._click(f"result-open-{question}")

    def change(self) -> None:
        """Go to the answers."""
        self._click("result-change")

    def show_numbers_anyway(self) -> None:
        """Open what the alarm hides."""
        self._click("result-anyway")

    def go_on_anyway(self) -> None:
        """Go on with the checklist after an alarm."""
        self._click("result-go-on")

    def go(self, page: str) -> None:
        """Go on to whom to ask, or to the letters."""
        self._click(f"result-go-{page}")

    def save_to(self, path: Path) -> None:
        """Choose a place for the report, as the system's own dialog would."""
        assert self._find(QPushButton, "result-save").isEnabled()
        self._view.path_chosen.emit(str(path))

    def keep_in_journal(self) -> None:
        """Keep the check in the journal."""
        self.wait()
        self._click("result-keep")
        self._settle()

    def try_question(self, question: str) -> None:
        """Choose which answer to change in "what if"."""
        choice = self._find(QComboBox, "whatif-question")
        place = choice.findData(question)
        assert place >= 0, f"{question} cannot be tried"
        choice.setCurrentIndex(place)
        choice.activated.emit(place)

    def try_answer(self, question: str, row: str) -> None:
        """Choose another answer in "what if"."""
        self._find(QAbstractButton, f"whatif-answer-{question}-{row}").click()

    def try_typing(self, question: str, text: str) -> None:
        """Type another answer in "what if" and leave the field."""
        edit = self._find(QLineEdit, f"whatif-field-{question}-value")
        edit.setFocus()
        edit.selectAll()
        edit.insert(text)
        self._find(QPushButton, "whatif-keep").setFocus()

    def keep(self) -> None:
        """Make the answer that was tried the real one."""
        self._click("whatif-keep")

    @property
    def before_and_after(self) -> tuple[str, str]:
        """Return both sides of "what if"."""
        return bare(self._says("whatif-before")), bare(self._says("whatif-after"))

    @property
    def road(self) -> list[str]:
        """Return the numbers on the road."""
        gates = names(self._page, r"result-gate-(.+)")
        return [self._find(QLabel, f"result-gate-{gate}").text() for gate in gates]

    @property
    def _view(self) -> ResultView:
        page = self._page
        assert isinstance(page, ResultView)
        return page
