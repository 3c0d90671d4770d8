"""A folder into which anybody can put a file: hostile ones are refused and named, and change nothing of the rest."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.classroom.handing_in import Desk, hand_in
from core.classroom.merge import MOST_FILES, FolderError, Merged, merge_folder, shown_name
from core.classroom.result import CaseRun, ClassResult, save_result, to_bytes
from core.quiz.round import answered, of_lesson, of_set
from core.schema.content import Content
from tests.core.classroom.papers import result_of

WINDOWS = sys.platform == "win32"
GIANT = 10**9


def sheet(content: Content, number: int) -> ClassResult:
    """Return what somebody hands in who answered nothing."""
    return hand_in(Desk(content, "k7m2qx", number.to_bytes(8)), of_set(content.quiz, "class"))


def refused(merged: Merged) -> dict[str, str]:
    return {found.file: found.code for found in merged.refused}


@pytest.fixture
def folder(tmp_path: Path, content: Content) -> Path:
    """Return a folder with three honest results."""
    for number in range(3):
        save_result(sheet(content, number), tmp_path)
    return tmp_path


def giant(file: Path) -> None:
    with file.open("wb") as made:
        made.truncate(GIANT)


def bomb(file: Path) -> None:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("result.json", b" " * 5_000_000)


def fields(**changed: object) -> Callable[[Path], None]:
    def write(file: Path) -> None:
        file.write_text(json.dumps({**json.loads(to_bytes(result_of(9))), **changed}), "utf-8")

    return write


HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "giant.json": (giant, "class_result_too_large"),
    "bomb.json": (bomb, "class_result_archive"),
    "journal.json": (
        lambda file: file.write_text('{"format": 1, "records": []}', "utf-8"),
        "class_result_other_format",
    ),
    "name.json": (fields(name="Wang"), "class_result_unknown_field"),
    "formula.json": (fields(quiz="=1+1"), "class_result_wrong_value"),
    "formula_item.json": (fields(answers={"@SUM(A1)": 3}), "class_result_wrong_value"),
    "path.json": (fields(runs=[{"case": "../../etc/passwd"}]), "class_result_wrong_value"),
    "deep.json": (lambda file: file.write_bytes(b"[" * 30_000), "class_result_not_json"),
    "empty.json": (lambda file: file.write_bytes(b""), "class_result_not_json"),
    "latin.json": (lambda file: file.write_bytes('{"é": 1}'.encode("latin-1")), "class_result_not_json"),
    "quiz.json": (fields(quiz="no_such_quiz"), "class_result_unknown_quiz"),
    "item.json": (fields(answers={"no_such_item": ["yes"]}), "class_result_unknown_item"),
    "case.json": (fields(runs=[{"case": "no_such_case"}]), "class_result_unknown_case"),
    "folder.json": (lambda file: file.mkdir(), "class_result_no_file"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_that_a_hostile_file_is_named_and_changes_nothing(folder: Path, content: Content, name: str) -> None:
    before = merge_folder(folder, content)
    write, code = HOSTILE[name]
    write(folder / name)
    after = merge_folder(folder, content)
    assert after.results == before.results
    assert len(after.results) == 3
    assert refused(after) == {name: code}


def test_that_a_giant_is_never_read(folder: Path, content: Content) -> None:
    giant(folder / "giant.json")
    merge_folder(folder, content)
    tracemalloc.start()
    merge_folder(folder, content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000


@pytest.mark.skipif(WINDOWS, reason="Windows has no such names, and links need rights")
@pytest.mark.parametrize("name", ["a\u202enosj.json", "a\x1b[31m.json", "a\nb.json", "a\\..\\..\\b.json", "C:a.json"])
def test_that_a_name_that_deceives_is_refused_and_written_out(folder: Path, content: Content, name: str) -> None:
    (folder / name).write_bytes(to_bytes(sheet(content, 9)))
    merged = merge_folder(folder, content)
    assert len(merged.results) == 3
    assert refused(merged) == {shown_name(name): "class_result_odd_name"}
    assert all(found.isprintable() for found in refused(merged))


@pytest.mark.skipif(WINDOWS, reason="Windows has no such names, and links need rights")
def test_that_links_and_pipes_are_not_opened(folder: Path, content: Content, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_bytes(to_bytes(sheet(content, 9)))
    (folder / "link.json").symlink_to(outside / "secret.txt")
    (folder / "broken.json").symlink_to(outside / "nothing")
    os.mkfifo(folder / "pipe.json")
    merged = merge_folder(folder, content)
    assert len(merged.results) == 3
    assert refused(merged) == {
        "broken.json": "class_result_link",
        "link.json": "class_result_link",
        "pipe.json": "class_result_no_file",
    }
    assert merged.aside == ("outside",)


def test_that_the_same_result_counts_once_and_two_alike_count_twice(folder: Path, content: Content) -> None:
    [first, *_] = sorted(folder.iterdir())
    shutil.copy(first, folder / "zz_copy.json")
    merged = merge_folder(folder, content)
    assert len(merged.results) == 3
    assert merged.refused[0].facts == (("other", first.name),)
    assert {tuple(result.answers.items()) for result in merged.results} == {tuple(merged.results[0].answers.items())}


def test_that_what_no_result_is_called_like_is_left_aside(folder: Path, content: Content) -> None:
    for name in ("workshop.toml", ".DS_Store", "._result-00000000.json", "bomb.zip"):
        (folder / name).write_bytes(b"x")
    merged = merge_folder(folder, content)
    assert (len(merged.results), merged.refused) == (3, ())
    assert merged.aside == (".DS_Store", "._result-00000000.json", "bomb.zip", "workshop.toml")


def test_that_a_result_of_another_version_counts_while_its_items_exist(folder: Path, content: Content) -> None:
    older = sheet(content, 9).model_copy(update={"version": "f" * 12})
    file = save_result(older, folder)
    merged = merge_folder(folder, content)
    assert len(merged.results) == 4
    assert merged.others == (file.name,)


def test_that_an_answer_that_an_item_does_not_have_is_refused(folder: Path, content: Content) -> None:
    item = content.quiz.set["class"].before[0]
    (folder / "odd.json").write_bytes(to_bytes(result_of(9, answers={item: ("no_such_option",)})))
    (folder / "two.json").write_bytes(to_bytes(result_of(9, answers={item: content.quiz.item[item].options})))
    assert refused(merge_folder(folder, content)) == dict.fromkeys(
        ("odd.json", "two.json"), "class_result_unknown_answer"
    )


def test_that_only_one_workshop_is_taken_when_one_is_asked_for(folder: Path, content: Content) -> None:
    save_result(sheet(content, 9).model_copy(update={"workshop": "2222"}), folder)
    assert len(merge_folder(folder, content).results) == 4
    merged = merge_folder(folder, content, "2222")
    assert len(merged.results) == 1
    assert set(refused(merged).values()) == {"class_result_other_workshop"}


def test_that_names_do_not_change_what_is_counted(folder: Path, content: Content) -> None:
    before = merge_folder(folder, content).results
    for number, file in enumerate(sorted(folder.iterdir(), reverse=True)):
        file.rename(folder / f"{number}.JSON")
    assert merge_folder(folder, content).results == before


def test_that_a_folder_without_end_is_told_and_not_read(tmp_path: Path, content: Content) -> None:
    for number in range(MOST_FILES + 1):
        (tmp_path / f"{number}.json").touch()
    with pytest.raises(FolderError) as told:
        merge_folder(tmp_path, content)
    assert told.value.code == "class_folder_too_full"
    with pytest.raises(FolderError):
        merge_folder(tmp_path / "none", content)


def test_that_a_merge_can_be_stopped(folder: Path, content: Content) -> None:
    assert merge_folder(folder, content, stopped=lambda: True).results == ()


def test_that_a_round_becomes_a_result_without_the_word(content: Content) -> None:
    now = of_set(content.quiz, "class", "after")
    item = now.items[0]
    now = answered(now, item, content.quiz.item[item].right)
    runs = [CaseRun(case=next(iter(content.library.case)), causes=(next(iter(content.causes)),), band="high")]
    result = hand_in(Desk(content, "k7m2qx", bytes(8)), now, "blue stone", runs)
    assert result.answers[item] == content.quiz.item[item].right
    assert set(result.answers) == set(now.items)
    assert b"blue" not in to_bytes(result)


def test_that_a_round_of_a_lesson_can_be_handed_in(content: Content, tmp_path: Path) -> None:
    lesson = content.library.article[next(iter(content.quiz.item.values())).article].lesson
    save_result(hand_in(Desk(content, "k7m2qx", bytes(8)), of_lesson(content, lesson)), tmp_path)
    assert len(merge_folder(tmp_path, content).results) == 1
