"""What is wrong with a row: said in the words of answers files, kept apart, and of no harm to the other rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import polars as pl
import pytest

from core.catalogue import Catalogue
from core.errors import AnswersError
from core.explain.language import Language
from core.loading.answers_file import answers_of
from core.schema.content import Content
from tests.core.commands.running import Run

GOOD = "2026-11-26,before,8000,,\n"
HEADER = "as_of,mode,amount,tried,planned\n"


def batch(run: Run, source: Path, *more: object, out: str = "out.csv") -> tuple[int, str, str, list[list[str]]]:
    code, told, wrong = run("batch", source, source.with_name(out), "--lang", "en", *more)
    rejects = source.with_name(f"{Path(out).stem}.rejects.csv")
    listed = list(csv.reader(rejects.read_text("utf-8").splitlines())) if rejects.exists() else []
    return code, told, wrong, listed


def rows_of(out: Path) -> list[int]:
    return pl.read_csv(out)["row"].to_list()


@pytest.fixture
def words(languages: dict[str, Language]) -> Catalogue:
    return languages["en"].words


@pytest.mark.parametrize(
    ("line", "toml"),
    [
        ("yesterday,,,,", 'as_of = "yesterday"'),
        ("yesterday,after,,2020-01-01,2020-01-02", 'as_of = "yesterday"\nplanned = 2020-01-02'),
        (",now,,,", 'mode = "now"'),
        (",,much,,", 'amount = "much"'),
        (",after,,soon,", 'mode = "after"\nattempts = [{ when = "soon" }]'),
        ("2026-11-26,after,,2026-11-27,", 'mode = "after"\nattempts = [{ when = 2026-11-27 }]'),
        (",,,2026-11-20,", "attempts = [{ when = 2026-11-20 }]"),
        ("2026-11-26,,,,2027-01-31", "planned = 2027-01-31"),
    ],
)
def test_that_a_mistake_is_told_as_in_an_answers_file(
    run: Run, tmp_path: Path, content: Content, words: Catalogue, line: str, toml: str
) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f"{HEADER}{GOOD}{line}\n{GOOD}", encoding="utf-8")
    with pytest.raises(AnswersError) as told:
        answers_of("x.toml", toml if "as_of" in toml else f"as_of = 2026-11-26\n{toml}", content)
    expected = {words(f"problem.{problem.code}", **dict(problem.facts)) for problem in told.value.problems}
    _, _, _, listed = batch(run, source)
    found = [reason.replace("tried: ", "when: ") for _, _, reason in listed[1:]]
    assert {row for row, _, _ in listed[1:]} == {"2"}
    assert set(found) == {text.replace("in the file", "") for text in expected}
    assert rows_of(tmp_path / "out.csv") == [1, 3]


@pytest.mark.parametrize(
    ("column", "cell", "expected"),
    [
        ("score.history", "2026-09-01=650", "2026-09-01:650|…"),
        ("score.history", "2026-09-01:650|2026-09-02:9999", "2026-09-01:650|…"),
        ("score.history", "2026-09-01:650|", "2026-09-01:650|…"),
        ("device.environment", "vpn", "second_hand / none / not_sure"),
        ("device.environment", "none|second_hand", "second_hand / none / not_sure"),
        ("person.age", "32.5", "10 to 110 years, a whole number"),
        ("person.age", "nan", "10 to 110 years, a whole number"),
        ("amount", "1_000", "1 to 1000000 yuan"),
        ("limit.valid_until", "none", "2026-09-27"),
        ("objections", "bad_luck", "bad_luck"),
        ("done", "nothing", "nothing"),
        ("planned", "2020-01-01", "days later"),
    ],
)
def test_that_a_reason_says_what_would_fit_into_the_cell(
    run: Run, tmp_path: Path, column: str, cell: str, expected: str
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({column: said}) + "\n" for said in ("", cell, None)), encoding="utf-8")
    _, _, _, listed = batch(run, source)
    assert [(row, name) for row, name, _ in listed[1:]] == [("2", column)]
    assert expected in listed[1][2]
    assert rows_of(tmp_path / "out.csv") == [1, 3]


def test_that_every_mistake_of_a_row_is_listed_and_no_other_cell(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("id,mode,amount,person.age\nsecret_name,now,much,32\nok,before,8000,32\n", encoding="utf-8")
    code, told, wrong, listed = batch(run, source)
    assert (code, wrong) == (0, "")
    assert "1 of 2 rows assessed" in told
    assert sorted(column for _, column, _ in listed[1:]) == ["amount", "mode"]
    assert "secret_name" not in (tmp_path / "out.rejects.csv").read_text("utf-8")


def test_that_a_number_that_could_be_somebodys_is_masked(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("mode,message\n6222021234567890,\nafter,13800138000\n", encoding="utf-8")
    _, _, _, listed = batch(run, source)
    text = " ".join(reason for _, _, reason in listed)
    assert "××××××" in text
    assert "6222" not in text
    assert "138" not in text


@pytest.mark.parametrize(
    "name", ["=1+1", "+86", "-x", "@x", "a b", "13800138000", "11010519491231002X", "a" * 65, "“x”"]
)
def test_that_an_id_is_no_formula_and_no_persons_number(run: Run, tmp_path: Path, name: str) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f"id\nok-1\n{name}\n", encoding="utf-8")
    _, _, _, listed = batch(run, source)
    assert [(row, column) for row, column, _ in listed[1:]] == [("2", "id")]
    assert pl.read_csv(tmp_path / "out.csv")["id"].to_list() == ["ok-1"]


def test_that_a_line_that_is_no_row_swallows_no_other(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    lines = [
        b"\xef\xbb\xbfid,amount\r",
        b"a,8000\r",
        b"b,8000,9\r",
        b'c,"8000\r',
        b'"d","8000"\r',
        b"e\r",
        b"f,\xff\xfe\r",
        b"\r",
        b"g," + b"9" * 1_200_000 + b"\r",
        "h,八千\r".encode(),
        b'i,"8,000"\r',
        b'j"k,1"\r',
        b'k,80"00\r',
        b'l,"80"00\r',
        b"z,8000",
    ]
    source.write_bytes(b"\n".join(lines))
    _, _, _, listed = batch(run, source)
    reasons = {row: reason for row, _, reason in listed[1:]}
    assert list(reasons) == ["2", "3", "5", "6", "8", "9", "10", "11", "12", "13"]
    assert "has 3 cells" in reasons["2"]
    assert "quotation" in reasons["3"]
    assert "UTF-8" in reasons["6"]
    assert "too long" in reasons["8"]
    assert rows_of(tmp_path / "out.csv") == [1, 4, 14]


def test_that_a_line_of_json_is_an_object_with_known_keys(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = [
        '{"id": "a", "amount": 8000, "device.environment": [], "score.history": [["2026-09-01", 650]]}',
        "[1]",
        '{"amount": ',
        '{"id": "b", "amonut": 1}',
        '{"id": "c", "amount": "\\ud800"}',
        '{"id": "d", "amount": {"yuan": 1}}',
        '{"id": "e", "amount": true}',
        '{"id": "f", "amount": ' + "9" * 6000 + "}",
        '{"id": "g", "device.environment": ["vpn_or_proxy", "altered_system"], "planned": null}',
    ]
    source.write_text("\n".join(lines), encoding="utf-8")
    _, _, _, listed = batch(run, source)
    assert [row for row, _, _ in listed[1:]] == ["2", "3", "4", "5", "6", "7", "8"]
    assert "“amonut”" in listed[3][2]
    assert rows_of(tmp_path / "out.csv") == [1, 9]
    assert pl.read_csv(tmp_path / "out.csv")["answered"].to_list() == [3, 1]


def test_that_as_many_messages_as_tries_are_wanted(run: Run, tmp_path: Path, content: Content) -> None:
    message = next(iter(content.messages))
    source = tmp_path / "in.jsonl"
    tried = "2026-11-20|2026-11-21T10:00:00"
    lines = [
        {"mode": "after", "tried": tried, "message": said} for said in (f"{message}|", message, f"|{message}|", "||")
    ]
    lines += [
        {"mode": "after", "tried": "2026-11-20||2026-11-21"},
        {"mode": "after", "tried": "2026-11-20", "message": "x"},
    ]
    source.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    _, _, _, listed = batch(run, source, "--as-of", "2026-11-26")
    assert [(row, column) for row, column, _ in listed[1:]] == [
        ("2", "message"),
        ("3", "message"),
        ("4", "message"),
        ("5", "tried"),
        ("6", "message"),
    ]
    assert rows_of(tmp_path / "out.csv") == [1]
