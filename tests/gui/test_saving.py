"""What lies on disk: whole, readable again, and never a reason not to start."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import AppError
from core.loading.library import Library
from core.schema.answers import Answer, Answers, Attempt, Measurement
from gui.draft import WAYS, Draft, fresh
from gui.keeper import Keeper
from gui.saving import BEFORE, FILE, FORMAT, Saving
from gui.session import Session

NOW = dt.datetime(2026, 9, 28, 21, 40)
VALUES: dict[str, Answer] = {
    "safety.asked_to_pay": "no",
    "safety.pressure": ("screen_share", "paid_bundle"),
    "request.amount": 8000.5,
    "request.planned": dt.datetime(2026, 9, 29, 20, 0),
    "device.phone_changed_on": dt.date(2026, 9, 20),
    "history.refused_on": "none",
    "card.kind": "not_sure",
    "network.quality": "smooth",
    "score.history": ((dt.date(2026, 6, 30), 655.0),),
}
SHARES = (("card_class_limit", 0.6), ("card_state", 0.25))
TRIES = (
    Attempt(dt.date(2026, 9, 26)),
    Attempt(dt.date(2026, 9, 27), "card_state"),
    Attempt(dt.datetime(2026, 9, 28, 20, 15), "card_class_limit", SHARES),
)
FIGURES = {"hosts": 5.0, "rounds": 50.0, "failed": 1.0, "median_ms": 23.5, "p95_ms": 80.0}
MEASURED = {"network.quality": Measurement("network", NOW, FIGURES)}
WHOLE = Draft(
    Answers(NOW.date(), "after", VALUES, TRIES, ("account_dormant",), ("send_one_yuan",), MEASURED),
    "short",
    "card.state",
    ("person.age",),
    ("card.kind", "person.age", "card.state"),
)


class Shelf:
    """Makes places to save in; hypothesis prints what a failing test was given, and this is short."""

    def __init__(self, library: Library) -> None:
        self._content = library.content

    def __call__(self, folder: str) -> Saving:
        return Saving(Path(folder), self._content)


@pytest.fixture(scope="session")
def shelf(library: Library) -> Shelf:
    return Shelf(library)


@pytest.fixture
def saving(library: Library, tmp_path: Path) -> Saving:
    return Saving(tmp_path / "data", library.content)


def written(saving: Saving, draft: Draft = WHOLE) -> dict[str, Any]:
    """Return a saved file's data, to be spoilt."""
    saving.write(draft, NOW)
    data: dict[str, Any] = json.loads(saving.file.read_text("utf-8"))
    return data


def spoil(saving: Saving, text: str | bytes) -> None:
    saving.file.parent.mkdir(parents=True, exist_ok=True)
    saving.file.write_bytes(text if isinstance(text, bytes) else text.encode())


def test_that_every_part_of_a_draft_comes_back(saving: Saving) -> None:
    saving.write(WHOLE, NOW)
    found = saving.read()
    assert found.draft == WHOLE
    assert list(found.draft.answers.values) == list(VALUES)
    assert (found.saved, found.notice) == (NOW, "")


@pytest.mark.parametrize("way", WAYS)
def test_that_every_way_comes_back(saving: Saving, way: Any) -> None:
    saving.write(fresh(NOW.date(), "before", way), NOW)
    found = saving.read().draft
    assert found is not None
    assert found.way == way


def test_that_an_empty_folder_holds_nothing_and_says_nothing(saving: Saving) -> None:
    assert (saving.read().draft, saving.read().notice) == (None, "")


def test_that_no_other_file_is_left_beside_the_two(saving: Saving) -> None:
    for number in range(3):
        saving.write(fresh(NOW.date() + dt.timedelta(days=number)), NOW)
    assert sorted(path.name for path in saving.file.parent.iterdir()) == sorted((FILE, BEFORE))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "0", '"x"', "{}", '{"format": "1"}', b"\xff\xfe\x00", "[" * 9999]
)
def test_that_a_damaged_file_is_put_aside_and_the_one_before_it_used(saving: Saving, text: str | bytes) -> None:
    saving.write(WHOLE, NOW)
    saving.write(fresh(NOW.date()), NOW)
    spoil(saving, text)
    found = saving.read()
    assert (found.draft, found.notice) == (WHOLE, "damaged")
    whole = text if isinstance(text, bytes) else text.encode()
    assert Path(found.file).read_bytes() == whole
    assert not saving.file.exists()


def test_that_forgetting_leaves_nothing_in_the_folder_but_what_is_no_answer(saving: Saving) -> None:
    folder = saving.file.parent
    folder.mkdir(exist_ok=True)
    other = ("settings.json", f"damaged-1-{FILE}.txt", f"damaged-x-{FILE}", "damaged-1-settings.json")
    for name in (f"damaged-1-{FILE}", f"damaged-12-{FILE}", f"damaged-1-{BEFORE}", ".unfinished-1", *other):
        (folder / name).write_text("x", "utf-8")
    saving.write(WHOLE, NOW)
    saving.write(WHOLE, NOW)
    saving.forget()
    assert sorted(path.name for path in folder.iterdir()) == sorted(other)


