"""The draft on disk: one small JSON file, replaced whole after every answer, with the one before it kept beside it.

Nothing but answers to the content's questions is in it: there is no field for a name, a number or an account. When the
journal has a lock, it lies under that as well, see :mod:`core.journal.drawer`. No Qt.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import AppError
from core.files import put_aside, sweep
from core.journal.drawer import Drawer
from core.journal.names import CHECK, CHECK_BEFORE
from core.journal.shut_boxes import BoxError, NewerBoxError
from core.loading.answer_values import NotAnAnswerError, to_answer, to_moment
from core.loading.measurements import from_measurement, to_measurement
from core.schema.answers import Answer, Answers
from core.schema.content import Content
from gui.draft import WAYS, Draft, Way
from gui.saved_tries import plain_attempt, strange_in, to_attempt

FORMAT = 3
"""To be raised when the file changes its shape; a newer one is never touched, an older one is read.

2 added ``measured``, 3 the ``message_shares`` of a try: a program that does not know one would write the file without.
"""
FILE, BEFORE = CHECK, CHECK_BEFORE
"""Where it lies while there is no lock."""


class DamagedError(Exception):
    """A file is there and is not a check."""


class NewerError(Exception):
    """A file was written by a newer program."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was on disk: a draft or none, when it was saved, and the word for what is to be told about it, if any."""

    draft: Draft | None = None
    saved: dt.datetime | None = None
    notice: str = ""
    file: str = ""


class Saving:
    """Reads and writes the draft in one folder."""

    keeps = True
    """Whether what is written is there at the next start."""

    def __init__(self, folder: Path | None, content: Content) -> None:
        """Take the folder, made when it is first written to; without one nothing can be written."""
        self._folder, self._content = folder or Path(), content
        self.drawer = Drawer(folder)
        self._newer = self._swept = False

    @property
    def file(self) -> Path:
        """Return where the draft lies."""
        return self.drawer.files[0]

    @property
    def locked(self) -> bool:
        """Return whether there is a lock that nobody has opened: nothing can be read or written."""
        return self.drawer.state == "locked"

    def write(self, draft: Draft, now: dt.datetime) -> None:
        """Put the draft on disk before anything else happens.

        Raises:
            CannotWriteError: The disk is full or read-only; what was saved before is unchanged.
            LockedError: There is a lock that nobody has opened; what was saved before is unchanged.
        """
        if self._newer:
            raise AppError("saved_by_newer", file=str(self.file))
        text = json.dumps(_as_json(draft, now), indent=1)
        self.drawer.write(f"{text}\n".encode())

    def read(self) -> Found:
        """Return what was saved. A damaged file is put aside under another name, and the one before it is used.

        Nothing is found while there is a lock that nobody has opened.
        """
        if not self._swept:  # at the start alone: later the journal may be writing beside it
            sweep(self._folder)
            self._swept = True
        if self.locked:
            return Found()
        damaged = unreadable = ""
        for file in self.drawer.files:
            try:
                draft, saved = self._read(file)
            except FileNotFoundError:
                continue
            except NewerError:
                self._newer = True
                return Found(notice="newer", file=str(file))
            except OSError:
                unreadable = unreadable or str(file)
                continue
            except DamagedError:
                aside = put_aside(file)
                damaged = damaged or aside
                unreadable = unreadable or ("" if aside else str(file))
                continue
            notice = "damaged" if damaged else ""
            return Found(draft, saved, notice, damaged)
        if damaged:
            return Found(notice="damaged", file=damaged)
        return Found(notice="unreadable" if unreadable else "", file=unreadable)

    def erase(self) -> None:
        """Remove the draft and the one before it, but nothing that a newer program saved or that lies under a lock."""
        if not self._newer:
            self.drawer.clear()

    def forget(self) -> None:
        """Remove every file that may hold an answer: the draft, the one before it, and copies put aside as damaged.

        Only on the user's word: whoever could mend a damaged copy needs it. What lies under a lock goes as well.
        """
        sweep(self._folder)
        if not self._newer:
            self.drawer.clear_all()

    def _read(self, file: Path) -> tuple[Draft, dt.datetime]:
        try:
            data = json.loads(self.drawer.read(file))
            if data["format"] > FORMAT:
                raise NewerError
            saved = to_moment(data["saved"])
            if not isinstance(saved, dt.datetime):
                raise DamagedError
            return _draft_of(data, self._content), saved
        except NewerBoxError:
            raise NewerError from None
        except (BoxError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
            raise DamagedError from error


class NoSaving(Saving):
    """A guest's: nothing is written, and nothing of whoever owns the computer is read or touched."""

    keeps = False

    def __init__(self, content: Content) -> None:
        """Take no folder."""
        super().__init__(None, content)

    def write(self, draft: Draft, now: dt.datetime) -> None:
        """Do nothing."""

    def read(self) -> Found:
        """Find nothing."""
        return Found()

    def erase(self) -> None:
        """Do nothing."""

    def forget(self) -> None:
        """Do nothing."""


def saving_in(folder: Path | None, content: Content) -> Saving:
    """Return what saves in a folder; without one, what saves nothing."""
    return Saving(folder, content) if folder else NoSaving(content)


def _as_json(draft: Draft, now: dt.datetime) -> dict[str, Any]:
    answers = draft.answers
    return {
        "format": FORMAT,
        "saved": now.isoformat(timespec="seconds"),
        "as_of": answers.as_of.isoformat(),
        "mode": answers.mode,
        "way": draft.way,
        "at": draft.at,
        "skipped": list(draft.skipped),
        "put": list(draft.put),
        "answers": {**draft.kept, **{name: _plain(value) for name, value in answers.values.items()}},
        "measured": {name: from_measurement(by) for name, by in answers.measured.items()},
        "attempts": [plain_attempt(attempt, draft) for attempt in answers.attempts],
        "objections": [*answers.objections, *draft.strange.get("objections", ())],
        "done": [*answers.done, *draft.strange.get("done", ())],
    }


def _plain(value: Answer) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [[item[0].isoformat(), item[1]] if isinstance(item, tuple) else item for item in value]
    return value


def _draft_of(data: dict[str, Any], content: Content) -> Draft:
    values: dict[str, Answer] = {}
    kept: dict[str, Any] = {}
    for name, raw in data["answers"].items():
        try:
            values[name] = to_answer(content.questions[name], raw)
        except (KeyError, NotAnAnswerError):
            kept[name] = raw
    answers = Answers(
        as_of=dt.date.fromisoformat(data["as_of"]),
        mode="after" if data["mode"] == "after" else "before",
        values=values,
        attempts=tuple(to_attempt(raw, content) for raw in data["attempts"]),
        objections=tuple(name for name in data["objections"] if name in content.causes),
        done=tuple(name for name in data["done"] if name in content.actions),
        measured={name: to_measurement(raw) for name, raw in data.get("measured", {}).items()},
    )
    way: Way = next((name for name in WAYS if name == data["way"]), "full")
    strange = {
        "objections": tuple(str(name) for name in data["objections"] if name not in content.causes),
        "done": tuple(str(name) for name in data["done"] if name not in content.actions),
        **strange_in(data["attempts"], content),
    }
    told = {name: names for name, names in strange.items() if names}
    skipped, put = tuple(map(str, data["skipped"])), tuple(map(str, data.get("put", ())))
    return Draft(answers, way, str(data["at"]), skipped, put, kept, told)
