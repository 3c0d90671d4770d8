"""An item of the quiz as a sheet: what is asked, what is told after each answer, and what a wrong one shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.authoring.logic import foundation
from core.authoring.sheet import Part, Sheet, Stand, bullets, shown
from core.authoring.words import marked
from core.quiz.sheet import numbers_of
from core.schema.quiz import Item


def quiz_sheet(name: str, stand: Stand) -> Sheet:
    """Return an item as it is asked, with the feedback of every answer."""
    content, own, words = stand.sketch.content, stand.own, stand.language.words
    item, numbers = content.quiz.item[name], numbers_of(stand.language, content.quiz.item[name])
    key, article = f"quiz.{name}", content.library.article.get(item.article)
    lesson = words(f"lesson.{article.lesson}.name") if article else marked(item.article)
    checked = own("authoring.quiz.checked", date=stand.language.wording.date(item.last_checked))
    parts = (
        Part(own("authoring.part.answers"), bullets(list(_answers(key, item, numbers, stand))), "answers"),
        Part(own("authoring.part.feedback"), bullets(list(_feedback(key, item, numbers, stand)))),
        Part(own("authoring.part.told"), words(f"{key}.told", **numbers), "accent"),
        Part(own("authoring.part.beliefs"), bullets(list(_beliefs(key, item, numbers, stand))), "note"),
        Part(own("authoring.part.read_on"), words(f"article.{item.article}.title"), "note"),
        Part(own("authoring.part.sources"), f"{checked}\n\n{foundation(item, stand)}", "note"),
    )
    return Sheet(words(f"{key}.ask", **numbers), (lesson, own(f"authoring.quiz_kind.{item.kind}")), shown(parts))


def _answers(key: str, item: Item, numbers: Mapping[str, str], stand: Stand) -> Iterator[str]:
    """Yield the options, right ones marked, or the number with what is near enough."""
    own = stand.own
    for option in item.options:
        said = stand.language.words(f"{key}.option.{option}.text", **numbers)
        yield f"{own('authoring.quiz.right', text=said) if option in item.right else said} `{option}`"
    if item.answer is not None:
        near = stand.language.wording.count(item.tolerance or 0.0, item.unit)
        yield own("authoring.quiz.near", answer=numbers["answer"], tolerance=near)


def _feedback(key: str, item: Item, numbers: Mapping[str, str], stand: Stand) -> Iterator[str]:
    """Yield what is told to whoever gave an answer."""
    words, own = stand.language.words, stand.own
    for option in item.options:
        said = words(f"{key}.option.{option}.text", **numbers)
        yield own("authoring.quiz.feedback", answer=said, told=words(f"{key}.option.{option}.feedback", **numbers))
    for miss, number in item.misses.items():
        said = stand.language.wording.count(number.value, item.unit)
        yield own("authoring.quiz.feedback", answer=said, told=words(f"{key}.miss.{miss}.feedback", **numbers))


def _beliefs(key: str, item: Item, numbers: Mapping[str, str], stand: Stand) -> Iterator[str]:
    """Yield what a wrong answer shows that somebody believes."""
    words, own = stand.language.words, stand.own
    for option, belief in item.shows.items():
        said = words(f"{key}.option.{option}.text", **numbers)
        yield own("authoring.quiz.feedback", answer=said, told=words(f"misconception.{belief}"))
    for miss in item.misses.values():
        if miss.shows:
            said = stand.language.wording.count(miss.value, item.unit)
            yield own("authoring.quiz.feedback", answer=said, told=words(f"misconception.{miss.shows}"))
