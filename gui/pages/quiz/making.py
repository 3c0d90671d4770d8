"""Makes the quiz."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.quiz.presenter import QuizPresenter
from gui.pages.quiz.view import QuizView


def make(bench: Bench, about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = QuizView(bench.look)
    presenter = QuizPresenter(view, bench.desk, about)
    view.start.begin_requested.connect(presenter.rounds.begin)
    view.start.resume_requested.connect(presenter.rounds.resume)
    view.start.remove_requested.connect(presenter.past.remove)
    view.start.bring_back_requested.connect(presenter.past.bring_back)
    view.ask.option_chosen.connect(presenter.answering.choose)
    view.ask.typed.connect(presenter.answering.type)
    view.ask.clear_requested.connect(presenter.answering.clear)
    view.ask.next_requested.connect(presenter.answering.go_on)
    view.ask.back_requested.connect(presenter.answering.go_back)
    view.ask.step_chosen.connect(presenter.answering.go_to)
    for part in (view.ask, view.done):
        part.leave_requested.connect(presenter.rounds.leave)
    view.done.again_requested.connect(presenter.rounds.again)
    view.done.paired_requested.connect(presenter.rounds.take_paired)
    view.done.keep_requested.connect(presenter.keeping.keep)
    view.done.article_chosen.connect(presenter.read)
    return Page(view, presenter)
