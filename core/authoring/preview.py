"""One entry of a content folder as its reader will see it, for whoever is writing it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from core.authoring.kinds.causes import cause_sheet
from core.authoring.kinds.model import action_sheet, flag_sheet, message_sheet, question_sheet
from core.authoring.kinds.quiz import quiz_sheet
from core.authoring.kinds.reading import article_sheet, case_sheet, letter_sheet, term_sheet
from core.authoring.sheet import Part, Sheet, Stand
from core.authoring.words import lenient_language
from core.catalogue import Catalogue
from core.errors import AppError
from core.loading.files import ARTICLES_FOLDER, CASES_FOLDER, EXPLANATIONS_FOLDER, LETTERS_FOLDER
from core.loading.places import TomlPath
from core.loading.sketch import Sketch
from core.schema.content import Content

_NEAR = 3


class UnknownEntryError(AppError):
    """No kind has an entry of this name."""

    code = "unknown_entry"


class UnknownKindError(AppError):
    """There is no such kind of entry."""

    code = "unknown_kind"


class OtherKindError(AppError):
    """There is an entry of this name, but of another kind."""

    code = "entry_of_other_kind"


class AmbiguousEntryError(AppError):
    """Several kinds have an entry of this name."""

    code = "ambiguous_entry"


@dataclass(frozen=True)
class Kind:
    """A kind of entry.

    Attributes:
        part: The part of the model in which its entries stand, as ``read.file_of`` takes it.
        table: The table in that file, empty where entries stand at the top.
        ids: Its entries, in the order of the file.
        sheet: Draws one.
        page: The folder of each language in which it has a page of its own; "" for none.
        file: The folder beside the languages in which it has a file of its own; "" for none.
    """

    part: str
    ids: Callable[[Content], Iterable[str]]
    sheet: Callable[[str, Stand], Sheet]
    table: TomlPath = ()
    page: str = ""
    file: str = ""


KINDS: Mapping[str, Kind] = {
    "question": Kind("questions", lambda content: content.questions, question_sheet),
    "cause": Kind("causes", lambda content: content.causes, cause_sheet, page=EXPLANATIONS_FOLDER),
    "action": Kind("actions", lambda content: content.actions, action_sheet),
    "message": Kind("messages", lambda content: content.messages, message_sheet),
    "flag": Kind("flags", lambda content: content.flags, flag_sheet),
    "article": Kind("library", lambda content: content.library.article, article_sheet, ("article",), ARTICLES_FOLDER),
    "term": Kind("library", lambda content: content.library.term, term_sheet, ("term",)),
    "case": Kind("library", lambda content: content.library.case, case_sheet, ("case",), file=CASES_FOLDER),
    "quiz": Kind("quiz", lambda content: content.quiz.item, quiz_sheet, ("item",)),
    "letter": Kind("letters", lambda content: content.letters, letter_sheet, page=LETTERS_FOLDER),
}
"""Kind -> how it is found and drawn; its words stand under ``<kind>.<id>``. A new kind is one entry here."""


@dataclass(frozen=True, slots=True)
class Way:
    """How an entry is looked at.

    Attributes:
        language: Such as ``zh_CN``.
        own: The program's own words in that language, for headings.
        today: The day; it decides which rules a letter may name.
        known: Whether a page is filled in with sample facts; else as for a reader about whom nothing is known.
    """

    language: str
    own: Catalogue
    today: dt.date
    known: bool = True


@dataclass(frozen=True, slots=True)
class Preview:
    """An entry in one language. ``stand_ins`` are files that cannot be read now; their last state is shown."""

    kind: str
    id: str
    language: str
    title: str
    chips: tuple[str, ...]
    parts: tuple[Part, ...]
    stand_ins: tuple[str, ...] = ()


def preview(sketch: Sketch, kind: str, name: str, way: Way) -> Preview:
    """Return an entry as it is read.

    Args:
        sketch: The folder, as far as it can be read.
        kind: A key of :data:`KINDS`.
        name: An id of that kind.
        way: In which language, and for whom.

    Raises:
        UnknownEntryError: There is no such entry, or it has mistakes of schema.
    """
    if name not in KINDS[kind].ids(sketch.content):
        raise unknown(sketch.content, name, (kind,))
    language = lenient_language(sketch, way.language)
    sheet = KINDS[kind].sheet(name, Stand(sketch, language, way.own, way.today, way.known))
    return Preview(kind, name, way.language, sheet.title, sheet.chips, sheet.parts, sketch.stand_ins)


def kind_of(content: Content, name: str, kind: str = "") -> str:
    """Return the one kind that has an entry of this name; a kind that was given is kept.

    Raises:
        OtherKindError: Only other kinds than the one given have.
        UnknownEntryError: None has; with the names that come nearest.
        AmbiguousEntryError: Several have.
    """
    asked = (kind,) if kind else tuple(KINDS)
    having = [one for one in KINDS if name in KINDS[one].ids(content)]
    found = [one for one in having if one in asked]
    if having and not found:
        raise OtherKindError(found=name, kinds=", ".join(having), option=f"--kind {having[0]}")
    if not found:
        raise unknown(content, name, asked)
    if len(found) > 1:
        raise AmbiguousEntryError(found=name, kinds=", ".join(found), option=f"--kind {found[0]}")
    return found[0]


def unknown(content: Content, name: str, kinds: Iterable[str]) -> UnknownEntryError:
    """Return what is said of a name that nobody knows."""
    known = list(dict.fromkeys(one for kind in kinds for one in KINDS[kind].ids(content)))
    near = get_close_matches(name, known, n=_NEAR, cutoff=0.3) or known[:_NEAR]
    return UnknownEntryError(found=name[:60], near=", ".join(near))
