"""Results as participants hand them in, made for tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from core.classroom.result import CaseRun, ClassResult

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
