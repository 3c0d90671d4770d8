"""The list of hosts on the screen: a field for each, why it is there, and what is wrong with it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSignalMapper, Signal
from PySide6.QtWidgets import QWidget

from gui.pages.network.state import HostRow, HostsState
from gui.questions.answers import LineField
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, WrappingButton
from gui.widgets.layouts import Card, Flow, column, row
from gui.widgets.text import Text


class HostsCard(Card):
    """The list.

    Signals:
        typed (str, str): A line, and what stands in it now.
        left (str), remove_requested (str): A line was left; a line is to go.
        add_requested (), restore_requested (): One more line; the proposed ones again.
    """

    typed = Signal(str, str)
    left = Signal(str)
    remove_requested = Signal(str)
    add_requested = Signal()
    restore_requested = Signal()

    def __init__(self) -> None:
        """Build it without a host."""
        super().__init__(name="network-hosts", space=Space.L)
        self._title, self._error = Text("lead"), Text("error", "network-hosts-error")
        self._lines: dict[str, HostLine] = {}
        self._place = column(space=Space.L)
        self._add = WrappingButton("network-add", "small", self.add_requested)
        self._restore = WrappingButton("network-restore", "link", self.restore_requested)
        self._removes, self._lefts = QSignalMapper(self), QSignalMapper(self)
        self._removes.mappedString.connect(self.remove_requested)
        self._lefts.mappedString.connect(self.left)
        for part in (self._title, self._place, self._error, Flow((self._add, self._restore))):
            self.body.addWidget(part) if isinstance(part, QWidget) else self.body.addLayout(part)

    def show_state(self, state: HostsState, enabled: bool) -> None:
        """Show the hosts, in place where they are the same."""
        self._title.say(state.title)
        self._error.say(state.error)
        self._add.say(state.add)
        self._restore.say(state.restore)
        if list(self._lines) != [found.id for found in state.rows]:
            self._rebuild(state.rows)
        for found in state.rows:
            self._lines[found.id].show_row(found, enabled)
        self._add.setEnabled(enabled and state.can_add)
        self._restore.setEnabled(enabled and state.can_restore)

    def take_focus(self) -> None:
        """Put the keyboard on the first line, or where one can be added."""
        first = next(iter(self._lines.values()), None)
        (first.edit if first else self._add).setFocus()

    def point_out(self) -> bool:
        """Put the keyboard on the first line with a mistake; return whether there is one."""
        wrong = [line for line in self._lines.values() if line.wrong]
        if wrong:
            wrong[0].edit.setFocus()
        elif not self._error.isHidden():
            self._add.setFocus()
        return bool(wrong) or not self._error.isHidden()

    def _rebuild(self, rows: tuple[HostRow, ...]) -> None:
        """Build and free lines, and keep the keyboard near where it was."""
        before, focused = list(self._lines), self._focused()
        for gone in [name for name in before if name not in {found.id for found in rows}]:
            self._free(self._lines.pop(gone))
        old = set(self._lines)
        lines = {found.id: self._lines.get(found.id) or self._line(found.id) for found in rows}
        self._lines = lines
        for place, line in enumerate(lines.values()):
            self._place.removeWidget(line)
            self._place.insertWidget(place, line)
        stops = [stop for line in lines.values() for stop in (line.edit, line.remove)]
        for one, other in pairwise([*stops, self._add, self._restore]):
            QWidget.setTabOrder(one, other)
        if before and len(set(lines) - old) == 1:
            lines[rows[-1].id].edit.setFocus()
        elif focused in before and focused not in lines:
            after = [name for name in before[before.index(focused) :] if name in lines]
            (lines[after[0]].edit if after else self._add).setFocus()

    def _line(self, host: str) -> HostLine:
        line = HostLine(host)
        line.typed.connect(self.typed)
        for mapper, signal in ((self._removes, line.remove.clicked), (self._lefts, line.edit.editingFinished)):
            mapper.setMapping(line.remove if mapper is self._removes else line.edit, host)
            signal.connect(mapper.map)
        return line

    def _free(self, line: HostLine) -> None:
        self._place.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _focused(self) -> str:
        return next((name for name, line in self._lines.items() if line.has_keyboard()), "")


class HostLine(QWidget):
    """One host.

    Signals:
        typed (str, str): The line, and what stands in it now.
    """

    typed = Signal(str, str)

    def __init__(self, host: str) -> None:
        """Build it empty; ``host`` ends the names of its parts."""
        super().__init__()
        self._host = host
        self._label, self._why = Text("strong"), Text("small", f"network-why-{host}")
        self._error = Text("error", f"network-error-{host}")
        self.edit, self.remove = LineField(), Button(f"network-remove-{host}", "link")
        self.edit.setObjectName(f"network-host-{host}")
        self.edit.textEdited.connect(self._on_edited)
        self._label.setBuddy(self.edit)
        across = row(self.edit, self.remove)
        across.setStretch(0, 1)
        self.setLayout(column(self._label, across, self._why, self._error, space=Space.XS))

    @property
    def wrong(self) -> bool:
        """Return whether a mistake is told."""
        return bool(self._error.plain)

    def has_keyboard(self) -> bool:
        """Return whether the keyboard is on this line."""
        return self.edit.hasFocus() or self.remove.hasFocus()

    def show_row(self, found: HostRow, enabled: bool) -> None:
        """Show the line."""
        self._label.say(found.label)
        self._why.say(found.why)
        self._error.say(found.error)
        self.edit.show_text(found.text)
        self.edit.setAccessibleName(found.label)
        self.edit.setAccessibleDescription(found.error or found.why)
        self.edit.setEnabled(enabled)
        self.remove.say(found.remove, found.remove_heard)
        self.remove.setEnabled(enabled)

    def _on_edited(self, text: str) -> None:
        self.typed.emit(self._host, text)
