"""Checks of letter templates: each renders for every option of every fact it uses, with and without everything else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import product

from core.catalogue import MissingWordError
from core.errors import Problem
from core.explain.language import Language
from core.explain.sandbox import TemplateFailedError
from core.explain.template_check import facts_used, placeholders_used, values_of
from core.explain.template_reason import template_problem
from core.facts.catalogue import DERIVED
from core.letters.letter import Case, Letters
from core.loading.library import Library
from core.schema.answers import Answers, Attempt
from core.schema.conditions import FactValue
from core.schema.content import Content

_LONG_AGO = dt.date(1990, 1, 1)
"""A day on which no rule of ours was in force."""
_SAMPLES = {"line": "words", "text": "words", "date": "2026-11-25"}


def letter_problems(library: Library) -> Iterator[Problem]:
    """Yield every mistake in the letters of a library."""
    broken = {code: dict(_broken(library, code)) for code in library.languages}
    for code in library.languages:
        yield from broken[code].values()
    first, *others = library.languages
    for code in others:
        for kind in library.letters[code].keys() & library.letters[first].keys():
            differing = _used(library, code, kind) ^ _used(library, first, kind)
            # What a broken template names cannot be told in full, and it has been told to be broken.
            if differing and kind not in broken[code] and kind not in broken[first]:
                facts = (("other", _file(first, kind)), ("names", ", ".join(sorted(differing))))
                yield Problem(_file(code, kind), 0, "template_languages_differ", facts)


def _broken(library: Library, code: str) -> Iterator[tuple[str, Problem]]:
    """Write every letter in every way; yield (kind, first mistake)."""
    language = Language.of(library.content, code, library.words[code], library.explanations[code])
    letters = Letters(language, library.letters[code])
    for kind in library.content.letters.keys() & library.letters[code].keys():
        source = library.letters[code][kind]
        for case, fields, today in _ways(library.content, kind, source):
            try:
                letters.write(kind, case, fields, today)
            except (TemplateFailedError, MissingWordError) as error:
                yield kind, _problem(code, kind, error)
                break


def _ways(content: Content, kind: str, source: str) -> Iterator[tuple[Case, dict[str, str], dt.date]]:
    """Yield what a letter can be written from: with each value of each fact, and without and with all the rest."""
    nothing: dict[str, FactValue | None] = dict.fromkeys((*content.questions, *DERIVED))
    tried = [nothing] + [
        {**nothing, fact: value}
        for fact in sorted(facts_used(source) & nothing.keys())
        for value in values_of(content, fact)
    ]
    newest = max((right.last_checked for right in content.rights.values()), default=_LONG_AGO)
    full = {field.id: _SAMPLES[field.kind] for field in content.letters[kind].fields}
    tries = (Attempt(_LONG_AGO), Attempt(_LONG_AGO, next(iter(content.messages), None)))
    for facts, attempts, fields, today in product(tried, ((), tries), ({}, full), (_LONG_AGO, newest)):
        yield Case(Answers(today, "after", {}, attempts), facts), fields, today


def _problem(code: str, kind: str, error: TemplateFailedError | MissingWordError) -> Problem:
    if isinstance(error, MissingWordError):
        return Problem(_file(code, kind), 0, "missing_words", (("where", kind), ("key", str(error.facts["key"]))))
    return template_problem(_file(code, kind), error)


def _used(library: Library, code: str, kind: str) -> set[str]:
    # Loop variables are the template's own business; everything else must be the same in both languages.
    return {
        name for name in placeholders_used(library.letters[code][kind]) if not name.startswith(("attempt.", "right."))
    }


def _file(code: str, kind: str) -> str:
    return f"{code}/letters/{kind}.md"
