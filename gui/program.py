"""The running program: goes from page to page, keeps the session on disk, follows menus, language and look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from core.errors import AppError
from core.journal.errors import LockedError
from core.loading.shelf import Shelved
from gui.bench import Bench, Page, Presenter
from gui.chooser import Chooser
from gui.collector import Collector
from gui.decoding.reader import Reader
from gui.desk import Desk
from gui.engine import Engine
from gui.example import Example
from gui.example_door import close_example, example_in, leave_example
from gui.guest import erase, keep_no_places
from gui.journal_door import JournalDoor
from gui.keeper import Keeper
from gui.leaving import Leaving
from gui.main_window import MainWindow
from gui.makers import make_page
from gui.pages.home.presenter import HomePresenter
from gui.printing.press import STYLES, PrintingPress
from gui.ring import NoRing, Ring
from gui.route import steps
from gui.saving import Saving
from gui.session import Session
from gui.settings import SettingsFile
from gui.shell import SHEETS, PageName, shell_state
from gui.speaker import Said, Speaker
from gui.tasks import SideRunner, TaskRunner
from gui.theme.look import Look
from gui.underlock import UnderLock, leave_traces, tell_found
from gui.wardrobe import Wardrobe

PAGES: tuple[PageName, ...] = get_args(PageName)


@dataclass(frozen=True)
class Parts:
    """What the program is made of. Of a guest nothing is kept in the folder, nor is what the owner keeps there read."""

    window: MainWindow
    look: Look
    wardrobe: Wardrobe
    settings: SettingsFile
    speaker: Speaker
    engine: Engine
    reader: Reader
    session: Session
    saving: Saving
    tasks: TaskRunner
    beside: SideRunner
    now: Callable[[], dt.datetime]
    layouts: Mapping[str, str]
    letters: Mapping[str, Mapping[str, str]]
    shelf: Shelved
    folder: Path
    content: Path
    cache: Path | None
    ring: Ring = field(default_factory=NoRing)
    guest: bool = False


HOME: PageName = "home"
NOTHING_TOLD: tuple[str, dict[str, object]] = ("", {})


class Program:
    """Joins the parts."""

    _closed, _about, _focused, _told = False, "", "", NOTHING_TOLD
    _page: Page | None = None

    def __init__(self, parts: Parts) -> None:
        """Bring back what was saved, and show the home page."""
        self.parts, self._collector = parts, Collector()
        self.keeper = Keeper(parts.session, parts.saving, parts.now, self.tell_unsaved)
        self.journal = _door(parts)
        self.leaving = Leaving(self, Program)
        self.lock = UnderLock(self)
        self.desk = _desk(self)
        self.chooser = Chooser(self)  # kept here: Qt holds receivers that are no QObject weakly
        self.example = Example(self.desk, lambda: self.keeper.own, lambda: self.page_name)
        self.bench = Bench(parts.look, self.desk, self.chooser)
        self.page_name = self.came_from = HOME
        _join(self)
        self.visit("home")
        tell_found(self)

    @property
    def window(self) -> MainWindow:
        """Return the window."""
        return self.parts.window

    @property
    def presenter(self) -> Presenter | None:
        """Return the presenter of the page of the moment."""
        return self._page.presenter if self._page else None

    def visit(self, page: PageName, about: str = "") -> None:
        """Go to a page; a page without anything to show leads to where it can be begun."""
        draft, engine = self.parts.session.draft, self.parts.engine
        if not draft.begun and page in ("checklist", "review", "result"):
            page = "home"
        if page == "checklist" and draft.at not in steps(draft, engine):
            page = "review"
        if self._page:
            self._page.presenter.close()
        if page != "journal":
            leave_example(self.desk)
        if page != self.page_name:
            self.came_from = self.page_name
        self.page_name, self._about = page, about
        self._page = make_page(self.bench, page, about)
        self.window.show_page(self._page.view)
        self.show_shell()
        if isinstance(self._page.presenter, HomePresenter):
            QTimer.singleShot(0, self._page.view, self._page.presenter.look_ahead)

    def tell(self, key: str, **facts: object) -> None:
        """Show one line above the page, in the language of the moment; without a key, put it away."""
        words = self.parts.speaker.words
        self._told = (key, facts)
        self.window.lines.banner.say(words(key, **facts) if key else "", words("window.close_banner"))

    def tell_unsaved(self, error: AppError | None) -> None:
        """Show that a step is not on disk and why; None: it is there now."""
        if error is None:
            self.tell("")
            return
        if error.code == LockedError.code:
            # After whatever the page says of what was done: this is what must be read.
            QTimer.singleShot(0, self.window, partial(self.tell, "notice.locked"))
            return
        reason = error.facts.get("reason") or Said(self.parts.speaker, f"error.{error.code}", **error.facts)
        self.tell("notice.unsaved", reason=reason)

    def show_shell(self) -> None:
        """Show rail, title and menus as they are now."""
        parts, journal = self.parts, example_in(self.desk) is not None
        self.window.show_state(shell_state(self.page_name, parts.session, parts.speaker, parts.guest, journal))

    def act(self, action: str) -> None:
        """Carry out an entry of a menu."""
        menu, _, entry = action.partition(".")
        if menu == "go":
            self.visit(cast(PageName, entry))
        elif menu == "edit":
            (self.parts.session.undo if entry == "undo" else self.parts.session.redo)()
            self._follow_step()
        elif menu == "view":
            self.chooser.act(entry)
        elif entry in ("quit", "leave", "guest"):
            {"quit": self.window.close, "leave": self.leaving.leave, "guest": self.leaving.receive_guest}[entry]()
        elif entry == "new":
            self.visit("home")
        else:
            if self.page_name not in SHEETS:
                self.visit("result")
            if self.window.page is not None:
                (self.window.page.print_out if entry == "print" else self.window.page.save)()

    def leave_page(self) -> None:
        """Free the page before a change of look or language: styling it anew first would be lost work."""
        focused: QWidget | None = self.window.focusWidget()
        self._focused = focused.objectName() if focused else ""
        if self._page:
            self._page.presenter.close()
            self._page = None
        self.window.put_away_page(detach=True)

    def redress(self) -> None:
        """Show everything anew after a change of look, the keyboard where it was."""
        self.window.fit()
        if self.window.lines.banner.words:
            self.tell(self._told[0], **self._told[1])
        self.visit(self.page_name, self._about)
        focused: QWidget | None = self.window.findChild(QWidget, self._focused) if self._focused else None
        if focused is not None:
            focused.setFocus()

    def close(self) -> None:
        """Keep the window's place, stop all work, free the page; of a guest, let go of everything."""
        if self._closed:
            return
        self._closed = True
        place = bytes(self.window.saveGeometry().toHex().data()).decode()
        self.parts.settings.change(place=place)
        if self._page:
            self._page.presenter.close()
        if not self.parts.guest:
            leave_traces(self)
        self.lock.stop()
        self.parts.beside.shutdown()
        self.parts.tasks.shutdown()
        close_example(self.desk)
        self.journal.close()
        _part(self)
        if self.parts.guest:
            erase(self)
        self._collector.stop()

    def _follow_step(self) -> None:
        """Show the step at which something was undone, where that is a step of the checklist."""
        draft = self.parts.session.draft
        if self.page_name in ("checklist", "review") and draft.begun:
            self.visit("checklist" if draft.at in steps(draft, self.parts.engine) else "review")
        elif not draft.begun and self.page_name != "home":
            self.visit("home")


