"""A measurement as plain data -> :class:`Measurement`, and back: for answers files and for what the window saves."""

from __future__ import annotations

import datetime as dt
from typing import Any

from core.loading.answer_values import NotAnAnswerError, between, to_moment
from core.schema.answers import FIGURES, Measurement

KEYS = ("instrument", "when", "figures")
TOO_BIG = 1e6
"""No figure is larger: twenty hosts make 20,000 rounds at most, and a round lasts a minute at most."""


def to_measurement(raw: object) -> Measurement:
    """Return the measurement in a table with ``instrument``, ``when`` and ``figures``.

    Raises:
        NotAnAnswerError: A key or a figure is missing, unknown or out of bounds.
    """
    if not isinstance(raw, dict) or set(raw) != set(KEYS):
        raise NotAnAnswerError(", ".join(KEYS))
    instrument, figures = raw["instrument"], raw["figures"]
    if not isinstance(instrument, str) or instrument not in FIGURES:
        raise NotAnAnswerError(f"instrument = {' | '.join(FIGURES)}")
    if not isinstance(figures, dict) or set(figures) != set(FIGURES[instrument]):
        raise NotAnAnswerError(f"figures = {', '.join(FIGURES[instrument])}")
    when = to_moment(raw["when"])
    if not isinstance(when, dt.datetime):
        raise NotAnAnswerError("2026-09-27T10:30:00")
    return Measurement(instrument, when, {name: _figure(figures[name]) for name in FIGURES[instrument]})


def from_measurement(measurement: Measurement) -> dict[str, Any]:
    """Return a measurement as plain data that :func:`to_measurement` reads."""
    when = measurement.when.isoformat(timespec="seconds")
    return {"instrument": measurement.instrument, "when": when, "figures": dict(measurement.figures)}


def _figure(raw: object) -> float:
    # Not a number compares as outside.
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 <= raw <= TOO_BIG:
        raise NotAnAnswerError(between(0, TOO_BIG))
    return float(raw)
