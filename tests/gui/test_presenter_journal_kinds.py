"""What else the journal page shows: measurements, notes of calls, scores, rounds of the quiz. No window."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.journal.records import RECORD, AnyRecord
from core.schema.answers import Measurement
from gui.draft import Draft, with_answer, with_measured
from gui.keeping import record_now
from gui.pages.journal.kept import ALSO_SHOWN
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
    assert any(figures in line for line in page.said("reading"))
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
    measured = page.words("read.measured", when=page.desk.speaker.wording.date(PROBED.when))
    assert [measured in cell for cell in row[1:]] == [False, True]
    assert page.words("compare.nothing") in page.said("compare")


def kept(kind: str, number: int, **said: object) -> AnyRecord:
    plain = {"uid": f"{number:032x}", "day": NOW.date() - number * dt.timedelta(days=1), "changed": NOW, "kind": kind}
    return RECORD.validate_python({**plain, **said})


NOTE = {"place": "lender_service", "text": "They said: wait.\nCall 13800138000 back."}
ROUND = {"quiz": "class", "round": "after", "asked": ["a", "b"], "right": ["a"]}


def test_that_notes_rounds_and_scores_are_listed_one_kind_at_a_time(page: Page) -> None:
    page.put(kept("score", 1, of="platform", value=652.0), kept("note", 2, **NOTE), kept("quiz", 3, **ROUND))
    (field,) = page.blocks["also"].fields
    assert [choice for choice, _ in field.choices] == ["note", "quiz", "score"]
    assert page.said("also-1") == ["They said: wait.", "Call ■■■■■■■■■■■ back."]
    page.type("also", "quiz")
    (told,) = page.said("also-1")
    for part in (page.office.words("quiz_set.class"), page.desk.speaker.wording.count(2, "questions")):
        assert part in told
    page.type("also", "score")
    assert page.said("also-1") == [page.desk.speaker.wording.count(652.0, "points")]


def test_that_a_score_of_another_kind_is_told_apart(page: Page) -> None:
    page.put(kept("score", 1, of="other", value=3.0))
    assert page.said("also-1")[1:] == [page.words("also.score_other")]


def test_that_a_note_is_deleted_and_brought_back_as_it_was(page: Page) -> None:
    note = kept("note", 2, **NOTE)
    page.put(note)
    page.press("also-1", "delete_also")
    assert "also" not in page.blocks
    page.press("removed", "bring_back")
    assert "journal-delete_also-1" in [state.focus for state in page.screen.shown]
    assert page.ask(lambda journal: journal.store.get(note.uid)) == note


def test_that_more_are_shown_when_asked_for_and_the_last_kind_deleted_leaves_another(page: Page) -> None:
    page.put(*(kept("score", number, of="platform", value=600.0 + number) for number in range(1, ALSO_SHOWN + 3)))
    page.put(kept("note", 50, **NOTE))
    page.type("also", "score")
    assert f"also-{ALSO_SHOWN + 1}" not in page.blocks
    page.act("also_more")
    assert f"also-{ALSO_SHOWN + 2}" in page.blocks
    assert "also-more" not in page.blocks
    page.type("also", "note")
    page.press("also-1", "delete_also")
    assert page.blocks["also"].fields[0].text == "score"
