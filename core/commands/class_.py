"""``disburse-check class``: a folder of results merged into a report; one result, or a plan, checked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from core.classroom.exports import lay_out, to_csv, to_json
from core.classroom.handing_in import check_fits
from core.classroom.merge import Merged, Refused, merge_folder, read_result
from core.classroom.paper import class_paper
from core.classroom.plan import read_plan
from core.classroom.report import class_report
from core.classroom.result import UnreadableResultError
from core.classroom.speech import Speech
from core.classroom.words import workshop_code
from core.commands.workplace import Workplace
from core.errors import AppError, reason_of
from core.explain.layout import Form
from core.files import write_all

NAMES = {"html": "class-report.html", "md": "class-report.md", "csv": "class-report.csv", "json": "class-report.json"}
"""What a folder of exports holds: names of the program's own, nothing of what was read."""


@dataclass(frozen=True)
class Wanted:
    """Where exports go; ``out`` is a folder for all of them."""

    out: Path | None = None
    html: Path | None = None
    md: Path | None = None
    csv: Path | None = None

    def targets(self) -> Iterator[tuple[str, Path]]:
        """Yield form and file."""
        if self.out:
            yield from ((form, self.out / name) for form, name in NAMES.items())
        for form in ("html", "md", "csv"):
            if file := getattr(self, form):
                yield form, file


def merge_as_text(place: Workplace, folder: Path, workshop: str | None, wanted: Wanted) -> str:
    """Merge a folder and return the report, or where it was written, with every file that was not counted.

    Raises:
        AppError: The folder cannot be read, or something cannot be written.
    """
    merged, exports = _merged(place, folder, workshop)
    files = _write(exports, wanted)
    told = list(files_told(place, merged))
    if files:
        names = place.language.words("ui.list_separator").join(map(str, files))
        told.append(place.language.words("class_line.written", files=names))
    return "\n".join(told if files else (exports("txt"), *told))


def merge_as_json(place: Workplace, folder: Path, workshop: str | None, wanted: Wanted) -> str:
    """Merge a folder and return the report as JSON, with what was read and refused beside it; as above."""
    merged, exports = _merged(place, folder, workshop)
    files = _write(exports, wanted)
    read = {
        "refused": [{**asdict(one), "facts": dict(one.facts)} for one in merged.refused],
        "aside": merged.aside,
        "others": merged.others,
        "written": [str(file) for file in files],
    }
    return json.dumps({"read": read, "report": json.loads(exports("json"))}, ensure_ascii=False, indent=1)


def files_told(place: Workplace, merged: Merged) -> Iterator[str]:
    """Yield what is to be said about the files of a folder: how many count, and which do not and why."""
    words, count = place.language.words, place.language.wording.count
    yield words("class_line.accepted", results=count(len(merged.results), "results"))
    if merged.refused:
        yield words("class_line.refused")
    for one in merged.refused:
        yield words("class_line.refused_line", file=one.file, reason=reason(place, one))
    for key in ("aside", "others"):
        if names := getattr(merged, key):
            yield words(f"class_line.{key}", names=words("ui.list_separator").join(names))


def reason(place: Workplace, refused: Refused) -> str:
    """Return why a file was not counted, in one line."""
    return place.language.words(f"error.{refused.code}", **dict(refused.facts))


def result_as_text(place: Workplace, file: Path) -> str:
    """Return what one result is.

    Raises:
        UnreadableResultError: It is none, or does not fit the content.
    """
    try:
        result = read_result(file)
        check_fits(result, place.library.content)
    except UnreadableResultError as error:
        why = place.language.words(f"error.{error.code}", **error.facts)
        raise UnreadableResultError("class_result_refused", file=file.name, why=why) from error
    speech = Speech(place.language)
    answered = sum(given is not None for given in result.answers.values())
    facts = {"quiz": speech.quiz(result.quiz), "round": speech.round(result.round), "items": speech.items(answered)}
    return place.language.words("class_line.result_sound", **facts)


def plan_as_text(place: Workplace, file: Path) -> str:
    """Return what a plan is.

    Raises:
        AppError: It cannot be read.
        PlanError: Every mistake in it.
    """
    plan, count = read_plan(file, place.library.content), place.language.wording.count
    cases, minutes = count(len(plan.cases), "cases"), count(plan.minutes, "minutes")
    quiz = Speech(place.language).quiz(plan.quiz)
    return place.language.words("class_line.plan_sound", quiz=quiz, cases=cases, minutes=minutes, code=plan.code)


class _Exports:
    """Makes one form after the other from one report."""

    def __init__(self, place: Workplace, merged: Merged) -> None:
        self._place, self._report = place, class_report(merged.results, place.library.content)
        self._paper = class_paper(self._report, place.language, place.today)

    def __call__(self, form: str) -> str:
        """Return the report in one form."""
        if form == "json":
            return to_json(self._report)
        if form == "csv":
            return to_csv(self._report, self._place.language)
        forms: dict[str, Form] = {"html": "html", "md": "md", "txt": "txt"}
        return lay_out(self._paper, self._place.language, forms[form], self._place.layouts)


def _merged(place: Workplace, folder: Path, workshop: str | None) -> tuple[Merged, _Exports]:
    merged = merge_folder(folder, place.library.content, workshop_code(workshop) if workshop else None)
    return merged, _Exports(place, merged)


def _write(exports: _Exports, wanted: Wanted) -> list[Path]:
    if wanted.out:
        try:
            wanted.out.mkdir(exist_ok=True)
        except OSError as error:
            raise AppError("cannot_write", file=str(wanted.out), reason=reason_of(error)) from error
    files = {file: exports(form) for form, file in wanted.targets()}
    write_all(files)
    return list(files)
