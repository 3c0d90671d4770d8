"""Chinese by the letters of its sounds: full pinyin and first letters, for people whose keyboard has no Chinese."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate


class Sounds:
    """The sounds of one text, sign by sign; what is not Chinese stands for itself."""

    def __init__(self, text: str) -> None:
        """Take the text; the sound of a sign depends on its neighbours."""
        # Loaded here because it costs as much as the bare window; only a search in Latin letters needs it.
        from pypinyin import lazy_pinyin

        # Signs without a sound come as runs, and are taken apart again.
        sounds = lazy_pinyin(text, errors=list)  # type: ignore[arg-type]  # takes a list too
        self._starts = list(accumulate((len(sound) for sound in sounds), initial=0))
        self._full = "".join(sounds).casefold()
        self._first = "".join(sound[:1] for sound in sounds).casefold()
        self._place = {start: number for number, start in enumerate(self._starts)}

    def find(self, letters: str, fewest: int = 2) -> tuple[int, int] | None:
        """Return the first place, as (start, end) in the text, whose sounds are written with these letters.

        Args:
            letters: Small Latin letters: full pinyin, of which the last syllable may be unfinished, or first letters.
            fewest: First letters count only from so many on: two letters fit almost anywhere in a long text.
        """
        return self._by_sound(letters) or (self._by_first(letters) if len(letters) >= fewest else None)

    def _by_sound(self, letters: str) -> tuple[int, int] | None:
        at = self._full.find(letters)
        while at >= 0:
            if at in self._place:
                return self._place[at], bisect_right(self._starts, at + len(letters) - 1)
            at = self._full.find(letters, at + 1)
        return None

    def _by_first(self, letters: str) -> tuple[int, int] | None:
        at = self._first.find(letters)
        return (at, at + len(letters)) if at >= 0 else None