def test_that_ending_without_a_check_leaves_what_was_put_aside(saving: Saving) -> None:
    saving.file.parent.mkdir(exist_ok=True)
    aside = saving.file.with_name(f"damaged-1-{FILE}")
    aside.write_text("x", "utf-8")
    saving.erase()
    assert aside.read_text("utf-8") == "x"


def test_that_a_second_damaged_file_takes_no_place_of_the_first(saving: Saving) -> None:
    for text in ("first", "second"):
        spoil(saving, text)
        saving.read()
    kept = sorted(path.read_text() for path in saving.file.parent.glob("damaged-*"))
    assert kept == ["first", "second"]


def test_that_with_both_files_damaged_the_program_begins_anew_and_says_so(saving: Saving) -> None:
    spoil(saving, "x")
    (saving.file.parent / BEFORE).write_text("y")
    found = saving.read()
    assert (found.draft, found.notice) == (None, "damaged")
    assert sorted(path.read_text() for path in saving.file.parent.glob("damaged-*")) == ["x", "y"]


def test_that_a_newer_program_s_file_is_neither_read_nor_written(saving: Saving) -> None:
    data = written(saving)
    text = json.dumps({**data, "format": FORMAT + 1})
    spoil(saving, text)
    found = saving.read()
    assert (found.draft, found.notice) == (None, "newer")
    with pytest.raises(AppError):
        saving.write(WHOLE, NOW)
    assert saving.file.read_text("utf-8") == text


def test_that_a_file_of_the_first_format_opens_without_measurements_and_shares(saving: Saving) -> None:
    data = written(saving)
    del data["measured"], data["attempts"][2]["message_shares"]
    spoil(saving, json.dumps({**data, "format": 1}))
    found = saving.read()
    tries = (*TRIES[:2], replace(TRIES[2], message_shares=()))
    assert (found.draft, found.notice) == (
        replace(WHOLE, answers=replace(WHOLE.answers, measured={}, attempts=tries)),
        "",
    )
    assert found.draft is not None
    assert written(saving, found.draft)["format"] == FORMAT == 3


def test_that_a_file_of_the_second_format_keeps_its_measurements(saving: Saving) -> None:
    data = written(saving)
    del data["attempts"][2]["message_shares"]
    spoil(saving, json.dumps({**data, "format": 2}))
    found = saving.read().draft
    assert found is not None
    assert found.answers.measured == MEASURED
    assert [attempt.message_shares for attempt in found.answers.attempts] == [(), (), ()]


def test_that_a_try_whose_message_was_chosen_by_hand_has_no_shares_in_the_file(saving: Saving) -> None:
    assert [set(attempt) for attempt in written(saving)["attempts"]] == [
        {"when", "message"},
        {"when", "message"},
        {"when", "message", "message_shares"},
    ]


def test_that_a_share_of_a_message_of_another_content_is_kept_and_not_used(saving: Saving) -> None:
    data = written(saving)
    shares = {"unheard of": 0.5, "card_state": 0.25}
    data["attempts"][2]["message_shares"] = shares
    spoil(saving, json.dumps(data))
    found = saving.read().draft
    assert found is not None
    assert found.answers.attempts[2].message_shares == (("card_state", 0.25),)
    assert written(saving, found)["attempts"][2]["message_shares"] == shares


@pytest.mark.parametrize("shares", [{"card_state": 0}, {"card_state": 0.7, "id_expired": 0.4}, {"card_state": True}, 1])
def test_that_shares_that_are_none_are_damage(saving: Saving, shares: Any) -> None:
    data = written(saving)
    data["attempts"][2]["message_shares"] = shares
    spoil(saving, json.dumps(data))
    (saving.file.parent / BEFORE).unlink(missing_ok=True)
    assert saving.read().notice == "damaged"


def test_that_a_measurement_outlives_a_content_that_does_not_know_its_question(saving: Saving) -> None:
    data = written(saving)
    answers = {**data["answers"], "network.quality": "wobbly"}
    spoil(saving, json.dumps({**data, "answers": answers}))
    found = saving.read().draft
    assert found is not None
    assert found.kept == {"network.quality": "wobbly"}
    assert written(saving, found)["measured"] == data["measured"]


def test_that_answers_the_content_does_not_know_are_kept_and_written_again(saving: Saving) -> None:
    data = written(saving)
    strange = {"no.such_question": "yes", "card.state": "made_of_wood", "request.amount": [1, 2]}
    spoil(saving, json.dumps({**data, "answers": {**data["answers"], **strange}}))
    found = saving.read().draft
    assert found is not None
    assert found.kept == strange
    assert "request.amount" not in found.answers.values
    again = written(saving, found)
    assert {name: again["answers"][name] for name in strange} == strange


def test_that_messages_causes_and_actions_of_another_content_are_kept_and_not_used(saving: Saving) -> None:
    data = written(saving)
    data["attempts"][2] |= {"message": "unheard_of", "message_shares": {}}
    spoil(saving, json.dumps({**data, "objections": ["unheard_of"], "done": ["unheard_of"], "way": "on_foot"}))
    found = saving.read().draft
    assert found is not None
    assert found.answers.attempts[2] == Attempt(dt.datetime(2026, 9, 28, 20, 15))
    assert (found.answers.objections, found.answers.done, found.way) == ((), (), "full")
    assert set(found.strange) == {"objections", "done", "messages"}
    assert "unheard_of" in written(saving, found)["objections"]


