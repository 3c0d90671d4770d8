"""A few kills of the long run of :mod:`tests.core.journal.killing`, in the normal suite."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.journal import killing

pytestmark = pytest.mark.dear


@pytest.mark.parametrize("seed", [1, 2])
def test_that_nothing_acknowledged_is_missing_after_kills_at_random_moments(tmp_path: Path, seed: int) -> None:
    seen, wrong = killing.kill_often(tmp_path / "journal", 2 * len(killing.WORK), seed)
    assert wrong == []
    assert seen.kills == dict.fromkeys(killing.WORK, 2)
    assert len(seen.answers) > 0
    assert seen.check > 0
