"""The page "check your answers"."""

from __future__ import annotations

from tests.pages.base import PageObject
from tests.pages.finding import names


class ReviewPage(PageObject):
    """Every step with its answer."""

    @property
    def steps(self) -> list[str]:
        """Return the steps listed."""
        return names(self._page, r"review-answer-(.+)")

    def answer(self, step: str) -> str:
        """Return what stands beside a step."""
        return self._says(f"review-answer-{step}")

    def measured(self, step: str) -> str:
        """Return how the answer was measured."""
        return self._says(f"review-measured-{step}")

    def change(self, step: str) -> None:
        """Go to a step."""
        self._click(f"review-change-{step}")

    def back(self) -> None:
        """Go back to the last step."""
        self._click("review-back")

    def see_result(self) -> None:
        """Go on to the result."""
        self._click("review-result")
