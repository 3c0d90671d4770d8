"""``model/*.toml`` to :class:`Content`: syntax and schema of every file, all mistakes at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from core.errors import Problem
from core.loading.files import MODEL_FOLDER, Snapshot, decode
from core.loading.places import Places, TomlPath
from core.loading.pydantic_problems import schema_problems, shown
from core.loading.toml_text import parse
from core.schema.content import (
    Action,
    Cause,
    Channel,
    Content,
    Figure,
    Gate,
    HolidayYear,
    Lender,
    Message,
    Picture,
    Question,
    RedFlag,
    Rule,
    Scales,
    Source,
    Timing,
)
from core.schema.decoder import ClassCues, Decoder, DecoderContent, ScamSign, Spelling, Wordings
from core.schema.library import Shelf
from core.schema.network import NetworkThresholds
from core.schema.offers import ExampleOffer
from core.schema.quiz import QuizBook
from core.schema.rights import AskingStep, HotlineQuestion, Letter, Right

SECTIONS = "sections"
_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?")


class Version(Picture):
    """``version.toml``: the version of the content, such as "2026.11.0"."""

    version: str = Field(min_length=1)


class Banned(BaseModel):
    """``banned.toml``: promises that no text may make, by the first part of a language's name."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def of(self, language: str) -> tuple[str, ...]:
        """Return the banned words of a language."""
        return {"zh": self.zh, "en": self.en}.get(language.partition("_")[0], ())


TABLES: Mapping[str, type[Picture]] = {
    "gates": Gate,
    "causes": Cause,
    "questions": Question,
    "rules": Rule,
    "actions": Action,
    "messages": Message,
    "flags": RedFlag,
    "figures": Figure,
    "channels": Channel,
    "lenders": Lender,
    "rights": Right,
    "asking": AskingStep,
    "hotline": HotlineQuestion,
    "letters": Letter,
    "sources": Source,
    "holidays": HolidayYear,
    "offers": ExampleOffer,
}
WHOLES: Mapping[str, type[BaseModel]] = {
    "scales": Scales,
    "timing": Timing,
    "network": NetworkThresholds,
    "library": Shelf,
    "quiz": QuizBook,
    "version": Version,
    "banned": Banned,
}
# How messages are decoded: read apart, since only a program that is given a message needs it.
DECODER_TABLES: Mapping[str, type[BaseModel]] = {
    "cues": ClassCues,
    "examples": Wordings,
    "training": Wordings,
    "scams": ScamSign,
}
DECODER_WHOLES: Mapping[str, type[BaseModel]] = {"decoder": Decoder, "spelling": Spelling}
DECODER_FILES = "decoder"
_KINDS = {**TABLES, **WHOLES, **DECODER_TABLES, **DECODER_WHOLES}
_OTHER_NAMES = {
    "rules": "evidence",
    "flags": "safety",
    **{part: f"{DECODER_FILES}_{part}" for part in (*DECODER_TABLES, "spelling")},
}


def file_of(part: str) -> str:
    """Return the file of a part of the content, relative to the folder: ``rules`` -> ``model/evidence.toml``."""
    return f"{MODEL_FOLDER}/{_OTHER_NAMES.get(part, part)}.toml"


@dataclass(frozen=True)
class Model:
    """What was read of the model; ``content`` and ``decoder`` are None when a file of theirs has mistakes."""

    content: Content | None
    decoder: DecoderContent | None
    banned: Banned
    texts: Mapping[str, str]
    problems: tuple[Problem, ...]


def model_of(snapshot: Snapshot) -> Model:
    """Return the model in a snapshot, or every mistake of syntax and schema in it."""
    problems: list[Problem] = list(_other_files(snapshot))
    texts: dict[str, str] = {}
    parts = parts_of(snapshot, (*WHOLES, *TABLES), texts, problems)
    banned = parts.pop("banned", Banned())
    unread = any(problem.file.startswith(MODEL_FOLDER) for problem in snapshot.problems)
    content = None if problems or unread else content_of(parts, snapshot)
    decoder = decoder_of(snapshot, texts, problems)
    return Model(content, None if unread else decoder, banned, texts, tuple(problems))


