"""Frozen picture of one telephone call to a lender or a bank: what was answered, by whom, when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["robot", "agent", "senior", "bank_staff", "other"]
"""Who answered: the position only. A name has no place in the program."""


@dataclass(frozen=True, slots=True)
class HotlineNote:
    """What a borrower noted of a call.

    Attributes:
        when: The day, or the time in China.
        channel: Whom they called, an id of ``channels.toml``.
        role: Who answered.
        answers: Question of ``hotline.toml`` -> option, day, or class of message. Missing: not asked, or not answered.
    """

    when: dt.date | dt.datetime
    channel: str = "lender_service"
    role: Role = "agent"
    answers: Mapping[str, str | dt.date] = field(default_factory=dict)
