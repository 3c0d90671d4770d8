"""The typical answers of a question, with the share of borrowers who would give them."""

from __future__ import annotations

import datetime as dt

from core.estimate.model import Model
from core.facts.read import Facts
from core.schema.answers import NONE, Answer, Answers
from core.schema.conditions import none_fails
from core.schema.content import Question, Sample

ORDINARY_DAY = dt.date(2026, 3, 18)
"""A Wednesday far from holidays and period ends: what holds in general must not depend on the day it is asked."""


def typical_answers(question: Question, as_of: dt.date) -> list[tuple[Answer, float]]:
    """Return (answer, share) pairs; shares sum to 1. Days and hours are counted from the day of assessment."""
    if question.samples:
        return [(_value(sample, as_of), sample.share) for sample in question.samples]
    equal = 1 / len(question.options)
    return [(option.id, equal if option.share is None else option.share) for option in question.options]


def open_questions(model: Model, answers: Answers, facts: Facts) -> list[str]:
    """Return the questions that would be asked of this borrower and have no known answer, in order."""
    return [
        name
        for name, question in model.content.questions.items()
        if answers.known(name) is None and answers.mode in question.modes and none_fails(question.ask_when, facts)
    ]


def _value(sample: Sample, as_of: dt.date) -> Answer:
    if sample.none:
        return NONE
    if sample.days is not None:
        return as_of + dt.timedelta(days=sample.days)
    if sample.hour is not None:
        return dt.datetime.combine(as_of, dt.time(sample.hour))
    if sample.points is not None:
        return tuple((as_of + dt.timedelta(days=int(days)), value) for days, value in sample.points)
    if sample.value is None:
        raise ValueError("a sample without a value passed the content check")
    return sample.value
