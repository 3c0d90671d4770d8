"""The front door: a window alone, with another content or for a guest, the tour, else the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

WINDOW, TOUR, CONTENT, GUEST = "window", "tour", "--content", "--guest"
ITS_FOLDER = 2
"""So many words are ``--content`` and its folder; with more behind them a command was meant, and is told as such."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Start what was asked for and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    window = [word for word in given if word != GUEST]
    if window and window[0] not in (WINDOW, TOUR) and not (window[0] == CONTENT and len(window) <= ITS_FOLDER):
        # Loaded here because the window does not need it, nor it the window.
        from core.cli import main as command_line

        return command_line(given)
    if window and window[0] == TOUR:
        # Before Qt is loaded, which happens here because the command line must work where it is not installed.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from gui.tour import tour_command

        return tour_command(window[1:])
    guest = GUEST in given
    # Nor are Python's own copies of the code written while a guest is here.
    sys.dont_write_bytecode = sys.dont_write_bytecode or guest
    # Loaded here for the same reason.
    from gui.binding import load_qt

    load_qt()
    from gui.start import start, start_guest

    content = _content_in(window)
    return start_guest(content) if guest else start(content)


def _content_in(given: Sequence[str]) -> Path | None:
    """Return the folder after ``--content``; no parser is loaded for one word, since start-up waits for it."""
    place = given.index(CONTENT) + 1 if CONTENT in given else len(given)
    return Path(given[place]) if place < len(given) else None


if __name__ == "__main__":
    sys.exit(main())
