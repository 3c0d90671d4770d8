"""The running program: goes from page to page, keeps the session on disk, follows menus, language and look."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from core.errors import AppError
from core.loading.shelf import Shelved
from gui.bench import Bench, Page, Presenter
from gui.collector import Collector
from gui.decoding.reader import Reader
from gui.desk import Desk
from gui.engine import Engine
from gui.example import Example
from gui.journal_door import JournalDoor
from gui.keeper import Keeper
from gui.main_window import MainWindow
from gui.makers import make_page
from gui.opening import latin_in
from gui.pages.home.presenter import HomePresenter, home_state
from gui.printing.press import STYLES, PrintingPress
from gui.remembered import remember
from gui.route import steps
from gui.saving import Saving
from gui.session import Session
from gui.settings import Settings, SettingsFile
from gui.shell import SHEETS, PageName, shell_state
from gui.speaker import Said, Speaker
from gui.tasks import SideRunner, TaskRunner
from gui.theme.look import Look
from gui.wardrobe import Wardrobe

PAGES: tuple[PageName, ...] = get_args(PageName)


@dataclass(frozen=True)
class Parts:
    """What the program is made of."""

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


HOME: PageName = "home"
NOTHING_TOLD: tuple[str, dict[str, object]] = ("", {})


class Program:
    """Joins the parts."""

    def __init__(self, parts: Parts) -> None:
        """Bring back what was saved, and show the home page."""
        self.parts, self._collector = parts, Collector()
        self.keeper = Keeper(parts.session, parts.saving, parts.now, self.tell_unsaved)
        self._about, self._focused, self._told = "", "", NOTHING_TOLD
        self.journal = JournalDoor(parts.folder, parts.now, parts.tasks.run)
        self.desk = _desk(self)
        self.chooser = Chooser(self)  # kept here: Qt holds receivers that are no QObject weakly
        self.example = Example(self.desk, lambda: self.keeper.own, lambda: self.page_name)
        self.bench = Bench(parts.look, self.desk, self.chooser)
        self.page_name = self.came_from = HOME
        self._page: Page | None = None
        _join(self)
        self.visit("home")
        if notice := self.keeper.notice or ("settings" if parts.settings.damaged else ""):
            self.tell(f"notice.{notice}", file=Path(self.keeper.found.file).name)

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
        self.window.banner.say(words(key, **facts) if key else "", words("window.close_banner"))

    def tell_unsaved(self, error: AppError | None) -> None:
        """Show that a step is not on disk and why; None: it is there now."""
        if error is None:
            self.tell("")
            return
        reason = error.facts.get("reason") or Said(self.parts.speaker, f"error.{error.code}", **error.facts)
        self.tell("notice.unsaved", reason=reason)

    def show_shell(self) -> None:
        """Show rail, title and menus as they are now."""
        parts = self.parts
        self.window.show_state(shell_state(self.page_name, parts.session, parts.speaker))

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
        elif entry == "quit":
            self.window.close()
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
        if self.window.banner.words:
            self.tell(self._told[0], **self._told[1])
        self.visit(self.page_name, self._about)
        focused: QWidget | None = self.window.findChild(QWidget, self._focused) if self._focused else None
        if focused is not None:
            focused.setFocus()

    def close(self) -> None:
        """Keep the window's place, stop all work, free the page."""
        place = bytes(self.window.saveGeometry().toHex().data()).decode()
        self.parts.settings.change(place=place)
        if self._page:
            self._page.presenter.close()
        _leave_traces(self)
        self.parts.beside.shutdown()
        self.parts.tasks.shutdown()
        self.journal.close()
        self._collector.stop()

    def _follow_step(self) -> None:
        """Show the step at which something was undone, where that is a step of the checklist."""
        draft = self.parts.session.draft
        if self.page_name in ("checklist", "review") and draft.begun:
            self.visit("checklist" if draft.at in steps(draft, self.parts.engine) else "review")
        elif not draft.begun and self.page_name != "home":
            self.visit("home")


def _leave_traces(program: Program) -> None:
    """Remember the home page for the next start; what the user has cleared must not lie in a copy."""
    parts = program.parts
    parts.session.move(program.keeper.own)  # an example ends with the program
    if not parts.session.draft.begun:
        parts.saving.erase()
    shell = shell_state("home", parts.session, parts.speaker)
    remember(parts.cache, parts.speaker.code, shell, home_state((), program.desk))


class Chooser:
    """What the user chooses about the program itself."""

    def __init__(self, program: Program) -> None:
        """Choose for a program."""
        self._program, self._parts = program, program.parts

    def settings(self) -> Settings:
        """Return the choices of the moment."""
        return self._parts.settings.now

    def choose(self, setting: str, value: str) -> None:
        """Make a choice; it takes effect at once."""
        self._program.leave_page()
        changed = self._parts.settings.change(**{setting: int(value) if setting == "scale" else value})
        if setting == "language":
            self._parts.speaker.use(value)
            self._parts.wardrobe.wear(changed, latin=latin_in(value))
        else:
            self._parts.wardrobe.wear(changed)
        self._program.redress()

    def forget(self) -> None:
        """Remove from the disk whatever may hold an answer."""
        self._parts.saving.forget()

    def where(self) -> str:
        """Return where the answers lie."""
        return str(self._parts.folder)

    def act(self, entry: str) -> None:
        """Carry out an entry of the menu "view"."""
        wardrobe = self._parts.wardrobe
        scales = {"larger": wardrobe.next_scale(1), "smaller": wardrobe.next_scale(-1), "normal": 100}
        if entry in scales:
            self.choose("scale", str(scales[entry]))
        elif entry == "theme":
            self.choose("theme", "light" if self._parts.look.theme == "dark" else "dark")
        else:
            codes = list(self._parts.speaker.names)
            place = codes.index(self._parts.speaker.code)
            self.choose("language", codes[(place + 1) % len(codes)])

    def next_scale(self, step: int) -> None:
        """Make the text a step larger or smaller."""
        self.act("larger" if step > 0 else "smaller")

    def other_language(self) -> None:
        """Speak the next language."""
        self.act("language")

    def other_theme(self) -> None:
        """Wear the other theme."""
        self.act("theme")


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
    )


def _join(program: Program) -> None:
    parts, window, chooser = program.parts, program.window, program.chooser
    window.action_requested.connect(program.act)
    window.closing.connect(program.close)
    window.example.end_requested.connect(program.example.end)
    window.rail.page_requested.connect(program.visit)
    window.rail.language_requested.connect(chooser.other_language)
    window.rail.theme_requested.connect(chooser.other_theme)
    window.rail.scale_requested.connect(chooser.next_scale)
    parts.wardrobe.changing.connect(program.leave_page)
    parts.wardrobe.changed.connect(program.redress)
    parts.session.listen(program.show_shell)
