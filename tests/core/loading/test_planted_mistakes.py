"""Each mistake that an author can make is told once, with its file, its line and its code, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.loading.planted import MISTAKES, Mistake
from tests.core.loading.sentences import assert_can_be_told
from tests.core.loading.small_content import problems_of, small_files, told_of, write_small


def test_that_the_small_folder_has_no_mistake(tmp_path: Path) -> None:
    assert problems_of(write_small(tmp_path)) == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name.replace(" ", "_"))
def test_that_a_planted_mistake_is_told_once_at_its_place(mistake: Mistake, tmp_path: Path) -> None:
    files = mistake.planted(small_files())
    problems = problems_of(write_small(tmp_path, files))
    assert told_of(problems) == mistake.told(files)
    for problem in problems:
        assert_can_be_told(problem)
