"""A cause's explanation page, filled in with the reader's own facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from core.brackets import unnested
from core.explain.language import Language
from core.explain.sandbox import FactView, environment, render
from core.facts.read import Facts
from core.schema.conditions import FactValue

SECTIONS = ("why", "see", "do", "avoid", "myths", "rights", "sure")
"""The parts of every page, in order; each starts with a line ``# <name>`` in its template."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: Markdown by section, in the order of :data:`SECTIONS`."""

    cause: str
    sections: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A name inside a template."""

    name: str


class Pages:
    """Renders explanation pages of one language."""

    def __init__(self, language: Language) -> None:
        """Prepare the sandbox and the values that every page may use."""
        self._language = language
        self._sandbox = environment()
        self._values = values_for(language)

    def page(self, cause: str, facts: Facts) -> Page:
        """Return the page of a cause for these facts.

        Raises:
            TemplateFailedError: The template has a mistake; the content check finds every one of them.
        """
        text = render(
            self._sandbox,
            self._language.explanations[cause],
            cause,
            facts={name: FactView(value, self._words_of(name, value)) for name, value in facts.items()},
            **self._values,
            cause=Named(self._language.words(f"cause.{cause}.name")),
        )
        # Escaping guards HTML; Markdown is not HTML yet, and its renderer escapes again.
        return Page(cause, split(unnested(unescape(text)), SECTIONS))

    def _words_of(self, fact: str, value: FactValue | None) -> str:
        return "" if value is None else self._language.wording.fact(fact, value)


def values_for(language: Language) -> dict[str, dict[str, str]]:
    """Return the figures, channels and sources that every template of a language may name."""
    content, wording = language.content, language.wording
    return {
        "figures": {name: wording.figure(figure) for name, figure in content.figures.items()},
        "channels": {name: wording.channel(name, channel) for name, channel in content.channels.items()},
        "sources": {name: wording.source(name) for name in content.sources},
    }


def split(text: str, names: Sequence[str]) -> dict[str, str]:
    """Return section -> Markdown of a page whose sections begin with ``# <name>``."""
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        name = line.removeprefix("# ").strip()
        if line.startswith("# ") and name in names:
            current = sections.setdefault(name, [])
        else:
            current.append(line)
    return {name: "\n".join(lines).strip() for name, lines in sections.items()}
