"""How messages are decoded, from the files and from the copy in the cache; and the tables themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.decode.cues import BadCueError, read_cue
from core.errors import ContentError
from core.loading.decoder import load_decoder
from tests.core.loading.small_content import write_small

pytestmark = pytest.mark.dear

ROOT = Path(__file__).parents[3]


def test_that_the_copy_gives_what_the_files_give(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first, second = load_decoder(ROOT / "content", cache), load_decoder(ROOT / "content", cache)
    assert first == second == load_decoder(ROOT / "content", None)
    assert len(list(cache.glob("decoder-*.json"))) == 1


def test_that_a_changed_file_is_noticed(tmp_path: Path) -> None:
    folder, cache = write_small(tmp_path / "content"), tmp_path / "cache"
    load_decoder(folder, cache)
    file = folder / "model/decoder_examples.toml"
    file.write_text(file.read_text("utf-8").replace("三", "四"), "utf-8")
    assert load_decoder(folder, cache).examples["order_exists"].zh[-1] == "四"


def test_that_a_mistake_is_told_and_no_copy_written(tmp_path: Path) -> None:
    folder, cache = write_small(tmp_path / "content"), tmp_path / "cache"
    (folder / "model/decoder.toml").unlink()
    with pytest.raises(ContentError) as raised:
        load_decoder(folder, cache)
    assert [problem.code for problem in raised.value.problems] == ["missing_file"]
    assert not cache.exists()


@pytest.mark.parametrize("text", ["", "a + ", "a| + b", "@nobody + a", "+", " | "])
def test_that_a_cue_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(BadCueError):
        read_cue(text, {"somebody": ("b",)}, str)


def test_that_no_class_has_to_be_known_by_its_typos_alone() -> None:
    decoder = load_decoder(ROOT / "content", None)
    assert not [wrong for wrong, right in decoder.spelling.typos.items() if wrong == right]
