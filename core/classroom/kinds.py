"""The narrow types a result of a workshop is made of, and what is wrong when something does not fit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from core.errors import AppError

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
"""A stable name from the content; too narrow for a sentence, and none begins with a digit or a sign of a formula."""
Mark = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
WorkshopCode = Annotated[str, Field(pattern=r"^[2-9a-hjkmnp-z]{4,12}$")]
"""What is shown on the wall: lower-case letters and digits, without 0 o 1 i l, which look alike."""
Number = Annotated[float, Field(allow_inf_nan=False, ge=-1e12, le=1e12)]
Round = Literal["before", "after", "alone"]
Band = Literal["low", "moderate", "elevated", "high"]


class BadCodeError(AppError):
    """A code word, or the code of a workshop, cannot be used as it was typed."""

    code = "class_word_empty"


class BadPayloadError(AppError):
    """What was scanned or pasted is no result, or not all of it."""

    code = "class_payload_damaged"


class TooLargeError(AppError):
    """A result is too large to be shown as codes; as a file it fits."""

    code = "class_payload_too_large"
