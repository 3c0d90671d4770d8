"""Checks of explanation templates: syntax, safety, and a rendering for every option of every fact they use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from core.catalogue import MissingWordError
from core.errors import Problem
from core.explain.language import Language
from core.explain.pages import Pages
from core.explain.sandbox import TemplateFailedError, environment
from core.explain.template_reason import template_problem
from core.facts.catalogue import DERIVED
from core.facts.spec import NEVER
from core.loading.library import Library
from core.schema.conditions import FactValue
from core.schema.content import Content

_NUMBERS: Mapping[str, tuple[FactValue, ...]] = {
    "clock": (0.0, 12.0, 23.0),
    "days": (-400.0, -1.0, 0.0, 1.0, 3.0, 10.0, 20.0, 45.0, 4000.0, NEVER),
}
_ANY_NUMBER: tuple[FactValue, ...] = (0.0, 1.0, 3.0, 20.0, 55.5, 640.0, 50_000.0)


def template_problems(library: Library) -> Iterator[Problem]:
    """Yield every mistake in the explanation templates of a library."""
    used = {code: _names_used(library, code) for code in library.languages}
    broken = {code: dict(_broken(library, code)) for code in library.languages}
    for code in library.languages:
        yield from broken[code].values()
    first, *others = library.languages
    for code in others:
        for cause, names in used[code].items():
            differing = names ^ used[first].get(cause, names)
            # What a broken page names cannot be told in full, and it has been told to be broken.
            if differing and cause not in broken[code] and cause not in broken[first]:
                facts = (("other", _file(first, cause)), ("names", ", ".join(sorted(differing))))
                yield Problem(_file(code, cause), 0, "template_languages_differ", facts)


def values_of(content: Content, fact: str) -> tuple[FactValue, ...]:
    """Return values of a fact that together try every branch a template can take: each option, numbers of all sizes."""
    spec = DERIVED.get(fact)
    if spec:
        if spec.kind == "flag":
            return (True, False)
        return spec.words if spec.kind == "word" else _NUMBERS.get(spec.unit, _ANY_NUMBER)
    question = content.questions.get(fact)
    if question is None:
        return ()
    if question.kind == "choice":
        return tuple(option.id for option in question.options)
    if question.kind == "several":
        return ((), *((option.id,) for option in question.options), tuple(option.id for option in question.options))
    # Dates and lists of dates speak only through derived facts: they are never known to a template.
    return _ANY_NUMBER if question.kind in ("number", "amount") else ()


def _broken(library: Library, code: str) -> Iterator[tuple[str, Problem]]:
    """Render every page with nothing known, then with each value of each fact; yield (cause, first mistake)."""
    language = Language.of(library.content, code, library.words[code], library.explanations[code])
    pages = Pages(language)
    everything = (*library.content.questions, *DERIVED)
    for cause, source in library.explanations[code].items():
        if cause not in library.content.causes:
            continue
        facts: dict[str, FactValue | None] = dict.fromkeys(everything)
        tried = [facts] + [
            {**facts, fact: value} for fact in sorted(facts_used(source)) for value in values_of(library.content, fact)
        ]
        for known in tried:
            try:
                pages.page(cause, known)
            except (TemplateFailedError, MissingWordError) as error:
                yield cause, _problem(code, cause, error)
                break


def _problem(code: str, cause: str, error: TemplateFailedError | MissingWordError) -> Problem:
    if isinstance(error, MissingWordError):  # a fact that no rule uses, so that nothing else asks for its words
        return Problem(_file(code, cause), 0, "missing_words", (("where", cause), ("key", str(error.facts["key"]))))
    return template_problem(_file(code, cause), error)


def facts_used(source: str) -> set[str]:
    """Return the facts a template names; empty when it cannot be parsed."""
    return {name.removeprefix("facts.") for name in placeholders_used(source) if name.startswith("facts.")}


def placeholders_used(source: str) -> set[str]:
    """Return what a template takes from outside, as "figures.x", "channels.x", "sources.x", "facts.section.name".

    Examples:
        >>> sorted(placeholders_used('{{ figures.one_yuan }}{% if facts["a.b"] is known %}{% endif %}'))
        ['facts.a.b', 'figures.one_yuan']
    """
    try:
        tree = environment().parse(source)
    except TemplateSyntaxError:
        return set()
    used = set()
    for getattr_ in tree.find_all(nodes.Getattr):
        if isinstance(getattr_.node, nodes.Name):
            used.add(f"{getattr_.node.name}.{getattr_.attr}")
    for getitem in tree.find_all(nodes.Getitem):
        if isinstance(getitem.node, nodes.Name) and isinstance(getitem.arg, nodes.Const):
            used.add(f"{getitem.node.name}.{getitem.arg.value}")
    return used


def _names_used(library: Library, code: str) -> dict[str, set[str]]:
    return {cause: placeholders_used(source) for cause, source in library.explanations[code].items()}


def _file(code: str, cause: str) -> str:
    return f"{code}/explanations/{cause}.md"
