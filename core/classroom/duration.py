"""How long a workshop is likely to take: a rule of thumb of ours, told as such and meant to be changed."""

from __future__ import annotations

import math

from core.library.walk import Walk
from core.schema.quiz import QuizSet

OPENING = 10
"""Minutes for welcome, the code of the workshop, and the way in on every machine."""
EACH_ITEM = 1.0
EACH_STORY = 4.0
"""Reading a case, thinking what stops it, and how it ended."""
EACH_TOLD = 0.5
EACH_DISCUSSED = 3.0
SHORTEST, LONGEST = 10, 600
"""What :class:`core.classroom.plan.Plan` takes."""


def quiz_minutes(pairs: QuizSet) -> int:
    """Return the minutes for both rounds of a quiz."""
    return math.ceil(EACH_ITEM * (len(pairs.before) + len(pairs.after)))


def case_minutes(walk: Walk, questions: int) -> int:
    """Return the minutes for stepping through a case and discussing its questions."""
    return math.ceil(EACH_STORY + EACH_TOLD * len(walk.steps) + EACH_DISCUSSED * questions)


def bounded(minutes: int) -> int:
    """Return minutes as a plan may say them.

    Examples:
        >>> bounded(3), bounded(95), bounded(5000)
        (10, 95, 600)
    """
    return min(max(minutes, SHORTEST), LONGEST)
