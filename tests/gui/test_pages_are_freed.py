"""A page is freed when another one is shown, whatever state it was in: its view, its presenter, and all they hold."""

from __future__ import annotations

import datetime as dt
import gc
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import get_args

import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QProgressBar, QPushButton, QTableView, QWidget
from shiboken6 import isValid

from core.loading.answers_file import read_answers
from core.loading.library import Library
from core.schema.answers import Answers, Attempt
from core.schema.content import Content, QuestionKind
from gui.draft import Draft, fresh, with_answer
from gui.engine import ATTEMPT_STEPS, MESSAGE, REVIEW
from gui.program import PAGES, Program
from gui.shell import PageName
from gui.tour import CASE
from gui.widgets.fold import Fold
from gui.widgets.page import PageView
from tests.pages.base import catch_up
from tests.pages.calls import (
    ask_on_no_day,
    call_the_bank,
    choose_the_pack,
    name_no_day,
    remember_calls,
    want_a_complaint,
)
from tests.pages.desk import draft_of as draft_of_answers
from tests.pages.finding import shown
from tests.pages.findings import at_home, remember_findings
from tests.pages.keepsakes import (
    forget_journal,
    keep_and_compare,
    keep_and_lock,
    keep_and_see_copies,
    keep_examples_now,
    keep_many,
    read_newest,
    show_example,
)
from tests.pages.messages import CARD, SWINDLE
from tests.pages.quizzes import answer_all, begin_round, keep_and_begin, put_aside, type_no_number
from tests.pages.readings import choose_cases, explain_a_word, find_by_letters, forget_reading
from tests.pages.rest import settle
from tests.pages.results import bring_results, forget_workshop, lead_a_class
from tests.pages.running import EVENING, ROOT

KINDS: Mapping[str, str] = {
    "choice": "card.account_class",
    "several": "safety.pressure",
    "number": "device.new_devices_30d",
    "amount": "request.amount",
    "date": "device.phone_changed_on",
    "datetime": "request.planned",
    "dated_values": "score.history",
}
"""A question of every kind."""
TRIES = (Attempt(EVENING.replace(day=27), None), Attempt(EVENING.replace(hour=20), "overall_score"))
CASES: Mapping[str, str] = {
    "before": "class_three_card",
    "after": "two_failures_card_class_unknown",
    "caution": "paid_bundle_before_the_draw",
    "stop": "asked_to_pay_for_a_wrong_digit",
}

SCORES = tuple((dt.date(2026, month, 1), 660.0 - month) for month in range(1, 10))


@dataclass(frozen=True)
class Stop:
    """A page in one of its states; ``then`` is what is done on it, ``before`` what is before it is opened."""

    page: PageName
    draft: Draft
    about: str = ""
    before: Callable[[Program], None] | None = None
    then: Callable[[QWidget], None] | None = None


def _at(step: str, mode: str = "before") -> Draft:
    after = mode == "after"
    return Draft(Answers(EVENING.date(), "after" if after else "before", CASE, TRIES if after else ()), "full", step)


def type_nonsense(window: QWidget) -> None:
    """Type what is no number and try to go on."""
    field = shown(window, QLineEdit, f"checklist-field-{KINDS['number']}-value")
    field.clear()
    QTest.keyClicks(field, "abc")
    shown(window, QPushButton, "checklist-next").click()


def choose_other_score(window: QWidget) -> None:
    """Choose a score that has a range of its own."""
    choice = shown(window, QComboBox, "trend-kind")
    choice.setCurrentIndex(choice.findData("other"))
    choice.activated.emit(choice.currentIndex())


def paste_nonsense(window: QWidget) -> None:
    """Let a text come in that is no table, into a table with a row that is none."""
    shown(window, QPushButton, "trend-add").click()
    table = shown(window, QTableView, "trend-table")
    table.model().setData(table.model().index(0, 0), "soon")
    QGuiApplication.clipboard().setText("soon 655\n" * 60)
    shown(window, QPushButton, "trend-paste").click()


