"""A decoded text as the message of a failed try: what becomes of the draft. No Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.decode.mixing import GENERIC
from core.decode.result import Decoded
from core.schema.answers import Attempt
from gui.draft import Draft, at_step, fresh, on_day, with_attempts
from gui.engine import MESSAGE, MOMENT


def as_try(draft: Draft, decoded: Decoded, now: dt.datetime) -> Draft:
    """Return the draft after a failure, its last try with this message: all classes with their shares, no text.

    A draft that was begun keeps its answers. The next step asks when the try was made.
    """
    base = on_day(draft, now.date()) if draft.begun else fresh(now.date(), "after", "short")
    attempts = base.answers.attempts or (Attempt(now.replace(second=0, microsecond=0)),)
    message = decoded.classes[0].id if decoded.classes else GENERIC
    shares = tuple((guess.id, guess.probability) for guess in decoded.classes)
    last = replace(attempts[-1], message=message, message_shares=shares)
    after = replace(
        base,
        answers=replace(base.answers, mode="after"),
        way="short" if base.way == "safety" else base.way,
        skipped=tuple(step for step in base.skipped if step != MESSAGE),
    )
    return at_step(with_attempts(after, (*attempts[:-1], last)), MOMENT)
