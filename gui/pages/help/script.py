"""The script for the telephone as the page shows it, and as a text to take along. No Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.rights.script import ScriptQuestion, roles_of, script_of
from gui.engine import MID_MORNING
from gui.pages.help.noting import DAY, NOT_ASKED, ROLE, ROLES, TIME, Form
from gui.pages.help.state import AskedLine, ScriptState
from gui.speaker import Speaker


def sheet_of(speaker: Speaker) -> str:
    """Return every question, whom it is for above it."""
    words = speaker.words
    lines = [words("hotline_words.title")]
    for who in ROLES:
        asked = [question.prompt for question in script_of(speaker.language) if question.ask == who]
        lines += ["", words(f"hotline_words.ask_{who}"), *asked]
    return "\n".join([*lines, ""])


def script_of_call(form: Form, speaker: Speaker, guest: bool = False) -> ScriptState:
    """Return the picture of the form; ``guest``: nothing of what is told is kept."""
    words, who = speaker.words, form.noted.who
    facts = {"example": f"{form.today}"}
    clock = {"example": f"{MID_MORNING:%H:%M}"}
    told = {name: words(key, **(clock if name == TIME else facts)) for name, key in form.errors()}
    about = [_role(form, speaker), _day(form, speaker), _time(form, speaker)]
    asked = [_line(question, form, speaker) for question in form.questions]
    return ScriptState(
        title=words("hotline_words.title"),
        intro=words("help.script_intro"),
        copy=words("help.script_copy"),
        who_label=words("help.who"),
        who=tuple((name, words(f"hotline_words.ask_{name}"), name == who) for name in ROLES),
        about_call=tuple(_with(line, told.get(line.id, "")) for line in about),
        questions_title=words("help.answers_title"),
        questions=tuple(_with(line, told.get(line.id, "")) for line in asked),
        note=words("help.note_call"),
        kept=words("guest.calls" if guest else "help.calls_kept"),
    )


def _role(form: Form, speaker: Speaker) -> AskedLine:
    return AskedLine(
        ROLE, "choice", speaker.words("hotline_words.role_line"), roles_of(speaker.language), text=form.role
    )


def _day(form: Form, speaker: Speaker) -> AskedLine:
    words = speaker.words
    remark = echo(form.day(DAY), speaker) or words("help.today_if_empty")
    label = words("hotline_words.when_line")
    return AskedLine(DAY, "line", label, text=form.text(DAY), example=f"{form.today}", remark=remark)


def _time(form: Form, speaker: Speaker) -> AskedLine:
    label = speaker.words("checklist.field.time")
    return AskedLine(TIME, "line", label, text=form.text(TIME), example=f"{MID_MORNING:%H:%M}")


def _line(question: ScriptQuestion, form: Form, speaker: Speaker) -> AskedLine:
    text = form.text(question.id)
    if question.kind == "paper":
        return AskedLine(question.id, "paper", question.prompt, remark=question.remark)
    if question.kind == "date":
        remark = echo(form.day(question.id), speaker)
        return AskedLine(question.id, "line", question.prompt, text=text, example=f"{form.today}", remark=remark)
    nothing = (NOT_ASKED, speaker.words("help.not_asked"))
    return AskedLine(question.id, "choice", question.prompt, (nothing, *question.options), text)


def _with(line: AskedLine, error: str) -> AskedLine:
    return replace(line, error=error)


def echo(day: dt.date | None, speaker: Speaker) -> str:
    """Return what a typed day was understood as; nothing for none."""
    return speaker.words("checklist.echo", value=speaker.wording.date(day)) if day else ""
