"""Files that are missing, strange or unreadable are told, and never a crash."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from core.catalogue import MissingWordError
from core.errors import ContentError, Problem
from core.loading.files import SIZE_LIMIT, take_snapshot
from core.loading.library import OUT_OF_DATE, Library, load_library
from core.loading.read import model_of
from tests.core.loading.small_content import TODAY, Told, problems_of, small_files, told_of, write_small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small(tmp_path / "content")


def test_that_a_missing_file_is_told(folder: Path) -> None:
    (folder / "model/timing.toml").unlink()
    assert told_of(problems_of(folder)) == [Told("model/timing.toml", 0, "missing_file")]


def test_that_a_folder_without_content_is_told_by_its_parts(tmp_path: Path) -> None:
    told = told_of(problems_of(tmp_path / "nowhere"))
    assert [one.file for one in told if one.code == "missing_folder"] == ["en/texts", "model", "zh_CN/texts"]


def test_that_a_file_nobody_reads_is_told(folder: Path) -> None:
    (folder / "model/evidense.toml").write_text("", encoding="utf-8")
    assert told_of(problems_of(folder)) == [Told("model/evidense.toml", 0, "unknown_file")]


def test_that_what_an_editor_leaves_behind_is_passed_over(folder: Path) -> None:
    (folder / "model/.gates.toml").write_text("[", encoding="utf-8")
    (folder / "model/gates.toml~").write_text("[", encoding="utf-8")
    (folder / "model/old.toml").mkdir()
    assert told_of(problems_of(folder)) == []


def test_that_another_encoding_is_told_with_its_line(folder: Path) -> None:
    (folder / "zh_CN/texts/ui.toml").write_bytes('[ui]\ngreeting = "你好"\n'.encode("gb18030"))
    assert told_of(problems_of(folder)) == [Told("zh_CN/texts/ui.toml", 2, "not_utf8")]


def test_that_a_byte_order_mark_and_windows_line_ends_are_no_mistake(folder: Path) -> None:
    for file in [*folder.rglob("*.toml"), *folder.rglob("*.md")]:
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert told_of(problems_of(folder)) == []


def test_that_a_huge_file_is_refused_unread(folder: Path) -> None:
    with (folder / "model/evidence.toml").open("ab") as stream:
        stream.truncate(SIZE_LIMIT + 1)
    assert told_of(problems_of(folder)) == [Told("model/evidence.toml", 0, "file_too_big")]


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_that_a_link_to_nowhere_is_told_as_unreadable(folder: Path) -> None:
    (folder / "en/explanations/order_pending.md").unlink()
    (folder / "en/explanations/order_pending.md").symlink_to(folder / "gone.md")
    assert Told("en/explanations/order_pending.md", 0, "unreadable_file") in told_of(problems_of(folder))


def test_that_thousands_of_brackets_are_a_mistake_of_syntax(folder: Path) -> None:
    (folder / "model/banned.toml").write_text("zh = " + "[" * 50_000, encoding="utf-8")
    assert [one.code for one in told_of(problems_of(folder))] == ["toml_syntax"]


def test_that_mistakes_in_many_files_are_told_at_once(folder: Path) -> None:
    (folder / "model/gates.toml").write_text("[credit", encoding="utf-8")
    (folder / "model/lenders.toml").unlink()
    causes = small_files()["model/causes.toml"]
    (folder / "model/causes.toml").write_text(causes.replace('grade = "code"', 'grad = "code"'), encoding="utf-8")
    (folder / "en/texts/ui.toml").write_text('[ui]\ngreeting = "3 days"', encoding="utf-8")
    assert [(one.file, one.code) for one in told_of(problems_of(folder))] == [
        ("en/texts/ui.toml", "digit_in_text"),
        ("en/texts/ui.toml", "placeholders_differ"),
        ("model/causes.toml", "missing_field"),
        ("model/causes.toml", "unknown_field"),
        ("model/gates.toml", "toml_syntax"),
        ("model/lenders.toml", "missing_file"),
    ]


def test_that_an_explanation_left_out_is_told_for_its_cause(folder: Path) -> None:
    (folder / "en/explanations/order_pending.md").rename(folder / "en/explanations/order_pendign.md")
    assert told_of(problems_of(folder)) == [
        Told("en/explanations/order_pendign.md", 0, "explanation_without_cause"),
        Told("model/causes.toml", 3, "missing_explanation"),
    ]


def test_that_a_third_language_is_checked_like_the_others(folder: Path) -> None:
    (folder / "fr/texts").mkdir(parents=True)
    (folder / "fr/texts/all.toml").write_bytes((folder / "en/texts/all.toml").read_bytes())
    codes = {(one.file, one.code) for one in told_of(problems_of(folder))}
    assert codes == {
        ("zh_CN/texts/ui.toml", "missing_translation"),
        ("model/causes.toml", "missing_explanation"),
        ("model/letters.toml", "missing_letter"),
        ("model/library.toml", "missing_article"),
    }


def test_that_days_are_left_out_when_none_is_given(folder: Path) -> None:
    later = dt.date(2040, 1, 1)
    assert {one.code for one in told_of(problems_of(folder, later))} == {"review_overdue"}
    assert told_of(problems_of(folder, today=None)) == []


def test_that_a_promise_may_be_quoted_as_a_warning(folder: Path) -> None:
    (folder / "en/texts/ui.toml").write_text(
        '[ui]\ngreeting = "Who says “guaranteed approval” lies. {figure.class2_daily_in} {channel.regulator}"',
        encoding="utf-8",
    )
    assert told_of(problems_of(folder)) == []


def test_that_part_of_an_english_word_is_no_promise(folder: Path) -> None:
    page = (folder / "en/explanations/order_pending.md").read_text(encoding="utf-8")
    (folder / "en/explanations/order_pending.md").write_text(
        page.replace("1. words", "1. uncertainly"), encoding="utf-8"
    )
    assert told_of(problems_of(folder)) == []


def test_that_the_library_holds_content_words_and_explanations(folder: Path) -> None:
    library = load_library(folder, TODAY)
    assert library.languages == ("zh_CN", "en")
    assert list(library.content.causes) == list(library.explanations["en"]) == ["order_pending", "score_dropped"]
    assert library.words["zh_CN"]["cause.order_pending.name"] == "words"


def test_that_more_checks_can_be_handed_in(folder: Path) -> None:
    def look(library: Library) -> list[Problem]:
        return [Problem("en", 0, library.languages[1])]

    with pytest.raises(ContentError) as caught:
        load_library(folder, TODAY, (look,))
    assert told_of(caught.value.problems) == [Told("en", 0, "en")]


def test_that_a_check_that_stumbles_over_a_mistake_told_already_is_forgiven(folder: Path) -> None:
    def stumble(_: Library) -> list[Problem]:
        raise MissingWordError(key="x", language="en")

    with pytest.raises(MissingWordError):
        load_library(folder, TODAY, (stumble,))
    (folder / "en/explanations/order_pending.md").unlink()
    with pytest.raises(ContentError) as caught:
        load_library(folder, TODAY, (stumble,))
    assert told_of(caught.value.problems) == [Told("model/causes.toml", 3, "missing_explanation")]


def test_that_a_word_of_the_program_missing_everywhere_is_told(folder: Path) -> None:
    for language in ("zh_CN", "en"):
        file = folder / language / "texts/all.toml"
        file.write_text(file.read_text(encoding="utf-8").replace("[band.low]", "[band_of.low]"), encoding="utf-8")
    assert told_of(problems_of(folder)) == [Told("zh_CN/texts", 0, "missing_words")] * 2


def test_that_lenders_need_no_question_about_them(folder: Path) -> None:
    questions = folder / "model/questions.toml"
    text = questions.read_text(encoding="utf-8").replace("request.lender", "request.other")
    questions.write_text(text, encoding="utf-8")
    assert not {"unknown_option", "unknown_lender"} & {one.code for one in told_of(problems_of(folder))}


def _hash_of(folder: Path) -> str:
    content = model_of(take_snapshot(folder)).content
    assert content is not None
    return content.language_independent_hash


def test_that_the_hash_of_the_model_changes_with_the_model_only(folder: Path) -> None:
    before = _hash_of(folder)
    with (folder / "en/texts/ui.toml").open("a", encoding="utf-8") as stream:
        stream.write("# more\n")
    assert _hash_of(folder) == before
    with (folder / "model/gates.toml").open("a", encoding="utf-8") as stream:
        stream.write("# more\n")
    assert _hash_of(folder) != before


def test_that_a_digest_tells_files_with_moved_borders_apart(tmp_path: Path) -> None:
    one = write_small(tmp_path / "one", {"model/a.toml": "xy", "model/b.toml": ""})
    two = write_small(tmp_path / "two", {"model/a.toml": "x", "model/b.toml": "y"})
    assert take_snapshot(one).digest() != take_snapshot(two).digest()


def test_that_a_day_that_has_passed_hides_no_mistake_in_a_page(folder: Path) -> None:
    asked = list[Library]()

    def check(library: Library) -> list[Problem]:
        asked.append(library)
        return []

    with pytest.raises(ContentError) as overdue:
        load_library(folder, TODAY.replace(year=TODAY.year + 20), (check,))
    assert {problem.code for problem in overdue.value.problems} <= set(OUT_OF_DATE)
    assert len(asked) == 1
