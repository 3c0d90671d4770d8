"""A table of borrowers against each of them alone: facts, and everything that comes out."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import numpy as np
import polars as pl
import pytest

from core.assess import ROAD_ONLY, Assessor
from core.batch import assess_table, twins
from core.batch.coded import Coded, Numbers, meets
from core.batch.facts import ColumnFacts
from core.batch.reading import Days, read_rows
from core.batch.rows import When
from core.estimate.history import looking_back
from core.facts.catalogue import DERIVED
from core.schema.answers import Answers, Attempt
from core.schema.assessment import Assessment
from core.schema.conditions import Condition, holds
from core.schema.content import Content
from tests.core.batch.tables import TODAY, odd, row, table, typical
from tests.core.borrowers import AS_OF

pytestmark = pytest.mark.dear

CLOSE = 1e-12


def check(said: dict[str, Any], alone: Assessment) -> None:
    """Compare one row of the result with the assessment of its borrower."""
    assert said["problem"] is None
    assert said["arrives"] == pytest.approx(alone.arrives.estimate, abs=CLOSE)
    assert (said["band"], said["mode"], said["as_of"]) == (alone.band, alone.mode, alone.as_of)
    assert (said["safety"], said["safety_signs"] or "") == (alone.safety.level, "|".join(alone.safety.flags))
    assert said["tries_counted"] == alone.attempts_counted
    by_id = {cause.id: cause for cause in alone.causes}
    for gate in alone.gates:
        share = math.fsum(cause.share for cause in alone.causes if cause.gate == gate.id)
        assert said[f"gate_{gate.id}_share"] == pytest.approx(share, abs=CLOSE)
    named = sorted((cause.blocker for cause in alone.causes if not cause.unexplained), reverse=True)
    for number in (1, 2, 3):
        cause = by_id[said[f"cause_{number}"]]
        assert cause.blocker == pytest.approx(named[number - 1], abs=CLOSE)
        assert said[f"cause_{number}_chance"] == pytest.approx(cause.blocker, abs=CLOSE)
        assert said[f"cause_{number}_share"] == pytest.approx(cause.share, abs=CLOSE)
    hidden = math.fsum(cause.blocker for cause in alone.causes if cause.unexplained)
    assert said["unexplained_chance"] == pytest.approx(hidden, abs=CLOSE)


def test_a_thousand_borrowers_in_a_table_equal_a_thousand_assessments(assessor: Assessor, content: Content) -> None:
    people = typical(content, 1000)
    found = assess_table(table([row(one) for one in people]), content, TODAY)
    for said, one in zip(found.iter_rows(named=True), people, strict=True):
        check(said, assessor.assess(one, ROAD_ONLY))
        assert said["answered"] == sum(one.known(name) is not None for name in one.values)
    assert {0, 1, 2, 3} <= set(found["tries_counted"])


def test_any_answers_and_more_tries_than_count_equal_assessments_too(assessor: Assessor, content: Content) -> None:
    people = [odd(content, seed) for seed in range(200)]
    found = assess_table(table([row(one) for one in people]), content, TODAY)
    for said, one in zip(found.iter_rows(named=True), people, strict=True):
        check(said, assessor.assess(one, ROAD_ONLY))
    assert max(found["tries_counted"]) < max(len(one.attempts) for one in people)


@pytest.mark.parametrize("with_twins", [True, False])
def test_facts_of_columns_are_those_of_each_borrower(
    assessor: Assessor, content: Content, monkeypatch: pytest.MonkeyPatch, with_twins: bool
) -> None:
    """Without twins every derived fact goes the way of one that an author may add tomorrow."""
    if not with_twins:
        monkeypatch.setattr("core.batch.facts.TWINS", {})
    assert twins.TWINS.keys() <= DERIVED.keys()
    people = [odd(content, seed) for seed in range(300, 380)]
    rows = read_rows(table([row(one) for one in people]), content, Days(TODAY)).rows
    nobody_knows = Coded((None,), np.zeros(len(people), dtype=np.int64))
    ahead = [(one, one.planned) for one in people]
    back = [(looking_back(one), one.as_of - dt.timedelta(days=30)) for one in people]
    for when, alone in ((rows.planned, ahead), (When.of(nobody_knows, rows.as_of - 30), back)):
        facts = ColumnFacts(rows, when, assessor.model.reader)
        for place, (one, moment) in enumerate(alone):
            for name, value in assessor.model.reader.read(one, moment).items():
                column = facts.fact(name)
                if isinstance(column, Coded):
                    assert column.values[column.codes[place]] == value, name
                else:
                    assert column.values[place] == pytest.approx(math.nan if value is None else value, nan_ok=True), (
                        name
                    )


def test_a_condition_on_numbers_holds_for_all_rows_as_for_each() -> None:
    values = (None, -math.inf, 0.0, 1.0, 2.5, math.inf)
    column = Numbers(np.array([math.nan if value is None else value for value in values]))
    for asked in (
        Condition(equals=1),
        Condition(equals="one"),
        Condition(any_of=(0.0, 2.5, "many")),
        Condition(at_least=1),
        Condition(at_most=0),
        Condition(between=(0, 2.5)),
        Condition(is_known=True),
        Condition(is_known=False),
        Condition(is_known=True, at_least=2),
        Condition(is_known=False, at_least=2),
    ):
        assert meets(asked, column).tolist() == [holds(asked, value) is True for value in values], asked


def test_a_message_without_a_time_is_of_a_try_on_the_day_of_assessment(assessor: Assessor, content: Content) -> None:
    message = next(iter(content.messages))
    said = {"as_of": AS_OF.isoformat(), "mode": "after", "message": message}
    found = assess_table(table([said]), content, TODAY).row(0, named=True)
    check(found, assessor.assess(Answers(AS_OF, "after", attempts=(Attempt(AS_OF, message),)), ROAD_ONLY))


def test_blanks_and_other_ways_to_write_an_answer_change_nothing(content: Content) -> None:
    plain = {
        "as_of": "2026-09-24",
        "mode": "after",
        "amount": "8000",
        "person.age": "32",
        "person.student": "no",
        "device.environment": "vpn_or_proxy|second_hand",
        "score.history": "2026-09-01:650|2026-09-20:600",
        "tried": "2026-09-20|2026-09-23T10:00:00",
        "message": "card_state|",
    }
    other = {
        **{name: f" {text} " for name, text in plain.items()},
        "amount": " 8e3",
        "person.age": "32.0",
        "score.history": "2026-09-20T08:00:00+08:00:600| 2026-09-01 : 650.0",
        "tried": "2026-09-23T10:00:00+08:00| 2026-09-20",
        "message": "|card_state",
        "done": " | ",
        "limit.valid_until": " ",
        "identity.id_expires_on": "not_sure",
    }
    found = assess_table(table([plain, other]), content, TODAY)
    assert found[0].equals(found[1], null_equal=True)
    assert found["problem"].is_null().all()
    unsure = [{**plain, "score.history": said, "amount": said} for said in ("not_sure", "")]
    found = assess_table(table(unsure), content, TODAY)
    assert found[0].equals(found[1], null_equal=True)
    assert found["answered"].to_list() == [3, 3]


def test_a_table_of_nothing_but_rows_is_of_people_of_whom_nothing_is_known(
    assessor: Assessor, content: Content
) -> None:
    found = assess_table(pl.DataFrame({"id": ["a", "b"]}), content, TODAY)
    for said in found.iter_rows(named=True):
        check(said, assessor.assess(Answers(TODAY), ROAD_ONLY))
    assert found["id"].to_list() == ["a", "b"]
    assert assess_table(pl.DataFrame({"id": []}, schema={"id": pl.String}), content, TODAY).columns == found.columns


def test_two_parts_of_a_table_equal_the_whole(content: Content) -> None:
    whole = table([row(one) for one in typical(content, 300)]).with_columns(
        pl.Series("amount", ["8000", "much", *["3000"] * 298])
    )
    whole = whole.drop("request.amount")
    parts = [assess_table(part, content, TODAY) for part in (whole[:120], whole[120:])]
    assert pl.concat(parts).equals(assess_table(whole, content, TODAY), null_equal=True)


def test_a_row_that_cannot_be_used_stays_in_its_place_without_estimates(content: Content) -> None:
    found = assess_table(pl.DataFrame({"amount": ["8000", "much"], "mode": ["before", "now"]}), content, TODAY)
    assert found["problem"].to_list() == [None, "mode: wrong_answer"]
    assert found["arrives"].is_null().to_list() == [False, True]
