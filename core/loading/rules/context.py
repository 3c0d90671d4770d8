"""What every check is given: the content, the shapes of its facts, and a way to build problems with places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from core.errors import Problem
from core.loading.places import Places, TomlPath, name_of
from core.loading.read import file_of
from core.loading.rules.facts import DerivedFact, Shapes, shapes_of
from core.schema.conditions import Conditions
from core.schema.content import Content, Sourced

_FEW = 8


@dataclass(frozen=True)
class Context:
    """The content under check. ``problem`` finds the file and line of an entry by its table and path."""

    content: Content
    shapes: Shapes
    places: Places

    def problem(self, code: str, part: str, path: TomlPath, /, **facts: object) -> Problem:
        """Return a problem of one entry; ``where`` tells the entry and its field."""
        file = file_of(part)
        return self.places.problem(code, file, path, where=name_of(path) or file, **facts)

    def unknown(self, code: str, part: str, path: TomlPath, name: str, known: Iterable[str]) -> Iterator[Problem]:
        """Yield a problem when ``name`` is not among ``known``, with the names that come near."""
        names = tuple(known)
        if name not in names:
            near = get_close_matches(name, names, n=3) or names[:_FEW]
            yield self.problem(code, part, path, found=name, expected=", ".join(near) or "—")


Check = Callable[[Context], Iterable[Problem]]


def context_of(content: Content, places: Places, derived: Mapping[str, DerivedFact]) -> Context:
    """Return the context of a content folder."""
    return Context(content, shapes_of(content, derived), places)


def conditions_in(content: Content) -> Iterator[tuple[str, TomlPath, Conditions]]:
    """Yield (part, path, conditions) of everything that has conditions."""
    for name, question in content.questions.items():
        yield "questions", (name, "ask_when"), question.ask_when
    for name, rule in content.rules.items():
        yield "rules", (name, "when"), rule.when
    for name, action in content.actions.items():
        yield "actions", (name, "when"), action.when
    for name, flag in content.flags.items():
        yield "flags", (name, "when"), flag.when


def sourced_in(content: Content) -> Iterator[tuple[str, TomlPath, Sourced]]:
    """Yield (part, path, entry) of everything that names sources."""
    tables: Mapping[str, Mapping[str, Sourced]] = {
        "gates": content.gates,
        "causes": content.causes,
        "rules": content.rules,
        "actions": content.actions,
        "messages": content.messages,
        "flags": content.flags,
        "figures": content.figures,
        "channels": content.channels,
        "lenders": content.lenders,
        "rights": content.rights,
        "asking": content.asking,
        "hotline": content.hotline,
        "letters": content.letters,
        "holidays": content.holidays,
        "offers": content.offers,
    }
    for part, table in tables.items():
        for name, entry in table.items():
            yield part, (name,), entry
    yield "timing", (), content.timing
    for name, festival in content.timing.festivals.items():
        yield "timing", ("festivals", name), festival
    for name, article in content.library.article.items():
        yield "library", ("article", name), article
    for name, study in content.library.case.items():
        yield "library", ("case", name), study
    for name, item in content.quiz.item.items():
        yield "quiz", ("item", name), item
    yield "network", (), content.network
    for number, host in enumerate(content.network.host):
        yield "network", ("host", number), host
