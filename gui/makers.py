"""Makes pages: a view, its presenter, and the signals that join them. The only place that knows them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from gui.desk import Desk
from gui.pages.home.presenter import HomePresenter
from gui.pages.home.view import HomeView
from gui.shell import PageName
from gui.theme.look import Look
from gui.widgets.page import PageView

if TYPE_CHECKING:
    from gui.pages.settings.presenter import Choosing


class Presenter(Protocol):
    """What every presenter can do."""

    def close(self) -> None:
        """Follow nothing any more."""

    def show(self) -> None:
        """Show the present picture."""


@dataclass(frozen=True)
class Page:
    """One page on the screen."""

    view: PageView
    presenter: Presenter


@dataclass(frozen=True)
class Makers:
    """What pages are made of.

    Every page but home is loaded when it is first opened: start-up must not wait for it. The result alone brings the
    templates of reports, which cost half as much as a bare window.
    """

    look: Look
    desk: Desk
    choosing: Choosing

    def make(self, page: PageName, about: str = "") -> Page:
        """Return a new page; ``about`` is the cause to explain."""
        makers: dict[PageName, Callable[[str], Page]] = {
            "home": self._home,
            "checklist": self._checklist,
            "review": self._review,
            "result": self._result,
            "calendar": self._calendar,
            "network": self._network,
            "trend": self._trend,
            "explain": self._explain,
            "settings": self._settings,
        }
        return makers[page](about)

    def _home(self, _about: str) -> Page:
        view = HomeView(self.look)
        presenter = HomePresenter(view, self.desk)
        view.door_chosen.connect(presenter.open)
        view.resume_requested.connect(presenter.resume)
        view.result_requested.connect(presenter.see_result)
        return Page(view, presenter)

    def _checklist(self, _about: str) -> Page:
        from gui.pages.checklist.presenter import ChecklistPresenter
        from gui.pages.checklist.view import ChecklistView

        view = ChecklistView(self.look)
        presenter = ChecklistPresenter(view, self.desk)
        entry, walk, card = presenter.entry, presenter.walk, view.question
        card.row_chosen.connect(entry.choose)
        card.typed.connect(entry.type)
        card.left.connect(entry.leave_field)
        card.chip_chosen.connect(entry.use_chip)
        card.next_requested.connect(walk.go_on)
        card.back_requested.connect(walk.go_back)
        card.skip_requested.connect(walk.skip)
        view.leave_requested.connect(walk.leave)
        view.section_chosen.connect(walk.jump)
        view.way_chosen.connect(walk.take_way)
        return Page(view, presenter)

    def _review(self, _about: str) -> Page:
        from gui.pages.review.presenter import ReviewPresenter
        from gui.pages.review.view import ReviewView

        view = ReviewView(self.look)
        presenter = ReviewPresenter(view, self.desk)
        view.change_requested.connect(presenter.change)
        view.back_requested.connect(presenter.go_back)
        view.result_requested.connect(presenter.see_result)
        return Page(view, presenter)

    def _result(self, _about: str) -> Page:
        from gui.pages.result.presenter import ResultPresenter
        from gui.pages.result.view import ResultView

        view = ResultView(self.look)
        presenter = ResultPresenter(view, self.desk)
        view.objected.connect(presenter.take_objection)
        view.done_marked.connect(presenter.mark_done)
        view.answer_requested.connect(presenter.ways.answer)
        view.change_requested.connect(presenter.ways.change)
        view.go_on_requested.connect(presenter.ways.go_on)
        view.page_requested.connect(presenter.ways.explain)
        view.path_chosen.connect(presenter.save)
        view.print_requested.connect(presenter.print_out)
        tried, card = presenter.what_if, view.what_if
        card.question_chosen.connect(tried.choose_question)
        card.row_chosen.connect(tried.choose)
        card.typed.connect(tried.type)
        card.left.connect(tried.leave_field)
        card.chip_chosen.connect(tried.use_chip)
        card.keep_requested.connect(tried.keep)
        return Page(view, presenter)

    def _calendar(self, _about: str) -> Page:
        from gui.pages.calendar.presenter import CalendarPresenter
        from gui.pages.calendar.view import CalendarView

        view = CalendarView(self.look)
        presenter = CalendarPresenter(view, self.desk)
        view.day_chosen.connect(presenter.select)
        view.turned.connect(presenter.turn)
        view.take_requested.connect(presenter.take)
        view.claim_requested.connect(presenter.explain)
        view.path_chosen.connect(presenter.save)
        return Page(view, presenter)

    def _network(self, _about: str) -> Page:
        from gui.pages.network.presenter import NetworkPresenter
        from gui.pages.network.prober import probe_from_here
        from gui.pages.network.view import NetworkView

        view = NetworkView(self.look)
        presenter = NetworkPresenter(view, self.desk, probe_from_here)
        hosts, rounds, taking = presenter.hosts, presenter.rounds, presenter.taking
        view.hosts.typed.connect(hosts.type)
        view.hosts.left.connect(hosts.leave)
        view.hosts.remove_requested.connect(hosts.remove)
        view.hosts.add_requested.connect(hosts.add)
        view.hosts.restore_requested.connect(hosts.restore)
        view.run.typed.connect(rounds.type)
        view.run.left.connect(rounds.check)
        view.run.start_requested.connect(presenter.start)
        view.run.cancel_requested.connect(presenter.trial.stop)
        view.taking.take_requested.connect(taking.take)
        view.taking.go_requested.connect(taking.go)
        return Page(view, presenter)

    def _trend(self, _about: str) -> Page:
        from gui.pages.trend.presenter import TrendPresenter
        from gui.pages.trend.view import TrendView

        view = TrendView(self.look)
        presenter = TrendPresenter(view, self.desk)
        view.kind_chosen.connect(presenter.choose_kind)
        view.range_typed.connect(presenter.type_range)
        view.point_reached.connect(presenter.reach)
        view.take_requested.connect(presenter.take)
        view.path_chosen.connect(presenter.save)
        editing, card = presenter.editing, view.table
        card.written.connect(editing.write)
        card.rows_removed.connect(editing.remove)
        card.pasted.connect(presenter.intake.paste)
        card.add_requested.connect(editing.add)
        card.clear_requested.connect(editing.clear)
        card.back_requested.connect(editing.take_back)
        card.file_chosen.connect(presenter.intake.open)
        return Page(view, presenter)

    def _explain(self, about: str) -> Page:
        from gui.pages.explain.presenter import ExplainPresenter
        from gui.pages.explain.view import ExplainView

        view = ExplainView(self.look)
        presenter = ExplainPresenter(view, self.desk, about)
        view.cause_chosen.connect(presenter.choose)
        view.back_requested.connect(presenter.go_back)
        return Page(view, presenter)

    def _settings(self, _about: str) -> Page:
        from gui.pages.settings.presenter import SettingsPresenter
        from gui.pages.settings.view import SettingsView

        view = SettingsView(self.look)
        presenter = SettingsPresenter(view, self.desk, self.choosing)
        view.chosen.connect(presenter.choose)
        view.erase_requested.connect(presenter.erase)
        return Page(view, presenter)
