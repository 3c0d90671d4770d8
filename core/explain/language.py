"""One language of a library, ready to speak: its catalogue, its wording, its explanation pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue import Catalogue
from core.explain.wording import Wording
from core.schema.content import Content

CODES = {"zh": "zh_CN", "en": "en"}
"""Short names of the languages, as the command line takes them."""


@dataclass(frozen=True)
class Language:
    """Everything needed to put an assessment of ``content`` into words."""

    code: str
    content: Content
    words: Catalogue
    wording: Wording
    explanations: Mapping[str, str]

    @classmethod
    def of(cls, content: Content, code: str, words: Mapping[str, str], explanations: Mapping[str, str]) -> Language:
        """Return the language; figures, channels and sources become values that every text may name."""
        plain = Wording(content, Catalogue(code, words))
        full = Catalogue(code, words, plain.always())
        return cls(code, content, full, Wording(content, full), explanations)
