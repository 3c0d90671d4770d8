"""The script for the telephone as sentences: whom to ask what, and which answers can be noted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from core.explain.language import Language
from core.schema.hotline import Role


@dataclass(frozen=True, slots=True)
class ScriptQuestion:
    """One question to put; ``options`` are (id, label), empty for a day and for what belongs on paper."""

    id: str
    ask: Literal["lender", "bank"]
    kind: Literal["choice", "date", "message", "paper"]
    prompt: str
    options: tuple[tuple[str, str], ...]
    remark: str


def script_of(language: Language) -> tuple[ScriptQuestion, ...]:
    """Return every question of the script in its order; reasons can be noted as any class of failure message."""
    t, content = language.words, language.content
    found = []
    for name, question in content.hotline.items():
        options = [(option.id, t(f"hotline.{name}.option.{option.id}")) for option in question.options]
        if question.kind == "message":
            options = [(message, t(f"message.{message}.name")) for message in content.messages]
        remark = t("hotline_words.paper") if question.kind == "paper" else ""
        prompt = t(f"hotline.{name}.prompt")
        found.append(ScriptQuestion(name, question.ask, question.kind, prompt, tuple(options), remark))
    return tuple(found)


def roles_of(language: Language) -> tuple[tuple[Role, str], ...]:
    """Return who may have answered, as (id, label): positions only."""
    roles: tuple[Role, ...] = get_args(Role)
    return tuple((role, language.words(f"hotline_words.role.{role}")) for role in roles)