def erase(window: QWidget) -> None:
    """Forget all answers; the banner says that they are gone."""
    shown(window, QPushButton, "settings-erase").click()


def name_no_host(window: QWidget) -> None:
    """Write what is no host and no number, and try to start."""
    for name, typed in (("network-host-h2", "https://a.example/x"), ("network-rounds", "many")):
        field = shown(window, QLineEdit, name)
        field.clear()
        QTest.keyClicks(field, typed)
    start_probe(window)


def start_probe(window: QWidget) -> None:
    """Press the button that goes online."""
    shown(window, QPushButton, "network-start").click()


def see_a_round(window: QWidget) -> None:
    """Start, and wait for the first round: until the next one, a second later, nothing moves."""
    start_probe(window)
    bar = shown(window, QProgressBar, "network-progress")
    for _ in range(1000):
        catch_up()
        QThread.msleep(1)
        if bar.value():
            return
    raise AssertionError("no round came")


def take_over(window: QWidget) -> None:
    """Take over what was found."""
    shown(window, QPushButton, "network-take").click()


def paste_message(window: QWidget) -> None:
    """Paste a text that gives a reason."""
    shown(window, QPlainTextEdit, "message-text").setPlainText(CARD["zh_CN"])


def paste_swindle(window: QWidget) -> None:
    """Paste a reason, then what a swindler writes."""
    paste_message(window)
    shown(window, QPlainTextEdit, "message-text").setPlainText(SWINDLE["zh_CN"])


def paste_at_message(window: QWidget) -> None:
    """Paste at the step about the message what a swindler writes, then a text that gives a reason."""
    for text in (SWINDLE["zh_CN"], CARD["zh_CN"]):
        field = shown(window, QLineEdit, "checklist-field-attempt.message-value")
        field.selectAll()
        field.insert(text)


def alarm_at_message(window: QWidget) -> None:
    """Paste there what a swindler writes."""
    shown(window, QLineEdit, "checklist-field-attempt.message-value").insert(SWINDLE["zh_CN"])


def fill_example(window: QWidget) -> None:
    """Fill an example in, part of which stands in a fold."""
    shown(window, QPushButton, "cost-example-first-part_kept_back").click()


def compare_offers(window: QWidget) -> None:
    """Fill in both offers, then write nonsense in the first."""
    fill_example(window)
    shown(window, QPushButton, "cost-compare").click()
    shown(window, QPushButton, "cost-example-second-guarantee_fee").click()
    field = shown(window, QLineEdit, "cost-field-first-term")
    field.clear()
    QTest.keyClicks(field, "abc")


