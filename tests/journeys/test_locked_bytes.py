"""A locked journal leaves no answer in any file: data, cache and temporary folder are searched byte by byte.

The check that is open lies in a file of its own that is not locked, as the page says; it is cleared here first. What
the journal writes is searched while it is open as well.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.journal.records import AssessmentRecord, as_json
from core.loading.library import Library
from core.schema.answers import Answer, Answers
from gui.draft import Draft, with_answer
from gui.engine import REVIEW
from gui.keeping import record_now
from gui.opening import Folders
from tests.pages.keepsakes import PASSPHRASE
from tests.pages.running import EVENING, ROOT, Clock, Starter
from tests.pages.user import User

RUN = 8
"""Bytes; shorter runs say nothing."""
TELLING: dict[str, Answer] = {
    "request.lender": "jiebei",
    "request.amount": 86421.37,
    "request.planned": dt.datetime(2026, 10, 13, 19, 43),
    "limit.available": 97531.46,
    "device.phone_changed_on": dt.date(2026, 9, 17),
    "score.history": ((dt.date(2026, 6, 13), 643.25),),
    "card.account_class": "class_two",
    "credit.overdue": "never",
}
DRAFT = Draft(Answers(EVENING.date(), "before", TELLING), "full", REVIEW)


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """Return folders for all that a program may write, the temporary one among them."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return Folders(ROOT / "content", ROOT / "resources", tmp_path / "data", tmp_path / "cache")


@pytest.fixture
def starter(qtbot: QtBot, places: Folders, clock: Clock, library: Library) -> Iterator[Starter]:
    made = Starter(qtbot, places, clock, library)
    yield made
    made.end_all()


def runs_of(record: AssessmentRecord) -> set[bytes]:
    """Return every run of bytes of the answers as they are kept that does not stand in the content anyway."""
    raw = (
        as_json(record.model_copy(update={"result": None})).partition('"answers":')[2].partition('"place"')[0].encode()
    )
    content = b"\n".join(path.read_bytes() for path in (ROOT / "content").rglob("*") if path.is_file())
    return {run for run in _runs(raw) if run not in content}


def _runs(raw: bytes) -> set[bytes]:
    return {raw[start : start + RUN] for start in range(len(raw) - RUN + 1)}


def holding(folder: Path, runs: set[bytes]) -> list[str]:
    """Return the files below a folder in which one of the runs stands."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [str(path.relative_to(folder)) for path in files if not runs.isdisjoint(_runs(path.read_bytes()))]


def keep(user: User, draft: Draft) -> None:
    user.program.parts.session.change(draft)
    user.shell.go("result")
    user.result.wait()
    user.result.keep_in_journal()


def test_that_no_run_of_an_answer_is_in_any_file_of_a_locked_journal(starter: Starter, places: Folders) -> None:
    user, folder = starter.user(), places.data.parent
    content = user.program.parts.engine.content
    runs = runs_of(record_now(DRAFT, content, EVENING, "0" * 32))
    assert len(runs) > 100
    assert b"86421.37" in runs
    keep(user, DRAFT)
    user.shell.go("journal")
    user.journal.settle()
    in_the_open = holding(folder, runs)
    assert "data/journal.db-wal" in in_the_open, "before the lock the search finds them"
    for field in ("new", "again"):
        user.journal.type(field, PASSPHRASE)
    user.journal.press("set_lock")
    user.journal.press("code_kept")
    keep(user, with_answer(DRAFT, "request.amount", 86421.38))
    user.shell.go("journal")
    user.journal.press("copies")
    user.journal.press("copy", 1)
    user.journal.press("restore_copy")
    user.journal.press("restore_sure")
    written = [name for name in holding(folder, runs) if not name.startswith("data/check")]
    assert written == [], "while the journal is open"
    user.journal.press("copies_back")
    user.journal.press("lock_now")
    user.shell.go("settings")
    user.settings.erase()
    starter.end(user.program)
    assert sorted(path.name for path in places.data.iterdir())[:1] == ["copies"]
    assert (places.data / "journal.db").stat().st_size > 0
    assert list((places.data / "copies").iterdir()) != []
    assert holding(folder, runs) == []
