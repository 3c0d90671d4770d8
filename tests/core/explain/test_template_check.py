"""A mistake in an explanation is told once, with its file; a sound one never is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from core.errors import Phrase, Problem
from core.explain.template_check import facts_used, placeholders_used, template_problems, values_of
from core.facts.catalogue import DERIVED
from core.facts.spec import NEVER
from core.loading.library import Library
from core.schema.content import Content

PAGE = "# why\n\nWords about {{ cause.name }} and {{ figures.one_yuan }}.\n"
UNKNOWN_COMPARED = '{% if facts["score.latest"] >= 600 %}high{% endif %}'
KNOWN_COMPARED = '{% if facts["score.latest"] is known and facts["score.latest"] >= 600 %}high{% endif %}'
ONE_SIDE_UNKNOWN = '{% if facts["card.account_class"] == "class_two" and facts["request.amount"] > 3 %}x{% endif %}'
MISTAKES = {
    "an undefined name": ("{{ nothing_here }}", "no_name"),
    "an undefined figure": ("{{ figures.no_such_figure }}", "no_name"),
    "a fact that does not exist": ('{{ facts["card.no_such"] }}', "no_name"),
    "a comparison of an unknown fact": (UNKNOWN_COMPARED, "compared"),
    "a comparison that only one answer reaches": (ONE_SIDE_UNKNOWN, "compared"),
    "an unclosed block": ("{% if true %}", "unended"),
    "an unknown filter": ("{{ cause.name | upper }}", "no_filter"),
    "a number divided by nothing": ("{{ 1 / 0 }}", "unclear"),
    "a forbidden attribute": ("{{ cause.__class__ }}", "unsafe"),
    "a forbidden way round": ("{{ ''.__class__.__mro__ }}", "unsafe"),
}
SOUND = {
    "a known fact compared": KNOWN_COMPARED,
    "never": '{% if facts["history.days_since_refusal"] is known %}'
    '{{ facts["history.days_since_refusal"] }}{% endif %}',
    "a set of words": '{% if facts["safety.pressure"] is known '
    'and "tell_code" in facts["safety.pressure"] %}x{% endif %}',
    "a flag": '{% if facts["card.exceeds_daily_room"] is known and facts["card.exceeds_daily_room"] %}x{% endif %}',
    "an unknown fact as a word": '{% if facts["card.account_class"] == "class_two" %}x{% endif %}',
}


def problems_with(library: Library, **added: str) -> list[Problem]:
    """Return the problems of a library that has one page, with something added to it in some languages."""
    pages: Mapping[str, Mapping[str, str]] = {
        code: {"order_pending": PAGE + added.get(code, "")} for code in library.languages
    }
    return list(template_problems(replace(library, explanations=pages)))


@pytest.mark.parametrize(("source", "why"), MISTAKES.values(), ids=MISTAKES.keys())
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_mistake_in_one_language_is_one_problem(library: Library, language: str, source: str, why: str) -> None:
    (problem,) = problems_with(library, **{language: source})
    assert problem.file == f"{language}/explanations/order_pending.md"
    assert problem.code == ("template_unsafe" if why == "unsafe" else "template_failed")
    reason = dict(problem.facts)["reason"]
    assert isinstance(reason, Phrase)
    assert reason.key == f"template.{why}"


def test_a_mistake_in_both_languages_is_told_for_both(library: Library) -> None:
    found = problems_with(library, zh_CN="{{ nothing }}", en="{{ nothing }}")
    assert [problem.file for problem in found] == [f"{code}/explanations/order_pending.md" for code in ("zh_CN", "en")]


def test_a_mistake_of_syntax_has_its_line(library: Library) -> None:
    (problem,) = problems_with(library, en="\n{% if %}\n")
    assert problem.line == PAGE.count("\n") + 2


@pytest.mark.parametrize("source", SOUND.values(), ids=SOUND.keys())
def test_a_sound_page_has_no_problem(library: Library, source: str) -> None:
    assert problems_with(library, zh_CN=source, en=source) == []


def test_different_placeholders_in_two_languages_are_one_problem(library: Library) -> None:
    (problem,) = problems_with(library, en="{{ channels.police }}")
    assert problem.file == "en/explanations/order_pending.md"
    assert problem.code == "template_languages_differ"
    assert dict(problem.facts) == {"other": "zh_CN/explanations/order_pending.md", "names": "channels.police"}


def test_the_same_placeholders_in_another_order_are_no_problem(library: Library) -> None:
    words = "{{ channels.police }} {{ sources.pipl }}"
    assert problems_with(library, zh_CN=words, en=" ".join(reversed(words.split(" ")))) != []  # split inside the braces
    assert problems_with(library, zh_CN=words, en="{{ sources.pipl }} {{ channels.police }}") == []


def test_a_fact_without_words_is_told_as_such(library: Library) -> None:
    words = {
        code: {key: text for key, text in texts.items() if not key.startswith("fact.timing.is_rest_day.word")}
        for code, texts in library.words.items()
    }
    source = '{% if facts["timing.is_rest_day"] is known %}x{% endif %}'
    found = problems_with(replace(library, words=words), zh_CN=source, en=source)
    assert {problem.code for problem in found} == {"missing_words"}
    assert len(found) == 2


def test_a_page_of_no_cause_is_left_to_the_loader(library: Library) -> None:
    pages = {code: {"no_such_cause": "{{ nothing }}"} for code in library.languages}
    assert list(template_problems(replace(library, explanations=pages))) == []


def test_the_shipped_pages_have_no_problem(library: Library) -> None:
    assert list(template_problems(library)) == []


def test_what_a_page_names_is_found_in_every_kind_of_tag() -> None:
    source = '{{ figures.a }}{% if facts["b.c"] is known %}{% if facts.d == 1 %}{% endif %}{% endif %} channels.e'
    assert placeholders_used(source) == {"figures.a", "facts.b.c", "facts.d"}
    assert facts_used(source) == {"b.c", "d"}


def test_a_template_is_tried_with_every_option_and_with_numbers_of_all_sizes(content: Content) -> None:
    classes = {option.id for option in content.questions["card.account_class"].options}
    assert set(values_of(content, "card.account_class")) == classes
    pressure = [option.id for option in content.questions["safety.pressure"].options]
    assert {(), *((option,) for option in pressure), tuple(pressure)} == set(values_of(content, "safety.pressure"))
    assert set(values_of(content, "timing.is_rest_day")) == {True, False}
    assert values_of(content, "timing.hour_band") == DERIVED["timing.hour_band"].words
    days = values_of(content, "history.days_since_refusal")
    assert NEVER in days
    assert min(day for day in days if isinstance(day, float)) < 0
    assert values_of(content, "identity.id_expires_on") == ()
    assert values_of(content, "no.such_fact") == ()
