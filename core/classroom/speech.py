"""The figures of a class report as people read them in one language."""

from __future__ import annotations

from core.classroom.figures import FEWEST
from core.classroom.intervals import CONFIDENCE
from core.explain.language import Language
from core.explain.report import Line


class Speech:
    """Speaks with the words under ``class_report``."""

    def __init__(self, language: Language) -> None:
        """Take the language; its content is that of the report."""
        self.language, self.words = language, language.words
        self._wording = language.wording

    def say(self, key: str, /, **facts: object) -> str:
        """Return a sentence; the smallest group shown and the certainty of ranges need not be given."""
        sure = self._wording.percent(CONFIDENCE)
        return self.words(f"class_report.{key}", **{"fewest": self.people(FEWEST), "sure": sure, **facts})

    def people(self, count: int | None) -> str:
        """Return a number of people; None is told as "fewer than five"."""
        return self.say("few") if count is None else self._wording.count(count, "people")

    def share(self, count: int, people: int) -> str:
        """Return how many of all people."""
        return self.say("share", count=count, all=self.people(people))

    def line(self, name: str, count: int, people: int) -> Line:
        """Return something that holds for some of all people, with its bar."""
        return Line(name, self.share(count, people), "", round(count / people, 3))

    def right(self, number: float) -> str:
        """Return a number of right answers, to a tenth."""
        return self._wording.count(round(number, 1), "right_items")

    def range(self, low: float, high: float) -> dict[str, str]:
        """Return both ends of a range of right answers; the unit stands once."""
        return {"low": f"{round(low, 1) + 0.0:g}".replace("-", "−"), "high": self.right(high)}

    def points(self, change: float) -> str:
        """Return a difference of shares in points with its sign, none of them as 0."""
        whole = round(100 * change)
        return self.words(f"unit.percentage_points.{'one' if abs(whole) == 1 else 'other'}", n=_signed(whole))

    def change(self, change: float, low: float, high: float) -> str:
        """Return a difference of shares with its range; the unit stands once in the range."""
        return self.say("change", change=self.points(change), low=_signed(round(100 * low)), high=self.points(high))

    def items(self, count: int) -> str:
        """Return a number of items."""
        return self._wording.count(count, "quiz_items")

    def round(self, name: str) -> str:
        """Return which round."""
        return self.say(f"round.{name}")

    def quiz(self, name: str) -> str:
        """Return the name of a set, or of a lesson."""
        key = f"quiz_set.{name}"
        return self.words(key if key in self.words else f"lesson.{name}.name")


def _signed(whole: int) -> str:
    return f"{whole:+d}".replace("-", "−") if whole else "0"
