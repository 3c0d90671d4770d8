"""Words by key in one language. A missing word is an error, never a silent fallback."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.brackets import cited
from core.errors import AppError, Phrase

_PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)\}")


class MissingWordError(AppError):
    """A key, or the value for one of its placeholders, does not exist."""

    code = "missing_word"


class Catalogue:
    """Texts of one language by dotted key, with named placeholders.

    A placeholder is a plain name that is looked up whole, so that a text can never reach into an object.

    Examples:
        >>> t = Catalogue("en", {"hello": "Good {part}.", "figure.week": "7 days"}, {"figure.week": "7 days"})
        >>> t("hello", part="evening")
        'Good evening.'
    """

    def __init__(self, language: str, words: Mapping[str, str], always: Mapping[str, str] | None = None) -> None:
        """Take the texts, and the values (figures, channels, sources) every text may name."""
        self.language = language
        self._words = words
        self._always = always or {}

    def __call__(self, key: str, /, **facts: object) -> str:
        """Return the text of ``key`` with its placeholders filled; a title cited in brackets loses its own.

        Raises:
            MissingWordError: No such key, or a placeholder without a value.
        """
        return self._fill(self.raw(key), key, facts)

    def raw(self, key: str) -> str:
        """Return the text of ``key`` as its author wrote it, with its placeholders.

        Raises:
            MissingWordError: No such key.
        """
        if key not in self._words:
            raise MissingWordError(key=key, language=self.language)
        return self._words[key]

    def __contains__(self, key: str) -> bool:
        """Return whether the language has a text for ``key``."""
        return key in self._words

    def _fill(self, text: str, key: str, facts: Mapping[str, object]) -> str:
        def value(match: re.Match[str]) -> str:
            name = match[1]
            if name in facts:
                return self._phrase(fact) if isinstance(fact := facts[name], Phrase) else str(fact)
            if name in self._always:
                return cited(self._always[name], text[: match.start()])
            raise MissingWordError(key=f"{key}: {{{name}}}", language=self.language)

        return _PLACEHOLDER.sub(value, text)

    def _phrase(self, phrase: Phrase) -> str:
        # What the system says is no text of ours: braces in it are no placeholders.
        return self(phrase.key, **phrase.facts) if phrase.key in self else str(phrase)


def placeholders(text: str) -> frozenset[str]:
    """Return the names between braces in a text.

    Examples:
        >>> sorted(placeholders("{a} of {figure.b}"))
        ['a', 'figure.b']
    """
    return frozenset(_PLACEHOLDER.findall(text))
