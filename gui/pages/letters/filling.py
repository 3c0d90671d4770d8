"""What is typed into letters: it lives in the page's memory alone, and is written nowhere but where it is saved. No Qt.

A field that several letters ask for is typed once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from core.letters.fields import FieldText
from gui.desk import Desk
from gui.typed import day_in

PAGE = "letters"


@dataclass(frozen=True, slots=True)
class Typed:
    """Field -> what stands in it; ``checked`` are the fields whose mistakes are to be told."""

    texts: Mapping[str, str] = field(default_factory=dict)
    checked: frozenset[str] = frozenset()


class Filling:
    """Takes letters, and says what of them can be used."""

    def __init__(self, desk: Desk, show: Callable[[], None]) -> None:
        """Take the place that outlives the page, and what shows it after a change."""
        self._desk, self._show = desk, show

    @property
    def now(self) -> Typed:
        """Return what stands in the fields."""
        kept = self._desk.memory.get(PAGE)
        return kept if isinstance(kept, Typed) else Typed()

    def put(self, name: str, text: str) -> None:
        """Keep what is being typed; a mistake is told when the field is left."""
        now = self.now
        self._keep(replace(now, texts={**now.texts, name: text}, checked=now.checked - {name}))

    def leave(self, name: str) -> None:
        """Check what was typed."""
        self._keep(replace(self.now, checked=self.now.checked | {name}))

    def usable(self, fields: Sequence[FieldText]) -> dict[str, str]:
        """Return what letters can take, days as they are told to them; mistakes are left out."""
        found = {one.id: self._plain(one) for one in fields if not self._mistake(one)}
        return {name: text for name, text in found.items() if text}

    def error(self, one: FieldText) -> str:
        """Return what is wrong with a field once it was left; nothing for none."""
        return self._mistake(one) if one.id in self.now.checked else ""

    def _plain(self, one: FieldText) -> str:
        text = self.now.texts.get(one.id, "").strip()
        day = day_in(text, self._desk.now().date()) if one.kind == "date" else None
        return f"{day}" if day else text

    def _mistake(self, one: FieldText) -> str:
        words, text = self._desk.speaker.words, self._plain(one)
        today = self._desk.now().date()
        if one.kind == "date" and text and day_in(text, today) is None:
            return words("checklist.error.day", example=f"{today}")
        # As the letter counts: blanks between words once.
        too_long = len(" ".join(text.split())) > one.longest
        return words("writing.too_long", longest=one.longest) if too_long else ""

    def _keep(self, kept: Typed) -> None:
        self._desk.memory[PAGE] = kept
        self._show()
