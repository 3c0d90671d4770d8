"""The signs of fraud in a pasted text as answers of the check, so that nobody has to tell them again. No Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.facts.signs import answers_behind
from core.schema.content import Content
from gui.decoding.reading import Kept
from gui.desk import Desk
from gui.draft import Draft, fresh


def are_told(kept: Kept, draft: Draft, content: Content) -> bool:
    """Return whether the check has the signs of a text among its answers."""
    return kept.decoded is not None and with_signs(draft, kept.decoded.scam.flags, content) == draft


def take_signs(kept: Kept, desk: Desk) -> None:
    """Answer as a text says, and show what comes of a stop sign, or a check begun by it. One step back undoes it."""
    if kept.decoded is None or not kept.ready or not kept.decoded.scam.flags:
        return
    content, draft = desk.engine.content, desk.session.draft
    begun = draft if draft.begun else _begun(desk.now().date(), content)
    desk.session.begin(with_signs(begun, kept.decoded.scam.flags, content))
    if kept.decoded.scam.level == "stop":
        desk.visit("result")
    elif not draft.begun:
        desk.visit("checklist")


def with_signs(draft: Draft, flags: tuple[str, ...], content: Content) -> Draft:
    """Return the draft with the answers that raise some flags; the others stay."""
    values = answers_behind(flags, draft.answers.values, content)
    if values == draft.answers.values:
        return draft
    told = {name for name, value in values.items() if draft.answers.values.get(name) != value}
    skipped = tuple(step for step in draft.skipped if step not in told)
    return replace(draft, answers=replace(draft.answers, values=values), skipped=skipped)


def _begun(today: dt.date, content: Content) -> Draft:
    """Return a check of the signs of fraud alone, at its first question."""
    return replace(fresh(today, "before", "safety"), at=next(iter(content.questions)))
