"""The draft on disk: one small JSON file, replaced whole after every answer, with the one before it kept beside it.

A store of its own until the journal takes over. Nothing but answers to the content's questions is in it: there is no
field for a name, a number or an account.
"""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import AppError
from core.files import write_whole
from core.loading.answer_values import NotAnAnswerError, to_answer, to_moment
from core.schema.answers import Answer, Answers, Attempt
from core.schema.content import Content
from gui.draft import WAYS, Draft, Way

FORMAT = 1
"""To be raised when the file changes its shape; a newer one is never touched."""
FILE, BEFORE = "check.json", "check.before.json"


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

    def __init__(self, folder: Path, content: Content) -> None:
        """Take the folder, made when it is first written to."""
        self._folder, self._content = folder, content
        self._sealed = False

    @property
    def file(self) -> Path:
        """Return where the draft lies."""
        return self._folder / FILE

    def write(self, draft: Draft, now: dt.datetime) -> None:
        """Put the draft on disk before anything else happens.

        Raises:
            CannotWriteError: The disk is full or read-only; what was saved before is unchanged.
        """
        if self._sealed:
            raise AppError("saved_by_newer", file=str(self.file))
        with suppress(OSError):  # write_whole will say what is wrong with the folder
            self._folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(_as_json(draft, now), ensure_ascii=False, indent=1)
        with suppress(OSError):
            self.file.replace(self._folder / BEFORE)
        write_whole(self.file, text + "\n")

    def read(self) -> Found:
        """Return what was saved. A damaged file is put aside under another name, and the one before it is used."""
        damaged = ""
        for name in (FILE, BEFORE):
            try:
                draft, saved = self._read(self._folder / name)
            except FileNotFoundError:
                continue
            except NewerError:
                self._sealed = True
                return Found(notice="newer", file=str(self._folder / name))
            except (DamagedError, OSError):
                damaged = damaged or self._put_aside(self._folder / name)
                continue
            return Found(draft, saved, "damaged" if damaged else "", damaged)
        return Found(notice="damaged" if damaged else "", file=damaged)

    def erase(self) -> None:
        """Remove the draft and the one before it; what a newer program saved is not ours to remove."""
        if self._sealed:
            return
        for name in (FILE, BEFORE):
            with suppress(OSError):
                (self._folder / name).unlink(missing_ok=True)

    def _read(self, file: Path) -> tuple[Draft, dt.datetime]:
        try:
            data = json.loads(file.read_bytes())
            if data["format"] > FORMAT:
                raise NewerError
            return _draft_of(data, self._content), dt.datetime.fromisoformat(data["saved"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise DamagedError from error

    def _put_aside(self, file: Path) -> str:
        """Return where a damaged file is now: out of the way, and still there for whoever can mend it."""
        number = 1
        while (aside := file.with_name(f"damaged-{number}-{file.name}")).exists():
            number += 1
        with suppress(OSError):
            file.replace(aside)
        return str(aside)


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
        "answers": {**draft.kept, **{name: _plain(value) for name, value in answers.values.items()}},
        "attempts": [{"when": attempt.when.isoformat(), "message": attempt.message} for attempt in answers.attempts],
        "objections": list(answers.objections),
        "done": list(answers.done),
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
        attempts=tuple(_attempt(raw, content) for raw in data["attempts"]),
        objections=tuple(name for name in data["objections"] if name in content.causes),
        done=tuple(name for name in data["done"] if name in content.actions),
    )
    way: Way = next((name for name in WAYS if name == data["way"]), "full")
    return Draft(answers, way, str(data["at"]), tuple(map(str, data["skipped"])), kept)


def _attempt(raw: dict[str, Any], content: Content) -> Attempt:
    message = raw["message"]
    try:
        return Attempt(to_moment(raw["when"]), message if message in content.messages else None)
    except NotAnAnswerError as error:
        raise DamagedError from error
