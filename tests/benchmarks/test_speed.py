"""How long the arithmetic takes on this machine, for the shipped content: one table, and nothing judged.

Run with ``python dev.py bench``. Every time is the median of several runs, in processor time of this process, so that
other programs on a busy machine do not count. In brackets: what was hoped for.
"""

from __future__ import annotations

import datetime as dt
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.assess import ROAD_ONLY, Assessor, Extent
from core.estimate.columns import Column, columned
from core.estimate.samples import typical_answers
from core.inference.road import arrives, travel
from core.loading.compiled import load_compiled
from core.schema.answers import Answer, Answers, Attempt
from tests.core.inference.bayes_network import failed, network
from tests.core.inference.test_against_pgmpy import CAUSES, random_road

CONTENT = Path(__file__).parents[2] / "content"
AS_OF = dt.date(2026, 9, 24)
PLAN = Extent(plan=True, ranges=False, influence=False, trace=False)
RANGES = Extent(plan=False, ranges=True, influence=False, trace=False)
INFLUENCE = Extent(plan=False, ranges=False, influence=True, trace=False)
MANY = 100_000


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """Return the median time of one call, after one that warms up."""
    work()
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - start))
    return statistics.median(taken)


def line(what: str, value: float, unit: str, hoped: str = "") -> None:
    print(f"  {what:<58}{value:>12,.2f} {unit:<6}{f'[{hoped}]' if hoped else ''}")


@pytest.fixture(scope="module")
def assessor() -> Assessor:
    return Assessor(load_compiled(CONTENT, None).content)


def typical(assessor: Assessor, share: float) -> dict[str, Answer]:
    """Return the likeliest answer to the first ``share`` of the questions."""
    questions = list(assessor.model.content.questions.items())
    some = questions[: round(share * len(questions))]
    return {name: max(typical_answers(question, AS_OF), key=lambda pair: pair[1])[0] for name, question in some}


def test_one_borrower(assessor: Assessor) -> None:
    content = assessor.model.content
    print(
        f"\n\nOne borrower ({len(content.causes)} causes, {len(content.rules)} rules, {len(content.actions)} actions)"
    )
    tries = (Attempt(dt.datetime(2026, 9, 23, 20)), Attempt(dt.datetime(2026, 9, 24, 10)))
    people = {
        "before, nothing answered": Answers(AS_OF),
        "before, half answered": Answers(AS_OF, "before", typical(assessor, 0.5)),
        "after one failure, half answered": Answers(AS_OF, "after", typical(assessor, 0.5), tries[1:]),
        "after two failures, half answered": Answers(AS_OF, "after", typical(assessor, 0.5), tries),
    }
    for name, answers in people.items():
        road = milliseconds(partial(assessor.assess, answers, ROAD_ONLY), 15)
        line(f"{name}: road, shares, posteriors", road, "ms", "5")
        for part, extent, hoped in (("plan", PLAN, "100"), ("ranges", RANGES, "50"), ("influence", INFLUENCE, "")):
            taken = milliseconds(partial(assessor.assess, answers, extent), 5)
            line(f"    and {part}", taken - road, "ms", hoped)
        line("    everything", milliseconds(partial(assessor.assess, answers), 5), "ms")


def test_many_borrowers_in_one_call(assessor: Assessor) -> None:
    stream, columns = np.random.default_rng(20261124), {}
    for name, question in assessor.model.content.questions.items():
        choices = [None, *(answer for answer, _ in typical_answers(question, AS_OF))]
        columns[name] = Column(choices, stream.integers(0, len(choices), MANY))
    print(f"\n{MANY:,} borrowers in one vectorised call, every question a column")
    one = milliseconds(lambda: assessor.assess(Answers(AS_OF, "before", typical(assessor, 1)), ROAD_ONLY), 15)
    for mode in ("before", "after"):
        answers = Answers(AS_OF, mode)

        def chance(answers: Answers = answers) -> Any:
            road = columned(assessor.model, answers, columns, AS_OF, ())
            return arrives(road.strength, road.attempts, road.coming)

        taken = milliseconds(chance, 2)
        line(f"{mode}: all of them", taken, "ms")
        line(f"{mode}: each", 1000 * taken / MANY, "µs")
        line(f"{mode}: faster than one by one", one / (taken / MANY), "times")


def test_against_pgmpy() -> None:
    inference = pytest.importorskip("pgmpy.inference")
    print(f"\nThe same road of {CAUSES} causes, all blockers and posteriors")
    for attempts, name in enumerate(("before", "after one failure")):
        road = random_road(attempts)
        ours = milliseconds(partial(travel, *road), 200)
        engine = inference.VariableElimination(network(*road))
        seen, end = failed(road[1], CAUSES), f"S0.{CAUSES - 1}"

        def ask_all(engine: Any = engine, seen: dict[str, int] = seen, end: str = end, after: int = attempts) -> None:
            engine.query([f"S{after}.{CAUSES - 1}", *([end] if after else [])], seen, show_progress=False)
            for i in range(CAUSES):
                engine.query(list(dict.fromkeys([f"S0.{i}", end])), seen, show_progress=False)
                if after:
                    engine.query([f"C0.{i}", end], seen, show_progress=False)

        theirs = milliseconds(ask_all, 3)
        line(f"{name}: this program", ours, "ms")
        line(f"{name}: pgmpy, variable elimination", theirs, "ms")
        line(f"{name}: ratio", theirs / ours, "times", "1,000")


def test_loading(tmp_path: Path) -> None:
    print("\nLoading the content")
    line("read and checked", milliseconds(lambda: load_compiled(CONTENT, None), 3), "ms")
    line("compiled, from the cache", milliseconds(lambda: load_compiled(CONTENT, tmp_path), 15), "ms", "30")
    content = load_compiled(CONTENT, tmp_path).content
    line("turned into numbers (Assessor)", milliseconds(lambda: Assessor(content), 15), "ms")
