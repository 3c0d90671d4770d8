"""The page of the quiz."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton

from gui.widgets.text import Text
from tests.pages.base import PageObject
from tests.pages.finding import is_shown, names


class QuizPage(PageObject):
    """Rounds to begin, questions to answer, and how it went."""

    @property
    def rounds(self) -> list[str]:
        """Return the addresses of what can be begun, with strokes between their parts."""
        return names(self._page, r"quiz-begin-(.+)")

    def begin(self, address: str) -> None:
        """Begin a round."""
        self._click(f"quiz-begin-{address.replace(':', '-')}")

    def resume(self) -> None:
        """Go on with the round that waits."""
        self._click("quiz-resume")

    @property
    def waits(self) -> bool:
        """Return whether a round waits."""
        return is_shown(self._page, "quiz-resume")

    @property
    def prompt(self) -> str:
        """Return what is asked; nothing when nothing is."""
        return self._says("quiz-prompt")

    @property
    def place(self) -> str:
        """Return which question it is."""
        return self._says("quiz-place")

    @property
    def options(self) -> list[str]:
        """Return the options of the question."""
        return names(self._page, r"quiz-answer-.+-(\w+)")

    @property
    def chosen(self) -> list[str]:
        """Return the options that are chosen."""
        rows = self._page.findChildren(QAbstractButton)
        shown = [row for row in rows if row.objectName().startswith("quiz-answer-") and row.isVisibleTo(self._page)]
        return [row.objectName().rsplit("-", 1)[1] for row in shown if row.isChecked()]

    def choose(self, option: str) -> None:
        """Choose an option."""
        rows = self._page.findChildren(QAbstractButton)
        next(row for row in rows if row.objectName().endswith(f"-{option}") and row.isVisibleTo(self._page)).click()

    @property
    def field(self) -> QLineEdit:
        """Return the field for a number."""
        fields = self._page.findChildren(QLineEdit)
        return next(field for field in fields if field.isVisibleTo(self._page))

    def type(self, words: str) -> None:
        """Write in the field, in place of what stands there."""
        self.field.setText(words)
        self.field.textEdited.emit(words)

    @property
    def error(self) -> str:
        """Return what is wrong with what was typed."""
        return self._says("quiz-error")

    @property
    def left_open(self) -> str:
        """Return the remark about questions without an answer."""
        return self._says("quiz-left-open")

    def next(self) -> None:
        """Go on; at the last question, hand in."""
        self._click("quiz-next")

    def clear(self) -> None:
        """Take the answer back."""
        self._click("quiz-clear")

    def go_to(self, place: int) -> None:
        """Go to a question by its place, from 0."""
        self._click(f"quiz-step-{place}")

    def leave(self) -> None:
        """Look for other questions."""
        self._click("quiz-other" if is_shown(self._page, "quiz-other") else "quiz-leave")

    @property
    def is_done(self) -> bool:
        """Return whether it is told how the round went."""
        return is_shown(self._page, "quiz-sum")

    @property
    def sum(self) -> str:
        """Return how the round went, in words."""
        return self._says("quiz-sum")

    @property
    def answered(self) -> list[str]:
        """Return the questions that are gone through, in order."""
        return names(self._page, r"quiz-verdict-(.+)")

    def says(self, part: str, item: str) -> str:
        """Return what is told of a question: its verdict, what was chosen, what would be right, why."""
        found = self._page.findChildren(Text, f"quiz-{part}-{item}")
        return "\n".join(text.plain for text in found if text.isVisibleTo(self._page))

    def read(self, item: str) -> None:
        """Open the article of a question."""
        self._click(f"quiz-read-{item}")

    def keep(self) -> None:
        """Keep the round in the journal."""
        self._click("quiz-keep")

    @property
    def can_keep(self) -> bool:
        """Return whether the round can still be kept."""
        return self._find(QPushButton, "quiz-keep").isEnabled()

    def again(self) -> None:
        """Ask the same questions again."""
        self._click("quiz-again")

    def take_paired(self) -> None:
        """Ask the other part of the set."""
        self._click("quiz-paired")

    def settle(self) -> None:
        """Wait until nothing is being written or looked up."""
        self._settle()
