"""The evidence pack: nothing left out, nothing that could be somebody's number, the numbers of the assessment."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping

import pytest

from core.explain.language import Language
from core.explain.report import Line
from core.inference.trace import TraceNode, disagreements
from core.letters.layout import DocumentLayouts
from core.letters.pack import Evidence, Kept, pack_data, pack_document
from core.redact import redact
from core.schema.answers import Attempt
from core.schema.hotline import HotlineNote
from tests.core.explain.reading import Tags
from tests.core.letters.conftest import Borrower
from tests.core.letters.reading import figures, texts

CODES = ("zh_CN", "en")
SECRET = "卡号6222021234567890123不支持"
Borrowers = Mapping[str, Borrower]
Languages = Mapping[str, Language]


def evidence_of(borrower: Borrower) -> Evidence:
    """Return the evidence of a case whose borrower also typed a message, called, and measured something."""
    answers: dict[str, str | dt.date] = {
        "where_stopped": "institution_refused",
        "reason": "overall_score",
        "retry_after": dt.date(2026, 10, 20),
    }
    call = HotlineNote(dt.datetime(2026, 9, 24, 21, 5), "lender_service", "agent", answers)
    measured = (Line("测速 / probe", "12 ms", "3/3"),)
    kept = Kept({len(borrower.answers.attempts) - 1: SECRET}, (call,), measured, "0.1.0")
    return Evidence(borrower.assessment, borrower.answers, kept)


@pytest.fixture(scope="module")
def failed(borrowers: Borrowers) -> Borrower:
    return borrowers["two_failures_card_class_unknown"]


@pytest.mark.parametrize("code", CODES)
def test_that_every_case_can_be_packed_in_every_form(
    borrowers: Borrowers, languages: Languages, layouts: DocumentLayouts, code: str
) -> None:
    for borrower in borrowers.values():
        document = pack_document(evidence_of(borrower), languages[code])
        assert [text for text in texts(document) if redact(text).masked] == []
        for form in ("txt", "md", "html"):
            laid_out = layouts.lay_out(document, languages[code], form)
            assert "6222" not in laid_out
        tags = Tags(laid_out)
        assert (tags.addresses, tags.handlers) == ([], [])


def test_that_both_languages_show_the_same_numbers_and_dates(borrowers: Borrowers, languages: Languages) -> None:
    for borrower in borrowers.values():
        chinese, english = (pack_document(evidence_of(borrower), languages[code]) for code in CODES)
        assert figures(chinese) == figures(english)


def test_that_tries_and_calls_stand_in_the_order_of_time(failed: Borrower, languages: Languages) -> None:
    language = languages["en"]
    (timeline,) = [
        section
        for section in pack_document(evidence_of(failed), language).sections
        if section.heading == language.words("pack.timeline_heading")
    ]
    events = timeline.blocks[0].items
    moments = [(attempt.when, "the request failed") for attempt in failed.answers.attempts]
    moments.append((dt.datetime(2026, 9, 24, 21, 5), "asked on the telephone"))
    days = [event for event in events if "failed" in event or "telephone" in event]
    assert len(days) == len(moments)
    for event, (when, words) in zip(days, sorted(moments, key=str), strict=True):
        assert language.wording.date(when) in event
        assert words in event
    call = next(event for event in events if "telephone" in event)
    assert "20 October 2026" in call
    assert language.words("message.overall_score.name") in call
    assert language.words("hotline.where_stopped.option.institution_refused") in call


def test_that_every_answer_stands_in_the_pack(borrowers: Borrowers, languages: Languages) -> None:
    for borrower in borrowers.values():
        told = texts(pack_document(evidence_of(borrower), languages["zh_CN"]))
        for question in borrower.answers.values:
            name = languages["zh_CN"].wording.fact_name(question)
            assert any(text.startswith(f"{name}：") for text in told)


@pytest.mark.parametrize("code", CODES)
def test_that_version_and_day_are_told(failed: Borrower, languages: Languages, code: str) -> None:
    told = " ".join(texts(pack_document(evidence_of(failed), languages[code])))
    assert languages[code].content.version in told
    assert "0.1.0" in told
    assert languages[code].wording.date(failed.assessment.as_of) in told


def test_that_a_stop_sign_comes_first_and_leaves_no_wish_behind(borrowers: Borrowers, languages: Languages) -> None:
    language = languages["en"]
    for borrower in borrowers.values():
        document = pack_document(evidence_of(borrower), language)
        stop = borrower.assessment.safety.level == "stop"
        assert (document.sections[0].role == "stop") is stop
        assert (language.words("pack.asked_for") in texts(document)) is not stop


def test_that_the_data_holds_the_assessment_and_a_trace_that_can_be_worked_out_again(borrowers: Borrowers) -> None:
    for borrower in borrowers.values():
        data = json.loads(json.dumps(pack_data(evidence_of(borrower), "hash"), ensure_ascii=False))
        assert data["assessment"]["arrives"]["estimate"] == borrower.assessment.arrives.estimate
        assert data["trace"]["value"] == pytest.approx(borrower.assessment.arrives.estimate, abs=1e-12)
        assert disagreements(_node(data["trace"]), 1e-9) == []
        assert data["answers"].keys() == borrower.answers.values.keys()
        assert "6222021234567890123" not in json.dumps(data)
        assert data["masked"] == 1


def test_that_a_pack_of_a_bare_case_says_what_is_missing(failed: Borrower, languages: Languages) -> None:
    words = languages["en"].words
    told = texts(pack_document(Evidence(failed.assessment, failed.answers, Kept()), languages["en"]))
    assert words("pack.nothing_done") in told
    assert words("letters.nothing_masked") in told
    assert words("pack.measured_heading") not in told


def test_that_a_try_without_a_message_is_named_so(languages: Languages, failed: Borrower) -> None:
    answers = type(failed.answers)(failed.answers.as_of, "after", {}, (Attempt(failed.answers.as_of),))
    told = texts(pack_document(Evidence(failed.assessment, answers, Kept()), languages["en"]))
    assert any("no message noted" in text for text in told)
    assert languages["en"].words("pack.no_answers") in told


def _node(data: Mapping[str, object]) -> TraceNode:
    children = data["children"]
    assert isinstance(children, list)
    below = tuple(_node(child) for child in children)
    return TraceNode(str(data["id"]), data["operation"], float(str(data["value"])), (), below)  # type: ignore[arg-type] # from JSON
