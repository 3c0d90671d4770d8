"""What can be kept, and what cannot: there is no field for it, and no field takes it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.journal.records import RECORD, AnyRecord, NoteRecord, as_json
from core.journal.scrub import MASK, scrub
from tests.core.journal.desk import NOON, check_of, one_of_each, uid

FORBIDDEN = ("name", "phone", "mobile", "identity", "idcard", "card_number", "account", "address", "mail", "password")
FIGURES = {"hosts": 3.0, "rounds": 15.0, "failed": 0.0, "median_ms": 42.5, "p95_ms": 88.0}
PHONE, CARD, IDENTITY = "13800138000", "6222021234567890123", "11010519491231002X"


def field_names(schema: object) -> set[str]:
    """Return every name of a field in a JSON schema."""
    if isinstance(schema, list):
        return set().union(*map(field_names, schema))
    if not isinstance(schema, dict):
        return set()
    own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    return own.union(*map(field_names, schema.values()))


def test_that_no_field_is_meant_for_a_person() -> None:
    names = field_names(RECORD.json_schema())
    assert {"answers", "outcome", "text", "when"} <= names
    assert [name for name in names if any(word in name for word in FORBIDDEN)] == []


@pytest.mark.parametrize("number", [PHONE, CARD, IDENTITY])
@pytest.mark.parametrize("place", ["answers", "objections", "day", "uid", "mode", "content_version"])
def test_that_no_field_of_a_check_takes_a_number_of_a_person(number: str, place: str) -> None:
    data = {**check_of(1).model_dump(), place: {"request.amount": number} if place == "answers" else number}
    if place == "objections":
        data[place] = [number]
    try:
        kept = as_json(RECORD.validate_python(data))
    except ValidationError:
        return
    assert number not in kept


def test_that_a_phone_number_is_no_amount() -> None:
    with pytest.raises(ValidationError):
        check_of(1, answers={"request.amount": int(PHONE)})


def test_that_a_record_with_an_unforeseen_field_is_refused() -> None:
    with pytest.raises(ValidationError):
        RECORD.validate_python({**check_of(1).model_dump(), "full_name": "A"})


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: record.kind)
def test_that_a_record_comes_back_from_its_text_as_it_was(record: AnyRecord) -> None:
    assert RECORD.validate_json(as_json(record)) == record
    assert as_json(RECORD.validate_json(as_json(record))) == as_json(record)


@pytest.mark.parametrize(
    "written",
    [
        PHONE,
        CARD,
        IDENTITY,
        "138-0013-8000",
        "138 0013 8000",
        "6222 0212 3456 7890 123",
        "１３８００１３８０００",
        "a.b@c.cn",
    ],
)
def test_that_a_number_in_a_note_is_masked_however_it_is_written(written: str) -> None:
    note = NoteRecord(uid=uid(1), day=NOON.date(), changed=NOON, place="police", text=f"call {written} back")
    assert note.text == f"call {MASK * len(written)} back"


@pytest.mark.parametrize("kept", ["2026-09-27", "2026-09-27 10:30", "95188", "12378", "6 days, 3 times", "¥8,000"])
def test_that_days_hotlines_and_amounts_stay_in_a_note(kept: str) -> None:
    assert scrub(kept).text == kept


def test_that_digits_which_touch_a_day_hide_it_with_them() -> None:
    assert scrub("2026-09-2713").masked == 1


@given(st.text(alphabet="0123456789 -.xXA中９", max_size=60))
def test_that_no_six_digits_in_a_row_survive_and_the_length_stays(text: str) -> None:
    clean = scrub(text)
    days = re.compile(r"\d{4}[-.]\d{1,2}[-.]\d{1,2}")
    assert re.search(r"[0-9０-９]{6}", days.sub("", clean.text)) is None
    assert len(clean.text) == len(text)
    assert scrub(clean.text).text == clean.text


def test_that_a_quiz_keeps_an_option_several_options_and_a_number() -> None:
    chosen = {"one": "yes", "several": ["a", "b"], "number": 18.25}
    data = {"kind": "quiz", "uid": uid(9), "day": "2026-11-26", "changed": NOON, "quiz": "class", "chosen": chosen}
    record = RECORD.validate_python({**data, "asked": ["one", "several", "number", "left_open"], "right": ["one"]})
    assert RECORD.validate_json(as_json(record)) == record
    assert record.model_dump()["chosen"] == chosen


def test_that_a_quiz_of_before_several_options_is_still_read() -> None:
    old = (
        f'{{"uid":"{uid(9)}","day":"2026-01-02","changed":"2026-01-02T12:00:00","kind":"quiz","quiz":"start",'
        '"round":"alone","chosen":{"q1":"a"},"right":["q1"]}'
    )
    kept = RECORD.validate_json(old).model_dump()
    assert (kept["chosen"], kept["right"], kept["asked"]) == ({"q1": "a"}, ["q1"], [])


@pytest.mark.parametrize("number", [PHONE, CARD, IDENTITY])
def test_that_no_answer_of_a_quiz_takes_a_number_of_a_person(number: str) -> None:
    data = {"kind": "quiz", "uid": uid(9), "day": "2026-11-26", "changed": NOON, "quiz": "class"}
    for answer in (number, [number], float(number.rstrip("X"))):
        with pytest.raises(ValidationError):
            RECORD.validate_python({**data, "chosen": {"item": answer}})


def test_that_a_check_of_before_measurements_were_kept_is_still_read() -> None:
    old = check_of(1).model_dump(mode="json")
    del old["measured"]
    assert RECORD.validate_python(old) == check_of(1)


@pytest.mark.parametrize(
    "wrong",
    [
        {"instrument": "pay.example.com"},
        {"when": "2026-11-20"},
        {"figures": {**FIGURES, "pay.example.com": 1.0}},
        {"figures": {**FIGURES, "median_ms": 13800138000.0}},
        {"figures": {"hosts": 1.0}},
        {"host": "pay.example.com"},
    ],
)
def test_that_a_measurement_holds_the_figures_of_its_instrument_and_no_host(wrong: dict[str, object]) -> None:
    good = {"instrument": "network", "when": "2026-11-20T10:30:00", "figures": FIGURES}
    check_of(1, measured={"network.quality": good})
    with pytest.raises(ValidationError):
        check_of(1, measured={"network.quality": {**good, **wrong}})
