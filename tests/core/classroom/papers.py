"""Results as participants hand them in, made for tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from core.classroom.result import CaseRun, ClassResult
from core.schema.quiz import Item, Misconception, Miss, QuizBook, QuizSet

TODAY = dt.date(2026, 11, 26)

IDS = st.from_regex(r"[a-z][a-z0-9_]{0,20}", fullmatch=True)
MARKS = st.from_regex(r"[0-9a-f]{16}", fullmatch=True)
NUMBERS = st.floats(-1e12, 1e12, allow_nan=False)
GIVEN = st.none() | NUMBERS | st.lists(IDS, min_size=1, max_size=4).map(tuple)
RUNS = st.lists(
    st.builds(CaseRun, case=IDS, causes=st.lists(IDS, max_size=5).map(tuple), band=st.sampled_from(["low", "high"])),
    max_size=3,
    unique_by=lambda run: run.case,
).map(tuple)
RESULTS = st.builds(
    ClassResult,
    workshop=st.just("k7m2qx"),
    version=st.just("0123456789ab"),
    quiz=IDS,
    round=st.sampled_from(["before", "after", "alone"]),
    slip=MARKS,
    pair=st.none() | MARKS,
    answers=st.dictionaries(IDS, GIVEN, max_size=12),
    runs=RUNS,
)


def result_of(number: int, **changes: Any) -> ClassResult:
    """Return a result; the same number gives the same one."""
    given: dict[str, Any] = {
        "workshop": "k7m2qx",
        "version": "0123456789ab",
        "quiz": "class",
        "round": "before",
        "slip": f"{number:016x}",
    }
    return ClassResult(**{**given, **changes})


KNOWN: dict[str, Any] = {"article": "limit_is_not_money", "sources": ("expert_judgement",), "last_checked": TODAY}
BOOK = QuizBook(
    item={
        "limit": Item(kind="single", options=("yes", "no", "maybe"), right=("no",), shows={"yes": "promise"}, **KNOWN),
        "twin": Item(kind="single", options=("yes", "no"), right=("no",), shows={"yes": "promise"}, **KNOWN),
        "looks": Item(kind="multiple", options=("own", "loan", "card"), right=("loan", "card"), **KNOWN),
        "year": Item(
            kind="numeric",
            answer=18.25,
            tolerance=0.3,
            unit="percent",
            misses={"months": Miss(value=0.6, tolerance=0.05, shows="small")},
            **KNOWN,
        ),
    },
    misconception={name: Misconception(article="limit_is_not_money") for name in ("promise", "small")},
    set={"class": QuizSet(before=("limit", "looks", "year"), after=("twin", "looks", "year"))},
)
"""A quiz of every kind of item, whose figures can be worked out by hand."""
ANSWERS: dict[str, Any] = {
    "limit": st.sampled_from([("yes",), ("no",), ("maybe",), None]),
    "twin": st.sampled_from([("yes",), ("no",), None]),
    "looks": st.sampled_from([("own",), ("loan", "card"), ("card",), None]),
    "year": st.sampled_from([18.25, 0.6, 100.0, None]),
}


def sheets(moment: str, numbers: Any) -> Any:
    """Return a strategy for the results of one round: numbers of people, who pair by their number."""
    items = BOOK.set["class"].before if moment == "before" else BOOK.set["class"].after
    answers = st.fixed_dictionaries({item: ANSWERS[item] for item in items})
    offset = 0 if moment == "before" else 1000

    def filled(numbers: list[int]) -> Any:
        made = [
            st.builds(
                result_of,
                st.just(number + offset),
                round=st.just(moment),
                pair=st.just(f"{number:016x}"),
                answers=answers,
            )
            for number in numbers
        ]
        return st.tuples(*made).map(list)

    return numbers.flatmap(filled)
