"""Letters: the borrower's own facts, rules in force, blanks for what nobody may know, the same in both languages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from core.errors import AppError
from core.explain.language import Language
from core.letters.document import Document
from core.letters.fields import LONGEST_LINE, LONGEST_TEXT, letter_texts
from core.letters.layout import DocumentLayouts
from core.letters.letter import SHOWN_ATTEMPTS, Case, Letters
from core.loading.library import Library
from core.redact import MASK, redact
from core.rights.order import Situation
from core.rights.words import citation
from core.schema.answers import Answers, Attempt
from core.schema.content import Content
from tests.core.explain.reading import Tags
from tests.core.letters.conftest import Borrower
from tests.core.letters.reading import figures, texts

TODAY = dt.date(2026, 11, 25)
CODES = ("zh_CN", "en")
Borrowers = Mapping[str, Borrower]
SAMPLE = {"line": "Some Bank", "text": "综合评分不足 please try later", "date": "2026-11-20"}
FORBIDDEN_FIELDS = ("name", "id", "card", "phone", "number", "account", "address", "password", "code")


@pytest.fixture(scope="session")
def letters(library: Library, languages: Mapping[str, Language]) -> dict[str, Letters]:
    return {code: Letters(languages[code], library.letters[code]) for code in CODES}


@pytest.fixture(scope="session")
def nobody(content: Content, borrowers: Borrowers) -> Case:
    """Return a case of which nothing is known."""
    facts = dict.fromkeys(next(iter(borrowers.values())).case.facts)
    return Case(Answers(TODAY), facts)


def filled(letters: Letters, kind: str) -> dict[str, str]:
    (found,) = [letter for letter in letter_texts(letters.language) if letter.id == kind]
    return {field.id: SAMPLE[field.kind] for field in found.fields}


def every_letter(letters: Letters, borrowers: Borrowers, full: bool) -> list[Document]:
    return [
        letters.write(kind.id, borrower.case, filled(letters, kind.id) if full else {}, TODAY)
        for kind in letter_texts(letters.language)
        for borrower in borrowers.values()
    ]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("full", [True, False])
def test_that_every_letter_can_be_written_for_every_case(
    letters: dict[str, Letters], borrowers: Borrowers, layouts: DocumentLayouts, code: str, full: bool
) -> None:
    found = every_letter(letters[code], borrowers, full)
    assert len(found) == 4 * len(borrowers)
    for document in found:
        page = layouts.lay_out(document, letters[code].language, "html")
        tags = Tags(page)
        assert (tags.addresses, tags.handlers) == ([], [])
        assert not any(sign in text for text in texts(document) for sign in ("{{", "{%", "None", "\ue000"))
        assert all(text.strip() for text in texts(document)[1:] if text != "")


@pytest.mark.parametrize("full", [True, False])
def test_that_both_languages_name_the_same_numbers_dates_and_hotlines(
    letters: dict[str, Letters], borrowers: Borrowers, full: bool
) -> None:
    pairs = zip(*(every_letter(letters[code], borrowers, full) for code in CODES), strict=True)
    for chinese, english in pairs:
        assert figures(chinese) == figures(english)


@pytest.mark.parametrize("code", CODES)
def test_that_masking_a_letter_again_leaves_our_own_words_alone(
    letters: dict[str, Letters], borrowers: Borrowers, code: str
) -> None:
    for document in every_letter(letters[code], borrowers, full=True):
        assert [text for text in texts(document) if redact(text).masked] == []


@pytest.mark.parametrize("code", CODES)
def test_that_what_the_program_must_not_know_is_a_blank_line(
    letters: dict[str, Letters], nobody: Case, code: str
) -> None:
    blank = letters[code].language.words("letters.blank")
    for kind in letter_texts(letters[code].language):
        assert {field.id for field in kind.fields}.isdisjoint(FORBIDDEN_FIELDS)
        told = texts(letters[code].write(kind.id, nobody, {}, TODAY))
        assert letters[code].language.words("letters.signature_name", blank=blank) in told
        assert sum(blank in text for text in told) >= 3


@pytest.mark.parametrize("code", CODES)
def test_that_a_letter_tells_the_last_tries_with_day_and_class(
    letters: dict[str, Letters], nobody: Case, code: str
) -> None:
    language = letters[code].language
    tries = tuple(Attempt(dt.datetime(2026, 11, day, 9, 30), "overall_score") for day in range(1, SHOWN_ATTEMPTS + 3))
    case = Case(Answers(TODAY, "after", {}, tries), nobody.facts)
    told = " ".join(texts(letters[code].write("question_to_lender", case, {}, TODAY)))
    assert told.count(language.words("message.overall_score.name")) == SHOWN_ATTEMPTS
    assert language.wording.date(tries[-1].when) in told
    assert language.wording.date(tries[0].when) not in told


def test_that_a_dispute_asks_for_an_answer_within_the_days_of_the_rule(
    letters: dict[str, Letters], nobody: Case
) -> None:
    told = texts(letters["en"].write("dispute_credit_entry", nobody, {}, TODAY))
    assert any("within 20 days" in text for text in told)
    assert any("Article 25" in text or "article 25" in text for text in told)


@pytest.mark.parametrize(("today", "named"), [(dt.date(2026, 7, 31), False), (dt.date(2026, 8, 1), True)])
def test_that_a_letter_names_a_rule_only_once_it_is_in_force(
    letters: dict[str, Letters], nobody: Case, today: dt.date, named: bool
) -> None:
    told = " ".join(texts(letters["en"].write("complaint", nobody, {}, today)))
    assert ("Showing the All-in Cost" in told) is named


@pytest.mark.parametrize("code", CODES)
def test_that_a_letter_names_no_rule_that_was_only_retold_or_remembered(
    letters: dict[str, Letters], nobody: Case, content: Content, code: str
) -> None:
    language = letters[code].language
    for kind, letter in content.letters.items():
        told = " ".join(texts(letters[code].write(kind, nobody, {}, TODAY)))
        assert language.words("unit.unverified") not in told.split(language.words("letters.notes_heading"))[0]
        for right in letter.rights:
            if content.rights[right].confidence != "seen":
                assert citation(content.rights[right], language) not in told


@pytest.mark.parametrize(("kind", "named"), [(None, False), ("bank", True), ("micro_loan", False)])
def test_that_a_letter_names_a_rule_for_banks_only_when_a_bank_lends(
    letters: dict[str, Letters], nobody: Case, kind: str | None, named: bool
) -> None:
    situation = Situation(kind=kind)  # type: ignore[arg-type]  # from a table
    case = Case(nobody.answers, nobody.facts, situation)
    told = " ".join(texts(letters["en"].write("complaint", case, {}, TODAY)))
    assert ("Measures for Consumer Protection" in told) is named


def test_that_a_letter_to_a_possible_fraud_begins_with_the_stop_sign(
    letters: dict[str, Letters], borrowers: Borrowers
) -> None:
    for borrower in borrowers.values():
        document = letters["zh_CN"].write("complaint", borrower.case, {}, TODAY)
        assert (document.sections[0].role == "stop") is (borrower.assessment.safety.level == "stop")
        assert document.sections[-1].role == "aside"


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        ("no_such_letter", {}, "unknown_letter"),
        ("complaint", {"id_number": "1"}, "field_refused"),
        ("complaint", {"lender_name": "x" * (LONGEST_LINE + 1)}, "field_too_long"),
        ("complaint", {"happened": "x" * (LONGEST_TEXT + 1)}, "field_too_long"),
        ("complaint", {"asked_on": "yesterday"}, "field_no_day"),
    ],
)
def test_that_what_does_not_fit_is_refused_with_its_code(
    letters: dict[str, Letters], nobody: Case, kind: str, fields: dict[str, str], code: str
) -> None:
    with pytest.raises(AppError) as caught:
        letters["en"].write(kind, nobody, fields, TODAY)
    assert caught.value.code == code
    assert letters["en"].language.words(f"error.{code}", **caught.value.facts)


def test_that_a_long_number_is_masked_and_said_to_be_masked(
    letters: dict[str, Letters], nobody: Case, layouts: DocumentLayouts
) -> None:
    fields = {"lender_name": "银行 6222021234567890123", "message_text": "卡号6222 0212 3456 7890 与 13800138000"}
    document = letters["zh_CN"].write("question_to_lender", nobody, fields, TODAY)
    assert document.masked == 3
    assert any("3" in text and "遮住" in text for text in texts(document))
    for form in ("txt", "md", "html"):
        laid_out = layouts.lay_out(document, letters["zh_CN"].language, form)
        assert laid_out.count(MASK) == 3
        assert not {"6222", "7890", "1380"} & {laid_out[at : at + 4] for at in range(len(laid_out))}


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Nd", "Co"]), min_size=1, max_size=60))
def test_that_what_was_typed_comes_out_as_typed_and_changes_no_layout(
    letters: dict[str, Letters], nobody: Case, layouts: DocumentLayouts, typed: str
) -> None:
    language, expected = letters["en"].language, " ".join(redact(typed).text.split())
    plain = letters["en"].write("complaint", nobody, {"happened": "words"}, TODAY)
    document = letters["en"].write("complaint", nobody, {"happened": typed}, TODAY)
    if expected:
        assert any(expected in text for text in texts(document))
    assert [[b.kind for b in s.blocks] for s in document.sections] == [
        [b.kind for b in s.blocks] for s in plain.sections
    ]
    assert Tags(layouts.lay_out(document, language, "html")).seen == Tags(layouts.lay_out(plain, language, "html")).seen
    markdown = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False})
    shown, usual = (Tags(markdown.render(layouts.lay_out(d, language, "md"))) for d in (document, plain))
    assert shown.seen == usual.seen
    assert expected in " ".join(shown.text.split()) or not expected


def test_that_lines_of_one_field_stay_one_paragraph(letters: dict[str, Letters], nobody: Case) -> None:
    document = letters["en"].write("complaint", nobody, {"happened": "# one\n- two\n1. three"}, TODAY)
    assert any(text.endswith("# one - two 1. three") for text in texts(document))
