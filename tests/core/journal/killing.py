"""Kills a process at random moments while it works on a journal, and looks whether anything acknowledged is missing.

    python -m tests.core.journal.killing --times 500 [--seed 7]

The child says a line for everything that it was told is saved, the check that is open among it. After each kill the
journal is opened again, as the next start of the program would, without any repair by hand.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from core.journal import keys, vault
from core.journal.errors import WrongPassphraseError
from core.journal.health import check
from core.journal.inside import contents_of
from core.journal.journal import Journal
from core.journal.merge import Choices, apply_merge, plan_merge
from core.journal.records import AssessmentRecord
from core.journal.restoring import restore
from core.journal.steps import STEPS
from tests.core.journal.desk import NOON, PASSPHRASE, TELLING, Clock, check_of, holding, uid

ROOT = Path(__file__).parents[3]
WORK = ("answer", "import", "lock", "unlock", "copy", "restore", "step")
OTHER = "another passphrase"
WIDER = (*STEPS, *(f"alter table record add column m{n} text; update record set m{n} = data" for n in range(4)))
"""Later shapes of the file."""
LONGEST = 0.4
"""Seconds between the child's first word and its end, at most."""


@dataclass
class Seen:
    """What the child was told is saved: uid -> how many answers, at least."""

    answers: dict[str, int] = field(default_factory=dict)
    check: int = 0
    """How often the check that is open was written, at least."""
    kills: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Kill as often as asked, print what came of it, and return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="killing-"))
    try:
        seen, wrong = kill_often(folder / "journal", options.times, options.seed)
    finally:
        shutil.rmtree(folder)
    print(
        f"kills: {sum(seen.kills.values())} {dict(seen.kills)}; acknowledged: {len(seen.answers)} records, "
        f"and the open check {seen.check} times"
    )
    print("\n".join(wrong) or "nothing that was acknowledged is missing, every file is sound")
    return 1 if wrong else 0


def kill_often(folder: Path, times: int, seed: int) -> tuple[Seen, list[str]]:
    """Return what was acknowledged, and a sentence for everything that was wrong."""
    cheap_keys()
    stream = random.Random(seed)
    seen, wrong = Seen(), []
    for number in range(times):
        work = WORK[number % len(WORK)]
        if work == "step":
            wrong += _kill_stepping(folder / f"step-{number}", number, stream.random() * LONGEST, seen)
            continue
        _kill_once(folder, work, number, stream.random() * LONGEST, seen)
        wrong += [f"{number} {work}: {what}" for what in _missing(folder, seen)]
        if wrong:
            break
    return seen, wrong


def cheap_keys() -> None:
    """Make keys cheap here, so that kills fall into the writing and not into the deriving."""
    keys.MEMORY_KIB, keys.PASSES = 32, 1


def _kill_once(folder: Path, work: str, number: int, after: float, seen: Seen) -> None:
    command = [
        sys.executable,
        "-c",
        "from tests.core.journal.killing import child; child()",
        str(folder),
        work,
        str(number),
    ]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        running.stdout.readline()  # it has begun
        with suppress(subprocess.TimeoutExpired):
            running.wait(after)
        running.kill()
        for line in running.stdout:
            if line.endswith("\n"):
                said = json.loads(line)
                seen.check = max(said["check"], seen.check)
                seen.answers[said["uid"]] = max(said["answers"], seen.answers.get(said["uid"], 0))
        seen.kills[work] += 1


def _kill_stepping(folder: Path, number: int, after: float, seen: Seen) -> list[str]:
    """Kill while a file of an older shape is opened; a new file each time."""
    own = Seen()
    journal = opened(folder, STEPS)
    journal.store.put(*(check_of(place) for place in range(300)))
    journal.close()
    own.answers |= {uid(place): 1 for place in range(300)}
    _kill_once(folder, "step", number, after, own)
    seen.kills += own.kills
    wrong = [f"{number} step: {what}" for what in _missing(folder, own, WIDER)]
    shutil.rmtree(folder)
    return wrong


def _missing(folder: Path, seen: Seen, steps: tuple[str, ...] = STEPS) -> Iterator[str]:
    """Yield what is not as it should be; opens the journal as a next start would."""
    journal = opened(folder, steps)
    try:
        health = check(journal.store)
        if not health.good:
            yield f"not sound: {health}"
        for name, answers in seen.answers.items():
            record = journal.store.get(name)
            if not isinstance(record, AssessmentRecord) or len(record.answers) < answers:
                yield f"{name} had {answers} answers"
        for copy in journal.folder.copies.all():
            if not contents_of(journal.where.at(copy.file)).whole:
                yield f"{copy.file.name} is not sound"
        if _check_in(journal) < seen.check:
            yield f"the check that is open was written {seen.check} times, and is back at {_check_in(journal)}"
        if journal.where.key and (open_files := holding(folder, TELLING)):
            yield f"locked, and yet in the open: {open_files}"
    finally:
        journal.close()


def _check_in(journal: Journal) -> int:
    """Return how often the check that is open had been written; 0 when there is none."""
    for file in journal.drawer.files:
        with suppress(FileNotFoundError):
            return int(journal.drawer.read(file).split()[1])
    return 0


def opened(folder: Path, steps: tuple[str, ...]) -> Journal:
    journal = Journal(folder, Clock(), steps=steps)
    if journal.open() == "locked":
        try:
            vault.unlock(journal, PASSPHRASE)
        except WrongPassphraseError:
            vault.unlock(journal, OTHER)
    return journal


def child() -> None:
    """Work until it is killed, and say what was saved."""
    folder, work, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    cheap_keys()
    print("begun", flush=True)
    journal = opened(folder, WIDER if work == "step" else STEPS)
    rounds, before = 0, _check_in(journal)
    while True:
        rounds += 1
        record = check_of((1 + number) * 1_000_000 + rounds * 100, answers={"card.kind": TELLING})
        journal.drawer.write(f"{TELLING} {before + 2 * rounds}".encode())
        _do(journal, work, record, rounds)
        journal.drawer.write(f"{TELLING} {before + 2 * rounds + 1}".encode())
        _say(record, before + 2 * rounds + 1)


def _do(journal: Journal, work: str, record: AssessmentRecord, rounds: int) -> None:
    if work == "import":
        others = [check_of(int(record.uid, 16) + n, changed=NOON) for n in range(1, 20)]
        apply_merge(journal.store, plan_merge(journal.store, others), Choices("theirs"), NOON)
        _say(others[-1])
    elif work == "lock" and journal.where.key is None:
        vault.lock(journal, PASSPHRASE)
    elif work == "lock":
        vault.change_passphrase(journal, OTHER if rounds % 2 else PASSPHRASE)
    elif work == "unlock" and journal.where.key is not None:
        vault.remove_lock(journal)
    elif work == "unlock":
        vault.lock(journal, PASSPHRASE)
    elif work == "copy":
        journal.keep_copy("kill")
    elif work == "restore":
        # What is restored holds everything that was acknowledged, so that nothing may be missing afterwards.
        journal.keep_copy("kill")
        for newest in journal.folder.copies.all()[:1]:
            restore(journal, newest)
    for answers in range(1, 6):
        said = {"card.kind": TELLING, **{f"q.n{number}": "yes" for number in range(1, answers)}}
        journal.store.put(record.model_copy(update={"answers": said}))
        _say(record.model_copy(update={"answers": said}))


def _say(record: AssessmentRecord, check: int = 0) -> None:
    print(json.dumps({"uid": record.uid, "answers": len(record.answers), "check": check}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
