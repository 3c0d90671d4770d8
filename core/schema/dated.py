"""The base of what was checked on a day and is in force for a while."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from core.schema.network import Sourced

Confidence = Literal["seen", "secondary", "unverified"]


class Dated(Sourced):
    """An entry that was checked on a day and is in force for a while."""

    confidence: Confidence
    last_checked: dt.date
    review_by: dt.date
    effective_from: dt.date | None = None
    effective_to: dt.date | None = None
