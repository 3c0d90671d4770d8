"""What a call changes: proposals from a note to the answers, each with its reason, each the borrower's to accept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from core.schema.answers import NOT_SURE, Answer, Answers
from core.schema.content import Content
from core.schema.hotline import HotlineNote
from core.schema.rights import HotlineOption, HotlineQuestion, InstitutionKind

GENERIC = ("generic_try_later",)
"""Classes of message that say nothing: they replace no message that says something."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One change to the answers.

    Attributes:
        asked: The question of ``hotline.toml`` that was answered; its ``reason`` is told.
        question: The question of the checklist to change; "" for the message of the last try.
        old: What stood there; None when nothing did.
        new: What would stand there; None for a number that would have to be counted on from nothing: it is to be
            looked up, and accepting changes nothing.
    """

    asked: str
    question: str
    old: Answer | None
    new: Answer | None


@dataclass(frozen=True, slots=True)
class Changes:
    """All proposals of a note, who lends, and a day for the next try that lies beyond every plan."""

    proposals: tuple[Proposal, ...]
    lender_kind: InstitutionKind | None = None
    too_far: dt.date | None = None


def answers_from_note(note: HotlineNote, answers: Answers, content: Content) -> Changes:
    """Return what a call would change in the answers; nothing that stands there already, and nothing by itself.

    Raises:
        KeyError: The note names a question or an option that ``hotline.toml`` does not have.
    """
    found: dict[str, Proposal] = {}
    kind: InstitutionKind | None = None
    for asked, answer in _in_order(note, content):
        question = content.hotline[asked]
        option = _option(question, answer)
        kind = (option.lender_is if option else None) or kind
        for proposal in _proposals(asked, answer, answers, content):
            found[proposal.question] = proposal  # a later question is the more exact one
    told = tuple(proposal for proposal in found.values() if proposal.new is None or proposal.new != proposal.old)
    return Changes(told, kind, _too_far(note, answers, content))


def accept(answers: Answers, proposals: Iterable[Proposal]) -> Answers:
    """Return the answers with proposals carried out; one without a new value changes nothing."""
    values, attempts = dict(answers.values), answers.attempts
    for proposal in proposals:
        if proposal.new is None:
            continue
        if proposal.question:
            values[proposal.question] = proposal.new
        elif attempts:
            attempts = (*attempts[:-1], replace(attempts[-1], message=str(proposal.new)))
    return replace(answers, values=values, attempts=attempts)


def _in_order(note: HotlineNote, content: Content) -> Iterator[tuple[str, str | dt.date]]:
    """Yield the answers in the order of the script, so that the order they were typed in changes nothing."""
    known = [name for name in content.hotline if name in note.answers]
    if len(known) < len(note.answers):
        raise KeyError(sorted(note.answers.keys() - content.hotline.keys())[0])
    return ((name, note.answers[name]) for name in known)


def _proposals(asked: str, answer: str | dt.date, answers: Answers, content: Content) -> Iterator[Proposal]:
    question = content.hotline[asked]
    option = _option(question, answer)
    if option is not None:
        yield from _of_option(asked, option, answers)
    elif question.kind == "message" and answers.attempts and answer not in GENERIC:
        yield Proposal(asked, "", answers.attempts[-1].message, str(answer))
    elif isinstance(answer, dt.date):
        yield from _of_day(asked, question, _day(answer), answers, content.scales.plan.horizon_days)


def _of_option(asked: str, option: HotlineOption, answers: Answers) -> Iterator[Proposal]:
    for fact, value in option.sets.items():
        yield _change(asked, fact, answers.values, value)
    if option.adds_one:
        known = answers.known(option.adds_one)
        yield _change(asked, option.adds_one, answers.values, known + 1 if isinstance(known, float) else None)
    # Where it stopped is coarse: a message that says more than "failed" keeps its place.
    if option.message and answers.attempts and answers.attempts[-1].message in (None, *GENERIC):
        yield Proposal(asked, "", answers.attempts[-1].message, option.message)
    if option.dates_last_try and answers.attempts:
        yield _change(asked, option.dates_last_try, answers.values, _day(answers.attempts[-1].when))


def _of_day(asked: str, question: HotlineQuestion, day: dt.date, answers: Answers, horizon: int) -> Iterator[Proposal]:
    if question.copies_to:
        yield _change(asked, question.copies_to, answers.values, day)
    if question.not_before and _day(answers.planned) < day <= answers.as_of + dt.timedelta(days=horizon):
        planned = answers.planned
        moved = dt.datetime.combine(day, planned.time()) if isinstance(planned, dt.datetime) else day
        yield _change(asked, question.not_before, answers.values, moved)


def _too_far(note: HotlineNote, answers: Answers, content: Content) -> dt.date | None:
    last = answers.as_of + dt.timedelta(days=content.scales.plan.horizon_days)
    asked = [name for name in note.answers if content.hotline[name].not_before]
    days = [_day(day) for name in asked if isinstance(day := note.answers[name], dt.date)]
    return next((day for day in days if day > last), None)


def _change(asked: str, fact: str, values: Mapping[str, Answer], new: Answer | None) -> Proposal:
    old = values.get(fact)
    return Proposal(asked, fact, None if old == NOT_SURE else old, new)


def _option(question: HotlineQuestion, answer: str | dt.date) -> HotlineOption | None:
    if question.kind != "choice":
        return None
    found = [option for option in question.options if option.id == answer]
    if not found:
        raise KeyError(str(answer))
    return found[0]


def _day(when: dt.date) -> dt.date:
    return when.date() if isinstance(when, dt.datetime) else when
