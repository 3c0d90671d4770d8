"""Typical answers: of the right kind, within the bounds, and there when there are no options with shares."""

from __future__ import annotations

from collections.abc import Iterator

from core.errors import Problem
from core.loading.places import TomlPath
from core.loading.rules.context import Context
from core.schema.content import Question, Sample

_FIELDS = ("value", "days", "hour", "points", "none")
_FIELD_OF = {
    "several": "value",
    "number": "value",
    "amount": "value",
    "date": "days",
    "datetime": "hour",
    "dated_values": "points",
}


def check_samples(context: Context, name: str, question: Question) -> Iterator[Problem]:
    """Check the typical answers of one question."""
    if question.kind == "choice":
        if question.samples:
            yield context.problem("field_out_of_place", "questions", (name, "samples"), kind=question.kind)
        return
    if not question.samples:
        yield context.problem("samples_missing", "questions", (name,), kind=question.kind)
    for number, sample in enumerate(question.samples):
        at: TomlPath = (name, "samples", number)
        if not _fits(question, sample):
            wanted = f"{_FIELD_OF[question.kind]}, none" if question.allows_none else _FIELD_OF[question.kind]
            yield context.problem("sample_of_wrong_kind", "questions", at, kind=question.kind, expected=wanted)
        elif isinstance(sample.value, tuple):
            for word in sample.value:
                yield from context.unknown(
                    "unknown_option", "questions", at, word, [option.id for option in question.options]
                )
        else:
            yield from _within(context, at, question, sample)


def _fits(question: Question, sample: Sample) -> bool:
    given = [field for field in _FIELDS if getattr(sample, field) is not None]
    if given == ["none"]:
        return question.allows_none
    if given != [_FIELD_OF[question.kind]]:
        return False
    return given != ["value"] or isinstance(sample.value, tuple) == (question.kind == "several")


def _within(context: Context, at: TomlPath, question: Question, sample: Sample) -> Iterator[Problem]:
    values = [sample.value] if isinstance(sample.value, float) else [value for _, value in sample.points or ()]
    low, high = question.minimum, question.maximum
    for value in values:
        outside = (low is not None and value < low) or (high is not None and value > high)
        if outside or (question.whole and value != int(value)):
            limits = f"{'…' if low is None else f'{low:.12g}'} – {'…' if high is None else f'{high:.12g}'}"
            yield context.problem("sample_out_of_bounds", "questions", at, found=f"{value:.12g}", expected=limits)
