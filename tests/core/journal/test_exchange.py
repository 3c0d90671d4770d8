"""Out and in again: what is exported comes back whole, and what comes in is counted before anything changes."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.journal.compare import compare
from core.journal.errors import ImportUnreadableError, NothingToUndoError
from core.journal.exchange import SCHEMA_FILE, export_json, read_export, schema_text
from core.journal.journal import Journal
from core.journal.merge import Choices, apply_merge, plan_merge, plan_undo, undo_merge
from core.journal.records import AnyRecord, AssessmentRecord, NoteRecord, ScoreRecord
from core.journal.scores import score_table_of
from core.journal.store import Store
from core.measure.score_table import ScoreRange, read_score_table
from tests.core.journal.desk import NOON, TELLING, Clock, check_of, one_of_each, result_of, uid

ROOT = Path(__file__).parents[3]
LATER = NOON + dt.timedelta(hours=1)
VERSIONS = st.builds(
    lambda number, option, late: check_of(number, answers={"card.kind": option}, changed=LATER if late else NOON),
    st.integers(1, 8),
    st.sampled_from(["a", "b"]),
    st.booleans(),
)
SIDES = st.lists(VERSIONS, max_size=8, unique_by=lambda record: record.uid)


def guest(*records: AssessmentRecord) -> Store:
    journal = Journal(None, Clock())
    journal.open()
    if records:
        journal.store.put(*records)
    return journal.store


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "export.json"
    file.write_text(text, "utf-8")
    return file


def test_that_an_export_comes_back_whole(journal: Journal, tmp_path: Path) -> None:
    journal.store.put(*one_of_each())
    back = read_export(written(tmp_path, export_json(journal.store, NOON)))
    assert (sorted(back.records, key=lambda record: record.uid), back.unread) == (one_of_each(), 0)


def test_that_the_published_schema_is_that_of_an_export() -> None:
    published = (ROOT / "resources" / "schemas" / SCHEMA_FILE).read_text("utf-8")
    assert published == schema_text()
    assert json.loads(published)["$schema"].startswith("https://json-schema.org/")


def test_that_an_export_has_what_the_schema_demands_and_nothing_else(journal: Journal) -> None:
    journal.store.put(*one_of_each())
    schema = json.loads(schema_text())
    data = json.loads(export_json(journal.store, NOON))
    assert set(data) == set(schema["properties"])
    shapes = {
        shape["properties"]["kind"]["const"]: shape for name, shape in schema["$defs"].items() if "Record" in name
    }
    for record in data["records"]:
        shape: dict[str, Any] = shapes[record["kind"]]
        assert set(shape["required"]) <= set(record) <= set(shape["properties"])
        assert shape["additionalProperties"] is False


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "journal_import_not_json"),
        ("[" * 100_000, "journal_import_not_json"),
        ('{"made": NaN, "records": []', "journal_import_not_json"),
        ('{"made": "\\ud800", "records": []}', "journal_import_not_json"),
        ("[]", "journal_import_no_journal"),
        ("{}", "journal_import_no_journal"),
        ('{"format": 1, "made": "2026-01-01T00:00:00", "records": [{"kind": "x"}]}', "journal_import_unreadable"),
        ('{"format": 4, "records": []}', "journal_import_newer"),
    ],
)
def test_that_what_is_no_export_is_refused(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(ImportUnreadableError) as told:
        read_export(written(tmp_path, text))
    assert told.value.code == code


def test_that_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ImportUnreadableError) as told:
        read_export(tmp_path / "none.json")
    assert told.value.code == "file_unreadable"


def test_that_of_two_records_of_one_uid_in_a_file_the_later_counts(tmp_path: Path) -> None:
    both = [check_of(1, changed=LATER, mode="after"), check_of(1)]
    data = {"format": 1, "made": str(NOON), "records": [json.loads(record.model_dump_json()) for record in both]}
    assert read_export(written(tmp_path, json.dumps(data))).records == both[:1]


def test_that_exported_scores_are_a_table_for_the_trend(journal: Journal, tmp_path: Path) -> None:
    told = [["2026-06-30", 655.0], ["2026-09-25", 648.5]]
    later = [["2026-09-25", 650.0]]
    journal.store.put(
        *one_of_each(),
        check_of(8, changed=LATER, answers={"score.history": later}),
        check_of(9, answers={"score.history": told}),
    )
    table = score_table_of(journal.store)
    assert table.text == "date,score\n2026-06-30,655\n2026-09-25,650\n2026-11-20,652\n"
    file = tmp_path / "scores.csv"
    file.write_text(table.text, "utf-8")
    back = read_score_table(file, ScoreRange(350, 950), NOON.date())
    assert [(day.isoformat(), value) for day, value in back] == [
        ("2026-06-30", 655.0),
        ("2026-09-25", 650.0),
        ("2026-11-20", 652.0),
    ]
    assert table.count == len(back)


def test_that_scores_of_several_kinds_are_not_mixed_unnoticed() -> None:
    store = guest()
    store.put(*(ScoreRecord(uid=uid(n), day=NOON.date(), changed=NOON, of=f"of{n}", value=600 + n) for n in (1, 2)))
    assert score_table_of(store).text == "date,score,of\n2026-11-25,601,of1\n2026-11-25,602,of2\n"


@given(SIDES, SIDES, st.sampled_from(["mine", "theirs", "newer", "both"]))
def test_that_a_merge_does_what_its_plan_counted_and_undo_takes_all_of_it_back(
    mine: list[AssessmentRecord], theirs: list[AssessmentRecord], choice: Any
) -> None:
    store = guest(*mine)
    before = store.marks()
    plan = plan_merge(store, theirs)
    assert store.marks() == before
    left, right = ({record.uid: record for record in side} for side in (mine, theirs))
    assert len(plan.new) == len(right.keys() - left.keys())
    assert len(plan.conflicts) == sum(left[name] != right[name] for name in left.keys() & right.keys())
    assert len(plan.new) + plan.same + len(plan.conflicts) == len(right)
    done = apply_merge(store, plan, Choices(choice), LATER)
    expected = {**right, **left}
    for name in left.keys() & right.keys():
        if choice == "theirs" or (choice == "newer" and right[name].changed > left[name].changed):
            expected[name] = right[name]
    found = {record.uid: record for record in store.each()}
    beside = [found.pop(name) for name in found.keys() - expected.keys()]
    assert found == expected
    both = plan.conflicts if choice == "both" else ()
    theirs_too = sorted((conflict.theirs.answers["card.kind"] for conflict in both), key=str)  # type: ignore[union-attr]  # all are checks
    assert sorted((record.answers["card.kind"] for record in beside), key=str) == theirs_too  # type: ignore[union-attr]  # as before
    if done.added + done.replaced:
        undo_merge(store)
    assert store.marks() == before


def test_that_a_conflict_names_what_differs_and_can_be_settled_on_its_own() -> None:
    store = guest(check_of(1), check_of(2))
    theirs = [check_of(1, mode="after"), check_of(2, mode="after")]
    plan = plan_merge(store, theirs)
    assert [conflict.fields for conflict in plan.conflicts] == [("mode",), ("mode",)]
    apply_merge(store, plan, Choices("theirs", {uid(2): "mine"}), NOON)
    assert [store.get(uid(1)), store.get(uid(2))] == [theirs[0], check_of(2)]


def test_that_kinds_can_be_left_out_and_chosen_otherwise_than_the_rest() -> None:
    mine = NoteRecord(uid=uid(1), day=NOON.date(), changed=NOON, place="lender_service", text="mine")
    score = ScoreRecord(uid=uid(2), day=NOON.date(), changed=NOON, of="platform", value=600)
    store = guest()
    store.put(mine, score)
    theirs: list[AnyRecord] = [
        mine.model_copy(update={"text": "theirs"}),
        score.model_copy(update={"value": 601.0}),
        check_of(3),
    ]
    choices = Choices("theirs", kinds={"note": "both", "score": "both"}, without=frozenset({"assessment"}))
    done = apply_merge(store, plan_merge(store, theirs), choices, NOON)
    assert (done.added, done.replaced, done.kept) == (1, 0, 2)
    texts = {record.text for record in store.each("note") if isinstance(record, NoteRecord)}
    assert texts == {"mine", "theirs"}
    assert list(store.each("score")) == [score], "two values of one score at one time are not both true"
    assert apply_merge(store, plan_merge(store, theirs), choices, NOON).added == 0, "the same file brings nothing twice"
    undo_merge(store)
    assert list(store.each()) == [mine, score]


def test_that_undo_tells_what_was_changed_since_and_would_be_lost() -> None:
    store = guest(check_of(1))
    apply_merge(store, plan_merge(store, [check_of(1, mode="after"), check_of(3)]), Choices("theirs"), NOON)
    store.put(check_of(3, mode="after"))
    told = plan_undo(store)
    assert (told.removed, told.restored, told.changed_since) == (1, 1, (uid(3),))
    undo_merge(store)
    assert list(store.each()) == [check_of(1)]
    with pytest.raises(NothingToUndoError):
        undo_merge(store)


def test_that_a_deleted_record_is_not_kept_for_an_undo() -> None:
    store = guest(check_of(1, answers={"card.kind": TELLING}))
    apply_merge(store, plan_merge(store, [check_of(1), check_of(3)]), Choices("theirs"), NOON)
    store.remove([uid(3)])
    assert plan_undo(store).restored == 1
    store.remove([uid(1)])
    with pytest.raises(NothingToUndoError):
        plan_undo(store)


def test_that_merges_are_taken_back_last_first() -> None:
    store = guest(check_of(1))
    for number in (2, 3):
        apply_merge(store, plan_merge(store, [check_of(number)]), Choices(), NOON)
    undo_merge(store)
    assert sorted(store.marks()) == [uid(1), uid(2)]
    undo_merge(store)
    assert sorted(store.marks()) == [uid(1)]


def test_that_a_comparison_shows_what_changed_and_by_how_much() -> None:
    old = check_of(
        1, answers={"a": "x", "b": "y"}, result=result_of(0.7, one=0.2, two=0.1), done=["walk"], objections=["three"]
    )
    new = check_of(2, answers={"b": "z", "c": 3.0}, result=result_of(0.9, one=0.05, four=0.02), done=["walk", "call"])
    found = compare(old, new)
    assert [(change.question, change.before, change.after) for change in found.answers] == [
        ("b", "y", "z"),
        ("c", None, 3.0),
        ("a", "x", None),
    ]
    assert [(change.cause, change.before, change.after) for change in found.causes] == [
        ("one", 0.2, 0.05),
        ("two", 0.1, None),
        ("four", None, 0.02),
    ]
    assert found.arrives_by == pytest.approx(0.2)
    assert (found.new_done, found.new_objections, found.withdrawn) == (("call",), (), ("three",))
    assert found.same_numbers
    assert not found.nothing


def test_that_a_check_compared_with_itself_shows_nothing() -> None:
    record = check_of(1, result=result_of(0.7, one=0.2))
    found = compare(record, record)
    assert found.nothing
    assert (found.causes, found.arrives_by) == ((), 0.0)


def test_that_other_numbers_behind_a_result_are_told() -> None:
    found = compare(check_of(1, content_version="2026.10.0"), check_of(2, content_version="2026.11.0"))
    assert not found.same_numbers
    assert (found.arrives_by, found.causes) == (None, ())


def test_that_a_comparison_names_an_answer_that_now_stands_on_a_measurement_and_calls_it_no_change() -> None:
    figures = {"hosts": 3.0, "rounds": 15.0, "failed": 0.0, "median_ms": 42.5, "p95_ms": 88.0}
    by = {"instrument": "network", "when": "2026-11-20T10:30:00", "figures": figures}
    answers = {"network.quality": "smooth"}
    found = compare(check_of(1, answers=answers), check_of(2, answers=answers, measured={"network.quality": by}))
    assert found.evidence == ("network.quality",)
    assert found.nothing


def test_that_a_measurement_comes_back_from_an_export_and_counts_as_a_difference(tmp_path: Path) -> None:
    figures = {"hosts": 3.0, "rounds": 15.0, "failed": 0.0, "median_ms": 42.5, "p95_ms": 88.0}
    by = {"instrument": "network", "when": "2026-11-20T10:30:00", "figures": figures}
    record = check_of(1, answers={"network.quality": "smooth"}, measured={"network.quality": by})
    file = tmp_path / "out.json"
    file.write_text(export_json(guest(record), NOON), "utf-8")
    found = read_export(file).records
    assert found == [record]
    bare = guest(check_of(1, answers={"network.quality": "smooth"}))
    (conflict,) = plan_merge(bare, found).conflicts
    assert conflict.fields == ("measured",)
