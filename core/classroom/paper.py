"""A class report as ready sentences, in parts that text, Markdown and HTML lay out. All numbers come from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from core.classroom.figures import (
    CaseFigures,
    Choice,
    ClassReport,
    Gain,
    ItemFigures,
    PairFigures,
    RoundFigures,
    SetFigures,
)
from core.classroom.speech import Speech
from core.explain.language import Language
from core.explain.report import Line
from core.quiz.sheet import ItemWords, item_words


@dataclass(frozen=True, slots=True)
class Block:
    """Something with a heading of its own ("": none): remarks, then lines with their bars."""

    heading: str
    remarks: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paper."""

    heading: str
    remarks: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole report, in the order of reading; ``versions`` stands at the foot of every sheet."""

    language: str
    title: str
    when: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    closing: tuple[str, ...]
    versions: str


def class_paper(report: ClassReport, language: Language, day: dt.date) -> Paper:
    """Return a class report in words; ``day`` is the one on which it was made."""
    speech, date = Speech(language), language.wording.date(day)
    versions = speech.say("versions", date=date, content=report.version)
    return Paper(
        language=language.code,
        title=speech.say("title"),
        when=speech.say("when", date=date),
        lead=tuple(_lead(report, speech)),
        parts=tuple(_parts(report, speech)),
        closing=(speech.say("closing"), language.words("ui.licence"), versions),
        versions=versions,
    )


def _lead(report: ClassReport, speech: Speech) -> Iterator[str]:
    yield from (speech.say("lead"), speech.say("hidden_rule"))
    if not report.sets:
        yield speech.say("empty")
    yield from (speech.say(name) for name in ("workshops", "others") if getattr(report, name))


def _parts(report: ClassReport, speech: Speech) -> Iterator[Part]:
    for found in report.sets:
        yield _gain_part(found, speech)
        yield from (_round_part(figures, speech) for figures in found.rounds)
    if report.cases:
        yield Part(speech.say("cases_heading"), (), tuple(_case(case, speech) for case in report.cases))


def _gain_part(found: SetFigures, speech: Speech) -> Part:
    title = speech.quiz(found.quiz)
    twice = (speech.say("word_twice"),) if found.word_twice else ()
    if {figures.round for figures in found.rounds} == {"alone"}:
        return Part(title, (), ())
    if found.gain is None:
        return Part(title, (speech.say("gain_hidden"), *twice), ())
    unpaired = (
        speech.say("unpaired", round=speech.round(name), people=speech.people(count))
        for name, count in found.unpaired
        if count != 0
    )
    remarks = (*_gain(found.gain, speech), *unpaired, *twice, speech.say("gain_no_cause"))
    turns = tuple(_turns(pair, speech) for pair in found.gain.pairs)
    return Part(title, (), (Block(speech.say("gain_heading"), remarks, turns),))


def _gain(gain: Gain, speech: Speech) -> Iterator[str]:
    if not gain.items:
        yield speech.say("gain_none")
        return
    before, after = (f"{round(number, 1):g}" for number in (gain.before, gain.after))
    people, items, mean = speech.people(gain.people), speech.items(gain.items), speech.right(gain.mean)
    yield speech.say("gain", people=people, items=items, before=before, after=after)
    if gain.low is None or gain.high is None:
        yield speech.say("gain_same", mean=mean)
    else:
        yield speech.say("gain_mean", mean=mean, **speech.range(gain.low, gain.high))


def _turns(pair: PairFigures, speech: Speech) -> Line:
    ask = item_words(speech.language, pair.after).ask
    if pair.turns is None:
        return Line(ask, speech.say("pair_hidden"))
    found = pair.turns
    turns = speech.say("turns", both=found.both, won=found.won, lost=found.lost, neither=found.neither)
    return Line(ask, speech.change(found.change, found.low, found.high), turns)


def _round_part(found: RoundFigures, speech: Speech) -> Part:
    heading = speech.say("round_heading", round=speech.round(found.round))
    if found.people is None:
        return Part(heading, (speech.say("round_hidden"),), ())
    left_out = (speech.say("left_out"),) if found.left_out else ()
    people = speech.say("round_people", people=speech.people(found.people))
    beliefs = tuple(
        speech.line(speech.words(f"misconception.{belief.id}"), belief.count, found.people)
        for belief in found.misconceptions
    )
    note = speech.say("beliefs_note") if beliefs else speech.say("beliefs_none")
    last = Block(speech.say("beliefs_heading", round=speech.round(found.round)), (note,), beliefs)
    return Part(heading, (people, *left_out), (*(_item(item, speech) for item in found.items), last))


def _item(found: ItemFigures, speech: Speech) -> Block:
    words, right = item_words(speech.language, found.item), found.right
    if right is None:
        return Block(words.ask, (speech.say("item_hidden"),))
    percent = speech.language.wording.percent
    share = speech.share(right.count, right.people)
    remark = speech.say("item_right", share=share, low=percent(right.low), high=percent(right.high))
    lines = [_choice(choice, words, right.people, speech) for choice in found.choices]
    if found.unanswered:
        lines.append(speech.line(speech.say("unanswered"), found.unanswered, right.people))
    return Block(words.ask, (remark,), tuple(lines))


def _choice(choice: Choice, words: ItemWords, people: int, speech: Speech) -> Line:
    if choice.kind == "option":
        [option] = [found for found in words.options if found.id == choice.id]
        text = speech.say("right_option", option=option.text) if option.right else option.text
        return speech.line(text, choice.count, people)
    if choice.kind == "miss":
        [miss] = [found for found in words.misses if found.id == choice.id]
        name = speech.say("miss_number", number=speech.language.wording.count(miss.value, words.unit))
    elif choice.kind == "right":
        name = speech.say("right_number", number=words.answer_words)
    else:
        name = speech.say("other_number")
    return speech.line(name, choice.count, people)


def _case(found: CaseFigures, speech: Speech) -> Block:
    words, people = speech.words, found.people
    title = words(f"case.{found.case}.title")
    if people is None:
        return Block(title, (speech.say("case_hidden"),))
    causes = [speech.line(words(f"cause.{one.id}.name"), one.count, people) for one in found.causes]
    bands = [
        speech.line(speech.say("case_band", band=words(f"band.{one.id}.name")), one.count, people)
        for one in found.bands
    ]
    return Block(title, (speech.say("case_people", people=speech.people(people)),), (*causes, *bands))
