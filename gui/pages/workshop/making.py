"""Makes the page of the workshop."""

from __future__ import annotations

from secrets import token_bytes

from gui.bench import Bench, Page
from gui.pages.workshop.presenter import WorkshopPresenter
from gui.pages.workshop.view import WorkshopView
from gui.projector.opening import open_projector


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = WorkshopView(bench.look)

    def project(cases: tuple[str, ...]) -> None:
        open_projector(bench.look, bench.desk, cases, view.window())

    presenter = WorkshopPresenter(view, bench.desk, token_bytes, project)
    view.door_chosen.connect(presenter.open)
    _join_lead(view, presenter)
    _join_take(view, presenter)
    view.gather.typed_code.connect(presenter.gather.type_code)
    view.gather.scan.typed.connect(presenter.gather.type_scanned)
    view.gather.folder_chosen.connect(presenter.gather.open)
    view.gather.again_requested.connect(presenter.gather.read)
    view.gather.scan.take_requested.connect(presenter.gather.take_scanned)
    view.gather.path_chosen.connect(presenter.report.save)
    return Page(view, presenter)


def _join_lead(view: WorkshopView, presenter: WorkshopPresenter) -> None:
    lead = presenter.lead
    view.lead.quiz_chosen.connect(lead.choose_quiz)
    view.lead.case_toggled.connect(lead.toggle_case)
    view.lead.renew_requested.connect(lead.renew_code)
    view.lead.wall_requested.connect(lead.show_wall)
    view.lead.plan_chosen.connect(lead.open_plan)
    view.lead.plan_path_chosen.connect(lead.save_plan)
    view.lead.sheets_path_chosen.connect(lead.save_sheets)
    view.lead.answers_path_chosen.connect(lead.save_answers)


def _join_take(view: WorkshopView, presenter: WorkshopPresenter) -> None:
    take = presenter.take
    view.take.typed.connect(take.type)
    view.take.plan_chosen.connect(take.open_plan)
    view.take.begin_requested.connect(take.begin)
    view.take.option_chosen.connect(take.choose)
    view.take.number_typed.connect(take.write)
    view.take.step_requested.connect(take.step)
    view.take.hand_in_requested.connect(take.hand_in)
    view.take.run_toggled.connect(presenter.hand.toggle_run)
    view.take.folder_chosen.connect(presenter.hand.save)
    view.take.code_requested.connect(presenter.hand.show_code)
    view.take.finish_requested.connect(presenter.hand.finish)
