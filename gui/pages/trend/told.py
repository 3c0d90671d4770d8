"""What is told about the last thing that came in, kept as text while its page is made anew. No Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.errors import AppError, Problem, ProblemsError, Reason
from core.measure.score_table import ScoreTableError


@dataclass(frozen=True, slots=True)
class Told:
    """Key and facts of a sentence, and why nothing came in; both free of any language."""

    key: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    refused: AppError | None = None

    def as_text(self) -> str:
        """Return it as text; facts become texts."""
        data: dict[str, Any] = {"key": self.key, "facts": _plain(self.facts)}
        if isinstance(self.refused, ProblemsError):
            data["problems"] = [[p.file, p.line, p.code, p.facts] for p in self.refused.problems]
        elif self.refused is not None:
            data["error"] = [self.refused.code, _plain(self.refused.facts)]
            data["reasons"] = {
                name: value.name for name, value in self.refused.facts.items() if isinstance(value, Reason)
            }
        return json.dumps(data)


def told_in(text: str) -> Told:
    """Return what :meth:`Told.as_text` has written.

    Examples:
        >>> told_in(Told("came_in", {"added": 2}).as_text())
        Told(key='came_in', facts={'added': '2'}, refused=None)
    """
    data = json.loads(text)
    refused: AppError | None = None
    if "problems" in data:
        problems = (Problem(file, line, code, tuple(map(tuple, facts))) for file, line, code, facts in data["problems"])
        refused = ScoreTableError(list(problems))
    elif "error" in data:
        code, facts = data["error"]
        reasons = {name: Reason(facts[name], key) for name, key in data["reasons"].items()}
        refused = AppError(code, **{**facts, **reasons})
    return Told(data["key"], data["facts"], refused)


def _plain(facts: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in facts.items()}
