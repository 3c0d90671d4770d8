"""The list of hosts while it is edited. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.commands.probe import NoTargetsError
from core.errors import AppError
from core.measure.probe_targets import MOST_TARGETS, parse_target
from core.measure.settings import ProbeSettings
from gui.pages.network.kept import Memory, Row, proposed


class Hosts:
    """Takes letters and clicks; what is typed lives in the page's memory alone."""

    def __init__(self, memory: Memory, settings: ProbeSettings) -> None:
        """Take the memory and what the content proposes."""
        self._memory, self._settings = memory, settings

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the lines in order."""
        return self._memory.now.rows

    @property
    def texts(self) -> list[str]:
        """Return what is to be asked; empty lines are passed over."""
        return [row.text for row in self.rows if row.text.strip()]

    def type(self, row: str, text: str) -> None:
        """Keep what is being typed; a mistake is told when the field is left."""
        self._keep(tuple(replace(found, text=text, checked=False) if found.id == row else found for found in self.rows))

    def leave(self, row: str) -> None:
        """Check what was typed."""
        self._keep(tuple(replace(found, checked=True) if found.id == row else found for found in self.rows))

    def remove(self, row: str) -> None:
        """Take a host off the list."""
        self._keep(tuple(found for found in self.rows if found.id != row))

    def add(self) -> None:
        """Add an empty line."""
        if len(self.rows) < MOST_TARGETS:
            number = max((int(row.id[1:]) for row in self.rows), default=0) + 1
            self._keep((*self.rows, Row(f"h{number}", "")))

    def restore(self) -> None:
        """Bring the proposed list back."""
        self._keep(proposed(self._settings.hosts))

    def check(self) -> bool:
        """Return whether all can be asked; otherwise every mistake is told from now on."""
        self._keep(tuple(replace(row, checked=True) for row in self.rows), tried=True)
        return not self.error and not any(self.errors())

    @property
    def error(self) -> AppError | None:
        """Return that there is nobody to ask, once that was wanted."""
        return NoTargetsError() if self._memory.now.tried and not self.texts else None

    def errors(self) -> Iterator[tuple[str, AppError]]:
        """Yield the lines that were checked and name no place, each with what is wrong."""
        for row in self.rows:
            error = wrong(row) if row.checked else None
            if error:
                yield row.id, error

    def _keep(self, rows: tuple[Row, ...], tried: bool = False) -> None:
        self._memory.keep(replace(self._memory.now, rows=rows, tried=tried))


def wrong(row: Row) -> AppError | None:
    """Return what is wrong with a line; an empty one is passed over and is no mistake."""
    try:
        if row.text.strip():
            parse_target(row.text)
    except AppError as error:
        return error
    return None
