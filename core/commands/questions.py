"""``disburse-check questions``: what an answers file may say."""

from __future__ import annotations

import json
from typing import Any

from core.commands.workplace import Workplace
from core.schema.answers import NONE, NOT_SURE
from core.schema.content import Question


def questions_as_json(place: Workplace) -> str:
    """Return ids, kinds, options and bounds of every question, and the ids of messages, causes and actions."""
    content = place.library.content
    data = {
        "questions": [_entry(name, question) for name, question in content.questions.items()],
        "messages": list(content.messages),
        "causes": list(content.causes),
        "actions": list(content.actions),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def questions_as_text(place: Workplace) -> str:
    """Return a line for every question: id, what it takes, and the question itself."""
    content, words = place.library.content, place.language.words
    lines = [
        f"{name} = {_takes(question)}\n    {words(f'question.{name}.prompt')}"
        for name, question in content.questions.items()
    ]
    return "\n".join([*lines, "", f"attempts.message = {' | '.join(content.messages)}"])


def _entry(name: str, question: Question) -> dict[str, Any]:
    return {
        "id": name,
        "section": question.section,
        "kind": question.kind,
        "options": [option.id for option in question.options],
        "unit": question.unit,
        "minimum": question.minimum,
        "maximum": question.maximum,
        "whole": question.whole,
        "allows_none": question.allows_none,
        "modes": list(question.modes),
    }


def _takes(question: Question) -> str:
    if question.kind == "choice":
        return " | ".join([*(option.id for option in question.options), NOT_SURE])
    if question.kind == "several":
        return f"[{', '.join(option.id for option in question.options)}] | {NOT_SURE}"
    if question.kind == "dated_values":
        return f"[[2026-09-01, {question.minimum:g} … {question.maximum:g}], …] | {NOT_SURE}"
    if question.minimum is not None and question.maximum is not None:
        return f"{question.minimum:g} … {question.maximum:g} {question.unit} | {NOT_SURE}"
    shown = "2026-09-27" if question.kind == "date" else "2026-09-27T10:30:00"
    return " | ".join([shown, *([NONE] if question.allows_none else []), NOT_SURE])
