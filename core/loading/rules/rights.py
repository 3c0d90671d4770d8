"""Rights, the steps of asking, the hotline script and letters: whatever they name must exist and fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.rules.context import Context
from core.schema.content import Question, QuestionKind
from core.schema.rights import HotlineOption, HotlineQuestion


def check_rights(context: Context) -> Iterator[Problem]:
    """Check the channels, articles and days of rights."""
    content = context.content
    for name, right in content.rights.items():
        yield from _known(context, "rights", (name, "channels"), "channel", right.channels)
        if right.article:
            yield from context.unknown("unknown_figure", "rights", (name, "article"), right.article, content.figures)
        if right.once_over == "warns" and right.effective_to is None:
            yield context.problem("end_missing", "rights", (name, "once_over"))


def check_asking(context: Context) -> Iterator[Problem]:
    """Check the channels, rights and letters of the steps of asking and of letters."""
    content = context.content
    for name, step in content.asking.items():
        yield from _known(context, "asking", (name, "channels"), "channel", step.channels)
        yield from _known(context, "asking", (name, "rights"), "right", step.rights)
        if step.letter:
            yield from context.unknown("unknown_letter", "asking", (name, "letter"), step.letter, content.letters)
    for name, letter in content.letters.items():
        yield from _known(context, "letters", (name, "channels"), "channel", letter.channels)
        yield from _known(context, "letters", (name, "rights"), "right", letter.rights)
        if letter.answer_within:
            at = (name, "answer_within")
            yield from context.unknown("unknown_figure", "letters", at, letter.answer_within, content.figures)
        ids = [field.id for field in letter.fields]
        yield from _twice(context, "letters", (name, "fields"), ids)


def check_hotline(context: Context) -> Iterator[Problem]:
    """Check that what a service answers changes only questions that exist, to answers they allow."""
    for name, question in context.content.hotline.items():
        if question.kind == "choice" and not question.options:
            yield context.problem("options_missing", "hotline", (name,), kind=question.kind)
        if question.kind != "choice" and question.options:
            yield context.problem("field_out_of_place", "hotline", (name, "options"), kind=question.kind)
        yield from _twice(context, "hotline", (name, "options"), [option.id for option in question.options])
        yield from _dates(context, name, question)
        for number, option in enumerate(question.options):
            yield from _option(context, (name, "options", number), option)


def _dates(context: Context, name: str, question: HotlineQuestion) -> Iterator[Problem]:
    if question.copies_to:
        yield from _of_kind(context, (name, "copies_to"), question.copies_to, ("date",))
    if question.not_before:
        yield from _of_kind(context, (name, "not_before"), question.not_before, ("datetime",))


def _option(context: Context, at: TomlPath, option: HotlineOption) -> Iterator[Problem]:
    for fact, answer in option.sets.items():
        question = context.content.questions.get(fact)
        yield from _of_kind(context, at, fact, ("choice",))
        if question is not None and question.kind == "choice":
            yield from context.unknown("unknown_option", "hotline", at, answer, [one.id for one in question.options])
    if option.adds_one:
        yield from _of_kind(context, at, option.adds_one, ("number",))
    if option.dates_last_try:
        yield from _of_kind(context, at, option.dates_last_try, ("date",))
    if option.message:
        yield from context.unknown("unknown_class", "hotline", at, option.message, context.content.messages)


def _of_kind(context: Context, at: TomlPath, name: str, kinds: tuple[QuestionKind, ...]) -> Iterator[Problem]:
    question: Question | None = context.content.questions.get(name)
    if question is None:
        yield from context.unknown("reveals_unknown", "hotline", at, name, context.content.questions)
    elif question.kind not in kinds:
        yield context.problem(
            "question_of_other_kind", "hotline", at, found=name, kind=question.kind, expected=", ".join(kinds)
        )


def _known(context: Context, part: str, at: TomlPath, kind: str, names: Iterable[str]) -> Iterator[Problem]:
    known = context.content.channels if kind == "channel" else context.content.rights
    for number, name in enumerate(names):
        yield from context.unknown(f"unknown_{kind}", part, (*at, number), name, known)


def _twice(context: Context, part: str, at: TomlPath, ids: list[str]) -> Iterator[Problem]:
    for number, name in enumerate(ids):
        if name in ids[:number]:
            yield context.problem("given_twice", part, (*at, number), found=name)
