"""Random borrowers who answer the shipped questions."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import strategies as st

from core.estimate.samples import typical_answers
from core.schema.answers import NOT_SURE, Answer, Answers, Attempt
from core.schema.content import Content, Mode

AS_OF = dt.date(2026, 9, 24)
"""A Thursday before a holiday, six days from the end of a quarter: many dated facts change within the horizon."""
LAST_TRY = dt.datetime(2026, 9, 24, 9, 30)
SEEDS = st.integers(0, 100_000)


def borrower(content: Content, seed: int, mode: Mode | None = None) -> Answers:
    """Return one borrower: each question answered as somebody would, or "not sure", or skipped.

    A planned time may lie on another day, failures may have an hour or only a day, and what was done may be said.
    """
    stream = random.Random(seed)
    answered = stream.choice([0.2, 0.6, 0.9])
    values: dict[str, Answer] = {}
    for name, question in content.questions.items():
        dice = stream.random()
        if dice < answered:
            possible, shares = zip(*typical_answers(question, AS_OF), strict=True)
            values[name] = stream.choices(possible, shares)[0]
        elif dice < answered + 0.1:
            values[name] = NOT_SURE
    if stream.random() < 0.4:
        day = AS_OF + dt.timedelta(days=stream.choice([0, 1, 5, 8, 30]))
        values["request.planned"] = dt.datetime.combine(day, dt.time(stream.choice([1, 10, 23]), 20))
    chosen: Mode = mode or ("before" if stream.random() < 0.5 else "after")
    attempts = _attempts(content, stream) if chosen == "after" else ()
    done = tuple(stream.sample(list(content.actions), stream.choice([0, 0, 2])))
    return Answers(AS_OF, chosen, values, attempts, (), done)


def _attempts(content: Content, stream: random.Random) -> tuple[Attempt, ...]:
    messages = [None, *content.messages]
    moments: list[dt.date] = [LAST_TRY - dt.timedelta(hours=9 * n) for n in range(stream.randint(0, 3))]
    if moments and stream.random() < 0.3:
        moments = [LAST_TRY.date()]
    return tuple(Attempt(when, stream.choice(messages)) for when in reversed(moments))
