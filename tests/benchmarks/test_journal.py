"""How long the journal takes with 100,000 assessments, open and locked: one table, and nothing judged.

Run with ``python dev.py bench``. Times are by the clock on the wall, for most of them wait for the disk. In brackets:
what was hoped for. Filling it takes a minute.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from core.estimate.model import Model
from core.journal import vault
from core.journal.find import Query, find
from core.journal.journal import Journal
from core.journal.records import AssessmentRecord, CauseSummary, ResultSummary
from core.learn.study import study
from core.loading.compiled import load_compiled
from core.schema.content import Content
from tests.benchmarks.test_speed import line
from tests.core.learn.worlds import outcomes, world

CONTENT = Path(__file__).parents[2] / "content"
MANY, AT_ONCE = 100_000, 5_000
NOW = dt.datetime(2026, 11, 25, 12, 0)
PASSPHRASE = "vier gelbe Enten"


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of one call, by the clock on the wall."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


class Borrowers:
    """Makes assessments that answer about as many questions as people do."""

    def __init__(self, content: Content) -> None:
        self.stream = random.Random(1)
        self.options = {name: [o.id for o in q.options] for name, q in content.questions.items() if q.options}
        self.several = {name for name, q in content.questions.items() if q.kind == "several"}
        self.causes = list(content.causes)

    def one(self, number: int) -> AssessmentRecord:
        stream = self.stream
        said = {name: self.answer(name) for name in self.options if stream.random() < 0.6}
        causes = [CauseSummary(id=name, blocker=0.1) for name in stream.sample(self.causes, 8)]
        band = stream.choice(["low", "moderate", "elevated", "high"])
        return AssessmentRecord.model_validate(
            {
                "uid": f"{number:032x}",
                "day": dt.date(2020, 1, 1) + dt.timedelta(number % 2500),
                "changed": NOW,
                "answers": said,
                "result": ResultSummary.model_validate({"band": band, "arrives": 0.8, "causes": causes}),
            }
        )

    def answer(self, name: str) -> str | list[str]:
        options = self.options[name]
        return self.stream.sample(options, 2) if name in self.several else self.stream.choice(options)


@pytest.fixture(scope="module")
def borrowers() -> Borrowers:
    return Borrowers(load_compiled(CONTENT, None).content)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, borrowers: Borrowers) -> Path:
    place = tmp_path_factory.mktemp("many")
    journal = Journal(place, lambda: NOW)
    journal.open()
    for start in range(0, MANY, AT_ONCE):
        journal.store.put(*(borrowers.one(start + number) for number in range(AT_ONCE)))
    journal.close()
    return place


def test_the_journal(folder: Path, borrowers: Borrowers) -> None:
    print(f"\nJournal with {MANY:,} assessments, {(folder / 'journal.db').stat().st_size / 1e6:,.0f} MB")
    journal = Journal(folder, lambda: NOW)
    _measure("open", journal, borrowers, journal.open)
    line("a copy", timed(journal.keep_copy), "ms")
    shutil.rmtree(folder / "copies")
    line("putting the lock on", timed(lambda: vault.lock(journal, PASSPHRASE)) / 1000, "s")
    journal.close()
    journal.open()
    _measure("locked", journal, borrowers, lambda: vault.unlock(journal, PASSPHRASE))
    journal.close()


def _measure(kind: str, journal: Journal, borrowers: Borrowers, opening: Callable[[], object]) -> None:
    line(f"{kind}: open and show the first page", timed(opening) + timed(lambda: _page(journal, ())), "ms", "< 200")
    stream, searches = borrowers.stream, []
    for number in range(100):
        names = stream.sample(list(borrowers.options), number % 4 + 1)
        terms = tuple(f"{name}={stream.choice(borrowers.options[name])}" for name in names)
        searches.append(timed(partial(_page, journal, terms)))
    searches.sort()
    line(f"{kind}: search, median", searches[50], "ms")
    line(f"{kind}: search, slowest of 100", searches[-1], "ms", "< 100")
    record, saves = borrowers.one(7), []
    for _ in range(400):
        name = stream.choice(list(borrowers.options))
        record = record.model_copy(update={"answers": {**record.answers, name: borrowers.answer(name)}})
        saves.append(timed(partial(journal.store.put, record)))
    saves.sort()
    line(f"{kind}: save an answer, median", saves[200], "ms")
    line(f"{kind}: save an answer, 95th percentile", saves[380], "ms", "< 20")


def _page(journal: Journal, terms: tuple[str, ...]) -> object:
    return find(journal.store, Query("assessment", terms))


def test_learning() -> None:
    model = Model.of(load_compiled(CONTENT, None).content)
    print("\nLearning")
    for count in (100, 1000):
        told, _ = world(model, count, seed=1)
        line(
            f"from {count} outcomes, judged on those held out", timed(partial(study, model, outcomes(told))) / 1000, "s"
        )
