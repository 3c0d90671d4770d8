"""What the user chooses about the program itself, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.settings import Settings
from gui.theme.tokens import latin_in

if TYPE_CHECKING:
    # Only for the type: the two need each other.
    from gui.program import Program


class Chooser:
    """What the user chooses about the program itself."""

    def __init__(self, program: Program) -> None:
        """Choose for a program."""
        self._program, self._parts = program, program.parts

    def settings(self) -> Settings:
        """Return the choices of the moment."""
        return self._parts.settings.now

    def choose(self, setting: str, value: str) -> None:
        """Make a choice; it takes effect at once."""
        self._program.leave_page()
        changed = self._parts.settings.change(**{setting: int(value) if setting == "scale" else value})
        if setting == "language":
            self._parts.speaker.use(value)
            self._parts.wardrobe.wear(changed, latin=latin_in(value))
        else:
            self._parts.wardrobe.wear(changed)
        self._program.redress()

    def forget(self) -> None:
        """Remove from the disk whatever may hold an answer."""
        self._parts.saving.forget()

    def where(self) -> str:
        """Return where the answers lie."""
        return str(self._parts.folder)

    def act(self, entry: str) -> None:
        """Carry out an entry of the menu "view"."""
        wardrobe = self._parts.wardrobe
        scales = {"larger": wardrobe.next_scale(1), "smaller": wardrobe.next_scale(-1), "normal": 100}
        if entry in scales:
            self.choose("scale", str(scales[entry]))
        elif entry == "theme":
            self.choose("theme", "light" if self._parts.look.theme == "dark" else "dark")
        else:
            codes = list(self._parts.speaker.names)
            place = codes.index(self._parts.speaker.code)
            self.choose("language", codes[(place + 1) % len(codes)])

    def next_scale(self, step: int) -> None:
        """Make the text a step larger or smaller."""
        self.act("larger" if step > 0 else "smaller")

    def other_language(self) -> None:
        """Speak the next language."""
        self.act("language")

    def other_theme(self) -> None:
        """Wear the other theme."""
        self.act("theme")
