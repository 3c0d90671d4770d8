"""Decides what the home page shows and where its doors lead. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol

from core.schema.answers import Answers, Attempt
from gui.desk import TO_CHECK, Desk
from gui.draft import Draft, Way, at_step, fresh, with_attempts
from gui.engine import DAYS_AHEAD, REVIEW, Engine
from gui.following import Following
from gui.pages.home.state import DoorState, HomeState, ResumeState, TimesState
from gui.route import FAILURE, first_step, section_of, steps
from gui.signs import Day

if TYPE_CHECKING:
    # Only for the types: what stands behind them is loaded when the first picture is there.
    from core.journal.records import SentRecord
    from gui.journal_room import Outcome

DUE_SHOWN = 3
ALARM = "asked"
DOORS = ("before", "after", ALARM)
LEARN = ("limit", "reassess", "patience")
GOOD_WITHIN = 0.01
"""A day within a percentage point of the best one is as good."""
WATCH_WITHIN = 0.05


class Screen(Protocol):
    """What the view can do."""

    def show_state(self, state: HomeState) -> None:
        """Show a picture."""


class HomePresenter(Following):
    """Opens doors, goes on with what was begun, and tells the next good time."""

    def __init__(self, screen: Screen, desk: Desk) -> None:
        """Show the page; the days ahead follow when they are worked out."""
        super().__init__(desk)
        self._screen = screen
        self._days: Sequence[tuple[dt.date, float]] = ()
        self._sent: tuple[SentRecord, ...] | None = None
        self._asks = False
        self.follow(self._on_changed, self.show)
        self.show()

    def look_ahead(self) -> None:
        """Work out the days ahead; the program asks for it once the page has been painted."""
        desk = self._desk
        answers = desk.engine.answers(_today(desk))
        last = answers.as_of + dt.timedelta(days=DAYS_AHEAD)
        self.ask(partial(_chances, desk.engine, answers, last), self._on_days)
        self._look_for_letters()

    def open(self, door: str) -> None:
        """Begin a check; the one before can be brought back with undo.

        A lock comes first, but never between somebody and the signs of fraud: there it is told that nothing is saved.
        """
        desk, now = self._desk, self._desk.now()
        if desk.lock() and door != ALARM:
            self._asks = True
            self.show()
            return
        draft = fresh(now.date(), "after" if door == "after" else "before", _WAY[door])
        if door == "after":
            draft = with_attempts(draft, (Attempt(now.replace(second=0, microsecond=0)),))
        self.close()  # the page is about to go: working out the days ahead once more would be lost
        desk.session.begin(at_step(draft, first_step(draft, desk.engine)))
        desk.visit("checklist")

    def resume(self) -> None:
        """Go on exactly where it was left; open the lock first where there is one."""
        draft = self._desk.session.draft
        if self._desk.lock():
            self._desk.visit("journal", TO_CHECK)
            return
        self._desk.visit("review" if draft.at == REVIEW else "checklist")

    def see_due(self) -> None:
        """Show everything that is due."""
        self._desk.visit("journal")

    def see_result(self) -> None:
        """Show the result of what was answered so far; with a lock, let somebody go on as a guest in its place."""
        if self._desk.lock():
            self._desk.receive_guest()
        else:
            self._desk.visit("result")

    def receive_guest(self) -> None:
        """Let somebody else use the program here; this one ends, with everything on disk."""
        self._desk.receive_guest()

    def show(self) -> None:
        """Show the present picture."""
        self._asks = self._asks and bool(self._desk.lock())
        self._screen.show_state(home_state(self._days, self._desk, self._sent, asks=self._asks))

    def _on_changed(self) -> None:
        self.look_ahead()
        self.show()

    def _look_for_letters(self) -> None:
        room = self._desk.journal()
        if self._closed or self._sent or not room.holds_anything or room.holds_keys:
            return
        # Loaded here because it brings the journal's records, for which the first picture must not wait.
        from gui.due import sent_letters

        room.around(sent_letters, self._on_sent)

    def _on_sent(self, came: Outcome) -> None:
        if not self._closed and came.error is None and came.value != self._sent:
            self._sent = came.value
            self.show()

    def _on_days(self, days: Mapping[dt.date, float]) -> None:
        self._days, self._sent = list(days.items()), self._sent or ()
        self.show()


def home_state(
    days: Sequence[tuple[dt.date, float]],
    desk: Desk,
    sent: Sequence[SentRecord] | None = None,
    *,
    asks: bool = False,
) -> HomeState:
    """Return the picture of the page.

    Args:
        days: Those ahead, none while they are not worked out.
        desk: The desk.
        sent: The letters that were sent; None leaves out all that is due: before they were looked for, and in the
            picture for the next start.
        asks: Whether somebody wants to begin a check while there is a lock.
    """
    words, due = desk.speaker.words, () if sent is None else _due(sent, desk)
    return HomeState(
        title=words("home.title"),
        subtitle=words("home.subtitle"),
        doors=tuple(_door(name, desk) for name in DOORS),
        resume=_locked(desk, asks) if desk.lock() else _resume(desk),
        times=_times(days, _today(desk).answers.as_of, desk),
        learn_title=words("home.learn_title"),
        learn=tuple((words(f"home.learn.{name}.title"), words(f"home.learn.{name}.text")) for name in LEARN),
        privacy=words("home.privacy"),
        guest="" if desk.guest else words("guest.invitation"),
        due_title=words("due.title") if due else "",
        due=due,
        due_all=words("due.home") if due else "",
        locked=bool(desk.lock()),
        asks=asks,
    )


def _chances(engine: Engine, answers: Answers, last: dt.date, stopped: Callable[[], bool]) -> dict[dt.date, float]:
    # Loaded on this thread, the one that works, so that the window need not wait for it afterwards.
    import_module("gui.due")
    return engine.chances(answers, answers.as_of, last, stopped)


def _due(sent: Sequence[SentRecord], desk: Desk) -> tuple[str, ...]:
    # Loaded here for the same reason.
    from gui.due import whats_due

    found = whats_due(sent, desk)[:DUE_SHOWN]
    return tuple(desk.speaker.words("due.line", row=one.row, left=one.left) for one in found)


def _today(desk: Desk) -> Draft:
    draft = desk.session.draft
    return draft if draft.begun else replace(draft, answers=replace(draft.answers, as_of=desk.now().date()))


_WAY: dict[str, Way] = {"before": "short", "after": "short", "asked": "safety"}


def _door(name: str, desk: Desk) -> DoorState:
    words, key = desk.speaker.words, f"home.door.{name}"
    return DoorState(
        name, words(f"{key}.overline"), words(f"{key}.title"), words(f"{key}.text"), words(f"{key}.button")
    )


def _locked(desk: Desk, asks: bool) -> ResumeState:
    """Return that the lock comes first, and nothing of what lies under it."""
    words, sign = desk.speaker.words, desk.lock()
    return ResumeState(
        words(f"underlock.{sign}_title"),
        words("underlock.asks" if asks else f"underlock.{sign}"),
        "",
        words("underlock.open"),
        words("underlock.as_guest"),
    )


def _resume(desk: Desk) -> ResumeState:
    words, draft, saved = desk.speaker.words, desk.session.draft, desk.saved()
    if not draft.begun:
        nothing = words("guest.nothing_begun" if desk.guest else "home.nothing_begun")
        return ResumeState(words("home.resume_title"), nothing, "", "", "")
    where = words("home.at_review")
    if draft.at in steps(draft, desk.engine):
        section = section_of(draft.at, desk.engine)
        where = words("checklist.failure_name") if section == FAILURE else words(f"section.{section}.name")
    detail = words("home.saved", when=desk.speaker.wording.date(saved)) if saved else ""
    text = words("home.resume_text", section=where, count=draft.touched)
    return ResumeState(words("home.resume_title"), text, detail, words("home.go_on"), words("home.see_result"))


def _times(days: Sequence[tuple[dt.date, float]], today: dt.date, desk: Desk) -> TimesState:
    words, wording = desk.speaker.words, desk.speaker.wording
    note = words("home.times_note")
    if not days:
        return TimesState(words("home.times_coming"), "", (), "", note)
    best = max(chance for _, chance in days)
    first = next(day for day, chance in days if chance >= best - GOOD_WITHIN)
    away = (first - today).days
    text = words("home.away", days=wording.count(away, "days")) if away else words("home.away_today")
    shown = tuple(Day(_level(best - chance), _tip(day, chance, desk)) for day, chance in days)
    title = words("home.times_title", date=wording.date(first))
    return TimesState(title, text, shown, words("home.times_heard", title=title, text=text), note)


def _level(below: float) -> str:
    return "good" if below <= GOOD_WITHIN else "watch" if below <= WATCH_WITHIN else "weak"


def _tip(day: dt.date, chance: float, desk: Desk) -> str:
    wording = desk.speaker.wording
    return desk.speaker.words("home.day_tip", date=wording.date(day), chance=wording.percent(chance))
