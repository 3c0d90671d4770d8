"""A whole content folder, checked: the one thing that the rest of the program is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import AppError, ContentError, Problem
from core.facts.catalogue import DERIVED
from core.loading.files import MODEL_FOLDER, Snapshot, take_snapshot
from core.loading.places import Places
from core.loading.read import Model, model_of
from core.loading.rules import check_model
from core.loading.rules.context import context_of
from core.loading.rules.decoder import check_decoder
from core.loading.rules.library import check_case_files
from core.loading.rules.prose import check_prose
from core.loading.rules.words import check_languages, check_words
from core.loading.shelf import Shelved
from core.loading.texts import Texts, texts_of
from core.schema.content import Content


@dataclass(frozen=True)
class Library:
    """Content, words, explanations and letters, by language and key, cause or kind.

    Articles and cases are read when asked for.
    """

    content: Content
    words: Mapping[str, Mapping[str, str]]
    explanations: Mapping[str, Mapping[str, str]]
    letters: Mapping[str, Mapping[str, str]]
    shelf: Shelved = field(compare=False)

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages, Chinese and English first."""
        return tuple(self.words)


OUT_OF_DATE = ("checked_in_the_future", "no_longer_in_force", "review_overdue")
"""What is wrong on a day, and with the day alone."""
ExtraCheck = Callable[[Library], Iterable[Problem]]


def load_library(folder: Path, today: dt.date | None, extra: Sequence[ExtraCheck] = ()) -> Library:
    """Read and check a whole content folder.

    Args:
        folder: The folder with ``model/`` and one sub-folder for each language.
        today: The day on which figures and channels must be in force; None leaves that question out.
        extra: More checks, of templates for instance. They run when the model itself has no mistake;
            words and explanations may still have some.

    Raises:
        ContentError: With every problem. Checks between files need readable files: where one has mistakes of
            syntax or schema, what depends on it is checked once these are mended.
    """
    return library_of(take_snapshot(folder, shelf=True), today, extra)


def library_of(snapshot: Snapshot, today: dt.date | None, extra: Sequence[ExtraCheck] = ()) -> Library:
    """Check what a folder held at one moment; as :func:`load_library`."""
    model = model_of(snapshot)
    languages = {language: texts_of(snapshot, language) for language in snapshot.languages}
    problems = [*snapshot.problems, *_problems_inside(model, languages)]
    content_problems, library = list[Problem](), None
    if model.content is not None:
        shelf = Shelved(lambda: snapshot)
        library = _library(model.content, languages, shelf)
        content_problems = list(_problems_between(model, model.content, languages, today))
        problems += check_case_files(model.content, shelf.cases, model.texts)
    problems += content_problems
    if library is not None and not any(map(_spoils_the_model, content_problems)):
        problems += _extra_problems(library, extra, bool(problems))
    if library is None or problems:
        raise ContentError(list(_without_echoes(problems)))
    return library


def _spoils_the_model(problem: Problem) -> bool:
    """Return whether templates cannot be checked with it: a day that has passed hides no mistake in a page."""
    return problem.file.startswith(MODEL_FOLDER) and problem.code not in OUT_OF_DATE


def _without_echoes(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Leave out what follows from another problem at the same place: a word about nothing needs no translation."""
    once = dict.fromkeys(problems)
    about_nothing = {(problem.file, problem.line) for problem in once if problem.code == "words_without_entry"}
    for problem in once:
        if problem.code != "missing_translation" or (problem.file, problem.line) not in about_nothing:
            yield problem


def _extra_problems(library: Library, extra: Sequence[ExtraCheck], told: bool) -> list[Problem]:
    problems: list[Problem] = []
    for check in extra:
        try:
            problems += check(library)
        except AppError:
            # It stumbled, most likely over a missing word that has been told already; else it is a failure to show.
            if not told:
                raise
    return problems


def _library(content: Content, languages: Mapping[str, Texts], shelf: Shelved) -> Library:
    words = {language: texts.words for language, texts in languages.items()}
    explanations = {language: texts.explanations for language, texts in languages.items()}
    letters = {language: texts.letters for language, texts in languages.items()}
    return Library(content, words, explanations, letters, shelf)


def _problems_inside(model: Model, languages: Mapping[str, Texts]) -> Iterator[Problem]:
    """Yield what can be told without comparing the model with the words."""
    places = _places(model, languages)
    yield from model.problems
    for texts in languages.values():
        yield from texts.problems
        yield from check_prose(texts, model.banned, places)
    if _all_read(languages):
        yield from check_languages(languages, places)


def _problems_between(
    model: Model, content: Content, languages: Mapping[str, Texts], today: dt.date | None
) -> Iterator[Problem]:
    context = context_of(content, _places(model, languages), DERIVED)
    yield from check_model(context, today)
    if model.decoder is not None:
        yield from check_decoder(context, model.decoder)
    if _all_read(languages):
        yield from check_words(context, languages)


def _all_read(languages: Mapping[str, Texts]) -> bool:
    """Return whether no text file is broken: one that is would make every word in it seem to be missing."""
    return not any(texts.problems for texts in languages.values())


def _places(model: Model, languages: Mapping[str, Texts]) -> Places:
    return Places({**model.texts, **{name: text for texts in languages.values() for name, text in texts.files.items()}})
