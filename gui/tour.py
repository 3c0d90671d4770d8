"""The tour: the real window, led through one borrower's check without a screen, leaves a picture of every page."""

from __future__ import annotations

import datetime as dt
import errno
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from core.catalogue import Catalogue
from core.errors import AppError, reason_of
from core.explain.language import CODES
from core.line.parser import language_in, words_of_line
from core.line.wrong_call import WrongCallError
from core.loading.files import take_snapshot
from core.loading.texts import texts_of
from core.schema.answers import Answer, Answers, Attempt
from gui.app import build_app
from gui.draft import Draft, at_step
from gui.opening import usual_folders
from gui.pages.result.presenter import ResultPresenter
from gui.program import Program
from gui.settings import SettingsFile
from gui.start import make_application
from gui.tour_author import Clock, author_stops
from gui.tour_call import options_in
from gui.tour_cost import cost_stops
from gui.tour_journal import journal_stops
from gui.tour_library import library_stops
from gui.tour_message import message_stops
from gui.tour_network import network_stops
from gui.tour_quiz import quiz_stops
from gui.tour_workshop import walls, workshop_stops
from gui.widgets.layouts import settle
from gui.widgets.page import ScrolledPage

PATIENCE = 200
"""How often the event loop is turned at most until all work is done; each turn may wait a little."""
TURN_MS = 25
CALM = 3
"""So many turns in a row nothing may happen: what has just come is laid out, and brought into view, in the next."""
DAY = dt.datetime(2026, 9, 28, 21, 40)
"""The tour's own day, three days before a long holiday; its pictures are the same on every day."""
REPORTS = ("report.html", "report.pdf")
CASE: dict[str, Answer] = {
    "request.lender": "jiebei",
    "request.amount": 8000.0,
    "request.planned": dt.datetime(2026, 9, 29, 20, 0),
    "safety.asked_to_pay": "no",
    "safety.app_source": "store",
    "limit.shown_state": "available",
    "limit.available": 20000.0,
    "order.listed": "nothing_open",
    "identity.real_name_complete": "complete",
    "device.phone_changed_on": dt.date(2026, 9, 20),
    "device.new_devices_30d": 1.0,
    "score.history": ((dt.date(2026, 6, 30), 655.0), (dt.date(2026, 9, 25), 652.0)),
    "credit.overdue": "never",
    "card.account_class": "class_two",
    "card.received_today": "not_sure",
    "network.quality": "smooth",
}
"""Somebody whose card is a Class II account and who changed phones last week."""
TRIES = (Attempt(dt.datetime(2026, 9, 28, 20, 15), "overall_score"),)
AFTER = {"message": "attempt.message", "choice": "card.account_class", "several": "safety.pressure"}
BEFORE = {"number": "device.new_devices_30d", "list": "score.history", "time": "request.planned"}


def tour_command(arguments: Sequence[str]) -> int:
    """Make the tour and print which pictures it left; return the exit code."""
    content, language = usual_folders().content, language_in(arguments)
    try:
        options = options_in(arguments, cache(partial(words_of_line, content, language)))
        options.out.mkdir(parents=True, exist_ok=True)
        for path in Tour(CODES[options.lang], options.theme, options.scale, options.size).pictures(options.out):
            print(path)
    except WrongCallError as error:
        return _mistaken(error, content, language)
    except OSError as error:
        refused = AppError("tour_refused", file=str(error.filename or options.out), reason=reason_of(error))
        return _mistaken(refused, content, language)
    return 0


def _mistaken(error: AppError, content: Path, language: str) -> int:
    code = CODES[language]
    words = Catalogue(code, texts_of(take_snapshot(content), code).words)
    print(words("cli.error", told=words(f"error.{error.code}", **error.facts)), file=sys.stderr)
    return 2


