"""What the tests of the journal share: a clock, records to keep, and a look at every byte that was written."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path

from core.journal.journal import Journal
from core.journal.records import RECORD, AnyRecord, AssessmentRecord, CauseSummary, ResultSummary

NOON = dt.datetime(2026, 11, 25, 12, 0)
PASSPHRASE = "vier gelbe Enten"
TELLING = "answer_nobody_else_would_give"
"""An option that stands nowhere but in an answer."""


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> dt.datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += dt.timedelta(**span)


Opener = Callable[[], Journal]


def uid(number: int) -> str:
    return f"{number:032x}"


def check_of(number: int, **said: object) -> AssessmentRecord:
    """Return a small assessment; the same number gives the same one."""
    plain = {"uid": uid(number), "day": "2026-11-20", "changed": NOON, "answers": {"request.lender": "jiebei"}}
    return AssessmentRecord.model_validate({**plain, **said})


def result_of(arrives: float = 0.8, **causes: float) -> ResultSummary:
    listed = [CauseSummary(id=name, blocker=share) for name, share in causes.items()]
    return ResultSummary(band="moderate", arrives=arrives, causes=listed)


def one_of_each() -> list[AnyRecord]:
    plain: list[dict[str, object]] = [
        {"kind": "assessment", "answers": {"card.kind": TELLING, "request.amount": 8000.0}},
        {"kind": "score", "of": "platform", "value": 652.0},
        {"kind": "attempt", "when": "2026-11-20T10:30", "outcome": "failed", "message": "card_class_limit"},
        {"kind": "note", "place": "lender_service", "text": "They said: wait three days."},
        {"kind": "quiz", "quiz": "start", "chosen": {"q1": "a"}, "right": ["q1"]},
        {"kind": "sent", "letter": "dispute_credit_entry"},
    ]
    base = {"day": "2026-11-20", "changed": NOON}
    return [RECORD.validate_python({**base, **one, "uid": uid(number)}) for number, one in enumerate(plain, start=1)]


def tree(folder: Path) -> dict[str, str]:
    """Return every file and folder below with a fingerprint of its bytes."""
    found = sorted(folder.rglob("*"))
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in found
    }


def holding(folder: Path, text: str, run: int = 8) -> list[str]:
    """Return the files in which a run of so many bytes of ``text`` stands."""
    raw = text.encode()
    runs = {raw[start : start + run] for start in range(len(raw) - run + 1)}
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path.name for path in files if any(part in path.read_bytes() for part in runs))
