"""From the signs of fraud in a text back to the answers that raise them: what was read need not be told again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.schema.answers import Answer
from core.schema.conditions import Condition
from core.schema.content import Content, Question


def answers_behind(flags: Iterable[str], given: Mapping[str, Answer], content: Content) -> dict[str, Answer]:
    """Return the answers given, with those of the questions about fraud that raise the flags.

    A question with several options keeps the ones chosen and gains one; "not sure" and "none of these" give way to it.
    A flag whose conditions are not options of a question is left out: it cannot be answered for anybody.

    Args:
        flags: Ids of the content's red flags; unknown ones are left out.
        given: Question -> answer.
        content: The model content.
    """
    found = dict(given)
    for flag in flags:
        when = content.flags[flag].when if flag in content.flags else {}
        for question, condition in when.items():
            options = _options(condition)
            if question in content.questions and options:
                found[question] = _answered(content.questions[question], options, found.get(question))
    return found


def _options(condition: Condition) -> tuple[str, ...]:
    """Return the options that meet a condition; none where it is not about options."""
    asked = (condition.equals,) if isinstance(condition.equals, str) else condition.any_of or ()
    return tuple(option for option in asked if isinstance(option, str))


def _answered(question: Question, options: tuple[str, ...], given: Answer | None) -> Answer:
    if question.kind != "several":
        return options[0]
    chosen = set(given) if isinstance(given, tuple) else set()
    chosen |= set() if chosen & set(options) else {options[0]}
    return tuple(option.id for option in question.options if option.id in chosen)
