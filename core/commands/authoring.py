"""``disburse-check content preview``, ``new`` and ``diff``: the author's desk without a window."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from core.authoring.findings import Finding, findings_for
from core.authoring.layout import as_data, as_html, as_markdown, finding_lines
from core.authoring.preview import KINDS, Preview, UnknownKindError, Way, kind_of, preview
from core.authoring.studio import Studio
from core.commands.workplace import Workplace
from core.errors import ContentError
from core.explain.language import CODES
from core.files import write_whole


@dataclass(frozen=True, slots=True)
class Asked:
    """Which entry is to be shown; ``kind`` where its name alone does not tell, ``known`` with sample facts."""

    id: str
    kind: str = ""
    known: bool = True


def preview_as_markdown(place: Workplace, asked: Asked) -> str:
    """Return an entry as Markdown, what the checker found below it."""
    shown, findings = _shown(place, asked)
    return as_markdown(shown, finding_lines(findings, place.own_words), place.own_words)


def preview_as_json(place: Workplace, asked: Asked) -> str:
    """Return an entry and what the checker found, as JSON."""
    shown, findings = _shown(place, asked)
    return json.dumps(as_data(shown, findings, place.own_words), ensure_ascii=False, indent=2)


def preview_to_file(place: Workplace, asked: Asked, target: Path) -> str:
    """Write an entry as a page of HTML and return a line that says so."""
    shown, findings = _shown(place, asked)
    write_whole(target, as_html(shown, finding_lines(findings, place.own_words), place.own_words, place.layouts))
    return place.own_words("cli.written", file=target)


def _shown(place: Workplace, asked: Asked) -> tuple[Preview, tuple[Finding, ...]]:
    if asked.kind and asked.kind not in KINDS:
        raise UnknownKindError(found=asked.kind[:60], expected=", ".join(KINDS))
    sketch = Studio(place.chosen, place.shipped).read()
    kind = kind_of(sketch.content, asked.id, asked.kind)
    way = Way(CODES[place.short_language], place.own_words, place.today, asked.known)
    shown = preview(sketch, kind, asked.id, way)
    try:
        place.library  # noqa: B018 - read for its mistakes; from the cache when there are none
    except ContentError as error:
        return shown, findings_for(error.problems, kind, asked.id, sketch)
    return shown, ()
