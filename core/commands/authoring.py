"""``disburse-check content preview``, ``new`` and ``diff``: the author's desk without a window."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from core.authoring.difference import Difference, difference
from core.authoring.effect import CaseEffect, assessable, effects
from core.authoring.findings import Finding, findings_for
from core.authoring.layout import as_data, as_html, as_markdown, finding_lines
from core.authoring.new import TEMPLATE, new_folder
from core.authoring.preview import KINDS, Preview, UnknownKindError, Way, kind_of, preview
from core.authoring.studio import Studio
from core.authoring.told import data_of, effect_lines, lines_of
from core.catalogue import Catalogue
from core.commands.workplace import Workplace
from core.errors import ContentError
from core.explain.language import CODES
from core.files import write_whole
from core.loading.files import take_snapshot


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


def new(place: Workplace, target: Path) -> str:
    """Copy the content in use to a new folder and return a line that says so; raises as :func:`new_folder`."""
    count = new_folder(place.chosen, target, place.layouts[TEMPLATE])
    return place.own_words("authoring.new.made", count=count, folder=target)


@dataclass(frozen=True)
class Compared:
    """Two folders compared; ``effects`` only where they were asked for, ``hindered`` why they could not be had."""

    difference: Difference
    own: Catalogue
    effects: tuple[CaseEffect, ...] | None
    hindered: str = ""

    def as_text(self) -> str:
        """Return everything that differs, in lines."""
        lines = list(lines_of(self.difference, self.own))
        lines += effect_lines(self.effects, self.own) if self.effects is not None else []
        return "\n".join([*lines, *(["", self.hindered] if self.hindered else [])])

    def as_json(self) -> str:
        """Return everything that differs as JSON."""
        return json.dumps(data_of(self.difference, self.effects), ensure_ascii=False, indent=2)


def compared(place: Workplace, first: Path, second: Path, *, effect: bool) -> Compared:
    """Return what differs between two folders, and what that does to the cases.

    Raises:
        NoContentError: One of them holds nothing that belongs to content.
    """
    found, own = difference(first, second), place.own_words
    if not effect:
        return Compared(found, own, None)
    folder = first
    try:
        before = assessable(take_snapshot(first, shelf=True))
        folder = second
        after = assessable(take_snapshot(second, shelf=True))
    except ContentError as error:
        return Compared(found, own, None, own("authoring.diff.no_effect", folder=folder, count=len(error.problems)))
    return Compared(found, own, effects(before, after, CODES[place.short_language]))


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
