"""What else the journal page shows and gives back: measurements, notes of calls, scores, rounds of the quiz. No window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.schema.answers import Measurement
from gui.draft import Draft, with_answer, with_measured
from gui.keeping import record_now
from tests.pages.desk import NOW, draft_of
from tests.pages.journal_keeper import Page, cheap_keys, page

__all__ = ("cheap_keys", "page")

FIGURES = {"hosts": 3.0, "rounds": 15.0, "failed": 0.0, "median_ms": 42.5, "p95_ms": 88.0}
PROBED = Measurement("network", NOW - dt.timedelta(hours=2), FIGURES)
QUALITY = "network.quality"


def measured_draft() -> Draft:
    return with_measured(draft_of("review", request__lender="jiebei"), QUALITY, "smooth", PROBED)


def test_that_a_check_that_is_gone_on_with_has_its_measurement_again(page: Page) -> None:
    draft, content = measured_draft(), page.desk.engine.content
    page.put(record_now(draft, content, NOW, "a" * 32))
    page.act("open", "a" * 32)
    figures = page.desk.speaker.wording.delay(FIGURES["median_ms"])
    assert figures in dict(page.blocks["reading"].table)[page.desk.speaker.wording.fact_name(QUALITY)]
    page.act("go_on")
    back = page.office.draft.answers.measured[QUALITY]
    assert back == replace(PROBED, when=PROBED.when.replace(microsecond=0))


def test_that_the_same_answer_measured_since_stands_in_the_comparison_with_its_evidence(page: Page) -> None:
    draft, content = measured_draft(), page.desk.engine.content
    page.put(record_now(with_answer(draft, QUALITY, "smooth"), content, NOW, "a" * 32))
    page.put(record_now(draft, content, NOW + dt.timedelta(minutes=1), "b" * 32))
    for uid in "ab":
        page.act("mark", uid * 32)
    (row,) = (row for row in page.blocks["compare"].table if row[0] == page.desk.speaker.wording.fact_name(QUALITY))
    figures = page.desk.speaker.wording.delay(FIGURES["median_ms"])
    assert [figures in cell for cell in row[1:]] == [False, True]
    assert page.words("compare.nothing") in page.said("compare")