STOPS: dict[str, Stop] = {
    "home fresh": Stop("home", fresh(EVENING.date())),
    "home begun": Stop("home", _at("card.account_class")),
    **{f"checklist {kind}": Stop("checklist", _at(step)) for kind, step in KINDS.items()},
    **{f"checklist {step}": Stop("checklist", _at(step, "after")) for step in ATTEMPT_STEPS},
    "checklist error": Stop("checklist", _at(KINDS["number"]), then=type_nonsense),
    "checklist short": Stop("checklist", replace(_at("card.account_class"), way="short")),
    "review before": Stop("review", _at(REVIEW)),
    "review after": Stop("review", _at(REVIEW, "after")),
    **{f"result {mode}": Stop("result", _at(REVIEW)) for mode in CASES},
    "explain": Stop("explain", fresh(EVENING.date())),
    "explain from result": Stop("explain", _at(REVIEW), "account_daily_room_used"),
    "help fresh": Stop("help", fresh(EVENING.date())),
    "help calls": Stop("help", _at(REVIEW, "after"), before=remember_calls, then=name_no_day),
    "help bank": Stop("help", _at(REVIEW, "after"), then=call_the_bank),
    "help stop": Stop("help", draft_of_answers(REVIEW, safety__asked_to_pay="yes")),
    "help caution": Stop("help", draft_of_answers(REVIEW, safety__app_source="link_or_code")),
    "letters fresh": Stop("letters", fresh(EVENING.date())),
    "letters mistakes": Stop("letters", _at(REVIEW, "after"), before=want_a_complaint, then=ask_on_no_day),
    "letters pack": Stop("letters", _at(REVIEW, "after"), before=remember_calls, then=choose_the_pack),
    "author": Stop("author", fresh(EVENING.date())),
    "calendar fresh": Stop("calendar", fresh(EVENING.date())),
    "calendar planned": Stop("calendar", _at(REVIEW)),
    "network idle": Stop("network", fresh(EVENING.date())),
    "network mistakes": Stop("network", fresh(EVENING.date()), then=name_no_host),
    "network running": Stop("network", fresh(EVENING.date()), before=at_home, then=see_a_round),
    "network found": Stop("network", _at(REVIEW), before=remember_findings),
    "network taken over": Stop("network", _at(REVIEW), before=remember_findings, then=take_over),
    "trend fresh": Stop("trend", fresh(EVENING.date())),
    "trend values": Stop("trend", with_answer(_at(REVIEW), "score.history", SCORES)),
    "trend other": Stop("trend", fresh(EVENING.date()), then=choose_other_score),
    "trend mistakes": Stop("trend", fresh(EVENING.date()), then=paste_nonsense),
    "checklist pasted": Stop("checklist", _at(MESSAGE, "after"), then=paste_at_message),
    "checklist alarm": Stop("checklist", _at(MESSAGE, "after"), then=alarm_at_message),
    "message empty": Stop("message", fresh(EVENING.date())),
    "message told": Stop("message", fresh(EVENING.date()), then=paste_message),
    "message alarm": Stop("message", _at(REVIEW), then=paste_swindle),
    "cost empty": Stop("cost", fresh(EVENING.date())),
    "cost example": Stop("cost", _at(REVIEW), then=fill_example),
    "cost compared": Stop("cost", fresh(EVENING.date()), then=compare_offers),
    "journal empty": Stop("journal", fresh(EVENING.date()), before=forget_journal),
    "journal list": Stop("journal", _at(REVIEW, "after"), before=keep_many),
    "journal read": Stop("journal", _at(REVIEW, "after"), before=keep_examples_now, then=read_newest),
    "journal compared": Stop("journal", _at(REVIEW, "after"), before=keep_examples_now, then=keep_and_compare),
    "journal copies": Stop("journal", fresh(EVENING.date()), before=keep_and_see_copies),
    "journal locked": Stop("journal", fresh(EVENING.date()), before=keep_and_lock),
    "journal example": Stop("journal", _at(REVIEW), before=show_example),
    "library": Stop("library", fresh(EVENING.date())),
    "library found": Stop("library", fresh(EVENING.date()), before=forget_reading, then=find_by_letters),
    "library cases": Stop("library", fresh(EVENING.date()), before=forget_reading, then=choose_cases),
    "library article": Stop("library", fresh(EVENING.date()), "article:limit_is_not_money"),
    "library word": Stop("library", fresh(EVENING.date()), "article:true_cost", then=explain_a_word),
    "library term": Stop("library", fresh(EVENING.date()), "term:limit"),
    "library case": Stop("library", fresh(EVENING.date()), "case:one_digit"),
    "quiz waiting": Stop("quiz", fresh(EVENING.date()), before=keep_and_begin, then=put_aside),
    "quiz mistake": Stop("quiz", fresh(EVENING.date()), before=begin_round, then=type_no_number),
    "quiz done": Stop("quiz", fresh(EVENING.date()), before=begin_round, then=answer_all),
    "workshop lead": Stop("workshop", fresh(EVENING.date()), before=forget_workshop, then=lead_a_class),
    "workshop merged": Stop("workshop", fresh(EVENING.date()), before=bring_results),
    "review example": Stop("review", replace(_at(REVIEW, "after"), example="one_digit")),
    "settings": Stop("settings", fresh(EVENING.date())),
    "settings banner": Stop("settings", _at(REVIEW), then=erase),
}

UNDER_WAY = ("network running", "library word")
"""Stops at which something goes on that ends when its page is left, as at a change of language."""


