"""How many rounds are wanted, while it is typed. No Qt."""

from __future__ import annotations

from dataclasses import replace

from core.errors import AppError
from core.measure.settings import MOST_ROUNDS, BadRoundsError, ProbeSettings
from gui.pages.network.kept import Memory

SHOWN = 20
"""So many signs of a number that is none are told."""


class Rounds:
    """The number of rounds with every host."""

    def __init__(self, memory: Memory, settings: ProbeSettings) -> None:
        """Take the memory and the number that the content proposes."""
        self._memory, self._settings = memory, settings

    @property
    def text(self) -> str:
        """Return what is typed."""
        return self._memory.now.rounds

    @property
    def number(self) -> int | None:
        """Return the number that is typed; None while it is none, or not one the probe makes."""
        return None if self._wrong() else int(self.text)

    def type(self, text: str) -> None:
        """Keep what is being typed; a mistake is told when the field is left."""
        self._memory.keep(replace(self._memory.now, rounds=text, rounds_checked=False))

    def check(self) -> bool:
        """Return whether so many rounds can be made; otherwise the mistake is told from now on."""
        self._memory.keep(replace(self._memory.now, rounds_checked=True))
        return self.number is not None

    @property
    def error(self) -> AppError | None:
        """Return what is wrong, once it was checked."""
        return self._wrong() if self._memory.now.rounds_checked else None

    def _wrong(self) -> AppError | None:
        try:
            self._settings.asking(int(self.text))
        except BadRoundsError as error:
            return error
        except ValueError:
            return BadRoundsError(found=self.text.strip()[:SHOWN], low=1, high=f"{MOST_ROUNDS:,}")
        return None
