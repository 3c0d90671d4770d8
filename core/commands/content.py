"""``disburse-check content check`` and ``disburse-check model-card``."""

from __future__ import annotations

from collections.abc import Iterable

from core.catalogue import Catalogue
from core.commands.workplace import Workplace
from core.errors import Problem
from core.explain.model_card import model_card


def content_check(place: Workplace) -> str:
    """Return a line that says the content is in order.

    Raises:
        ContentError: With every mistake.
    """
    library = place.checked()
    content = library.content
    return place.own_words(
        "cli.content_fine",
        causes=len(content.causes),
        questions=len(content.questions),
        rules=len(content.rules),
        actions=len(content.actions),
        languages=len(library.words),
    )


def model_card_text(place: Workplace) -> str:
    """Return the model card in Markdown."""
    return model_card(place.language)


def problem_lines(problems: Iterable[Problem], words: Catalogue) -> list[str]:
    """Return one line per problem: file, line, what is wrong and what to do."""
    return [problem_line(problem, words) for problem in problems]


def problem_line(problem: Problem, words: Catalogue) -> str:
    """Return a mistake in a line."""
    where = f"{problem.file}:{problem.line}: " if problem.line else f"{problem.file}: "
    return where + words(f"problem.{problem.code}", **dict(problem.facts))
