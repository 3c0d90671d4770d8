"""Example records: the made-up people of the case studies, with what came of their tries. Never the user's.

What a case does not tell is not invented: its answers give the check, their tries the tries, and the end of its story
what came of the last one. Every name and every time follows from the case alone, so that it is always the same journal.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from core.journal.convert import Context, attempt_of, record_of
from core.journal.records import AnyRecord, AttemptRecord, Outcome
from core.schema.answers import Answers, Attempt, as_moment
from core.schema.assessment import Assessment
from core.schema.content import Content
from core.schema.library import Outcome as Ending

NOON = dt.time(12)
"""The time of day at which a check of a case counts as saved."""
LAST: Mapping[Ending, Outcome] = {"arrived": "arrived", "still_waiting": "waiting"}
"""How a story ends -> what came of its last try, where that is not that it failed."""
NEXT: Mapping[Ending, Outcome] = {"arrived_later": "arrived", "refused_again": "failed"}
"""How a story ends -> what came of the try that was planned, where there was one."""


def sample_records(
    cases: Mapping[str, Answers], content: Content, assess: Callable[[Answers], Assessment]
) -> tuple[AnyRecord, ...]:
    """Return a check and its tries for each case.

    Args:
        cases: Case -> its answers.
        content: What the cases belong to.
        assess: Gives the result that is kept with a check.
    """
    return tuple(record for name, answers in cases.items() for record in _of_case(name, answers, content, assess))


def uid_of(case: str, part: str = "") -> str:
    """Return the uid of the check of a case, or of one of its tries."""
    return hashlib.sha256(f"case {case} {part}".encode()).hexdigest()[:32]


def _of_case(
    name: str, answers: Answers, content: Content, assess: Callable[[Answers], Assessment]
) -> Iterator[AnyRecord]:
    saved = dt.datetime.combine(answers.as_of, NOON)
    yield record_of(answers, content, Context(uid_of(name), saved, result=assess(answers)))
    ending = content.library.case[name].outcome
    for place, attempt in enumerate(answers.attempts):
        before = replace(answers, attempts=answers.attempts[:place])
        last = place == len(answers.attempts) - 1
        yield _try(name, f"{place}", attempt, LAST.get(ending, "failed") if last else "failed", before)
    if ending in NEXT and "request.planned" in answers.values:
        yield _try(name, "next", Attempt(answers.planned), NEXT[ending], answers)


def _try(name: str, part: str, attempt: Attempt, outcome: Outcome, before: Answers) -> AttemptRecord:
    when = as_moment(attempt.when)
    timed = isinstance(attempt.when, dt.datetime)
    made = AttemptRecord(
        uid=uid_of(name, part),
        day=when.date(),
        changed=when,
        when=when.isoformat(timespec="minutes") if timed else when.date().isoformat(),
        outcome=outcome,
        message=attempt.message if outcome == "failed" else None,
    )
    return attempt_of(before, made, uid_of(name))
