"""``disburse-check rights``, ``letter`` and ``pack``: whom to ask, what to write, what to hand over."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from core.assess import ROAD_ONLY, Assessor, Extent
from core.commands.workplace import Workplace
from core.errors import AppError
from core.explain.layout import Form
from core.files import write_whole
from core.letters.document import Document
from core.letters.guide import guide_document
from core.letters.layout import DocumentLayouts
from core.letters.letter import Case, Letters
from core.letters.pack import Evidence, Kept, pack_data, pack_document
from core.loading.answers_file import read_answers
from core.loading.compiled import package_version
from core.rights.order import Situation
from core.rights.words import Guide, guide
from core.schema.rights import InstitutionKind


@dataclass(frozen=True)
class Asked:
    """What a command was given: a day, who lends, and what was typed."""

    as_of: dt.date | None
    kind: InstitutionKind | None = None
    fields: Sequence[str] = ()
    message: str = ""


def rights_as_json(place: Workplace, answers: Path | None, asked: Asked) -> str:
    """Return the guide as JSON; of a borrower when there is an answers file."""
    return json.dumps(asdict(_guide(place, answers, asked)), ensure_ascii=False, indent=2)


def rights_as_text(place: Workplace, answers: Path | None, asked: Asked) -> str:
    """Return the guide as text; of a borrower when there is an answers file."""
    return _laid_out(place, guide_document(_guide(place, answers, asked), place.language), "txt")


def letter_as(place: Workplace, kind: str, file: Path, asked: Asked, form: Form) -> str:
    """Return a letter in one form."""
    answers = read_answers(file, place.library.content, asked.as_of, place.today)
    assessment = Assessor(place.library.content).assess(answers, ROAD_ONLY)
    case = Case(answers, assessment.facts, Situation.of(assessment, asked.kind))
    letters = Letters(place.language, place.library.letters[place.language.code])
    fields = dict(_pair(text) for text in asked.fields)
    return _laid_out(place, letters.write(kind, case, fields, answers.as_of), form)


def pack_as(place: Workplace, file: Path, asked: Asked, form: Form) -> str:
    """Return the evidence pack in one form."""
    return _laid_out(place, pack_document(_evidence(place, file, asked, trace=False), place.language), form)


def pack_as_json(place: Workplace, file: Path, asked: Asked) -> str:
    """Return the evidence pack as JSON, with the whole trace."""
    evidence = _evidence(place, file, asked, trace=True)
    data = pack_data(evidence, place.library.content.language_independent_hash)
    return json.dumps(data, ensure_ascii=False, indent=2)


def written(place: Workplace, text: str, target: Path) -> str:
    """Write a text to a file and return a line that says so."""
    write_whole(target, text)
    return place.language.words("cli.written", file=target)


def _guide(place: Workplace, file: Path | None, asked: Asked) -> Guide:
    if file is None:
        return guide(place.language, asked.as_of or place.today, Situation(kind=asked.kind))
    answers = read_answers(file, place.library.content, asked.as_of, place.today)
    assessment = Assessor(place.library.content).assess(answers, ROAD_ONLY)
    return guide(place.language, answers.as_of, Situation.of(assessment, asked.kind))


def _evidence(place: Workplace, file: Path, asked: Asked, trace: bool) -> Evidence:
    answers = read_answers(file, place.library.content, asked.as_of, place.today)
    extent = Extent(plan=False, ranges=True, influence=False, trace=trace)
    texts = {len(answers.attempts) - 1: asked.message} if asked.message and answers.attempts else {}
    assessment = Assessor(place.library.content).assess(answers, extent)
    return Evidence(assessment, answers, Kept(texts=texts, program=package_version()))


def _laid_out(place: Workplace, document: Document, form: Form) -> str:
    return DocumentLayouts(place.layouts).lay_out(document, place.language, form)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign:
        raise AppError("field_without_value", found=text[:60])
    return name.strip(), value
