"""A language of an unfinished folder: what is missing shows as a mark and stops nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.catalogue import Catalogue, MissingWordError
from core.explain.language import Language
from core.explain.wording import Wording
from core.loading.sketch import Sketch

OPEN, SHUT = "⟨", "⟩"
"""Stand around the name of what is missing, so that it is seen in a preview and found by a test."""
_HOLDER = re.compile(r"\{([a-z0-9_.]+)\}")


class LenientCatalogue(Catalogue):
    """A catalogue in which a missing text, or a missing value of a placeholder, is shown as a mark.

    Examples:
        >>> words = LenientCatalogue("en", {"day": "On {day}."})
        >>> words("day"), words("no.such"), words("day", day="Monday")
        ('On ⟨day⟩.', '⟨no.such⟩', 'On Monday.')
    """

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return the text of ``key``, or a mark."""
        try:
            return super().__call__(key, **facts)
        except MissingWordError:
            return self._filled(self._words[key], facts) if key in self else marked(key)

    def _filled(self, text: str, facts: Mapping[str, object]) -> str:
        values = {**self._always, **facts}
        return _HOLDER.sub(lambda found: str(values.get(found[1], marked(found[1]))), text)


class LenientWording(Wording):
    """Wording in which a source that does not exist is shown as a mark."""

    def source(self, name: str) -> str:
        """Return the title of a reference, or a mark."""
        return super().source(name) if name in self._content.sources else marked(name)


def marked(name: str) -> str:
    """Return the mark of something missing."""
    return f"{OPEN}{name}{SHUT}"


def lenient_language(sketch: Sketch, code: str) -> Language:
    """Return one language of an unfinished folder, ready to speak."""
    texts = sketch.texts.get(code)
    words: Mapping[str, str] = texts.words if texts else {}
    always = LenientWording(sketch.content, LenientCatalogue(code, words)).always()
    full = LenientCatalogue(code, words, always)
    explanations = texts.explanations if texts else {}
    return Language(code, sketch.content, full, LenientWording(sketch.content, full), explanations)
