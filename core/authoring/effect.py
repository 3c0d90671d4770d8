"""What a change of content does to the case studies: each is assessed with both folders."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.assess import ROAD_ONLY, Assessor
from core.authoring.words import lenient_language
from core.errors import AppError, ContentError
from core.explain.causes import cause_name
from core.explain.language import Language
from core.loading.answers_file import answers_of
from core.loading.files import CASES_FOLDER, MODEL_FOLDER, Snapshot
from core.loading.library import library_of
from core.loading.sketch import Sketch, sketch_of
from core.schema.assessment import Assessment, Band
from core.schema.content import Content

MOVED = 0.005
"""A probability that moves by less is shown as the same percentage, most often."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one folder says of a case: P(arrives) in [0, 1], the band, and the first cause by id and name."""

    arrives: float
    band: Band
    cause: str
    name: str


@dataclass(frozen=True, slots=True)
class CaseEffect:
    """One case with both folders; None where its answers cannot be read with that folder."""

    case: str
    before: Outcome | None
    after: Outcome | None

    @property
    def moved(self) -> bool:
        """Return whether the two say something else that a reader would see."""
        if self.before is None or self.after is None:
            return self.before is not self.after
        told = (self.before.band, self.before.cause) != (self.after.band, self.after.cause)
        return told or abs(self.before.arrives - self.after.arrives) >= MOVED


def assessable(snapshot: Snapshot) -> Sketch:
    """Return a folder with which cases can be assessed: its model has no mistake, whatever its texts have.

    Whether the shares of answers fit the base rates is not asked: whoever moves a base rate has that mistake first.

    Raises:
        ContentError: With the mistakes of the model.
    """
    try:
        library_of(snapshot, None)
    except ContentError as error:
        if told := [problem for problem in error.problems if problem.file.startswith(f"{MODEL_FOLDER}/")]:
            raise ContentError(told) from error
    return sketch_of(snapshot, {})


def effects(first: Sketch, second: Sketch, code: str) -> tuple[CaseEffect, ...]:
    """Return what every case comes to with both folders, in the order of the first.

    The answers are those of the first folder, so that only the model differs; a case that only the second one has is
    taken from there. ``code`` is the language in which causes are named.
    """
    cases: Mapping[str, str] = {**second.shelf.cases, **first.shelf.cases}
    names = [
        *first.content.library.case,
        *(name for name in second.content.library.case if name not in first.shelf.cases),
    ]
    readers = tuple(_Reader(sketch.content, lenient_language(sketch, code)) for sketch in (first, second))
    return tuple(CaseEffect(name, *(reader.outcome(name, cases[name]) for reader in readers)) for name in names)


class _Reader:
    """Assesses cases with one folder."""

    def __init__(self, content: Content, language: Language) -> None:
        self._content, self._language = content, language
        self._assessor = Assessor(content)

    def outcome(self, name: str, text: str) -> Outcome | None:
        try:
            answers = answers_of(f"{CASES_FOLDER}/{name}.toml", text, self._content)
        except AppError:
            return None
        found = self._assessor.assess(answers, ROAD_ONLY)
        return self._told(found)

    def _told(self, found: Assessment) -> Outcome:
        first = max((cause for cause in found.causes if not cause.objected), key=lambda cause: cause.blocker)
        return Outcome(found.arrives.estimate, found.band, first.id, cause_name(first, self._language))
