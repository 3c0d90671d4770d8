"""Articles and cases are read when one is opened, and checked with everything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.errors import ContentError
from core.loading.compiled import load_compiled
from core.loading.files import take_snapshot
from core.loading.library import load_library
from tests.core.loading.sentences import assert_can_be_told
from tests.core.loading.small_content import TODAY, problems_of, told_of, write_small

ARTICLE = "en/articles/two_decisions.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small(tmp_path / "content")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def test_that_a_start_reads_no_article_and_no_case(folder: Path, cache: Path) -> None:
    load_compiled(folder, cache)
    for file in (folder / ARTICLE, *(folder / "cases").iterdir()):
        before = file.stat()
        file.write_bytes(b"x" * before.st_size)
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert list(load_compiled(folder, cache).content.library.article) == ["two_decisions"]
    assert not any(name.startswith(("cases/", "en/articles/")) for name in take_snapshot(folder).files)


@pytest.mark.parametrize("name", [ARTICLE, "cases/tapped_twice.toml"])
def test_that_what_changed_on_the_shelf_is_checked_again(folder: Path, cache: Path, name: str) -> None:
    load_compiled(folder, cache)
    with (folder / name).open("a", encoding="utf-8") as stream:
        stream.write("\n# beyond the last part\n[\n")
    with pytest.raises(ContentError):
        load_compiled(folder, cache)


def test_that_an_article_is_read_when_it_is_opened(folder: Path, cache: Path) -> None:
    load_compiled(folder, cache)
    library = load_compiled(folder, cache)
    (folder / ARTICLE).write_text("# main\n\nnewer words\n", encoding="utf-8")
    assert "newer words" in library.shelf.articles("en")["two_decisions"]


def test_that_a_folder_read_from_its_files_keeps_what_was_checked(folder: Path) -> None:
    library = load_library(folder, TODAY)
    (folder / ARTICLE).write_text("# main\n\nnewer words\n", encoding="utf-8")
    assert "newer words" not in library.shelf.articles("en")["two_decisions"]
    assert "tapped_twice" in library.shelf.cases


def test_that_an_article_with_a_mistake_keeps_the_content_from_being_taken(folder: Path, cache: Path) -> None:
    (folder / ARTICLE).write_text("# main\n", encoding="utf-8")
    with pytest.raises(ContentError):
        load_compiled(folder, cache)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("-en/articles/two_decisions.md", ("model/library.toml", "missing_article")),
        ("+en/articles/another.md", ("en/articles/another.md", "article_without_entry")),
        ("-cases/tapped_twice.toml", ("model/library.toml", "missing_case_file")),
        ("+cases/another.toml", ("cases/another.toml", "case_file_without_case")),
    ],
)
def test_that_a_file_too_few_or_too_many_is_told(folder: Path, change: str, told: tuple[str, str]) -> None:
    file = folder / change[1:]
    if change[0] == "-":
        file.unlink()
    else:
        file.write_bytes((folder / ARTICLE).read_bytes())
    problems = problems_of(folder)
    assert [(one.file, one.code) for one in told_of(problems)] == [told]
    for problem in problems:
        assert_can_be_told(problem)
