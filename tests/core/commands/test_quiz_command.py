"""``disburse-check quiz``: what somebody at a terminal gets."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from core.loading.library import Library
from tests.core.commands.running import Run

EVERYTHING = Path(__file__).parents[1] / "quiz" / "gift" / "every_construct.txt"


def test_that_every_item_is_listed(run: Run, library: Library) -> None:
    code, out, _ = run("quiz", "list", "--lang", "en")
    assert code == 0
    for name in library.content.quiz.item:
        assert f"  {name} " in out
    listed = json.loads(run("quiz", "list", "--json")[1])
    assert [entry["id"] for entry in listed] == list(library.content.quiz.item)


def test_that_a_lesson_narrows_the_list(run: Run, library: Library) -> None:
    listed = json.loads(run("quiz", "list", "--lesson", "cost", "--json")[1])
    assert {entry["lesson"] for entry in listed} == {"cost"}


def test_that_an_item_shows_what_is_right_and_what_is_told(run: Run, library: Library) -> None:
    for name in library.content.quiz.item:
        code, out, _ = run("quiz", "show", name, "--lang", "en")
        shown = json.loads(run("quiz", "show", name, "--lang", "en", "--json")[1])
        assert code == 0
        assert shown["told"] in out
        assert all(option["feedback"] in out for option in shown["options"])


@pytest.mark.parametrize("arguments", [("show", "nothing_such"), ("list", "--lesson", "nothing_such")])
def test_that_a_name_nobody_gave_is_told_in_one_line(arguments: tuple[str, ...], run: Run) -> None:
    code, out, err = run("quiz", *arguments, "--lang", "en")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "nothing_such" in err


def test_that_what_was_exported_is_taken_back_whole(run: Run, tmp_path: Path, library: Library) -> None:
    file, many = tmp_path / "quiz.gift", len(library.content.quiz.item)
    code, out, _ = run("quiz", "export", file, "--lang", "en")
    assert (code, f"{many} questions" in out) == (0, True)
    code, out, _ = run("quiz", "import", file, "--out", tmp_path / "new", "--lang", "en")
    assert (code, "To do" in out, "Not taken" in out) == (0, False, False)
    assert (tmp_path / "new/model/quiz.toml").is_file()
    assert (tmp_path / "new/en/texts/quiz.toml").is_file()


def test_that_an_import_never_writes_over_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "one.gift"
    file.write_text("Is it? {T#No.#Yes.####So.}", encoding="utf-8")
    assert run("quiz", "import", file, "--out", tmp_path / "new")[0] == 0
    before = (tmp_path / "new/model/quiz.toml").read_text("utf-8")
    code, _, err = run("quiz", "import", file, "--out", tmp_path / "new", "--lang", "en")
    assert (code, "is there already" in err) == (2, True)
    assert (tmp_path / "new/model/quiz.toml").read_text("utf-8") == before


def test_that_an_import_into_what_is_no_folder_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "one.gift"
    file.write_text("Is it? {T#No.#Yes.####So.}", encoding="utf-8")
    code, out, err = run("quiz", "import", file, "--out", file, "--lang", "en")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_that_an_import_without_a_folder_only_tells(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("quiz", "import", EVERYTHING, "--lang", "en")
    assert (code, "Nothing was written" in out) == (0, True)
    found = json.loads(run("quiz", "import", EVERYTHING, "--json")[1])
    assert len(found["questions"]) == len(found["taken"]) + len(found["not_taken"]) == 17
    assert found["written"] == []


def test_that_all_mistakes_of_a_gift_file_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "bad.gift"
    file.write_text("Which? {~a}\n\nMuch? {#six}\n", encoding="utf-8")
    code, out, err = run("quiz", "import", file, "--out", tmp_path / "new", "--lang", "en")
    assert (code, out) == (2, "")
    assert [line.split(" ")[0] for line in err.splitlines()] == ["bad.gift:1:", "bad.gift:3:"]
    assert not (tmp_path / "new").exists()


def test_that_new_items_get_the_article_and_the_unit_that_were_given(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "one.gift"
    file.write_text("How much? {#5:1####So.}", encoding="utf-8")
    run("quiz", "import", file, "--out", tmp_path, "--article", "true_cost", "--unit", "percent")
    made = (tmp_path / "model/quiz.toml").read_text("utf-8")
    assert 'article = "true_cost"' in made
    assert 'unit = "percent"' in made


def test_that_new_items_belong_to_an_article_that_there_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "one.gift"
    file.write_text("How much? {#5:1####So.}", encoding="utf-8")
    code, out, err = run("quiz", "import", file, "--out", tmp_path / "out", "--article", "nothing_such")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "nothing_such" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", [(), ("--out", "OUT")])
def test_that_numbers_are_taken_in_only_in_a_unit_that_there_is(run: Run, tmp_path: Path, out: tuple[str, ...]) -> None:
    file = tmp_path / "one.gift"
    file.write_text("How much? {#5:1####So.}", encoding="utf-8")
    where = (str(tmp_path / "out") if word == "OUT" else word for word in out)
    code, told, err = run("quiz", "import", file, "--unit", "foo", *where)
    assert (code, told, err.count("\n")) == (2, "", 1)
    assert re.search("没有“foo”这个单位；小测里用的有：.*percent.*yuan", err)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b"// only a remark\n", b"$CATEGORY: x\n"])
def test_that_a_file_without_questions_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "none.gift"
    file.write_bytes(content)
    code, out, err = run("quiz", "import", file, "--out", tmp_path / "out", "--lang", "en")
    assert (code, out, "There is no question in none.gift" in err) == (2, "", True)
    assert not (tmp_path / "out").exists()


def test_that_nothing_is_written_when_no_question_can_be_taken(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "text.gift"
    file.write_text("Only a text.\n", encoding="utf-8")
    code, out, _ = run("quiz", "import", file, "--out", tmp_path / "out", "--lang", "en")
    assert (code, "so nothing was written" in out, "--out DIR" in out) == (2, True, False)
    assert not (tmp_path / "out").exists()


def test_that_no_file_is_written_when_a_folder_cannot_be_made(run: Run, tmp_path: Path) -> None:
    file, out = tmp_path / "one.gift", tmp_path / "out"
    file.write_text("Is it? {T#No.#Yes.####So.}", encoding="utf-8")
    out.mkdir()
    (out / "en").write_text("in the way", "utf-8")
    assert run("quiz", "import", file, "--out", out, "--lang", "en")[0] == 2
    assert [found for found in out.rglob("*") if found.is_file()] == [out / "en"]
