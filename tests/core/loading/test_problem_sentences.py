"""Every problem has a sentence in both languages that needs no fact the problem does not have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from core.loading.files import SIZE_LIMIT
from tests.core.loading.sentences import ROOT, assert_can_be_told, catalogues
from tests.core.loading.small_content import problems_of, write_small

TELLERS = {"Problem", "problem", "unknown", "_tell", "_unknown"}


def test_that_problems_of_whole_files_can_be_told_in_both_languages(tmp_path: Path) -> None:
    folder = write_small(tmp_path / "small")
    (folder / "model/timing.toml").unlink()
    (folder / "model/extra.toml").touch()
    (folder / "en/texts/ui.toml").write_bytes(b"\xff")
    (folder / "zh_CN/texts/ui.toml").write_bytes(b" " * (SIZE_LIMIT + 1))
    (folder / "en/explanations/other.md").touch()
    (folder / "en/letters/question.md").rename(folder / "en/letters/answer.md")
    problems = [*problems_of(folder), *problems_of(tmp_path / "nowhere")]
    codes = {problem.code for problem in problems}
    assert {"missing_file", "unknown_file", "not_utf8", "file_too_big", "missing_folder"} <= codes
    for problem in problems:
        assert_can_be_told(problem)


def test_that_every_code_in_the_source_has_a_sentence() -> None:
    codes = {code for source in (ROOT / "core" / "loading").rglob("*.py") for code in codes_in(source)}
    assert len(codes) > 50
    for words in catalogues():
        assert {code for code in codes if f"problem.{code}" not in words} == set()


def codes_in(source: Path) -> Iterator[str]:
    """Yield the first text handed to each call that makes a problem: its code."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        texts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if name in TELLERS and texts and texts[0]:
            yield texts[0]
