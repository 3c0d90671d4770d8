"""The anonymous result of one participant: what is in it, and the one way to write and to read it.

There is no field for a name, a machine, a path or a time, and none for what somebody answered about themselves: only
which options of the quiz were chosen, and which causes came up in a case that is the same for all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, Field, ValidationError, field_validator

from core.classroom.kinds import Band, Hash, Id, Mark, Number, Round, WorkshopCode
from core.errors import AppError
from core.files import write_whole
from core.schema.network import Picture

SIZE_LIMIT = 32_000
"""Bytes. A quiz of twenty items takes about one thousand."""
MOST_ITEMS = 60
MOST_CHOSEN = 12
MOST_RUNS = 12
MOST_CAUSES = 5
SHORT_HASH = 12
SCHEMA_FILE = "classresult.schema.json"
_DIGITS = (8, 16, 64)
"""So many hexadecimal digits make a name; more only where another result has the name already."""

Chosen = Annotated[tuple[Id, ...], Field(min_length=1, max_length=MOST_CHOSEN)]
Given = Chosen | Number | None
"""Options chosen, a number, or None where nothing was answered."""
Shape = TypeVar("Shape", bound=BaseModel)


class UnreadableResultError(AppError):
    """What was read is no result; ``code`` says why, ``where`` in which field."""

    code = "class_result_unreadable"


class CaseRun(Picture):
    """A case study worked through: the causes shown first, and the band of the risk."""

    case: Id
    causes: Annotated[tuple[Id, ...], Field(max_length=MOST_CAUSES)] = ()
    band: Band | None = None

    @field_validator("causes")
    @classmethod
    def _in_order(cls, causes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(causes)))


class _Head(BaseModel):
    """What says that a file is a result; it has defaults below, and must stand in a file."""

    format: Literal[1]
    kind: Literal["class_result"]


class ClassResult(Picture):
    """What one participant hands in for one round.

    Attributes:
        workshop: The code of the workshop, as it stands on the wall.
        version: The hash of the content that was used.
        quiz: The set of items.
        round: Before the class, after it, or a single one.
        slip: A random mark of this one result, so that two people who answer alike are not taken for one.
        pair: What the code word became, see :mod:`core.classroom.words`; None without one.
        answers: Item -> what was given. An item that was not reached is left out.
        runs: The cases that were worked through.
    """

    format: Literal[1] = 1
    kind: Literal["class_result"] = "class_result"
    workshop: WorkshopCode
    version: Hash
    quiz: Id
    round: Round
    slip: Mark
    pair: Mark | None = None
    answers: dict[Id, Given] = Field(default_factory=dict, max_length=MOST_ITEMS)
    runs: Annotated[tuple[CaseRun, ...], Field(max_length=MOST_RUNS)] = ()

    @field_validator("answers")
    @classmethod
    def _sets_in_order(cls, answers: dict[str, Given]) -> dict[str, Given]:
        ordered = sorted(answers.items())
        return {item: tuple(sorted(set(given))) if isinstance(given, tuple) else given for item, given in ordered}

    @field_validator("runs")
    @classmethod
    def _each_case_once(cls, runs: tuple[CaseRun, ...]) -> tuple[CaseRun, ...]:
        if len({run.case for run in runs}) < len(runs):
            raise ValueError("a case twice")
        return tuple(sorted(runs, key=lambda run: run.case))


def short_hash(content_hash: str) -> str:
    """Return as much of a content's hash as a result carries."""
    return content_hash[:SHORT_HASH]


def to_bytes(result: ClassResult) -> bytes:
    """Return the one way to write a result: two results are the same exactly when their bytes are."""
    data = result.model_dump(mode="json")
    return (json.dumps(data, sort_keys=True, separators=(",", ":"), allow_nan=False) + "\n").encode("ascii")


def from_bytes(data: bytes) -> ClassResult:
    """Return the result in some bytes from anywhere.

    Raises:
        UnreadableResultError: Too long, not JSON, an unknown field, or a value that does not fit its field.
    """
    if len(data) > SIZE_LIMIT:
        raise UnreadableResultError("class_result_too_large", limit=f"{SIZE_LIMIT // 1000} kB")
    _checked(_Head, data, _HEAD_CODES)
    return _checked(ClassResult, data, _CODES)


def file_name(result: ClassResult, digits: int = _DIGITS[0]) -> str:
    """Return the name of a result's file: from its bytes alone, never from what somebody typed."""
    return f"result-{hashlib.sha256(to_bytes(result)).hexdigest()[:digits]}.json"


def save_result(result: ClassResult, folder: Path) -> Path:
    """Write a result into a folder and return its file; nothing that is there already is replaced.

    Raises:
        CannotWriteError: The folder is missing, read-only or full.
    """
    data = to_bytes(result)
    for digits in _DIGITS:
        file = folder / file_name(result, digits)
        if not file.exists() and not file.is_symlink():
            write_whole(file, data)
            return file
        if _holds(file, data):
            return file
    raise UnreadableResultError("file_unreadable", file=folder.name, reason="result-*")


def schema_text() -> str:
    """Return the JSON Schema of a result, as it is published among the resources."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **ClassResult.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


_OTHER = "class_result_other_format"
_HEAD_CODES = {"json_invalid": "class_result_not_json", "model_type": "class_result_unreadable", "": _OTHER}
_CODES = {
    "extra_forbidden": "class_result_unknown_field",
    "missing": "class_result_missing_field",
    "": "class_result_wrong_value",
}


def _checked(shape: type[Shape], data: bytes, codes: Mapping[str, str]) -> Shape:
    try:
        return shape.model_validate_json(data, strict=True)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False, include_context=False)
        kinds = [detail["type"] for detail in details]
        # A field too many says more about where a file comes from than those that it lacks.
        worst = details[kinds.index("extra_forbidden") if "extra_forbidden" in kinds else 0]
        raise UnreadableResultError(codes.get(worst["type"], codes[""]), where=_where(worst["loc"])) from None


def _where(path: tuple[str | int, ...]) -> str:
    """Return the field of a mistake. A name that the file itself brings is told only where it could be one of ours."""
    first = str(path[0]) if path else "-"
    return first if first in ClassResult.model_fields else "-"


def _holds(file: Path, data: bytes) -> bool:
    try:
        return not file.is_symlink() and file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False
