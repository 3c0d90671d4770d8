"""What every command stands on: the folders, the day, the language, and the content read once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from core.catalogue import Catalogue
from core.estimate.content_check import estimate_problems
from core.explain.language import CODES, Language
from core.explain.template_check import template_problems
from core.letters.check import letter_problems
from core.library.content_check import shelf_problems
from core.loading.compiled import load_compiled
from core.loading.files import TEXTS_FOLDER, must_hold_content, take_snapshot
from core.loading.library import Library, load_library
from core.loading.texts import texts_of

CHECKS = (template_problems, letter_problems, shelf_problems, estimate_problems)


@dataclass(frozen=True)
class Workplace:
    """Handed in by the entry point, so that a command can be tested with other folders and another day.

    ``shipped`` is the program's own content, ``chosen`` the folder in use, ``cache`` where compiled content may lie.
    """

    shipped: Path
    chosen: Path
    layouts: Mapping[str, str]
    cache: Path | None
    today: dt.date
    short_language: str = "zh"

    @cached_property
    def library(self) -> Library:
        """Return the content in use, checked.

        Raises:
            ContentError: It has mistakes.
            NoContentError: It is no content folder at all.
        """
        must_hold_content(self.chosen)
        return load_compiled(self.chosen, self.cache, CHECKS)

    def checked(self) -> Library:
        """Return the content in use, read from its files and checked in full, expiry included.

        Raises:
            ContentError: It has mistakes.
            NoContentError: It is no content folder at all.
        """
        must_hold_content(self.chosen)
        return load_library(self.chosen, self.today, CHECKS)

    @cached_property
    def language(self) -> Language:
        """Return the language asked for, of the content in use."""
        return language_of(self.library, CODES[self.short_language])

    @cached_property
    def own_words(self) -> Catalogue:
        """Return the words of the program's own content, unchecked: a mistake in content must still be told."""
        code, loaded = CODES[self.short_language], vars(self).get("library")
        if loaded is not None and self.chosen == self.shipped:
            return Catalogue(code, loaded.words[code])  # the same, and read already
        return Catalogue(code, texts_of(take_snapshot(self.shipped, f"{code}/{TEXTS_FOLDER}/"), code).words)


def language_of(library: Library, code: str) -> Language:
    """Return one language of a library, ready to speak."""
    return Language.of(library.content, code, library.words[code], library.explanations[code])