def _door(parts: Parts) -> JournalDoor:
    return JournalDoor(None if parts.guest else parts.folder, parts.now, parts.tasks.run, parts.saving.drawer)


def _desk(program: Program) -> Desk:
    parts = program.parts
    return Desk(
        session=parts.session,
        engine=parts.engine,
        speaker=parts.speaker,
        now=parts.now,
        saved=program.keeper.when,
        later=parts.tasks.run,
        beside=parts.beside.run,
        visit=program.visit,
        tell=program.tell,
        layouts=parts.layouts,
        paper=PrintingPress(parts.window, parts.look, parts.speaker, parts.layouts[STYLES], program.tell),
        letters=parts.letters,
        decode=parts.reader.decode,
        journal=program.journal,
        shelf=parts.shelf,
        came_from=lambda: program.came_from,
        content=parts.content,
        remember=parts.settings.change,
        receive_guest=program.leaving.receive_guest,
        ring=parts.ring,
        guest=parts.guest,
        lock=program.lock.sign,
    )


def _join(program: Program) -> None:
    parts, window, chooser = program.parts, program.window, program.chooser
    if parts.guest:
        keep_no_places()
    window.action_requested.connect(program.act)
    window.closing.connect(program.close)
    window.lines.example.end_requested.connect(program.example.end)
    window.lines.guest.leave_requested.connect(program.leaving.leave)
    window.rail.page_requested.connect(program.visit)
    window.rail.language_requested.connect(chooser.other_language)
    window.rail.theme_requested.connect(chooser.other_theme)
    window.rail.scale_requested.connect(chooser.next_scale)
    parts.wardrobe.changing.connect(program.leave_page)
    parts.wardrobe.changed.connect(program.redress)
    parts.session.listen(program.show_shell)


def _part(program: Program) -> None:
    """Let go of what outlives a program: the looks are those of the guest after it as well."""
    wardrobe = program.parts.wardrobe
    wardrobe.changing.disconnect(program.leave_page)
    wardrobe.changed.disconnect(program.redress)
    program.leaving.stop()
