"""A chosen day as an appointment for a calendar program."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Only for the type: an export alone needs it.
    from icalendar import Event

HALF_AN_HOUR = dt.timedelta(minutes=30)


def appointment(when: dt.date, title: str, text: str, now: dt.datetime) -> str:
    """Return an iCalendar file with one event; as :func:`appointments`."""
    return appointments(((when, title, text),), now)


def appointments(entries: Iterable[tuple[dt.date, str, str]], now: dt.datetime) -> str:
    """Return an iCalendar file with an event for each entry: a whole day, or half an hour when it has a time.

    Args:
        entries: A day, or a time in China; what the calendar shows, nothing about the user beyond what the caller puts
            there; and more about it.
        now: When the file is made, in China.

    Source:
        RFC 5545. A time is given in UTC, so that calendars elsewhere in the world show the same moment.
    """
    # Loaded here because only an export needs it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Disburse Check//")
    calendar.add("version", "2.0")
    for when, title, text in entries:
        calendar.add_component(_event(when, title, text, now))
    written: bytes = calendar.to_ical()
    return written.decode()


def _event(when: dt.date, title: str, text: str, now: dt.datetime) -> Event:
    # Loaded here for the same reason.
    from icalendar import Event

    event = Event()
    event.add("uid", f"{hashlib.sha256(f'{when}{title}'.encode()).hexdigest()[:24]}@disburse-check")
    event.add("dtstamp", _in_utc(now))
    if isinstance(when, dt.datetime):
        event.add("dtstart", _in_utc(when))
        event.add("dtend", _in_utc(when + HALF_AN_HOUR))
    else:
        event.add("dtstart", when)
        event.add("dtend", when + dt.timedelta(days=1))
    event.add("summary", title)
    event.add("description", text)
    return event


def _in_utc(moment: dt.datetime) -> dt.datetime:
    """Return a time in China, which has one zone and no summer time, in UTC."""
    return (moment - dt.timedelta(hours=8)).replace(tzinfo=dt.UTC)
