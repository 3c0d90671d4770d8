"""The network page."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.pages.base import PageObject, until
from tests.pages.finding import is_shown, names


class NetworkPage(PageObject):
    """Hosts to write, the button that goes online, what was found."""

    @property
    def hosts(self) -> list[str]:
        """Return what is written in the list."""
        return [self._line(row).text() for row in self.rows]

    @property
    def rows(self) -> list[str]:
        """Return the ids of the lines."""
        return names(self._page, r"network-host-(h\d+)")

    def write(self, *hosts: str) -> None:
        """Put these in place of the whole list."""
        for row in self.rows:
            self._click(f"network-remove-{row}")
        for host in hosts:
            self._click("network-add")
            self._type(self._line(self.rows[-1]), host)

    def rounds(self, number: object) -> None:
        """Say how many rounds to make."""
        self._type(self._find(QLineEdit, "network-rounds"), str(number))

    def start(self) -> None:
        """Go online."""
        self._click("network-start")

    def cancel(self) -> None:
        """Stop."""
        self._click("network-cancel")

    @property
    def running(self) -> bool:
        """Return whether a probe can be stopped."""
        return self._find(QPushButton, "network-cancel").isEnabled()

    def wait(self) -> NetworkPage:
        """Wait until the probe is over."""
        until(lambda: self._program.parts.beside.idle, seconds=60)
        return self

    def verdict(self, host: int) -> str:
        """Return the verdict on a host, counted from 1."""
        return self._says(f"network-verdict-{host}")

    def figures(self, host: int) -> str:
        """Return the lines about a host."""
        return self._says(f"network-lines-{host}")

    @property
    def status(self) -> str:
        """Return how far it is."""
        return self._says("network-status")

    def error(self, row: str) -> str:
        """Return what is wrong with a line."""
        return self._says(f"network-error-{row}")

    @property
    def can_take(self) -> bool:
        """Return whether there is an answer to take over."""
        return is_shown(self._page, "network-take") and self._find(QPushButton, "network-take").isEnabled()

    def take(self) -> None:
        """Take the answer over."""
        self._click("network-take")

    def go(self) -> None:
        """See the question in the checklist."""
        self._click("network-go")

    def _line(self, row: str) -> QLineEdit:
        return self._find(QLineEdit, f"network-host-{row}")

    def _type(self, field: QLineEdit, words: str) -> None:
        field.setFocus()
        field.selectAll()
        field.insert(words)
