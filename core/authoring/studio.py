"""One folder that somebody is writing in, read again and again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from core.authoring.findings import problems_in
from core.catalogue import Catalogue
from core.errors import Problem
from core.loading.files import Snapshot, take_snapshot
from core.loading.library import ExtraCheck
from core.loading.sketch import Sketch, sketch_of
from core.loading.texts import texts_of


class Studio:
    """Reads a folder, and remembers the last readable state of each of its files.

    Touched by one thread at a time. ``spare`` is a folder without mistakes: the program's own.
    """

    def __init__(self, folder: Path, spare: Path) -> None:
        """Take the folders; nothing is read yet."""
        self.folder, self._spare_folder = folder, spare
        self._good: dict[str, bytes] = {}
        self._own: dict[str, Catalogue] = {}
        self.snapshot = Snapshot({}, ())

    def read(self) -> Sketch:
        """Return what the folder holds now, as far as it can be read.

        Raises:
            ContentError: It is no content folder, and nothing stands in for what is missing.
        """
        self.snapshot = take_snapshot(self.folder, shelf=True)
        sketch = sketch_of(self.snapshot, {**self._spare.files, **self._good})
        self._good |= {name: raw for name, raw in self.snapshot.files.items() if name not in sketch.stand_ins}
        return sketch

    def problems(
        self, today: dt.date, checks: Sequence[ExtraCheck], stopped: Callable[[], bool] = lambda: False
    ) -> tuple[Problem, ...]:
        """Return every mistake in what was read last."""
        return problems_in(self.snapshot, today, checks, stopped)

    def own(self, language: str) -> Catalogue:
        """Return the program's own words in a language; in one that it does not speak, those of its first."""
        if language not in self._own:
            code = language if language in self._spare.languages else self._spare.languages[0]
            self._own[language] = Catalogue(code, texts_of(self._spare, code).words)
        return self._own[language]

    @cached_property
    def _spare(self) -> Snapshot:
        return take_snapshot(self._spare_folder)
