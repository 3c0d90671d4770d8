"""A participant's result: the same bytes for the same result, and nothing in it that nobody asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from core.classroom.kinds import BadCodeError
from core.classroom.result import (
    SCHEMA_FILE,
    SIZE_LIMIT,
    ClassResult,
    UnreadableResultError,
    file_name,
    from_bytes,
    save_result,
    schema_text,
    to_bytes,
)
from core.classroom.words import normal, pair_mark, workshop_code
from tests.core.classroom.papers import RESULTS, result_of

ROOT = Path(__file__).parents[3]


@given(RESULTS)
def test_that_a_result_comes_back_whole_and_is_written_in_one_way(result: ClassResult) -> None:
    data = to_bytes(result)
    assert from_bytes(data) == result
    assert to_bytes(from_bytes(data)) == data
    loose = json.dumps(dict(reversed(json.loads(data).items())), indent=3).encode()
    assert to_bytes(from_bytes(loose)) == data


def test_that_the_published_schema_is_that_of_a_result() -> None:
    published = (ROOT / "resources" / "schemas" / SCHEMA_FILE).read_text("utf-8")
    assert published == schema_text()
    assert json.loads(published)["additionalProperties"] is False


def test_that_a_result_has_no_field_beyond_those_that_were_thought_about() -> None:
    fields = {"format", "kind", "workshop", "version", "quiz", "round", "slip", "pair", "answers", "runs"}
    assert set(json.loads(to_bytes(result_of(1)))) == fields


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": "Wang"}, "class_result_unknown_field"),
        ({"format": 2}, "class_result_other_format"),
        ({"kind": "journal"}, "class_result_other_format"),
        ({"quiz": "=cmd|' /C calc'!A0"}, "class_result_wrong_value"),
        ({"quiz": "../../secret"}, "class_result_wrong_value"),
        ({"quiz": "class\n"}, "class_result_wrong_value"),
        ({"slip": "0"}, "class_result_wrong_value"),
        ({"answers": {"a": float("nan")}}, "class_result_wrong_value"),
        ({"answers": {"a": float("inf")}}, "class_result_wrong_value"),
        ({"answers": {"a": True}}, "class_result_wrong_value"),
        ({"answers": {"a": "3"}}, "class_result_wrong_value"),
        ({"answers": {"a": []}}, "class_result_wrong_value"),
        ({"answers": {f"a{n}": None for n in range(61)}}, "class_result_wrong_value"),
        ({"runs": [{"case": "a", "answers": {"debts.monthly_income": 3000}}]}, "class_result_unknown_field"),
        ({"runs": [{"case": "a"}, {"case": "a"}]}, "class_result_wrong_value"),
    ],
)
def test_that_what_does_not_fit_is_refused_with_its_reason(change: dict[str, Any], code: str) -> None:
    data = json.dumps({**json.loads(to_bytes(result_of(1))), **change}).encode()
    with pytest.raises(UnreadableResultError) as told:
        from_bytes(data)
    assert told.value.code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "class_result_not_json"),
        (b"\x00\xff", "class_result_not_json"),
        (b"[]", "class_result_unreadable"),
        (b"[" * 30_000, "class_result_not_json"),
        (b'{"format":1}', "class_result_other_format"),
        (b'{"format":1,"kind":"class_result"}', "class_result_missing_field"),
        (b" " * (SIZE_LIMIT + 1), "class_result_too_large"),
    ],
)
def test_that_what_is_no_result_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableResultError) as told:
        from_bytes(data)
    assert told.value.code == code


@pytest.mark.parametrize("field", ["format", "kind"])
def test_that_a_file_must_say_what_it_is(field: str) -> None:
    data = {name: value for name, value in json.loads(to_bytes(result_of(1))).items() if name != field}
    with pytest.raises(UnreadableResultError) as told:
        from_bytes(json.dumps(data).encode())
    assert told.value.code == "class_result_other_format"


def test_that_a_reason_repeats_nothing_that_a_file_says() -> None:
    data = json.dumps({**json.loads(to_bytes(result_of(1))), "=HYPERLINK()": 1}).encode()
    with pytest.raises(UnreadableResultError) as told:
        from_bytes(data)
    assert told.value.facts == {"where": "-"}


def test_that_the_name_of_a_file_says_nothing_but_its_bytes(tmp_path: Path) -> None:
    file = save_result(result_of(1), tmp_path)
    assert file.name == file_name(result_of(1))
    assert from_bytes(file.read_bytes()) == result_of(1)
    assert save_result(result_of(1), tmp_path) == file
    assert [found.name for found in tmp_path.iterdir()] == [file.name]


def test_that_saving_replaces_nothing_and_follows_no_link(tmp_path: Path) -> None:
    taken, elsewhere = tmp_path / file_name(result_of(1)), tmp_path / "elsewhere"
    taken.symlink_to(elsewhere)
    file = save_result(result_of(1), tmp_path)
    assert file.name == file_name(result_of(1), 16)
    assert not elsewhere.exists()
    assert taken.is_symlink()


def test_that_a_folder_in_which_every_name_is_taken_is_told(tmp_path: Path) -> None:
    for digits in (8, 16, 64):
        (tmp_path / file_name(result_of(1), digits)).write_text("taken", "utf-8")
    with pytest.raises(UnreadableResultError):
        save_result(result_of(1), tmp_path)


def test_that_a_word_pairs_however_it_is_typed_and_in_one_workshop_only() -> None:
    assert pair_mark("Blue ＳＴＯＮＥ", "k7m2qx") == pair_mark(" blue stone\u200b ", "k7m2qx")
    assert pair_mark("blue stone", "k7m2qx") != pair_mark("blue stone", "k7m2qy")
    assert pair_mark("青石", "k7m2qx") != pair_mark("青石头", "k7m2qx")


@pytest.mark.parametrize("word", ["", "  ", "\u200b", "a" * 41])
def test_that_a_word_nobody_could_type_twice_is_refused(word: str) -> None:
    with pytest.raises(BadCodeError):
        normal(word)


@pytest.mark.parametrize("typed", ["", "abc", "k7m2q0", "k7m2qx/../..", "a" * 13])
def test_that_a_code_with_other_signs_is_refused(typed: str) -> None:
    with pytest.raises(BadCodeError):
        workshop_code(typed)
