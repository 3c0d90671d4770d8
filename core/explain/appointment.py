"""A chosen day as an appointment for a calendar program."""

from __future__ import annotations

import datetime as dt
import hashlib

HALF_AN_HOUR = dt.timedelta(minutes=30)


def appointment(when: dt.date, title: str, text: str, now: dt.datetime) -> str:
    """Return an iCalendar file with one event: a whole day, or half an hour when ``when`` has a time.

    Args:
        when: A day, or a time in China.
        title: What the calendar shows; nothing about the user beyond what the caller puts there.
        text: More about it.
        now: When the file is made, in China.

    Source:
        RFC 5545. A time is given in UTC, so that calendars elsewhere in the world show the same moment.
    """
    # Loaded here because only an export needs it.
    from icalendar import Calendar, Event

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
    calendar = Calendar()
    calendar.add("prodid", "-//Disburse Check//")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written.decode()


def _in_utc(moment: dt.datetime) -> dt.datetime:
    """Return a time in China, which has one zone and no summer time, in UTC."""
    return (moment - dt.timedelta(hours=8)).replace(tzinfo=dt.UTC)
