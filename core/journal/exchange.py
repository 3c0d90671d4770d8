"""A journal as one JSON file with a published schema."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from core.errors import reason_of
from core.journal.errors import ImportUnreadableError
from core.journal.records import RECORD, AnyRecord, Part
from core.journal.rows import Unread, Why, parted
from core.journal.store import Store

FORMAT = 3
"""To be raised with everything in a record that an older program does not know.

2 added what was sent, 3 how the answers of a check were measured.
"""
SIZE_LIMIT = 500_000_000
SCHEMA_FILE = "journal.schema.json"


class Raw(Part):
    """A record that the exporting program could not read, with its content as it stood there."""

    uid: str
    kind: str
    day: dt.date | None
    why: Why
    data: str


class JournalFile(Part):
    """An exported journal. It is not encrypted, whether the journal itself is or not."""

    format: Literal[1, 2, 3] = 3
    made: dt.datetime
    records: list[Annotated[AnyRecord, Field(discriminator="kind")]]
    unread: Annotated[list[Raw], Field(default_factory=list)]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds: its records, each uid once, and how many more there are that cannot be read."""

    records: list[AnyRecord]
    unread: int


def export_json(store: Store, now: dt.datetime) -> str:
    """Return every record as JSON; of one that cannot be read, what stands in its place.

    Raises:
        AppError: The journal cannot be read.
    """
    records, left = parted(store.entries())
    made = JournalFile(made=now.replace(microsecond=0), records=list(records), unread=[_raw(one) for one in left])
    return made.model_dump_json(indent=1) + "\n"


def read_export(path: Path) -> Incoming:
    """Return the records in an exported file, each uid once: of two, the one changed later.

    What the program that wrote it could not read is tried once more: this one may be newer.

    Raises:
        ImportUnreadableError: It cannot be read, or is no export of a journal; ``where`` says which record is wrong.
    """
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise ImportUnreadableError("journal_import_too_large", file=path.name, limit=f"{SIZE_LIMIT // 10**6} MB")
        text = path.read_bytes()
    except OSError as error:
        raise ImportUnreadableError("file_unreadable", file=path.name, reason=reason_of(error)) from error
    _check_format(text, path.name)
    try:
        found = JournalFile.model_validate_json(text)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        code = ImportUnreadableError.code if where else "journal_import_not_json"
        raise ImportUnreadableError(code, file=path.name, where=where) from error
    latest: dict[str, AnyRecord] = {}
    again = [record for raw in found.unread if raw.why == "unknown" and (record := _read_again(raw)) is not None]
    for record in (*found.records, *again):
        if record.uid not in latest or latest[record.uid].changed <= record.changed:
            latest[record.uid] = record
    return Incoming(list(latest.values()), len(found.unread) - len(again))


def schema_text() -> str:
    """Return the JSON Schema of an export, as it is published among the resources."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **JournalFile.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _raw(left: Unread) -> Raw:
    return Raw(uid=left.uid, kind=left.kind, day=left.day, why=left.why, data=left.data)


def _read_again(raw: Raw) -> AnyRecord | None:
    try:
        return RECORD.validate_json(raw.data)
    except ValidationError:
        return None


def _check_format(text: bytes, name: str) -> None:
    """Tell a newer file from one that is none at all."""
    try:
        data = json.loads(text.decode("utf-8"))
    except (ValueError, RecursionError):
        raise ImportUnreadableError("journal_import_not_json", file=name) from None
    if not isinstance(data, dict) or "records" not in data:
        raise ImportUnreadableError("journal_import_no_journal", file=name)
    found = data.get("format")
    if isinstance(found, int) and found > FORMAT:
        raise ImportUnreadableError("journal_import_newer", file=name, found=found, known=FORMAT)
