"""Finds controls by their object names among what is on the screen."""

from __future__ import annotations

import re
from typing import TypeVar

from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QWidget)


def shown(within: QWidget, kind: type[Kind], name: str) -> Kind:
    """Return the one control of a name that can be seen; parts that wait to be freed do not count."""
    found = [widget for widget in within.findChildren(kind, name) if widget.isVisibleTo(within)]
    assert len(found) == 1, f"{len(found)} controls named {name} are shown"
    return found[0]


def is_shown(within: QWidget, name: str) -> bool:
    """Return whether a control can be seen."""
    return any(widget.isVisibleTo(within) for widget in within.findChildren(QWidget, name))


def names(within: QWidget, pattern: str) -> list[str]:
    """Return what the pattern's group catches in the names of the controls shown, in order and once each."""
    found = [
        match[1]
        for widget in within.findChildren(QWidget)
        if (match := re.fullmatch(pattern, widget.objectName())) and widget.isVisibleTo(within)
    ]
    return list(dict.fromkeys(found))
