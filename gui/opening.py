"""Opens the window with what can be had at once: settings, looks, and the home page as it was last time.

Imports nothing of the model: what is loaded here is what the first picture waits for (see tests/benchmarks). So the
states that it shows are named tuples, whose classes are made in a quarter of the time that dataclasses take.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_cache_path, user_data_path

from core.journal.names import has_lock
from gui.main_window import MainWindow
from gui.pages.home.view import HomeView
from gui.remembered import recall
from gui.settings import SettingsFile
from gui.theme.look import Look, LookFiles
from gui.theme.tokens import latin_in, palettes_of
from gui.wardrobe import Wardrobe

NAME = "disburse-check"


class Folders(NamedTuple):
    """Where things lie; ``guest`` says that none of these places may be written to, and nothing of the user's is read.

    A copy of checked content in the cache is used by a guest as well: it holds nothing of anybody's.
    """

    content: Path
    resources: Path
    data: Path
    cache: Path | None
    guest: bool = False

    @property
    def own(self) -> Path | None:
        """Return where the user's own things lie; a guest has no such place."""
        return None if self.guest else self.data

    @property
    def remembered(self) -> Path | None:
        """Return where the last home page lies, which tells how far the user's check had come; None for a guest."""
        return None if self.guest else self.cache


class Opened(NamedTuple):
    """The window, and what it stands on."""

    window: MainWindow
    look: Look
    wardrobe: Wardrobe
    settings: SettingsFile
    language: str


def usual_folders(content: Path | None = None, guest: bool = False) -> Folders:
    """Return where things lie on this machine, with the program's own content unless another is given."""
    return Folders(
        content or folder_of("content"),
        folder_of("resources"),
        user_data_path(NAME, appauthor=False),
        user_cache_path(NAME),
        guest,
    )


def folder_of(package: str) -> Path:
    """Return where a package of data lies: as importlib.resources says, without the first picture waiting for that."""
    found = find_spec(package)
    places = found.submodule_search_locations if found is not None else None
    if not places:
        raise ModuleNotFoundError(package)
    return Path(places[0])


def open_window(folders: Folders, system_language: str) -> Opened:
    """Return the window, not yet shown, with the home page of the last time if there is one."""
    settings = SettingsFile(folders.own)
    language = settings.now.language or system_language
    look = Look(looks_of(folders.resources))
    look.latin_first = latin_in(language)
    wardrobe = Wardrobe(look, settings.now)
    window = MainWindow(look, wardrobe)
    locked = folders.own is not None and has_lock(folders.own)
    if remembered := recall(folders.remembered, language, locked):
        shell, home = remembered
        window.show_state(shell)
        view = HomeView(look)
        view.show_state(home)
        window.show_page(view)
    return Opened(window, look, wardrobe, settings, language)


def looks_of(resources: Path) -> LookFiles:
    """Return what resources hold for the looks."""
    themes = resources / "themes"
    icons = {icon.stem: icon.read_text("utf-8") for icon in (resources / "icons").glob("*.svg")}
    return LookFiles(
        palettes_of((themes / "tokens.json").read_text("utf-8")), (themes / "window.qss").read_text("utf-8"), icons
    )
