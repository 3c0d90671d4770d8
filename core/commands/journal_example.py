"""``disburse-check journal list --example``: what a journal holds, shown with made-up people, in memory alone."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.assess import ROAD_ONLY, Assessor
from core.commands.journal import Wanted, store_as_data, store_as_text
from core.commands.workplace import Workplace
from core.journal.journal import Journal
from core.journal.sample import sample_records
from core.journal.store import Store
from core.library.cases import Cases


def example_as_text(place: Workplace, now: Callable[[], dt.datetime], wanted: Wanted) -> str:
    """Return that it is an example, then a line for each record."""
    with _example(place, now) as store:
        return f"{place.language.words('journal.example')}\n{store_as_text(place, store, wanted)}"


def example_as_json(place: Workplace, now: Callable[[], dt.datetime], wanted: Wanted) -> str:
    """Return the records, marked as those of an example."""
    with _example(place, now) as store:
        return json.dumps({"example": True, "records": store_as_data(store, wanted)}, ensure_ascii=False, indent=2)


@contextmanager
def _example(place: Workplace, now: Callable[[], dt.datetime]) -> Iterator[Store]:
    content, files = place.library.content, place.library.shelf.cases
    books, assessor = Cases(place.language, files), Assessor(content)
    cases = {name: books.answers(name) for name in content.library.case if name in files}
    journal = Journal(None, now)
    try:
        journal.open()
        journal.store.put(*sample_records(cases, content, lambda answers: assessor.assess(answers, ROAD_ONLY)))
        yield journal.store
    finally:
        journal.close()