class Tour:
    """One window on an empty folder of its own, which is gone afterwards."""

    def __init__(self, language: str, theme: str, scale: int, size: tuple[int, int]) -> None:
        """Take the looks."""
        self._looks = {"language": language, "theme": theme, "scale": scale}
        self._size = size

    def pictures(self, out: Path) -> Iterator[Path]:
        """Lead the window through its pages; yield every picture as it is written."""
        make_application()
        with tempfile.TemporaryDirectory() as folder:
            SettingsFile(Path(folder)).change(**self._looks)
            clock = Clock(DAY)
            program = build_app(usual_folders()._replace(data=Path(folder)), clock)
            program.window.resize(*self._size)
            program.window.show()
            try:
                yield from _taken(program, clock, out)
            finally:
                program.window.close()
                program.window.deleteLater()  # or it is left to Python, which frees a window when it may not be freed


def _taken(program: Program, clock: Clock, out: Path) -> Iterator[Path]:
    for number, name in enumerate(_stops(program, clock), start=1):
        _settle(program)
        path = out / f"{number:02d}_{name}.png"
        in_view: QWidget = next(iter(walls(program)), program.window)
        if not in_view.grab().save(str(path)):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        yield path
    for name in REPORTS:
        yield _report(program, out / name)


def _stops(program: Program, clock: Clock) -> Iterator[str]:
    """Bring the window to one page after the other; yield the name of each."""
    yield "home"
    yield from _checklist_stops(program)
    program.visit("review")
    yield "review"
    yield from _result_stops(program)
    yield from journal_stops(program)
    program.visit("explain", "account_daily_room_used")
    yield "explanation"
    yield from message_stops(program)
    for page in ("help", "calendar", "trend", "letters"):
        program.visit(page)
        yield page
    yield from network_stops(program)
    yield from cost_stops(program)
    yield from library_stops(program)
    yield from quiz_stops(program)
    yield from workshop_stops(program)
    program.visit("settings")
    yield "settings"
    yield from author_stops(program, clock)
    program.visit("home")
    yield "home_again"
    answers = Answers(DAY.date(), "after", {"safety.asked_to_pay": "yes"}, TRIES)
    program.parts.session.change(Draft(answers, "safety", "review"))
    program.visit("result")
    yield "alarm"


def _checklist_stops(program: Program) -> Iterator[str]:
    """Put a question of every kind, first after a failed try, then before any."""
    session = program.parts.session
    after = Draft(Answers(DAY.date(), "after", CASE, TRIES), "full", "attempt.message")
    before = Draft(Answers(DAY.date(), "before", CASE), "full", "device.new_devices_30d")
    for draft, steps in ((after, AFTER), (before, BEFORE)):
        session.change(draft)
        for name, step in steps.items():
            session.move(at_step(session.draft, step))
            program.visit("checklist")
            yield f"checklist_{name}"


def _result_stops(program: Program) -> Iterator[str]:
    """Scroll through the result, a window at a time."""
    program.visit("result")
    _settle(program)
    page = program.window.page
    bar = page.area.verticalScrollBar() if isinstance(page, ScrolledPage) else None
    number = 1
    while bar is not None:
        yield f"result_{number}"
        if bar.value() >= bar.maximum():
            return
        bar.setValue(bar.value() + bar.pageStep())
        number += 1


def _settle(program: Program) -> None:
    """Turn the event loop until all work is done and every card stands."""
    calm = 0
    for _ in range(PATIENCE):
        QTest.qWait(1)
        QThread.msleep(TURN_MS)  # qWait lets no other thread run Python, and the work is done in one
        settle()
        calm = calm + 1 if program.parts.tasks.idle and program.parts.beside.idle and _stands(program) else 0
        if calm == CALM:
            break
    QTest.qWait(TURN_MS)


def _stands(program: Program) -> bool:
    """Return whether the page in view builds no more cards and is as high as they need."""
    page = program.window.page
    if page is not None and not page.complete:
        return False
    if not isinstance(page, ScrolledPage):
        return True
    inside = page.area.inside
    return inside.height() >= inside.heightForWidth(inside.width())


def _report(program: Program, path: Path) -> Path:
    """Write the report of the tour's last result under ``path`` and return that."""
    presenter = program.presenter
    if isinstance(presenter, ResultPresenter):
        presenter.save(str(path))
    if not path.is_file():
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    return path
