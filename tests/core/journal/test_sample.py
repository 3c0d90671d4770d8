"""The example journal tells what the cases tell, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.assess import ROAD_ONLY, Assessor
from core.explain.language import Language
from core.journal.convert import opened, said_before
from core.journal.journal import Journal
from core.journal.records import AnyRecord, AssessmentRecord, AttemptRecord, as_json
from core.journal.sample import sample_records, uid_of
from core.library.cases import Cases
from core.loading.library import Library
from core.schema.answers import Answers, as_moment
from core.schema.content import Content
from tests.core.journal.desk import NOON


@pytest.fixture(scope="module")
def cases(library: Library, languages: Mapping[str, Language]) -> Mapping[str, Answers]:
    books = Cases(languages["en"], library.shelf.cases)
    return {name: books.answers(name) for name in library.content.library.case}


@pytest.fixture(scope="module")
def records(cases: Mapping[str, Answers], content: Content, assessor: Assessor) -> tuple[AnyRecord, ...]:
    return sample_records(cases, content, lambda answers: assessor.assess(answers, ROAD_ONLY))


def checks(records: tuple[AnyRecord, ...]) -> dict[str, AssessmentRecord]:
    return {record.uid: record for record in records if isinstance(record, AssessmentRecord)}


def tries(records: tuple[AnyRecord, ...], case: str) -> list[AttemptRecord]:
    mine = [record for record in records if isinstance(record, AttemptRecord) and record.assessment == uid_of(case)]
    return sorted(mine, key=lambda record: record.when)


def test_that_every_case_is_a_check_with_its_answers_and_a_result(
    cases: Mapping[str, Answers], records: tuple[AnyRecord, ...], content: Content
) -> None:
    found = checks(records)
    assert found.keys() == {uid_of(case) for case in cases}
    for case, answers in cases.items():
        record = found[uid_of(case)]
        assert opened(record, content).answers == answers
        assert record.result is not None


def test_that_what_came_of_the_tries_is_what_the_story_ends_with(
    cases: Mapping[str, Answers], records: tuple[AnyRecord, ...], content: Content
) -> None:
    for case, answers in cases.items():
        made, ending = tries(records, case), content.library.case[case].outcome
        outcomes = [record.outcome for record in made]
        arrived = "arrived" in outcomes
        assert arrived == (ending == "arrived" or (ending == "arrived_later" and "request.planned" in answers.values))
        assert ("waiting" in outcomes) == (ending == "still_waiting" and bool(answers.attempts))
        assert len(made) >= len(answers.attempts)
        assert all(outcome == "failed" for outcome in outcomes[:-1])


def test_that_a_try_knows_only_what_was_before_it(records: tuple[AnyRecord, ...], content: Content) -> None:
    for record in records:
        if isinstance(record, AttemptRecord):
            earlier = [as_moment(attempt.when) for attempt in said_before(record, content).answers.attempts]
            assert all(moment.isoformat() < record.when + ":59" for moment in earlier)


def test_that_it_is_the_same_journal_each_time_and_fits_a_store(
    cases: Mapping[str, Answers], records: tuple[AnyRecord, ...], content: Content, assessor: Assessor
) -> None:
    again = sample_records(cases, content, lambda answers: assessor.assess(answers, ROAD_ONLY))
    assert list(map(as_json, again)) == list(map(as_json, records))
    journal = Journal(None, lambda: NOON)
    journal.open()
    journal.store.put(*records)
    assert len(journal.store.marks()) == len(records)
