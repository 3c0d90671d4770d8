"""Keeping and finding: what is put comes back, and what a search finds is what a look at every record finds."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.journal.errors import JournalDamagedError, LockedError, NoSuchRecordError, UnreadableRecordError
from core.journal.find import Query, find
from core.journal.health import check
from core.journal.journal import Journal
from core.journal.records import KINDS, AssessmentRecord, terms_of
from core.journal.rows import seal_of
from core.journal.store import Store
from tests.core.journal.desk import NOON, Clock, check_of, one_of_each, result_of, uid

QUESTIONS, OPTIONS = ("request.lender", "card.kind", "score.reason"), ("a", "b", "c")
CHECKS = st.builds(
    lambda number, day, answers, band: check_of(
        number,
        day=dt.date(2026, 1, 1) + dt.timedelta(day),
        answers=answers,
        result=result_of().model_copy(update={"band": band}),
    ),
    st.integers(0, 30),
    st.integers(0, 5),
    st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(OPTIONS)),
    st.sampled_from(["low", "high"]),
)
TERMS = st.sampled_from([*(f"{q}={o}" for q in QUESTIONS for o in OPTIONS), "band=low", "band=high", "band=none"])


def guest() -> Store:
    journal = Journal(None, Clock())
    journal.open()
    return journal.store


def test_that_every_kind_of_record_comes_back_as_it_was_put(journal: Journal) -> None:
    journal.store.put(*one_of_each())
    assert [journal.store.get(record.uid) for record in one_of_each()] == one_of_each()
    assert {kind: journal.store.count(kind) for kind in KINDS} == dict.fromkeys(KINDS, 1)


def test_that_what_was_put_is_there_after_closing(journal: Journal) -> None:
    journal.store.put(*one_of_each())
    journal.close()
    journal.open()
    assert sorted(journal.store.each(), key=lambda record: record.uid) == one_of_each()


@given(
    st.lists(CHECKS, max_size=40),
    st.lists(TERMS, max_size=3, unique=True),
    st.none() | st.integers(0, 5),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_that_a_search_finds_what_a_look_at_every_record_finds(
    put: list[AssessmentRecord], terms: list[str], first: int | None, limit: int, offset: int
) -> None:
    store = guest()
    for record in put:
        store.put(record)
    since = None if first is None else dt.date(2026, 1, 1) + dt.timedelta(first)
    latest = {record.uid: record for record in put}.values()
    fitting = [
        record
        for record in latest
        if {f"assessment {term}" for term in terms} <= terms_of(record) and (since is None or record.day >= since)
    ]
    page = find(store, Query("assessment", tuple(terms), since), limit, offset)
    every = find(store, Query("assessment", tuple(terms), since), limit=-1).records
    assert page.total == len(fitting)
    assert {record.uid for record in every} == {record.uid for record in fitting}
    assert list(page.records) == list(every[offset : offset + limit])
    assert [record.day for record in every] == sorted((record.day for record in every), reverse=True)


@pytest.mark.parametrize("rare", [0, 1, 5])
def test_that_few_records_are_found_among_many_that_share_a_term(rare: int) -> None:
    store = guest()
    said = {number: {"card.kind": "a" if number < rare else "b", "score.reason": "c"} for number in range(150)}
    store.put(*(check_of(number, answers=answers) for number, answers in said.items()))
    store.put(*(check_of(200 + number, answers={"card.kind": "a"}) for number in range(2)))
    page = find(store, Query("assessment", ("score.reason=c", "card.kind=a")))
    assert {record.uid for record in page.records} == {uid(number) for number in range(rare)}
    assert page.total == rare


def test_that_a_note_is_found_by_its_words_and_a_percent_sign_is_only_a_sign() -> None:
    store = guest()
    store.put(*one_of_each())
    assert find(store, Query("note", text="THREE days")).total == 1
    assert find(store, Query("note", ("place=lender_service",), text="three")).total == 1
    assert find(store, Query("note", text="%")).total == 0


def test_that_records_put_together_are_kept_together_or_not_at_all(journal: Journal) -> None:
    journal.store.put(check_of(1))
    before = journal.store.marks()

    def stop() -> None:
        with journal.store.transaction():
            journal.store.put(check_of(2))
            journal.store.remove([uid(1)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop()
    assert journal.store.marks() == before


def test_that_a_removed_record_is_found_no_more(journal: Journal) -> None:
    journal.store.put(*one_of_each())
    assert journal.store.remove([uid(1), uid(9)]) == 1
    assert find(journal.store, Query("assessment", ("mode=before",))).total == 0
    with pytest.raises(NoSuchRecordError):
        journal.store.get(uid(1))


def test_that_a_closed_journal_gives_nothing(journal: Journal) -> None:
    journal.close()
    with pytest.raises(LockedError):
        _ = journal.store


def test_that_a_changed_byte_in_a_record_is_damage_and_a_foreign_record_is_not(journal: Journal) -> None:
    store = journal.store
    store.put(*one_of_each(), check_of(8))
    store.connection.execute("update record set data = replace(data, 'jiebei', 'jiebej') where uid = ?", (uid(8),))
    foreign = '{"kind": "of another program"}'
    sql = "update record set data = ?, seal = ? where uid = ?"
    store.connection.execute(sql, (foreign, seal_of(foreign), uid(2)))
    with pytest.raises(JournalDamagedError):
        store.get(uid(8))
    with pytest.raises(UnreadableRecordError):
        store.get(uid(2))
    health = check(store)
    assert (health.good, health.sound, health.records) == (False, True, 7)
    assert (health.damaged, health.unreadable) == ((uid(8),), (uid(2),))


def test_that_the_time_a_record_was_saved_is_kept_to_the_second() -> None:
    record = check_of(1, changed=NOON.replace(microsecond=5))
    assert record.changed == NOON
