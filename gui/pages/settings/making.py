"""Makes the settings."""

from __future__ import annotations

from gui.bench import Bench, Page
from gui.pages.settings.presenter import SettingsPresenter
from gui.pages.settings.view import SettingsView


def make(bench: Bench, _about: str) -> Page:
    """Return the page: a view, its presenter, and the signals that join them."""
    view = SettingsView(bench.look)
    presenter = SettingsPresenter(view, bench.desk, bench.choosing)
    view.chosen.connect(presenter.choose)
    view.author_requested.connect(presenter.write)
    view.erase_requested.connect(presenter.erase)
    return Page(view, presenter)
