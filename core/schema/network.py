"""The picture of ``network.toml``, and the base it shares with every other picture of the content.

The base stands here and not in :mod:`core.schema.content`, because that file needs this one.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(gt=0, le=1)]
Port = Annotated[int, Field(ge=1, le=65535)]

Grade = Literal["official", "platform", "code", "reported", "contested"]


class Picture(BaseModel):
    """Base of all pictures: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sourced(Picture):
    """An entry that says where its numbers come from; ``because`` is the reason of a judgement."""

    sources: tuple[str, ...] = Field(min_length=1)
    because: str = ""


class ProbeHost(Sourced):
    """A host that the network page proposes; ``id`` names its words, ``target`` is written HOST:PORT."""

    id: str
    target: str


class NetworkThresholds(Sourced):
    """``network.toml``: how the network probe asks, and from where on a line is called shaky.

    What each figure means is told at :class:`core.measure.settings.ProbeSettings`, which is filled from here.
    """

    grade: Grade
    last_checked: dt.date
    review_by: dt.date
    rounds: int = Field(ge=1, le=1000)
    timeout_s: float = Field(ge=0.1, le=60)
    spacing_s: float = Field(ge=0)
    fewest_rounds: int = Field(ge=1)
    shaky_failed_share: Share
    shaky_p95_ms: float = Field(gt=0)
    shaky_jitter_ms: float = Field(gt=0)
    often_failed_share: Share
    plain_ports: tuple[Port, ...]
    impossible_name: str = Field(pattern=r"\.invalid$")
    host: tuple[ProbeHost, ...] = Field(min_length=1)
