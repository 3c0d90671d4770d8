"""What is typed to narrow the list down, as what the journal is asked for. No Qt."""

from __future__ import annotations

from typing import Any

from gui.desk import Desk
from gui.typed import day_in

MOST_TERMS = 40
"""A text that fits more names than this is looked for by the first of them."""


def read_field(field: str, text: str, desk: Desk) -> dict[str, Any]:
    """Return what a field changes of what is looked for."""
    if field == "text":
        return {"text": text, "terms": terms_for(text, desk)}
    if field in ("first", "last"):
        return {f"{field}_text": text, field: day_in(text, desk.now().date())}
    return {field: text}


def terms_for(text: str, desk: Desk) -> tuple[str, ...] | None:
    """Return the terms under which the journal keeps what a text names: causes, messages, chosen options.

    None without a text; nothing when it fits no name.
    """
    sought = text.strip().casefold()
    if not sought:
        return None
    words, content = desk.speaker.words, desk.engine.content
    named = [(f"cause={name}", words(f"cause.{name}.name")) for name in content.causes]
    named += [(f"message={name}", words(f"message.{name}.name")) for name in content.messages]
    for name, question in content.questions.items():
        named += [(f"{name}={option.id}", words(f"question.{name}.option.{option.id}")) for option in question.options]
    return tuple(term for term, name in named if sought in name.casefold())[:MOST_TERMS]
