"""Rules, and whom to ask in which order, as sentences: each with its basis, its day and how sure it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from core.explain.language import Language
from core.rights.order import Situation, State, Turn, kinds_of, may_bind, order_of_asking, rights_on
from core.schema.rights import Right


@dataclass(frozen=True, slots=True)
class ChannelText:
    """A place to turn to: its name, the number or "" without one, what it is for, how sure the number is."""

    id: str
    name: str
    number: str
    purpose: str
    confidence: str
    remark: str


@dataclass(frozen=True, slots=True)
class RightText:
    """A rule ready to read. ``basis`` names source, article and day; ``sureness`` how far to trust all of it."""

    id: str
    state: State
    name: str
    says: str
    use: str
    limits: str
    basis: str
    sureness: tuple[str, ...]
    channels: tuple[str, ...]
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TurnText:
    """One step ready to read; the rights it rests on are told whole in the guide."""

    id: str
    name: str
    ask: str
    not_expect: str
    channels: tuple[ChannelText, ...]
    rights: tuple[RightText, ...]
    letter: str
    letter_name: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Whom to ask in which order, every rule worth telling on the day, and every channel."""

    language: str
    title: str
    as_of: str
    remarks: tuple[str, ...]
    turns: tuple[TurnText, ...]
    rights: tuple[RightText, ...]
    over: tuple[RightText, ...]
    channels: tuple[ChannelText, ...]


def guide(language: Language, today: dt.date, situation: Situation | None = None) -> Guide:
    """Return the guide for a day and, where one is known, a borrower's situation."""
    t, content = language.words, language.content
    case = situation or Situation()
    rights = {name: right_text(name, language, today) for name in _worth_telling(language, today, case)}
    turns = order_of_asking(content, today, case)
    supervisors = [
        name for name, channel in content.channels.items() if kinds_of(content, case) & {*channel.supervises}
    ]
    unknown = case.level != "stop" and len(supervisors) > 1
    return Guide(
        language=language.code,
        title=t("rights.title"),
        as_of=t("rights.as_of", date=language.wording.date(today), version=content.version),
        remarks=(t("rights.channel_rule"), *((t("rights.kind_unknown"),) if unknown else ())),
        turns=tuple(_turn(turn, language, today) for turn in turns),
        rights=tuple(right for right in rights.values() if right.state != "over"),
        over=tuple(right for right in rights.values() if right.state == "over"),
        channels=tuple(channel_text(name, language) for name in content.channels),
    )


def _worth_telling(language: Language, today: dt.date, case: Situation) -> Iterable[str]:
    """Yield the rules to tell: all that may bind the lender, and under a stop sign only those about fraud."""
    content = language.content
    for name in rights_on(content, today):
        right = content.rights[name]
        about_fraud = "scam" in right.concerns
        if about_fraud if case.level == "stop" else may_bind(right, kinds_of(content, case)):
            yield name


def channel_text(name: str, language: Language) -> ChannelText:
    """Return a channel; what was not read in an official text says so."""
    channel, t = language.content.channels[name], language.words
    return ChannelText(
        id=name,
        name=t(f"channel.{name}.name"),
        number=channel.number or channel.site,
        purpose=t(f"channel.{name}.for"),
        confidence=channel.confidence,
        remark=remark_of(channel.confidence, language),
    )


def named(channel: ChannelText, language: Language) -> str:
    """Return a channel in one line: name, number, and a remark where it was not read in an official text."""
    number = f" {channel.number}" if channel.number else ""
    gap = language.words("ui.gap") if channel.remark else ""
    return f"{channel.name}{number}{gap}{channel.remark}"


def right_text(name: str, language: Language, today: dt.date) -> RightText:
    """Return a rule on a day."""
    right, t = language.content.rights[name], language.words
    state = rights_on(language.content, today)[name]
    return RightText(
        id=name,
        state=state,
        name=t(f"right.{name}.name"),
        says=t(f"right.{name}.over") if state == "over" else t(f"right.{name}.says"),
        use=t(f"right.{name}.use"),
        limits=t(f"right.{name}.limits"),
        basis=t("ui.semicolon").join(filter(None, [citation(right, language), day_text(right, language, state)])),
        sureness=tuple(_sureness(right, language, today)),
        channels=tuple(t(f"channel.{channel}.name") for channel in right.channels),
        concerns=right.concerns,
    )


def citation(right: Right, language: Language) -> str:
    """Return the first source of a rule, with its article where one is known."""
    source = language.wording.source(right.sources[0])
    if not right.article:
        return source
    article = language.wording.figure(language.content.figures[right.article])
    return language.words("rights.source_article", source=source, article=article)


def day_text(right: Right, language: Language, state: State) -> str:
    """Return since when a rule holds, or until when it did; a day known from memory says so, "" knows no day."""
    t, date = language.words, language.wording.date
    if right.effective_from is None:
        return t("rights.announced", date=date(right.announced)) if right.announced else ""
    first = date(right.effective_from)
    if state == "coming":
        return t("rights.comes_into_force", date=first)
    if right.effective_to is not None:
        last = date(right.effective_to)
        over = t("rights.is_over", last=last) if state == "over" else ""
        return over or t("rights.in_force_until", date=first, last=last)
    text = t("rights.in_force_from", date=first)
    return text + t("unit.unverified") if right.day_confidence == "unverified" else text


def remark_of(confidence: str, language: Language) -> str:
    """Return what to add to something that was not read in an official text; "" for what was."""
    marks = {"secondary": "unit.secondary_note", "unverified": "unit.unverified"}
    return language.words(marks[confidence]).strip() if confidence in marks else ""


def _sureness(right: Right, language: Language, today: dt.date) -> Iterable[str]:
    yield language.words(f"rights.sure_{right.confidence}")
    if right.reach == "unsettled":
        yield language.words("rights.unsettled")
    if right.review_by < today:
        yield language.words("rights.stale", date=language.wording.date(right.review_by))


def _turn(turn: Turn, language: Language, today: dt.date) -> TurnText:
    t = language.words
    return TurnText(
        id=turn.step,
        name=t(f"asking.{turn.step}.name"),
        ask=t(f"asking.{turn.step}.ask"),
        not_expect=t(f"asking.{turn.step}.not_expect"),
        channels=tuple(channel_text(name, language) for name in turn.channels),
        rights=tuple(right_text(name, language, today) for name in turn.rights),
        letter=turn.letter,
        letter_name=t(f"letter.{turn.letter}.name") if turn.letter else "",
    )
