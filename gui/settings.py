"""What the user chose about the program itself, in a small JSON file."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple, Protocol

from core.errors import AppError
from core.files import put_aside, write_whole
from gui.theme.tokens import LARGEST_SCALE, SMALLEST_SCALE

ThemeChoice = Literal["system", "light", "dark"]
THEME_CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark")
FILE = "settings.json"


class Settings(NamedTuple):
    """The choices.

    Attributes:
        place: The window's geometry as Qt wrote it, in hexadecimal.
        author: The content folder that is being written; empty for the one in use.
    """

    language: str = ""
    theme: ThemeChoice = "system"
    scale: int = 100
    place: str = ""
    author: str = ""


class SettingsFile:
    """Keeps the settings. What cannot be read is the default; what cannot be written holds until the end."""

    def __init__(self, folder: Path | None, now: Settings | None = None) -> None:
        """Read what is there; without a folder, as for a guest, ``now`` or the default holds until the end."""
        self._file = folder / FILE if folder else None
        self.damaged = False
        self.now = self._read(self._file) if self._file else now or Settings()

    def change(self, **changes: Any) -> Settings:
        """Change some and write all, where there is a place for it; return them."""
        self.now = self.now._replace(**changes)
        if self._file is None:
            return self.now
        with suppress(OSError, AppError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(self.now._asdict(), indent=1) + "\n")
        return self.now

    def _read(self, file: Path) -> Settings:
        try:
            data = json.loads(file.read_bytes())
            return _checked(data)
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):
            self.damaged = True
            put_aside(file)
            return Settings()


def _checked(data: dict[str, Any]) -> Settings:
    """Return the settings in a file; keys of a newer program are passed over, values out of range are the default."""
    theme = data.get("theme")
    scale = data.get("scale")
    fits = isinstance(scale, int) and not isinstance(scale, bool) and SMALLEST_SCALE <= scale <= LARGEST_SCALE
    return Settings(
        language=str(data.get("language", "")),
        theme=theme if theme in THEME_CHOICES else "system",
        scale=scale if fits and isinstance(scale, int) else 100,
        place=str(data.get("place", "")),
        author=str(data.get("author", "")),
    )


class Choosing(Protocol):
    """What can be chosen about the program, and what is."""

    def settings(self) -> Settings:
        """Return the choices of the moment."""

    def choose(self, setting: str, value: str) -> None:
        """Make a choice; it takes effect at once."""

    def forget(self) -> None:
        """Remove from the disk whatever may hold an answer."""

    def where(self) -> str:
        """Return where the answers lie."""
