"""A check with answers that nobody else would give, kept and locked by somebody in front of the window."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from core.schema.answers import Answer, Answers, Attempt
from gui.draft import Draft
from tests.pages.keepsakes import KEPT, PASSPHRASE
from tests.pages.user import User

EVENING = dt.date(2026, 9, 28)
VALUES: dict[str, Answer] = {
    **KEPT.answers.values,
    "request.amount": 34567.89,
    "limit.available": 76543.21,
    "request.planned": dt.datetime(2026, 9, 29, 20, 5),
    "device.phone_changed_on": dt.date(2026, 9, 17),
    "score.history": ((dt.date(2026, 8, 13), 612.75),),
    "card.state": "normal",
}
TRIES = (Attempt(dt.datetime(2026, 9, 27, 19, 42), "overall_score"),)
SAID = Draft(Answers(EVENING, "after", VALUES, TRIES), "full", "card.state")
TOLD = ("34567.89", "76543.21", "2026-09-29T20:05", "2026-09-17", "2026-08-13", "2026-09-27T19:42")
"""Answers as they stand in a file, eight bytes or longer, and nobody else's."""
PAIRS = ('"card.account_class": "class_two"', '"limit.shown_state": "available"', '"request.lender": "jiebei"')
"""Questions with their answers: either alone stands in the content as well."""


def lock(user: User) -> None:
    """Put the lock on, on the journal page."""
    user.shell.go("journal")
    user.journal.type("new", PASSPHRASE)
    user.journal.type("again", PASSPHRASE)
    user.journal.press("set_lock")
    user.journal.press("code_kept")


def keep(user: User, draft: Draft = SAID) -> None:
    """Answer, and keep the check in the journal."""
    user.program.parts.session.change(draft)
    user.shell.go("result")
    user.result.wait()
    user.result.keep_in_journal()
    user.journal.settle()


def unlock(user: User, secret: str = PASSPHRASE) -> None:
    """Type the passphrase, on the journal page."""
    user.journal.type("secret", secret)
    user.journal.press("unlock")


def holding(place: Path) -> dict[str, list[str]]:
    """Return what was told that stands in a file below a folder, and the names of the files."""
    files = {path: path.read_bytes() for path in place.rglob("*") if path.is_file()}
    found = {text: sorted(path.name for path, raw in files.items() if text.encode() in raw) for text in TOLD + PAIRS}
    return {text: names for text, names in found.items() if names}
