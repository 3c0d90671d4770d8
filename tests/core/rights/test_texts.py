"""What is said of rights: the same numbers in both languages, no promise, short sentences."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

import pytest

from core.explain.language import Language
from core.letters.guide import guide_document
from core.loading.library import Library
from core.redact import redact
from core.rights.order import Situation
from core.rights.words import guide
from tests.core.letters.reading import figures, texts

TODAY = dt.date(2026, 11, 25)
FAMILIES = (
    "right.",
    "asking.",
    "hotline.",
    "letter.",
    "letter_field.",
    "rights.",
    "letters.",
    "pack.",
    "hotline_words.",
)
PROMISES = {
    "en": re.compile(
        r"\byou will\b|\bguarantee(?! fees)|\bmust answer you\b|\byou are entitled\b|\bwe promise\b", re.IGNORECASE
    ),
    "zh_CN": re.compile(r"(?<!不)一定[会能]|必定|肯定会|肯定能|保证(?!金)|承诺|包你"),
}
DENIED = re.compile(r"没有人能保证|[Nn]obody can (?:promise|guarantee)")
LONGEST = {"zh_CN": 62, "en": 40}
"""Signs in a Chinese clause between full stops, words in an English sentence."""
Languages = Mapping[str, Language]
CASES = [Situation(), Situation(level="caution"), Situation(level="stop"), Situation(kind="micro_loan")]


def said(library: Library, code: str) -> dict[str, str]:
    """Return every text about rights and every letter of one language."""
    words = {key: text for key, text in library.words[code].items() if key.startswith(FAMILIES)}
    return {**words, **library.letters[code]}


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_nothing_is_promised(library: Library, code: str) -> None:
    found = said(library, code)
    assert len(found) > 150
    assert {key: text for key, text in found.items() if PROMISES[code].search(DENIED.sub("", text))} == {}


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_no_sentence_is_too_long_for_a_tired_reader(library: Library, code: str) -> None:
    long = {}
    for key, text in said(library, code).items():
        for sentence in re.split(r"[。！？；\n]|[.!?;:](?:\s|$)", re.sub(r"\{[{%].*?[%}]\}|\{.*?\}", "words", text)):
            size = len(sentence) if code == "zh_CN" else len(sentence.split())
            if size > LONGEST[code]:
                long[key] = sentence
    assert long == {}


@pytest.mark.parametrize("situation", CASES)
@pytest.mark.parametrize("today", [dt.date(2025, 12, 31), dt.date(2026, 2, 1), TODAY, dt.date(2028, 1, 1)])
def test_that_both_languages_name_the_same_numbers_dates_and_hotlines(
    languages: Languages, situation: Situation, today: dt.date
) -> None:
    chinese, english = (
        guide_document(guide(languages[code], today, situation), languages[code]) for code in ("zh_CN", "en")
    )
    assert figures(chinese) == figures(english)
    assert len(chinese.sections) == len(english.sections) >= 3


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_masking_leaves_the_guide_alone(languages: Languages, code: str) -> None:
    document = guide_document(guide(languages[code], TODAY), languages[code])
    assert [text for text in texts(document) if redact(text).masked] == []


def test_that_every_step_says_what_not_to_expect(languages: Languages) -> None:
    language = languages["en"]
    for turn in guide(language, TODAY).turns:
        assert turn.not_expect
        assert turn.ask
