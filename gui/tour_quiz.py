"""The tour's way through the quiz: what can be asked, questions of each kind, and how a round went."""

from __future__ import annotations

from collections.abc import Iterator

from gui.pages.quiz.presenter import QuizPresenter
from gui.program import Program


def quiz_stops(program: Program) -> Iterator[str]:
    """Bring the window to the parts of the quiz; yield the name of each. Every round answers some and leaves some."""
    program.visit("quiz")
    yield "quiz"
    presenter, items = program.presenter, program.parts.engine.content.quiz.item
    if not isinstance(presenter, QuizPresenter):
        return
    for kind in ("single", "multiple", "numeric"):
        name = next((name for name, item in items.items() if item.kind == kind), None)
        if name is None:
            continue
        lesson = program.parts.engine.content.library.article[items[name].article].lesson
        presenter.rounds.begin(f"lesson:{lesson}")
        presenter.answering.go_to(presenter.items.index(name))
        if items[name].options:
            presenter.answering.choose(items[name].options[0])
        else:
            presenter.answering.type("value", f"{items[name].answer:g}")
        yield f"quiz_{kind}"
    for _ in presenter.items:
        presenter.answering.go_on()
    yield "quiz_done"
    presenter.rounds.leave()
