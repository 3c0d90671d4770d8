"""The guide as the page shows it: steps in their turn, rules, numbers. All words come from the core. No Qt."""

from __future__ import annotations

from core.rights.order import Situation
from core.rights.words import ChannelText, Guide, RightText, TurnText, channel_text
from gui.pages.help.state import AlarmCard, BasisLine, ChannelLine, RightCard, RightsState, StepCard
from gui.speaker import Speaker

HOTLINES = ("anti_fraud", "police")
"""Whom to call first at a sign of fraud."""


def alarm_of(case: Situation, speaker: Speaker) -> AlarmCard | None:
    """Return what comes first at a sign of fraud; None without one."""
    if case.level == "none":
        return None
    words = speaker.words
    body = "safety.stop_body" if case.level == "stop" else "safety.one_rule"
    channels = tuple(channel_line(channel_text(name, speaker.language), speaker) for name in HOTLINES)
    return AlarmCard(case.level, words(f"safety.{case.level}_title"), words(body), channels)


def steps_of(told: Guide, speaker: Speaker) -> tuple[StepCard, ...]:
    """Return the steps in their order."""
    return tuple(_step(number, turn, speaker) for number, turn in enumerate(told.turns, start=1))


def _step(number: int, turn: TurnText, speaker: Speaker) -> StepCard:
    words = speaker.words
    always = speaker.language.content.asking[turn.id].moment == "always"
    when = "first" if number == 1 else "any_time" if always else "then"
    return StepCard(
        id=turn.id,
        number=f"{number}",
        turn=words(f"help.turn.{when}"),
        name=turn.name,
        ask=turn.ask,
        channels=tuple(channel_line(channel, speaker) for channel in turn.channels),
        not_expect=words("rights.not_expect", text=turn.not_expect),
        basis_title=words("help.basis_title"),
        basis=tuple(_basis(right, speaker) for right in turn.rights),
        letter=turn.letter,
        letter_words=words("help.write", letter=turn.letter_name) if turn.letter else "",
    )


def _basis(right: RightText, speaker: Speaker) -> BasisLine:
    return BasisLine(right.name, right.basis, _sure(right, speaker))


def channel_line(channel: ChannelText, speaker: Speaker) -> ChannelLine:
    """Return a place to turn to."""
    words = speaker.words
    copy = words("help.copy") if channel.number else ""
    heard = words("help.copy_heard", name=channel.name) if channel.number else ""
    remark = words(f"help.check.{channel.confidence}") if channel.remark else ""
    name = channel.name[:1].upper() + channel.name[1:]  # elsewhere it stands within a sentence
    return ChannelLine(channel.id, name, channel.number, channel.purpose, remark, copy, heard)


def rights_of(told: Guide, speaker: Speaker) -> RightsState:
    """Return the rules and the numbers."""
    words = speaker.words
    return RightsState(
        title=words("rights.rights_heading"),
        rights=tuple(_right(right, speaker) for right in told.rights),
        over_title=words("rights.over_heading"),
        over=tuple(_right(right, speaker) for right in told.over),
        channels_title=words("rights.channels_heading"),
        channels=tuple(channel_line(channel, speaker) for channel in told.channels),
    )


def _right(right: RightText, speaker: Speaker) -> RightCard:
    words = speaker.words
    # How to use what is over would send people after it.
    use = [words("rights.use_line", text=right.use)] if right.state != "over" else []
    rest = (words("rights.not_expect", text=right.limits), words("rights.basis_line", basis=right.basis))
    return RightCard(right.id, right.name, right.says, (*use, *rest, _sure(right, speaker)))


def _sure(right: RightText, speaker: Speaker) -> str:
    words = speaker.words
    return words("rights.sure_line", text=words("ui.semicolon").join(right.sureness))
