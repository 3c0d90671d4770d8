"""Which words each entry of the model needs: families of keys such as ``cause.<id>.name``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from core.loading.places import TomlPath
from core.loading.rules.context import Context, conditions_in
from core.loading.rules.quiz_words import quiz_keys, units_in
from core.schema.content import Action, Bands, Confidence, Family, Grade, Owner, ReasonGroup, Source
from core.schema.library import Outcome
from core.schema.rights import Concern

FIELDS: Mapping[str, tuple[str, ...]] = {
    "gate": ("name", "what"),
    "cause": ("name", "summary", "tell_tale", "fix", "usual_time", "for_line", "hedge"),
    "section": ("name", "intro"),
    "question": ("prompt", "why", "how"),
    "fact": ("name",),
    "action": ("name", "how", "where", "proves_not", "avoid"),
    "message": ("name", "says", "advice"),
    "flag": ("name", "why"),
    "lender": ("name", "note"),
    "offer": ("name",),
    "channel": ("name", "for"),
    "right": ("name", "says", "use", "limits"),
    "asking": ("name", "ask", "not_expect"),
    "hotline": ("prompt", "reason"),
    "letter": ("name", "when", "notes"),
    "letter_field": ("name", "help"),
    "concern": ("name",),
    "holiday": ("name",),
    "festival": ("name",),
    "owner": ("name", "says"),
    "family": ("name", "says", "clock"),
    "grade": ("name", "says"),
    "band": ("name", "says"),
    "reason_group": ("name", "says"),
    "source_kind": ("name",),
    "confidence": ("name",),
    "action_kind": ("name",),
    "lesson": ("name",),
    "article": ("title", "summary"),
    "term": ("name", "what", "forms"),
    "case": ("title", "person", "happened", "ended"),
    "outcome": ("name",),
}
# Words of the schema itself: they stand in no file, so a missing text has no better place than the folder.
_CLOSED: Mapping[str, tuple[str, ...]] = {
    "owner": get_args(Owner),
    "family": get_args(Family),
    "grade": get_args(Grade),
    "band": ("low", *Bands.model_fields),
    "reason_group": get_args(ReasonGroup),
    "source_kind": get_args(Source.model_fields["kind"].annotation),
    "confidence": get_args(Confidence),
    "action_kind": get_args(Action.model_fields["kind"].annotation),
    "concern": get_args(Concern),
    "outcome": get_args(Outcome),
}
_WHOLE_UNITS = ("date", "clock")  # patterns of their own: a day or a time of day has no singular and plural


@dataclass(frozen=True)
class Need:
    """A key that must have a text, and the entry that needs it (``part`` None: the program itself)."""

    key: str
    part: str | None
    path: TomlPath


def needs_of(context: Context) -> Iterator[Need]:
    """Yield every key that must have a text."""
    for family, entries in _entries(context).items():
        for name, (part, path) in entries.items():
            for field in FIELDS[family]:
                yield Need(f"{family}.{name}.{field}", part, path)
    for name, question in context.content.questions.items():
        for number, option in enumerate(question.options):
            yield Need(f"question.{name}.option.{option.id}", "questions", (name, "options", number))
    yield from _of_rights(context)
    for key, path in shelf_questions(context).items():
        yield Need(key, "library", path)
    for key, path in quiz_keys(context.content.quiz).items():
        yield Need(key, "quiz", path)
    yield from _units(context)


def shelf_questions(context: Context) -> dict[str, TomlPath]:
    """Return the keys of the questions that articles and cases ask, each with the path of its entry."""
    shelf = context.content.library
    return {
        f"{family}.{name}.question.{question}": (family, name, "questions", number)
        for family, table in (("article", shelf.article), ("case", shelf.case))
        for name, entry in table.items()
        for number, question in enumerate(entry.questions)
    }


def known_ids(context: Context) -> dict[str, set[str]]:
    """Return family -> ids that texts may be about, used or not."""
    known = {family: set(entries) for family, entries in _entries(context).items()}
    known["fact"] = set(context.shapes)
    return known | {"source": set(context.content.sources), "figure": set(context.content.figures)}


def _entries(context: Context) -> dict[str, dict[str, tuple[str | None, TomlPath]]]:
    content = context.content
    tables: Mapping[str, tuple[str, Iterable[str]]] = {
        "gate": ("gates", content.gates),
        "cause": ("causes", content.causes),
        "question": ("questions", content.questions),
        "action": ("actions", content.actions),
        "message": ("messages", content.messages),
        "flag": ("flags", content.flags),
        "lender": ("lenders", content.lenders),
        "offer": ("offers", content.offers),
        "channel": ("channels", content.channels),
        "right": ("rights", content.rights),
        "asking": ("asking", content.asking),
        "hotline": ("hotline", content.hotline),
        "letter": ("letters", content.letters),
    }
    entries: dict[str, dict[str, tuple[str | None, TomlPath]]] = {}
    for family, (part, names) in tables.items():
        entries[family] = {name: (part, (name,)) for name in names}
    entries["section"] = {name: ("questions", ("sections", number)) for number, name in enumerate(content.sections)}
    entries["festival"] = {name: ("timing", ("festivals", name)) for name in content.timing.festivals}
    entries["holiday"] = {
        holiday.name: ("holidays", (year, "holiday", number))
        for year, schedule in content.holidays.items()
        for number, holiday in enumerate(schedule.holiday)
    }
    entries["fact"] = dict(_facts_in_use(context))
    entries["letter_field"] = {
        field.id: ("letters", (name, "fields", number))
        for name, letter in content.letters.items()
        for number, field in enumerate(letter.fields)
    }
    entries["lesson"] = {name: ("library", ("lessons", number)) for number, name in enumerate(content.library.lessons)}
    shelf = content.library
    for family, names in (("article", shelf.article), ("term", shelf.term), ("case", shelf.case)):
        entries[family] = {name: ("library", (family, name)) for name in names}
    for family, closed in _CLOSED.items():
        entries[family] = dict.fromkeys(closed, (None, ()))
    return entries


def _of_rights(context: Context) -> Iterator[Need]:
    """Yield the keys that only some entries need: what is told of a right that ended, and answers of a service."""
    for name, right in context.content.rights.items():
        if right.once_over == "warns":
            yield Need(f"right.{name}.over", "rights", (name,))
    for name, question in context.content.hotline.items():
        for number, option in enumerate(question.options):
            yield Need(f"hotline.{name}.option.{option.id}", "hotline", (name, "options", number))


def _facts_in_use(context: Context) -> Iterator[tuple[str, tuple[str | None, TomlPath]]]:
    """Yield the derived facts that conditions name; a question's own words serve for its fact."""
    for part, path, conditions in conditions_in(context.content):
        for fact in conditions:
            if fact in context.shapes and fact not in context.content.questions:
                yield fact, (part, (*path, fact))


def _units(context: Context) -> Iterator[Need]:
    content = context.content
    users: list[tuple[str, TomlPath, str]] = [
        ("figures", (name, "unit"), figure.unit) for name, figure in content.figures.items()
    ]
    users += [
        ("questions", (name, "unit"), question.unit) for name, question in content.questions.items() if question.unit
    ]
    users += [("quiz", path, unit) for path, unit in units_in(content.quiz)]
    first_users = {unit: (part, path) for part, path, unit in reversed(users)}
    for unit, (part, path) in first_users.items():
        keys = (f"unit.{unit}",) if unit in _WHOLE_UNITS else (f"unit.{unit}.one", f"unit.{unit}.other")
        for key in keys:
            yield Need(key, part, path)
