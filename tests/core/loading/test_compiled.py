"""The cache gives what the files give, notices every change, and is never in the way."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from core.errors import ContentError, Problem
from core.loading import compiled
from core.loading.compiled import load_compiled
from core.loading.library import Library, load_library
from tests.core.loading.small_content import TODAY, write_small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small(tmp_path / "content")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "cache"


class Counter:
    """An extra check that finds nothing and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, library: Library) -> list[Problem]:
        self.asked += 1
        return []


def test_that_a_hit_equals_a_miss_and_checks_nothing(folder: Path, cache: Path) -> None:
    counter = Counter()
    first, second = load_compiled(folder, cache, (counter,)), load_compiled(folder, cache, (counter,))
    assert first == second == load_library(folder, TODAY)
    assert counter.asked == 1


def test_that_the_order_of_the_files_is_kept(folder: Path, cache: Path) -> None:
    first, second = load_compiled(folder, cache), load_compiled(folder, cache)
    assert list(first.content.rules) == list(second.content.rules)
    assert list(first.explanations["en"]) == list(second.explanations["en"])


def test_that_for_ever_survives_the_cache(folder: Path, cache: Path) -> None:
    load_compiled(folder, cache)
    assert load_compiled(folder, cache).content.scales.half_life_days["lasting"] == math.inf


def test_that_a_condition_still_knows_what_its_author_wrote(folder: Path, cache: Path) -> None:
    load_compiled(folder, cache)
    when = load_compiled(folder, cache).content.rules["score_fell"].when
    assert when["score.change_90d"].model_fields_set == {"at_most"}


@pytest.mark.parametrize("name", ["model/gates.toml", "en/texts/ui.toml", "zh_CN/explanations/order_pending.md"])
def test_that_a_changed_file_is_noticed(folder: Path, cache: Path, name: str) -> None:
    counter = Counter()
    load_compiled(folder, cache, (counter,))
    with (folder / name).open("a", encoding="utf-8") as stream:
        stream.write("\n")
    load_compiled(folder, cache, (counter,))
    assert counter.asked == 2


def test_that_a_changed_explanation_is_the_one_shown(folder: Path, cache: Path) -> None:
    load_compiled(folder, cache)
    page = folder / "en/explanations/order_pending.md"
    page.write_text(page.read_text(encoding="utf-8").replace("words", "better words"), encoding="utf-8")
    load_compiled(folder, cache)
    assert "better words" in load_compiled(folder, cache).explanations["en"]["order_pending"]


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[]", b'{"key": "x"}', b"null"])
def test_that_a_damaged_cache_is_built_again(folder: Path, cache: Path, damage: bytes) -> None:
    first = load_compiled(folder, cache)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage)
    assert load_compiled(folder, cache) == first
    assert file.read_bytes() == whole


def test_that_a_truncated_cache_is_built_again(folder: Path, cache: Path) -> None:
    first = load_compiled(folder, cache)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    assert load_compiled(folder, cache) == first
    assert file.read_bytes() == whole


def test_that_a_cache_of_another_version_of_the_program_does_not_count(
    folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = Counter()
    load_compiled(folder, cache, (counter,))
    monkeypatch.setattr(compiled, "package_version", lambda: "another")
    load_compiled(folder, cache, (counter,))
    assert counter.asked == 2


def test_that_a_program_that_was_never_installed_has_a_version_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_PACKAGE", "no-such-package")
    assert compiled.package_version() == "source"


def test_that_two_folders_do_not_share_a_copy(folder: Path, cache: Path, tmp_path: Path) -> None:
    load_compiled(folder, cache)
    load_compiled(write_small(tmp_path / "workshop"), cache)
    assert len(list(cache.iterdir())) == 2


def test_that_a_cache_that_cannot_be_written_is_done_without(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "a_file"
    blocked.write_text("in the way", encoding="utf-8")
    assert load_compiled(folder, blocked) == load_compiled(folder, None)
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_that_a_full_disk_leaves_nothing_behind(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    load_compiled(folder, cache)
    assert list(cache.iterdir()) == []


def test_that_nothing_is_written_when_the_content_has_mistakes(folder: Path, cache: Path) -> None:
    (folder / "model/gates.toml").write_text("[", encoding="utf-8")
    with pytest.raises(ContentError):
        load_compiled(folder, cache)
    assert not cache.exists()


def test_that_a_file_that_grew_too_big_is_told_although_the_rest_is_in_the_cache(folder: Path, cache: Path) -> None:
    (folder / "model/spare.toml").write_text("", encoding="utf-8")
    with pytest.raises(ContentError):
        load_compiled(folder, cache)
    (folder / "model/spare.toml").unlink()
    load_compiled(folder, cache)
    with (folder / "model/spare.toml").open("wb") as stream:
        stream.truncate(3_000_000)
    with pytest.raises(ContentError):
        load_compiled(folder, cache)


def test_that_the_copy_is_one_plain_json_file(folder: Path, cache: Path) -> None:
    load_compiled(folder, cache)
    (file,) = cache.iterdir()
    assert set(json.loads(file.read_text(encoding="utf-8"))) == {"key", "content", "words"}
