"""The steps about failed tries: what a touch there makes of the draft. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from core.schema.answers import NOT_SURE, Attempt, as_moment
from gui.draft import Draft, with_attempts
from gui.engine import MESSAGE, MOMENT
from gui.questions.kinds import TIME, VALUE, TypedError
from gui.typed import clock_in, day_in

MORNING, EVENING = dt.time(9), dt.time(20)
EXAMPLE = dt.time(20, 15)


def with_row(draft: Draft, row: str, now: dt.datetime) -> Draft:
    """Return the draft after a row was chosen: a message, or an earlier try that is taken off."""
    attempts = draft.answers.attempts
    if draft.at == MESSAGE:
        last = attempts[-1] if attempts else Attempt(whole_minute(now))
        # What is chosen by hand takes the place of what a decoded text left open.
        told = replace(last, message=None if row == NOT_SURE else row, message_shares=())
        return with_attempts(draft, (*attempts[:-1], told))
    number = int(row.removeprefix("try-"))
    return with_attempts(draft, (*attempts[:number], *attempts[number + 1 :]))


def with_moment(draft: Draft, when: dt.date) -> Draft:
    """Return the draft with the last try at another time."""
    attempts = draft.answers.attempts or (Attempt(when),)
    # Where it now lies before another try, times change places and messages stay: the last one is the one asked about.
    times = sorted((*(attempt.when for attempt in attempts[:-1]), when), key=as_moment)
    return with_attempts(draft, tuple(replace(one, when=time) for one, time in zip(attempts, times, strict=True)))


def with_earlier(draft: Draft, when: dt.date) -> Draft:
    """Return the draft with one more try."""
    return with_attempts(draft, (Attempt(when), *draft.answers.attempts))


def moment_of(chip: str, now: dt.datetime) -> dt.datetime:
    """Return the moment a shortcut stands for; never later than now."""
    if chip == "this_morning":
        return min(whole_minute(now), dt.datetime.combine(now.date(), MORNING))
    if chip == "yesterday_evening":
        return dt.datetime.combine(now.date() - dt.timedelta(days=1), EVENING)
    return whole_minute(now)


def written_moment(draft: Draft) -> dict[str, str]:
    """Return the time of the last try as it would be typed; nothing where another one is asked for."""
    attempts = draft.answers.attempts
    if draft.at != MOMENT or not attempts:
        return {VALUE: "", TIME: ""}
    when = attempts[-1].when
    return {VALUE: f"{when:%Y-%m-%d}", TIME: f"{when:%H:%M}" if isinstance(when, dt.datetime) else ""}


def typed_moment(draft: Draft, typed: Mapping[str, str], now: dt.datetime) -> dt.date:
    """Return the moment in the two fields: a day, with the time where one was given.

    Raises:
        TypedError: Not a day, not a time, or later than now.
    """
    texts = {**written_moment(draft), **typed}
    day, clock = day_in(texts[VALUE], now.date()), clock_in(texts[TIME]) if texts[TIME].strip() else None
    if day is None:
        raise TypedError("checklist.error.day", example=f"{now:%Y-%m-%d}")
    if texts[TIME].strip() and clock is None:
        raise TypedError("checklist.error.time", example=f"{EXAMPLE:%H:%M}")
    if dt.datetime.combine(day, clock or dt.time()) > now:
        raise TypedError("checklist.error.ahead")
    return dt.datetime.combine(day, clock) if clock else day


def whole_minute(now: dt.datetime) -> dt.datetime:
    """Return a moment without its seconds: nobody remembers them."""
    return now.replace(second=0, microsecond=0)
