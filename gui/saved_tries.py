"""Failed tries as plain data for the file of the draft, and back. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import Any

from core.loading.answer_values import to_moment
from core.schema.answers import Attempt
from core.schema.content import Content
from gui.draft import Draft

OF = " "
"""Between the moment of a try, a class of message, and its share."""
MESSAGES, SHARES = "messages", "shares"
"""Where a draft keeps what the present content does not know of its tries."""
ROUNDING = 1e-9


def plain_attempt(attempt: Attempt, draft: Draft) -> dict[str, Any]:
    """Return a try as plain data, with what the present content does not know of it."""
    when = attempt.when.isoformat()
    strange = dict(told.split(OF, 1) for told in draft.strange.get(MESSAGES, ()))
    plain: dict[str, Any] = {"when": when, "message": attempt.message or strange.get(when)}
    shares = dict(attempt.message_shares)
    if shares or not attempt.message:  # one chosen by hand has taken the place of what was decoded
        shares |= _strange_shares(when, draft.strange.get(SHARES, ()))
    if shares:
        plain["message_shares"] = shares
    return plain


def to_attempt(raw: dict[str, Any], content: Content) -> Attempt:
    """Return a try from plain data, without what the present content does not know.

    Raises:
        NotAnAnswerError: Its time is none.
        ValueError, KeyError, TypeError: It is no try.
    """
    message = raw["message"]
    shares = tuple((name, share) for name, share in _shares(raw).items() if name in content.messages)
    return Attempt(to_moment(raw["when"]), message if message in content.messages else None, shares)


def strange_in(attempts: Iterable[dict[str, Any]], content: Content) -> dict[str, tuple[str, ...]]:
    """Return what the present content does not know of these tries: messages, and shares of messages."""
    known, raws = (None, *content.messages), list(attempts)
    return {
        MESSAGES: tuple(f"{raw['when']}{OF}{raw['message']}" for raw in raws if raw["message"] not in known),
        SHARES: tuple(
            f"{raw['when']}{OF}{name}{OF}{share!r}"
            for raw in raws
            for name, share in _shares(raw).items()
            if name not in known
        ),
    }


def _strange_shares(when: str, told: Iterable[str]) -> dict[str, float]:
    mine = (one.removeprefix(when + OF).rsplit(OF, 1) for one in told if one.startswith(when + OF))
    return {name: float(share) for name, share in mine}


def _shares(raw: dict[str, Any]) -> dict[str, float]:
    """Return the shares of a try, none before there were any."""
    shares = {str(name): _share(share) for name, share in raw.get("message_shares", {}).items()}
    if fsum(shares.values()) > 1 + ROUNDING:
        raise ValueError
    return shares


def _share(raw: object) -> float:
    # Not a number compares as outside.
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 < raw <= 1:
        raise ValueError
    return float(raw)
