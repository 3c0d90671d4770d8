"""How quickly the window opens and answers, as ratios to a bare window or in milliseconds: a table, nothing judged.

Run with ``python dev.py bench``. Everything happens in processes of its own, without a screen, the compiled content in
the cache; every figure is the median of several runs. Times are those of the clock on the wall, for that is what
somebody in front of the window waits; "own" is what the window's thread worked of it, which a busy machine changes
less. In brackets: what was hoped for.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
STARTS = 7
MANY = 12
IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| ( *)(\S+)")


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Return folders for data and cache, warm: the program was started there twice."""
    place = tmp_path_factory.mktemp("window")
    warm = (str(place / "data"), str(place / "cache"))
    for _ in range(2):
        run("starting", "program", *warm)
    return warm


def run(script: str, *arguments: str) -> Any:
    """Return what a script of this folder tells."""
    return json.loads(finished((sys.executable, "-m", f"tests.benchmarks.{script}", *arguments)).stdout)


def finished(command: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
    """Run a command of which only the output counts: its way of ending is the business of other tests."""
    # As on the computer of its user, where a module is compiled once and not at every start.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=ROOT, env=around, capture_output=True, text=True, check=False, timeout=600)
    assert done.stdout, done.stderr[-2000:]
    return done


def started(*arguments: str) -> dict[str, float]:
    """Start a window; return milliseconds from the start of Python, and megabytes, at every moment it told."""
    begun = time.monotonic()
    told = run("starting", *arguments)
    times = {f"{name} ms": 1000 * (moment["time"] - begun) for name, moment in told.items()}
    return {**times, **{f"{name} MB": moment["memory"] / 1024 for name, moment in told.items()}}


def medians(rows: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(row[name] for row in rows) for name in rows[0]}


def line(what: str, value: float, unit: str, ratio: float = 0.0, hoped: str = "") -> None:
    times = f"{ratio:8.2f} ×" if ratio else " " * 10
    print(f"  {what:<52}{value:>10,.1f} {unit:<4}{times}{f'  [{hoped}]' if hoped else ''}")


def test_opening(folders: tuple[str, str]) -> None:
    pairs = [(started("bare"), started("program", *folders)) for _ in range(STARTS)]  # in turn, so that load is shared
    bare, ours = (medians([pair[place] for pair in pairs]) for place in (0, 1))
    print("\n\nFrom the start of Python to the window, beside a bare one of the same size with one label")
    line("bare window, painted", bare["first ms"], "ms")
    line("home page, painted for the first time", ours["first ms"], "ms", ours["first ms"] / bare["first ms"], "1.5 ×")
    line("home page, everything behind it loaded", ours["whole ms"], "ms", ours["whole ms"] / bare["first ms"], "1.5 ×")
    line("memory, bare window", bare["first MB"], "MB")
    line("memory, home page painted", ours["first MB"], "MB", ours["first MB"] / bare["first MB"], "1.5 ×")
    line("memory, everything loaded", ours["whole MB"], "MB", ours["whole MB"] / bare["first MB"], "1.5 ×")


def test_opening_for_the_very_first_time(tmp_path: Path) -> None:
    told = started("program", str(tmp_path / "data"), str(tmp_path / "cache"))
    print("\nThe very first start, the content not compiled yet")
    line("window, painted", told["first ms"], "ms")
    line("home page, everything loaded", told["whole ms"], "ms")


def test_where_the_start_goes(folders: tuple[str, str]) -> None:
    script = ("-m", "tests.benchmarks.starting", "program", *folders)
    report = finished((sys.executable, "-X", "importtime", *script)).stderr
    packages, modules, whole = Counter[str](), Counter[str](), Counter[str]()
    for alone, together, _, name in IMPORT.findall(report):
        packages[name.partition(".")[0]] += int(alone)
        modules[name] += int(alone)
        whole[name] = int(together)
    print("\nWhat loading modules takes, slowed down by the measurement itself")
    line(f"all {len(modules)} modules", sum(modules.values()) / 1000, "ms")
    for title, counted in (("by package", packages), ("by module, alone", modules), ("with what they bring", whole)):
        print(f"  {title}")
        for name, taken in counted.most_common(MANY):
            line(f"  {name}", taken / 1000, "ms")


@pytest.mark.parametrize(
    ("group", "title", "hoped"),
    [
        ("answers", "An answer changes the road", "16"),
        ("pages", "Another page is painted (of the result, that it is being worked out)", "50"),
        ("looks", "Another language [150], text size, theme", ""),
    ],
)
def test_moving(group: str, title: str, hoped: str, folders: tuple[str, str]) -> None:
    told: dict[str, list[tuple[float, float]]] = run("moving", group, *folders)
    print(f"\n{title}\n  {'':<44}{'first':>10}{'median':>10}{'own':>10}")
    for what, taken in told.items():
        wall, own = (statistics.median(pair[place] for pair in taken) for place in (0, 1))
        print(f"  {what:<44}{taken[0][0]:>10,.1f}{wall:>10,.1f}{own:>10,.1f} ms{f'  [{hoped}]' if hoped else ''}")