def test_that_erasing_leaves_no_answer_on_disk(saving: Saving) -> None:
    saving.write(WHOLE, NOW)
    saving.write(WHOLE, NOW)
    saving.erase()
    assert list(saving.file.parent.iterdir()) == []


def test_that_a_folder_that_cannot_be_made_is_told_and_nothing_breaks(library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    saving = Saving(tmp_path / "file" / "data", library.content)
    with pytest.raises(AppError):
        saving.write(WHOLE, NOW)
    assert saving.read().draft is None


def test_that_a_write_that_fails_leaves_what_was_saved_before(saving: Saving) -> None:
    saving.write(WHOLE, NOW)
    saving.file.unlink()
    (saving.file.parent / BEFORE).unlink(missing_ok=True)
    saving.write(WHOLE, NOW)
    saving.file.parent.chmod(0o500)
    try:
        saving.write(fresh(NOW.date()), NOW)
    except AppError:
        assert saving.read().draft == WHOLE
    else:  # somebody who may write everywhere
        assert saving.read().draft == fresh(NOW.date())
    finally:
        saving.file.parent.chmod(0o700)


@pytest.mark.parametrize(
    "change",
    [
        {"saved": "2026-09-28T21:40:00+08:00"},
        {"answers": {"request.amount": 10**400}},
        {"answers": {"request.amount": float("nan")}},
        {"answers": {"score.history": [["2026-06-30", 10**400]]}},
        {"answers": {"request.planned": "2026-09-28T21:40:00+08:00"}},
        {"attempts": [{"when": "2026-09-28T20:15:00+00:00", "message": None}]},
        {"attempts": [{"when": "9999-12-31", "message": None}]},
        {"attempts": [{"when": "2026-09-28", "message": None, "message_shares": {"card_state": 10**400}}]},
        {"attempts": [{"when": "2026-09-28", "message": None, "message_shares": {"card_state": float("nan")}}]},
        {"measured": []},
        {"measured": {"network.quality": {"instrument": "network", "when": "2026-09-28T21:40:00"}}},
        {
            "measured": {
                "network.quality": {"instrument": "network", "when": 1, "figures": {**FIGURES, "failed": 10**400}}
            }
        },
        {"as_of": "0001-01-01"},
        {"as_of": "9999-12-31"},
    ],
    ids=str,
)
def test_that_a_value_nobody_expects_keeps_no_program_from_starting(shelf: Shelf, tmp_path: Path, change: Any) -> None:
    saving = shelf(str(tmp_path))
    spoil(saving, json.dumps({**written(saving), **change}))
    session = Session(fresh(NOW.date()))
    Keeper(session, shelf(str(tmp_path)), lambda: NOW, lambda _error: None)
    assert session.draft.answers.as_of >= NOW.date()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
TIMES = st.datetimes(timezones=st.none() | st.just(dt.UTC)).map(lambda moment: moment.isoformat())
FIELDS = (
    "saved",
    "as_of",
    "mode",
    "way",
    "at",
    "skipped",
    "answers",
    "attempts",
    "objections",
    "done",
    "measured",
    "format",
)


@given(st.dictionaries(st.sampled_from(FIELDS), JSON | TIMES, min_size=1, max_size=3), JSON)
def test_that_no_file_whatever_keeps_the_program_from_starting(
    shelf: Shelf, changes: dict[str, Any], amount: Any
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        saving = shelf(folder)
        data = written(saving)
        answers = {**data["answers"], "request.amount": amount}
        spoil(saving, json.dumps({**data, "answers": answers, **changes}))
        session = Session(fresh(NOW.date()))
        keeper = Keeper(session, shelf(folder), lambda: NOW, lambda _error: None)
        assert keeper.notice in ("", "damaged", "newer", "clock")
        assert session.draft.answers.as_of >= NOW.date()


def test_that_an_example_never_reaches_the_disk_and_leaves_the_own_check_there(shelf: Shelf, tmp_path: Path) -> None:
    session, told = Session(fresh(NOW.date())), list[AppError | None]()
    keeper = Keeper(session, shelf(str(tmp_path)), lambda: NOW, told.append)
    session.change(WHOLE)
    written = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    example = replace(WHOLE, answers=Answers(NOW.date(), "before", {"card.kind": "own_debit"}), example="one_digit")
    session.begin(example)
    session.change(replace(example, skipped=("card.state",)))
    assert (keeper.own, keeper.when()) == (WHOLE, None)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == written
    later = Session(fresh(NOW.date()))
    Keeper(later, shelf(str(tmp_path)), lambda: NOW, told.append)
    assert later.draft == WHOLE, "after a failure of the power, too"
    session.undo()
    session.undo()
    assert (session.draft, keeper.when(), told) == (WHOLE, NOW, [])
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == written
