"""A noted call in words: whom, when, who answered, and what was answered. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from core.schema.hotline import HotlineNote
from gui.speaker import Speaker


def told_of(note: HotlineNote, speaker: Speaker) -> tuple[str, tuple[str, ...]]:
    """Return the call in a line, and a line for each answer."""
    words, wording = speaker.words, speaker.wording
    channel, role = words(f"channel.{note.channel}.name"), words(f"hotline_words.role.{note.role}")
    title = words("pack.call_line", date=wording.date(note.when), channel=channel, role=role)
    return title, tuple(_answers(note, speaker))


def _answers(note: HotlineNote, speaker: Speaker) -> Iterator[str]:
    words = speaker.words
    for asked, answer in note.answers.items():
        prompt, said = words(f"hotline.{asked}.prompt"), _said(asked, answer, speaker)
        yield words("pack.call_answer", question=prompt, answer=said)


def _said(asked: str, answer: str | dt.date, speaker: Speaker) -> str:
    if isinstance(answer, dt.date):
        return speaker.wording.date(answer)
    if speaker.language.content.hotline[asked].kind == "message":
        return speaker.words(f"message.{answer}.name")
    return speaker.words(f"hotline.{asked}.option.{answer}")
