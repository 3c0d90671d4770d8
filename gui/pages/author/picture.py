"""The picture of the author's desk, out of what was read and found. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.authoring.findings import Finding, findings_for
from core.authoring.layout import stand_in_lines
from core.authoring.preview import KINDS, Way, preview
from core.authoring.words import lenient_language
from core.catalogue import Catalogue
from core.commands.content import problem_line
from core.errors import AppError, Problem
from core.loading.sketch import Sketch
from gui.desk import Desk
from gui.pages.author.kept import Place
from gui.pages.author.state import AuthorState, Choices, FindingsState, ListState, Option, SheetState
from gui.questions.kinds import Asking, question_picture
from gui.questions.state import QuestionState

TITLES: Mapping[str, str] = {"article": "title", "case": "title", "question": "prompt", "quiz": "ask"}
"""Kind -> the word that names an entry in a list; "name" for all others."""
MOST = 30
"""So many mistakes of a group are shown at most."""
NEAR = ("here", "file", "elsewhere")


@dataclass
class Found:
    """What is known of the folder at the moment; ``problems`` is None while they are looked for."""

    folder: Path
    sketch: Sketch | None = None
    own: Mapping[str, Catalogue] = field(default_factory=dict)
    problems: tuple[Problem, ...] | None = None
    read_at: dt.datetime | None = None
    last: SheetState | None = None


def author_state(found: Found, place: Place, desk: Desk) -> AuthorState:
    """Return the picture of the moment; the sheet that it shows is kept in ``found``."""
    words, code = desk.speaker.words, language_of(found, place, desk)
    names = desk.speaker.names
    sheet, empty = _sheet(found, place, code, desk)
    readers = (("known", True), ("unknown", False)) if place.kind == "cause" and found.sketch else ()
    return AuthorState(
        title=words("authorpage.title"),
        intro=words("authorpage.intro"),
        listing=_listing(found, place, code, desk),
        status=_status(found, desk),
        language_label=words("authorpage.language"),
        languages=tuple(
            Option(one, names.get(one, one), one == code) for one in (found.sketch.texts if found.sketch else ())
        ),
        reader_label=words("authorpage.reader"),
        readers=tuple(Option(one, words(f"authorpage.reader_{one}"), known == place.known) for one, known in readers),
        sheet=sheet,
        empty=empty,
        findings=_findings(found, place, desk),
    )


def language_of(found: Found, place: Place, desk: Desk) -> str:
    """Return the language that is looked at: the chosen one, the program's, or the folder's first."""
    texts = found.sketch.texts if found.sketch else {}
    return next((code for code in (place.language, desk.speaker.code, *texts) if code in texts), desk.speaker.code)


def entries_of(found: Found, place: Place, code: str) -> Choices:
    """Return (id, name) of the entries of a kind that have what is searched for in one of the two."""
    if found.sketch is None:
        return ()
    texts = found.sketch.texts.get(code)
    said = texts.words if texts else {}
    field_ = TITLES.get(place.kind, "name")
    named = [
        (name, said.get(f"{place.kind}.{name}.{field_}", name)) for name in KINDS[place.kind].ids(found.sketch.content)
    ]
    wanted = place.typed.strip().casefold()
    return tuple(entry for entry in named if any(wanted in part.casefold() for part in entry))


def _listing(found: Found, place: Place, code: str, desk: Desk) -> ListState:
    words = desk.speaker.words
    return ListState(
        folder=words("authorpage.folder", folder=found.folder),
        choose=words("authorpage.choose"),
        choose_title=words("authorpage.choose_title"),
        make=words("authorpage.make"),
        make_title=words("authorpage.make_title"),
        proposed=words("authorpage.proposed"),
        start=str(found.folder.parent),
        kind_label=words("authorpage.kind"),
        kinds=tuple((kind, words(f"authoring.kind.{kind}")) for kind in KINDS),
        kind=place.kind,
        search=words("authorpage.search"),
        typed=place.typed,
        entries=entries_of(found, place, code),
        entry_heard=words("authorpage.entry_heard"),
        chosen=place.entry,
    )


def _status(found: Found, desk: Desk) -> str:
    if found.read_at is None:
        return desk.speaker.words("authorpage.reading")
    return desk.speaker.words("authorpage.read", time=f"{found.read_at:%H:%M:%S}")


def _sheet(found: Found, place: Place, code: str, desk: Desk) -> tuple[SheetState | None, str]:
    words = desk.speaker.words
    if found.read_at is None:
        return None, words("authorpage.reading")
    if found.sketch is None:
        return None, words("authorpage.nothing")
    if not place.entry:
        return None, words("authorpage.nothing_chosen")
    own = words if code == desk.speaker.code else found.own[code]
    where = f"{place.kind} {place.entry} {code}"
    try:
        shown = preview(found.sketch, place.kind, place.entry, Way(code, own, desk.now().date(), place.known))
    except AppError:
        # Whoever is just typing has taken the entry apart for a moment: what it was is better than nothing.
        if found.last is not None and found.last.id == where:
            return replace(found.last, remarks=(words("authorpage.gone", name=place.entry),)), ""
        return None, words("authorpage.gone_empty", name=place.entry)
    question = _question(found.sketch, place, code, desk)
    remarks = stand_in_lines(shown, words)
    found.last = SheetState(where, shown.title, shown.chips, shown.parts, remarks, question)
    return found.last, ""


def _question(sketch: Sketch, place: Place, code: str, desk: Desk) -> QuestionState | None:
    if place.kind != "question":
        return None
    language = lenient_language(sketch, code)
    asking = Asking(place.entry, sketch.content.questions[place.entry], language.words, language.wording, desk.now())
    return question_picture(asking, None, {}, "", "")


def _findings(found: Found, place: Place, desk: Desk) -> FindingsState:
    words = desk.speaker.words
    title = words("authorpage.findings")
    if found.sketch is None:
        return FindingsState(title, "", ())
    if found.problems is None:
        return FindingsState(title, words("authorpage.checking"), ())
    if not found.problems:
        return FindingsState(title, words("authorpage.fine"), ())
    told = findings_for(found.problems, place.kind, place.entry, found.sketch)
    groups = tuple(_group([one for one in told if one.near == near], near, words) for near in NEAR)
    return FindingsState(title, "", tuple(group for group in groups if group[1]))


def _group(found: list[Finding], near: str, words: Catalogue) -> tuple[str, tuple[str, ...]]:
    lines = [problem_line(one.problem, words) for one in found[:MOST]]
    lines += [words("authorpage.more", count=len(found) - MOST)] if len(found) > MOST else []
    return words(f"authorpage.{near}", count=len(found)), tuple(lines)
