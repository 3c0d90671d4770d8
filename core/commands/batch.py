"""``disburse-check batch``: a table of borrowers in, a table of estimates out.

Brings numpy and polars: the command line loads it when it is asked for.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TextIO, TypeAlias

from core.batch.columns import Reject
from core.batch.reading import Days
from core.batch.run import Done, Files, Progress, rejects_beside, run
from core.commands.workplace import Workplace
from core.estimate.model import Model

_Clear: TypeAlias = Callable[[], None]
BAR = 30
"""Signs of the progress bar."""


def files_of(table: Path, out: Path, rejects: Path | None) -> Files:
    """Return where a run reads and writes; without a place for rejected rows they go beside the estimates."""
    return Files(table, out, rejects or rejects_beside(out))


def batch_as_json(place: Workplace, files: Files, as_of: dt.date | None, screen: TextIO) -> str:
    """Assess a table and return the counts as JSON.

    Raises:
        AppError: The table as a whole cannot be used, a file cannot be written, or the user stopped the run.
    """
    done = _run(place, files, as_of, screen)
    return json.dumps({**asdict(done), "out": str(files.out), "rejects": str(files.rejects)}, ensure_ascii=False)


def batch_as_text(place: Workplace, files: Files, as_of: dt.date | None, screen: TextIO) -> str:
    """Assess a table and return in words what came of it; errors as :func:`batch_as_json`."""
    done = _run(place, files, as_of, screen)
    words, count = place.language.words, place.language.wording.count
    facts = {"rows": count(done.rows, "rows"), "assessed": f"{done.assessed:,}", "out": files.out}
    rejects = {"rejected": count(done.rejected, "rows"), "rejects": files.rejects}
    about = words("batch.rejected", **rejects) if done.rejected else words("batch.none_rejected", rejects=files.rejects)
    return "\n".join([words("batch.done", **facts), about, words("batch.hedge")])


def _run(place: Workplace, files: Files, as_of: dt.date | None, screen: TextIO) -> Done:
    words = place.language.words

    def reason(reject: Reject) -> str:
        return words(f"problem.{reject.code}", **dict(reject.facts))

    show, clear = _progress(place, screen)
    try:
        return run(files, Model.of(place.library.content), Days(place.today, as_of), reason, show)
    finally:
        clear()


def _progress(place: Workplace, screen: TextIO) -> tuple[Progress, _Clear]:
    """Return what shows how far a run is, and what takes it away again; both do nothing where nobody looks on."""
    if not screen.isatty():
        return (lambda _share, _rows: None), (lambda: None)
    language = place.language

    def show(share: float, rows: int) -> None:
        full = round(BAR * share)
        facts = {
            "percent": language.wording.count(round(100 * share), "percent"),
            "rows": language.wording.count(rows, "rows"),
        }
        line = f"[{'#' * full}{'-' * (BAR - full)}] {language.words('batch.progress', **facts)}"
        screen.write(f"\r\x1b[K{line}")
        screen.flush()

    return show, lambda: _wipe(screen)


def _wipe(screen: TextIO) -> None:
    screen.write("\r\x1b[K")
    screen.flush()
