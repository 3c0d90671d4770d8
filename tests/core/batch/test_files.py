"""Files in and out: forms, parts, refusal of what cannot be used, and nothing half written."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
import pytest

from core.batch.columns import OTHERS
from core.batch.run import _Written
from core.batch.source import source_of
from core.commands.batch import batch_as_text, files_of
from core.commands.workplace import Workplace
from core.schema.content import Content
from tests.core.batch.tables import TODAY, row, table, typical
from tests.core.commands.running import Run

ROOT = Path(__file__).parents[3]
FORMS = ("csv", "jsonl", "parquet")


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.batch.source.ROWS_AT_ONCE", 13)


@pytest.fixture
def folder(tmp_path: Path, content: Content) -> Path:
    """Return a folder with the same thirty borrowers in every form; one of them cannot be used."""
    rows = [{**row(one), "id": f"b{place}"} for place, one in enumerate(typical(content, 30))]
    rows[3]["as_of"] = "soon"
    people = table(rows)
    people.write_csv(tmp_path / "people.csv")
    people.write_ndjson(tmp_path / "people.jsonl")
    people.write_parquet(tmp_path / "people.parquet")
    return tmp_path


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def read(path: Path) -> pl.DataFrame:
    if path.suffix == ".parquet":
        return pl.read_parquet(path)
    return pl.read_ndjson(path) if path.suffix == ".jsonl" else pl.read_csv(path)


def test_that_every_form_says_the_same(run: Run, folder: Path) -> None:
    for source in FORMS:
        out = folder / f"{source}_out.csv"
        code, told, _ = run("batch", folder / f"people.{source}", out, "--json")
        assert (code, json.loads(told)["rejected"]) == (0, 1)
    assert len({(folder / f"{source}_out.csv").read_bytes() for source in FORMS}) == 1
    assert len({(folder / f"{source}_out.rejects.csv").read_bytes() for source in FORMS}) == 1
    for form in FORMS:
        assert run("batch", folder / "people.csv", folder / f"again.{form}")[0] == 0
    plain = read(folder / "again.csv")
    for form in FORMS:
        again = read(folder / f"again.{form}").with_columns(pl.col("as_of", "planned").cast(pl.String))
        assert again.select(plain.columns).rows() == plain.rows()
    assert plain["row"].to_list() == [number for number in range(1, 31) if number != 4]


def test_that_two_files_with_half_of_the_rows_each_give_the_whole(run: Run, folder: Path) -> None:
    people = pl.read_csv(folder / "people.csv", infer_schema=False)
    for name, part in (("first", people[:11]), ("second", people[11:])):
        part.write_csv(folder / f"{name}.csv")
        assert run("batch", folder / f"{name}.csv", folder / f"{name}_out.csv")[0] == 0
    run("batch", folder / "people.csv", folder / "out.csv")
    halves = [read(folder / f"{name}_out.csv").drop("row") for name in ("first", "second")]
    assert pl.concat(halves).equals(read(folder / "out.csv").drop("row"), null_equal=True)


def test_that_no_part_is_longer_than_memory_is_meant_for(folder: Path, content: Content) -> None:
    for form in FORMS:
        parts = list(source_of(folder / f"people.{form}", content).parts())
        assert [part.table.height for part in parts] == [13, 13, 4]
        assert parts[-1].share == 1


def test_that_a_parquet_file_may_have_its_own_types(run: Run, tmp_path: Path) -> None:
    day, hour = dt.date(2026, 11, 26), dt.datetime(2026, 11, 26, 10)
    typed = {
        "id": [1, 2],
        "as_of": [day, None],
        "planned": [hour, None],
        "amount": [8000.0, float("nan")],
        "person.age": [32, None],
        "device.environment": [["vpn_or_proxy"], []],
        "person.student": pl.Series(["no", None], dtype=pl.Categorical),
    }
    pl.DataFrame(typed).write_parquet(tmp_path / "in.parquet")
    lines = [
        "id,as_of,planned,amount,person.age,device.environment,person.student",
        "1,2026-11-26,2026-11-26T10:00:00,8000,32,vpn_or_proxy,no",
        "2,,,,,none,",
    ]
    (tmp_path / "in.csv").write_text("\n".join(lines), encoding="utf-8")
    for form in ("parquet", "csv"):
        assert run("batch", tmp_path / f"in.{form}", tmp_path / f"{form}.csv")[0] == 0
    assert (tmp_path / "parquet.csv").read_bytes() == (tmp_path / "csv.csv").read_bytes()
    assert read(tmp_path / "csv.csv")["answered"].to_list() == [5, 1]


def test_that_unknown_columns_are_all_named_in_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,salary,amount,Name\na,1,2,3\n", encoding="utf-8")
    (tmp_path / "in.jsonl").write_text('{"salary": 1, "Name": 2}\n', encoding="utf-8")
    pl.DataFrame({"salary": [1], "Name": [2]}).write_parquet(tmp_path / "in.parquet")
    for form in FORMS:
        code, _, wrong = run("batch", tmp_path / f"in.{form}", tmp_path / "out.csv", "--lang", "en")
        assert (code, wrong.count("\n")) == (2, 1)
        assert "salary, Name" in wrong
    assert left(tmp_path) == {f"in.{form}" for form in FORMS}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("amount,request.amount\n1,1\n", "request.amount"),
        ("amount,amount\n1,1\n", "request.amount"),
        ("", "文件是空的"),
        ("\xff\xfea\n", "UTF-8"),
    ],
)
def test_that_a_header_must_be_one(run: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "in.csv").write_bytes(text.encode("latin-1"))
    code, _, wrong = run("batch", tmp_path / "in.csv", tmp_path / "out.csv")
    assert (code, wrong.count("\n")) == (2, 1)
    assert said in wrong
    assert left(tmp_path) == {"in.csv"}


@pytest.mark.parametrize("kind", [pl.Struct({"a": pl.Int8}), pl.Binary, pl.List(pl.List(pl.String)), pl.Time])
def test_that_a_column_of_what_is_no_answer_is_refused(run: Run, tmp_path: Path, kind: pl.DataType) -> None:
    pl.DataFrame({"amount": []}, schema={"amount": kind}).write_parquet(tmp_path / "in.parquet")
    code, _, wrong = run("batch", tmp_path / "in.parquet", tmp_path / "out.csv")
    assert (code, wrong.count("\n")) == (2, 1)
    assert "amount" in wrong


@pytest.mark.parametrize(
    "name", ["missing.csv", "missing.parquet", "folder.csv", "no_table.parquet", "table.xlsx", "table"]
)
def test_that_a_file_that_cannot_be_read_is_one_line(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "no_table.parquet").write_bytes(b"no table")
    before = left(tmp_path)
    code, _, wrong = run("batch", tmp_path / name, tmp_path / "out.csv")
    assert (code, wrong.count("\n")) == (2, 1)
    assert name in wrong
    assert left(tmp_path) == before


def test_that_a_file_that_turns_out_to_be_damaged_leaves_nothing(run: Run, folder: Path) -> None:
    whole = (folder / "people.parquet").read_bytes()
    (folder / "people.parquet").write_bytes(whole[:20] + b"\xff" * 400 + whole[420:])
    before = left(folder)
    code, _, wrong = run("batch", folder / "people.parquet", folder / "out.csv")
    assert (code, wrong.count("\n")) == (2, 1)
    assert "people.parquet" in wrong
    assert left(folder) == before


@pytest.mark.parametrize(
    "arguments", [("people.csv",), ("out.csv", "--rejects", "people.csv"), ("out.csv", "--rejects", "out.csv")]
)
def test_that_no_file_of_a_run_is_written_over(run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    before = (folder / "people.csv").read_bytes()
    given = [argument if argument.startswith("--") else folder / argument for argument in arguments]
    code, _, wrong = run("batch", folder / "people.csv", *given)
    assert (code, wrong.count("\n")) == (2, 1)
    assert (folder / "people.csv").read_bytes() == before


@pytest.mark.parametrize("form", FORMS)
def test_that_a_run_that_is_stopped_leaves_nothing(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    (folder / f"out.{form}").write_text("of an earlier run", encoding="utf-8")
    before = left(folder)

    def stop(_screen: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("core.batch.target.RejectsFile.add", _second_time(stop))
    monkeypatch.setattr("core.batch.run._Written.discard", _told_twice(_Written.discard))
    code, told, wrong = run("batch", folder / "people.csv", folder / f"out.{form}")
    assert (code, told, wrong.count("\n")) == (2, "", 1)
    assert left(folder) == before
    assert (folder / f"out.{form}").read_text("utf-8") == "of an earlier run"


def _told_twice(discard: Callable[[_Written], None]) -> Callable[[_Written], None]:
    """Return what is interrupted once more: polars tells of a key pressed, and then Python of the same one."""
    told = iter([True])

    def interrupted(written: _Written) -> None:
        if next(told, False):
            raise KeyboardInterrupt
        discard(written)

    return interrupted


def _second_time(act: object) -> object:
    calls: Iterator[int] = iter(range(100))

    def add(self: object, _rows: object) -> None:
        if next(calls) == 2:
            act(self)  # type: ignore[operator]  # whatever the test hands in

    return add


@pytest.mark.parametrize("form", FORMS)
def test_that_a_full_disk_is_one_line_and_leaves_nothing(run: Run, folder: Path, form: str) -> None:
    resource = pytest.importorskip("resource")
    before, limits = left(folder), resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, limits[1]))
    try:
        code, told, wrong = run("batch", folder / "people.csv", folder / f"out.{form}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (code, told, wrong.count("\n")) == (2, "", 1)
    assert f"out.{form}" in wrong
    assert left(folder) == before


def test_that_the_list_of_rejects_goes_where_it_is_asked_for(run: Run, folder: Path) -> None:
    code, told, _ = run(
        "batch", folder / "people.csv", folder / "out.csv", "--rejects", folder / "bad.csv", "--lang", "en"
    )
    assert code == 0
    assert str(folder / "bad.csv") in told
    assert (folder / "bad.csv").read_text("utf-8").splitlines()[0] == "row,column,reason"
    assert not (folder / "out.rejects.csv").exists()


def test_that_the_day_asked_for_is_that_of_every_row(run: Run, folder: Path) -> None:
    run("batch", folder / "people.csv", folder / "out.csv", "--as-of", "2026-09-20", "--json")
    assert set(read(folder / "out.csv")["as_of"]) == {"2026-09-20"}


def test_that_progress_is_shown_only_to_somebody_who_looks_on(folder: Path, cache: Path) -> None:
    place = Workplace(ROOT / "content", ROOT / "content", {}, cache, TODAY, "en")

    class Screen(io.StringIO):
        looked_at = True

        def isatty(self) -> bool:
            return self.looked_at

    seen, unseen = Screen(), Screen()
    unseen.looked_at = False
    for screen in (seen, unseen):
        batch_as_text(place, files_of(folder / "people.csv", folder / "out.csv", None), None, screen)
    assert "100%" in seen.getvalue()
    assert seen.getvalue().endswith("\r\x1b[K")
    assert unseen.getvalue() == ""


def test_that_no_other_command_waits_for_polars() -> None:
    command = "import sys, core.cli; sys.exit('polars' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_that_a_table_without_rows_gives_one_without_rows(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,amount\n", encoding="utf-8")
    for form in ("csv", "parquet"):
        assert run("batch", tmp_path / "in.csv", tmp_path / f"out.{form}")[0] == 0
        assert read(tmp_path / f"out.{form}").height == 0
        assert read(tmp_path / f"out.{form}").columns[:3] == ["row", "id", "as_of"]


def test_that_the_help_names_every_column_in_and_out(run: Run, folder: Path) -> None:
    _, told, _ = run("batch", "--help")
    run("batch", folder / "people.csv", folder / "out.csv")
    listed = {name for line in told.splitlines() for name in re.split(r"[ ,]+", line.strip())}
    written = {re.sub(r"^gate_.*_share$", "gate_..._share", name) for name in read(folder / "out.csv").columns}
    written = {re.sub(r"^cause_[123]_", "cause_N_", name) for name in written} - {"cause_2"}
    assert {*OTHERS, *written} - listed == set()
