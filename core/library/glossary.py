"""Words that need explaining, found wherever a text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.catalogue import Catalogue

SEPARATOR = "|"
"""Stands between the spellings of a term in its words."""
SCHEME = "term:"
"""What the address of a link to a term begins with."""

_HEADING = re.compile(r"^#+ .*$", re.MULTILINE)
# No running text: [words](address), ![picture](address), <address>, `code`, 《title》 and bare addresses.
_CLOSED = re.compile(r"《[^》\n]*》|!?\[[^\]\n]*\]\([^)\n]*\)|<[^>\n]+>|`[^`\n]*`|\w+://\S+")


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, ``text[start:end]``, that names a term."""

    start: int
    end: int
    term: str


class Glossary:
    """Finds terms in the texts of one language."""

    def __init__(self, forms: Mapping[str, Sequence[str]], *, borders: bool) -> None:
        """Take the spellings of every term.

        Args:
            forms: Term -> its spellings. Where two terms share one, the first term has it.
            borders: Whether words have borders and a plural, as in English; in Chinese they have neither.
        """
        self._terms = {
            spelling.casefold(): term
            for term, spellings in reversed(list(forms.items()))
            for form in spellings
            for spelling in (_plurals(form) if borders else (form,))
        }
        # The longest first: at one place, "credit report" is no "credit".
        longest = sorted(self._terms, key=len, reverse=True)
        self._pattern = re.compile("|".join(_bordered(spelling, borders) for spelling in longest), re.IGNORECASE)

    @classmethod
    def of(cls, words: Catalogue, terms: Iterable[str]) -> Glossary:
        """Return the glossary of a language from its words ``term.<id>.forms``."""
        forms = {term: spellings_of(words, term) for term in terms}
        return cls(forms, borders=not words.language.startswith("zh"))

    def spans(self, text: str, without: str = "") -> tuple[Span, ...]:
        """Return the first mention of every term in every section of a Markdown text, in order of place.

        Nothing is found in headings, links, addresses, code and Chinese titles.

        Args:
            text: Markdown; a line that begins with ``#`` starts a section.
            without: A term to pass over, such as the one that the text itself explains.
        """
        if not self._terms:
            return ()
        return tuple(span for start, end in _sections(text) for span in self._first(text, start, end, without))

    def linked(self, text: str, without: str = "") -> str:
        """Return the text with every span as a Markdown link to ``term:<id>``."""
        pieces, at = [], 0
        for span in self.spans(text, without):
            pieces += [text[at : span.start], f"[{text[span.start : span.end]}]({SCHEME}{span.term})"]
            at = span.end
        return "".join([*pieces, text[at:]])

    def _first(self, text: str, start: int, end: int, without: str) -> Iterator[Span]:
        closed = [(match.start(), match.end()) for match in _CLOSED.finditer(text, start, end)]
        seen = {without}
        for match in self._pattern.finditer(text, start, end):
            term = self._terms[match[0].casefold()]
            if term not in seen and not any(match.start() < last and first < match.end() for first, last in closed):
                seen.add(term)
                yield Span(match.start(), match.end(), term)


def spellings_of(words: Catalogue, term: str) -> tuple[str, ...]:
    """Return the spellings of a term, as its words list them."""
    return tuple(form.strip() for form in words(f"term.{term}.forms").split(SEPARATOR))


def _sections(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for heading in _HEADING.finditer(text):
        yield at, heading.start()
        at = heading.end()
    yield at, len(text)


def _plurals(form: str) -> tuple[str, str]:
    """Return an English word as it is, and its regular plural.

    Examples:
        >>> _plurals("credit inquiry"), _plurals("overdue box"), _plurals("draw")
        (('credit inquiry', 'credit inquiries'), ('overdue box', 'overdue boxes'), ('draw', 'draws'))
    """
    if form.endswith("y") and form[-2:-1] not in "aeiou":
        return form, f"{form[:-1]}ies"
    return form, form + ("es" if form.endswith(("s", "x", "ch", "sh")) else "s")


def _bordered(spelling: str, borders: bool) -> str:
    """Return a pattern; a Latin letter at an end of it must not go on: "II 类" does not stand in "III 类"."""
    before = r"(?<![a-z0-9])" if borders or spelling[0].isascii() else ""
    after = r"(?![a-z0-9])" if borders or spelling[-1].isascii() else ""
    return before + re.escape(spelling) + after