def decoder_of(snapshot: Snapshot, texts: dict[str, str], problems: list[Problem]) -> DecoderContent | None:
    """Return how messages are decoded; with mistakes in its files, these are added and None comes back."""
    told = len(problems)
    parts = parts_of(snapshot, (*DECODER_WHOLES, *DECODER_TABLES), texts, problems)
    return DecoderContent(**parts) if len(problems) == told else None


def parts_of(
    snapshot: Snapshot, names: Iterable[str], texts: dict[str, str], problems: list[Problem]
) -> dict[str, Any]:
    """Return the parts of these names that could be read; their texts and mistakes are added."""
    data: dict[str, dict[str, Any]] = {}
    own: dict[str, str] = {}
    for part in names:
        text = _text_of(snapshot, file_of(part), problems)
        table = parse(file_of(part), text, problems) if text is not None else None
        if text is not None and table is not None:
            own[file_of(part)], data[part] = text, _frozen(table)
    texts |= own
    return _Validator(Places(own), problems).pictures(data)


def content_of(parts: dict[str, Any], snapshot: Snapshot) -> Content:
    """Return the content made of all its parts; the version is taken out of them."""
    version: Version = parts.pop("version")
    return Content(
        version=version.version, language_independent_hash=snapshot.digest(within=f"{MODEL_FOLDER}/"), **parts
    )


def _other_files(snapshot: Snapshot) -> Iterator[Problem]:
    """A file that nobody reads would be silently ignored: most likely its name is mistyped."""
    known = {file_of(part) for part in _KINDS}
    return (
        Problem(name, 0, "unknown_file", (("file", name),))
        for name in snapshot.below(MODEL_FOLDER)
        if name not in known
    )


def _text_of(snapshot: Snapshot, file: str, problems: list[Problem]) -> str | None:
    if file in snapshot.files:
        return decode(file, snapshot.files[file], problems)
    if all(
        file != problem.file for problem in snapshot.problems
    ):  # one that is there but cannot be read is told already
        problems.append(Problem(file, 0, "missing_file", (("file", file),)))
    return None


def _frozen(value: Any) -> Any:
    """Return the data with tuples for lists, which is what strict pictures want."""
    if isinstance(value, dict):
        return {key: _frozen(part) for key, part in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


class _Validator:
    """Turns plain data into pictures; strict, so that a number in quotation marks is a mistake."""

    def __init__(self, places: Places, problems: list[Problem]) -> None:
        self._places, self._problems = places, problems

    def pictures(self, data: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
        """Return every part that could be read; tables without the entries that could not."""
        parts: dict[str, Any] = {}
        for part, raw in data.items():
            if part in WHOLES or part in DECODER_WHOLES:
                whole = self._picture(_KINDS[part], raw, file_of(part))
                parts |= {part: whole} if whole else {}
                continue
            if part == "questions":
                parts[SECTIONS] = self._sections(raw)
            entries = {
                key: self._entry(part, key, entry)
                for key, entry in raw.items()
                if (part, key) != ("questions", SECTIONS)
            }
            parts[part] = {key: entry for key, entry in entries.items() if entry is not None}
        return parts

    def _entry(self, part: str, key: str, raw: object) -> BaseModel | None:
        file = file_of(part)
        if not _ID.fullmatch(key):
            self._tell("bad_id", file, (key,), where=key)
        if isinstance(raw, dict):
            return self._picture(_KINDS[part], raw, file, (key,))
        self._tell("wrong_type", file, (key,), where=key, found=shown(raw), expected=f"[{key}]")
        return None

    def _picture(self, kind: type[BaseModel], raw: object, file: str, at: TomlPath = ()) -> BaseModel | None:
        try:
            return kind.model_validate(raw, strict=True)
        except ValidationError as error:
            self._problems.extend(schema_problems(error, raw, self._places, file, at))
            return None

    def _sections(self, raw: Mapping[str, Any]) -> tuple[str, ...]:
        file, found = file_of("questions"), raw.get(SECTIONS)
        if isinstance(found, tuple) and all(isinstance(name, str) for name in found):
            return found
        if found is None:
            self._tell("missing_field", file, (), where=SECTIONS)
        else:
            self._tell("wrong_type", file, (SECTIONS,), where=SECTIONS, found=shown(found), expected='[ "…" ]')
        return ()

    def _tell(self, code: str, file: str, at: TomlPath, **facts: object) -> None:
        self._problems.append(self._places.problem(code, file, at, **facts))
