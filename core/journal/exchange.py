"""A journal as one JSON file with a published schema, and scores as a table."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from core.journal.errors import ImportUnreadableError
from core.journal.records import AnyRecord, Part, ScoreRecord
from core.journal.store import Store

FORMAT = 2
"""To be raised with every kind of record that an older program does not know; 2 added what was sent."""
SIZE_LIMIT = 500_000_000
SCHEMA_FILE = "journal.schema.json"


class JournalFile(Part):
    """An exported journal. It is not encrypted, whether the journal itself is or not."""

    format: Literal[1, 2] = 2
    made: dt.datetime
    records: list[Annotated[AnyRecord, Field(discriminator="kind")]]


def export_json(store: Store, now: dt.datetime) -> str:
    """Return every record as JSON.

    Raises:
        AppError: The journal, or a record in it, cannot be read.
    """
    return JournalFile(made=now.replace(microsecond=0), records=list(store.each())).model_dump_json(indent=1) + "\n"


def export_scores(store: Store) -> str:
    """Return every score as CSV: day, score, and whose it is; the first two columns are what ``trend`` reads."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("date", "score", "of"))
    for record in store.each("score"):
        if isinstance(record, ScoreRecord):
            table.writerow((record.day.isoformat(), f"{record.value:.12g}", record.of))
    return text.getvalue()


def read_export(path: Path) -> list[AnyRecord]:
    """Return the records in an exported file, each uid once: of two, the one changed later.

    Raises:
        ImportUnreadableError: It cannot be read, or is no export of a journal; ``where`` says which record is wrong.
    """
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise ImportUnreadableError("journal_import_too_large", file=path.name, limit=f"{SIZE_LIMIT // 10**6} MB")
        text = path.read_bytes()
    except OSError as error:
        raise ImportUnreadableError("file_unreadable", file=path.name, reason=error.strerror or str(error)) from error
    _check_format(text, path.name)
    try:
        records = JournalFile.model_validate_json(text).records
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        raise ImportUnreadableError(file=path.name, where=where or "-") from error
    latest: dict[str, AnyRecord] = {}
    for record in records:
        if record.uid not in latest or latest[record.uid].changed <= record.changed:
            latest[record.uid] = record
    return list(latest.values())


def schema_text() -> str:
    """Return the JSON Schema of an export, as it is published among the resources."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **JournalFile.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _check_format(text: bytes, name: str) -> None:
    """Tell a newer file from one that is none at all."""
    try:
        found = json.loads(text).get("format")
    except (ValueError, AttributeError, RecursionError):
        raise ImportUnreadableError(file=name, where="-") from None
    if isinstance(found, int) and found > FORMAT:
        raise ImportUnreadableError("journal_import_newer", file=name, found=found, known=FORMAT)
