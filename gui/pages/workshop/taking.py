"""Taking part in a workshop: which one, a code word, the items. No Qt.

The code word is in memory until the result is made, and in the result only what it became (core/classroom/words.py).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.classroom.handing_in import Desk as HandingIn
from core.classroom.handing_in import hand_in
from core.classroom.plan import read_plan
from core.classroom.words import workshop_code
from core.errors import AppError
from core.quiz.round import answered, gone, handed_in, of_set, toggled
from gui.desk import Desk
from gui.pages.workshop.kept import Memory, Seat
from gui.pages.workshop.seat_reading import number_of, troubles

Chance = Callable[[int], bytes]
SLIP_BYTES = 8
ENTRIES = ("code", "quiz", "moment", "word", "again")


class Taking:
    """Leads one participant from the code of the workshop to the last item."""

    def __init__(self, desk: Desk, memory: Memory, chance: Chance) -> None:
        """Take what remembers, and where chance comes from."""
        self._desk, self._memory, self._chance = desk, memory, chance

    def type(self, entry: str, words: str) -> None:
        """Keep what is typed or chosen before the first item, one of :data:`ENTRIES`."""
        if entry in ENTRIES and getattr(self._now, entry) != words:
            self._memory.seat(**{entry: words})

    def open_plan(self, path: str) -> None:
        """Take code, set and cases from a plan."""
        try:
            plan = read_plan(Path(path), self._desk.engine.content)
        except AppError as error:
            self._desk.tell(f"error.{error.code}", **error.facts)
            return
        self._memory.seat(code=plan.code, quiz=plan.quiz, cases=plan.cases)

    def begin(self) -> None:
        """Ask the first item, unless something is still missing or wrong."""
        now, content = self._now, self._desk.engine.content
        if troubles(now, self._desk):
            self._memory.seat(tried=True)
            return
        self._memory.seat(
            round=of_set(content.quiz, now.quiz, now.moment), tried=False, typed={}, slip=self._chance(SLIP_BYTES)
        )

    def choose(self, option: str) -> None:
        """Press an option of the item."""
        asked = self._now.round
        if asked is not None:
            self._memory.seat(round=toggled(asked, self._desk.engine.content.quiz, asked.item, option))

    def write(self, words: str) -> None:
        """Type a number; what is none answers nothing."""
        asked = self._now.round
        if asked is not None:
            typed = {**self._now.typed, asked.item: words}
            self._memory.seat(round=answered(asked, asked.item, number_of(words)), typed=typed)

    def step(self, way: int) -> None:
        """Go an item on or back; before the first one, back to the code word."""
        asked = self._now.round
        if asked is not None:
            before = way < 0 and asked.at == 0
            self._memory.seat(round=None if before else gone(asked, asked.at + way))

    def hand_in(self) -> None:
        """Make the result. The answers stay from here on, and the code word is forgotten."""
        now = self._now
        if now.round is None or now.result is not None:
            return
        desk = HandingIn(self._desk.engine.content, workshop_code(now.code), now.slip)
        result = hand_in(desk, now.round, now.word)
        self._memory.seat(round=handed_in(now.round), result=result, word="", again="")

    @property
    def _now(self) -> Seat:
        return self._memory.now.seat
