"""Which questions a borrower is asked, and in which order: all of them, the quick ones, or the most telling first."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from core.estimate.model import Model
from core.facts.read import Facts
from core.schema.answers import Answers
from core.schema.conditions import none_fails
from core.schema.content import Content, Mode

if TYPE_CHECKING:
    import datetime as dt

SAFETY = "safety"
"""The section that comes before all others: whoever is being defrauded must hear of it first."""


def asked(content: Content, mode: Mode, facts: Facts) -> list[str]:
    """Return the questions that concern this borrower, answered or not, in the order of the checklist."""
    return [
        name
        for name, question in content.questions.items()
        if mode in question.modes and none_fails(question.ask_when, facts)
    ]


def quick(content: Content, questions: Sequence[str]) -> list[str]:
    """Return those of the questions that belong to the check of a minute."""
    return [name for name in questions if content.questions[name].triage]


def of_section(content: Content, questions: Sequence[str], section: str) -> list[str]:
    """Return those of the questions that stand in one section."""
    return [name for name in questions if content.questions[name].section == section]


def most_telling(model: Model, answers: Answers, day: dt.date, passed: Collection[str], facts: Facts) -> str | None:
    """Return the open question whose answer would move P(arrives) most; None when no answer would move it enough.

    Signs of fraud are asked first, whatever they would move. ``passed`` are questions that were put and not answered:
    they are not put again.

    Source:
        Stop rule: the standard deviation of P(arrives) over the answers is under ``scales.short_check_stop``.
    """
    # Loaded here because start-up and the live road must not wait for numpy (see tests/benchmarks).
    from core.estimate.influence import influences

    content = model.content
    unanswered = [name for name in asked(content, answers.mode, facts) if name not in answers.values]
    still_open = [name for name in unanswered if name not in passed]
    if first := of_section(content, still_open, SAFETY):
        return first[0]
    found = influences(model, answers, day, still_open)
    return telling(found, content.scales.short_check_stop)


def telling(influence: Mapping[str, float], stop: float) -> str | None:
    """Return the question with the largest variance, None when its standard deviation is under ``stop``.

    Examples:
        >>> telling({"a": 0.0004, "b": 0.0009}, 0.01), telling({"a": 0.00009}, 0.01), telling({}, 0.01)
        ('b', None, None)
    """
    best = max(influence, key=lambda name: influence[name], default=None)
    return best if best is not None and math.sqrt(influence[best]) >= stop else None


def gates_asked(model: Model, answers: Answers) -> frozenset[str]:
    """Return the gates about which at least one known answer says something."""
    known = {name for name in answers.values if answers.known(name) is not None}
    return frozenset(cause.gate for cause in model.causes if known.intersection(cause.asks))
