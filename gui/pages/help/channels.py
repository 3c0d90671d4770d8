"""Places to turn to on the screen: a large number with a button that copies it, and a remark where it is unproven."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper
from PySide6.QtWidgets import QWidget

from gui.pages.help.state import ChannelLine
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import button
from gui.widgets.chips import Chips, Remark
from gui.widgets.layouts import Flow, Item, column
from gui.widgets.text import Chip, text


class ChannelView(QWidget):
    """One place; ``at`` says where on the page it stands, for a place may stand there more than once."""

    def __init__(self, channel: ChannelLine, at: str, copies: QSignalMapper, look: Look, role: str = "small") -> None:
        """Build it; ``role`` is that of its small print."""
        super().__init__()
        name = f"{at}-{channel.id}"
        parts: list[Item] = [text(channel.name, "strong")]
        if channel.number:
            copy = button(f"help-copy-{name}", channel.copy, "small", heard=channel.copy_heard)
            copies.setMapping(copy, channel.id)
            copy.clicked.connect(copies.map)
            parts.append(Flow([Chip(channel.number, "heading", f"help-number-{name}"), copy]))
        if channel.remark:
            parts.append(Chips(look, f"help-remark-{name}", [Remark(channel.remark)], channel.name))
        self.setLayout(column(*parts, text(channel.purpose, role), space=Space.XS))
