"""Finds the maker of a page: ``gui/pages/<page>/making.py``. A new page needs no line here."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from gui.bench import Bench, Page
from gui.pages.home.making import make as make_home
from gui.shell import PageName

Make = Callable[[Bench, str], Page]


def make_page(bench: Bench, page: PageName, about: str = "") -> Page:
    """Return a new page; ``about`` is the cause to explain.

    Every page but home is loaded when it is first opened: start-up must not wait for it. The result alone brings the
    templates of reports, which cost half as much as a bare window.
    """
    return make_home(bench, about) if page == "home" else maker_of(page)(bench, about)


def maker_of(page: PageName) -> Make:
    """Return what makes a page."""
    return cast(Make, import_module(f"gui.pages.{page}.making").make)
