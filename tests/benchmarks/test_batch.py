"""A file of a million borrowers: rows per second, peak memory, and how much faster than one by one.

Run with ``python dev.py bench``. Times are processor time of all threads, so that other programs do not count. The
plain loop is spared what the batch has to do, too: its answers have been read before the clock starts.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import pytest

from core.assess import ROAD_ONLY, Assessor
from core.batch.cells import answer_in
from core.loading.compiled import load_compiled
from core.schema.answers import Answers, Attempt
from core.schema.content import Content
from tests.benchmarks.people import AS_OF, write_people
from tests.benchmarks.test_speed import line

ROOT = Path(__file__).parents[2]
MILLION, TENTH, SAMPLE = 1_000_000, 100_000, 1000
CHILD = """
import json, resource, sys, time
from core.cli import main
start = time.perf_counter()
code = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps([code, used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024]))
"""


@pytest.fixture(scope="module")
def content() -> Content:
    return load_compiled(ROOT / "content", None).content


def run(source: Path, out: Path) -> tuple[float, float, float]:
    """Return processor seconds, seconds and peak megabytes of a run in a process of its own."""
    command = [sys.executable, "-c", CHILD, "batch", str(source), str(out), "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    counts, used = map(json.loads, done.stdout.splitlines())
    assert (used[0], counts["rejected"]) == (0, 0)
    return used[1], used[2], used[3]


def test_a_million_borrowers(content: Content, tmp_path: Path) -> None:
    pytest.importorskip("resource")
    source = tmp_path / "people.csv"
    write_people(source, content, TENTH)
    _, _, little = run(source, tmp_path / "out.csv")
    write_people(source, content, MILLION)
    print(f"\n\n{MILLION:,} borrowers in a CSV file of {source.stat().st_size / 1e6:,.0f} MB, 3 of 10 after a failure")
    processor, seconds, memory = run(source, tmp_path / "out.csv")
    line("rows in a second of processor time", MILLION / processor, "")
    line("rows in a second by the clock, as the machine was", MILLION / seconds, "")
    line("peak memory", memory, "MB")
    line(f"peak memory for {TENTH:,}", little, "MB")
    loop = one_by_one(source, content)
    line("a plain loop over assess, each", 1e6 * loop, "µs")
    line("the batch, each", 1e6 * processor / MILLION, "µs")
    line("faster than the loop", loop / (processor / MILLION), "times")


def one_by_one(source: Path, content: Content) -> float:
    """Return the processor time that ``assess`` takes for each of some borrowers of the file."""
    with source.open(encoding="utf-8", newline="") as file:
        people = [answers_of(row, content) for row in islice(csv.DictReader(file), SAMPLE)]
    assessor = Assessor(content)
    assessor.assess(people[0], ROAD_ONLY)
    start = time.process_time()
    for one in people:
        assessor.assess(one, ROAD_ONLY)
    return (time.process_time() - start) / len(people)


def answers_of(row: dict[str, str], content: Content) -> Answers:
    found = {name: answer_in(name, question, row[name]) for name, question in content.questions.items()}
    values = {name: value for name, value in found.items() if value is not None}
    if row["mode"] == "before":
        return Answers(AS_OF, "before", values)
    planned = content.questions["request.planned"]
    when = answer_in("tried", planned, row["tried"])
    tried = Attempt(when, row["message"])  # type: ignore[arg-type]  # the file's own times
    return Answers(AS_OF, "after", values, (tried,))
