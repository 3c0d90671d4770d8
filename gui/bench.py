"""What pages are made of, and what a page is once it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from gui.desk import Desk
from gui.settings import Choosing
from gui.theme.look import Look
from gui.widgets.page import PageView


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
class Bench:
    """What the makers of pages take from."""

    look: Look
    desk: Desk
    choosing: Choosing