def bring(program: Program, name: str) -> QWidget:
    """Bring a program to a stop, open all folds there, and return its window."""
    stop, window = STOPS[name], program.window
    case = CASES.get(name.removeprefix("result "))
    program.parts.session.change(draft_of(case, program.parts.engine.content) if case else stop.draft)
    if stop.before:
        stop.before(program)
    program.visit(stop.page, stop.about)
    assert program.page_name == stop.page
    settle(program)
    if stop.then:
        stop.then(window)
        settle(program)
    open_folds(program)
    return window


def open_folds(program: Program) -> None:
    """Open everything that is folded away."""
    while folds := [fold for fold in program.window.findChildren(Fold) if not fold.button.isChecked()]:
        for fold in folds:
            fold.button.click()
        settle(program)


def draft_of(case: str, content: Content) -> Draft:
    """Return the answers of a case file."""
    return Draft(read_answers(ROOT / "tests" / "cases" / f"{case}.toml", content), "full", REVIEW)


def test_that_there_is_a_stop_for_every_page_and_every_kind_of_question(library: Library) -> None:
    assert {stop.page for stop in STOPS.values()} == set(PAGES)
    assert {library.content.questions[question].kind for question in KINDS.values()} == set(get_args(QuestionKind))
    assert all(library.content.questions[question].kind == kind for kind, question in KINDS.items())


@pytest.mark.parametrize("stop", STOPS)
def test_that_a_page_is_freed_when_another_is_shown(program: Program, stop: str) -> None:
    bring(program, stop)
    held = holdings(program)
    assert len(held) > 3
    leave(program)
    assert [name for name, still_there in held.items() if still_there()] == []


@pytest.mark.parametrize("page", PAGES)
def test_that_a_page_is_freed_that_is_left_before_its_work_is_done(program: Program, page: PageName) -> None:
    program.parts.session.change(_at(REVIEW) if page != "checklist" else _at(KINDS["choice"]))
    program.visit(page)
    assert program.page_name == page
    held = holdings(program)
    leave(program)
    assert [name for name, still_there in held.items() if still_there()] == []


def test_that_a_long_walk_leaves_one_page_behind(program: Program) -> None:
    views = []
    for _ in range(2):
        for page in PAGES:
            program.parts.session.change(_at(KINDS["choice"] if page == "checklist" else REVIEW))
            program.visit(page)
            views.append(weakref.ref(program.window.page))
    leave(program)
    assert [view for view in views if view() is not None] == []
    assert program.window.findChildren(PageView) == [program.window.page]


def holdings(program: Program) -> Mapping[str, Callable[[], bool]]:
    """Return what a page holds, and how to tell whether it still lives; nothing here keeps it alive."""
    view, presenter = program.window.page, program.presenter
    assert view is not None
    parts = {
        "presenter": presenter,
        **{f"presenter.{name}": part for name, part in vars(presenter).items() if is_own(part)},
    }
    held = {name: Alive(part) for name, part in parts.items()}
    held["view"] = Alive(view)
    held |= {f"view.{name}": Alive(part) for name, part in vars(view).items() if isinstance(part, QWidget)}
    held |= {f"{child.objectName()} {place}": Alive(child) for place, child in enumerate(view.findChildren(QWidget))}
    return held


def is_own(part: object) -> bool:
    """Return whether a part of a presenter is an object of its page alone."""
    return (
        type(part).__module__.startswith("gui.pages.")
        and not isinstance(part, QWidget)
        and hasattr(part, "__weakref__")
    )


class Alive:
    """Tells whether something lives, in Python or in Qt."""

    def __init__(self, thing: object) -> None:
        self._python = weakref.ref(thing)

    def __call__(self) -> bool:
        thing = self._python()
        return thing is not None and (not isinstance(thing, QWidget) or isValid(thing))


def leave(program: Program) -> None:
    """Show another page and let Qt and Python free what nobody holds any more."""
    program.parts.session.change(fresh(EVENING.date()))
    program.visit("home" if program.page_name == "settings" else "settings")
    settle(program)
    gc.collect()
