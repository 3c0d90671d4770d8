"""What our quiz can hold of a GIFT file, and why it leaves the rest."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping

import pytest
from hypothesis import given

from core.explain.language import Language
from core.quiz.gift.drafts import Draft, DraftMiss, DraftOption, drafts_of
from core.quiz.gift.fragment import Wanted, fragment_of
from core.quiz.gift.questions import Choice, Choices, Question, Text
from core.quiz.gift.reading import parse
from tests.core.quiz.gift.made import words

TRUTH = ("True", "False")


def taken(text: str) -> Draft:
    [draft], left = drafts_of(parse(text), TRUTH)
    assert left == ()
    return draft


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Which? {=a}", "kind"),
        ("Which? {=a->b =c->d}", "kind"),
        ("Tell. {}", "kind"),
        ("Only text.", "kind"),
        ("Which? {=a ~%50%b ~c}", "partial"),
        ("Which? {=a =b ~c}", "partial"),
        ("Which? {~%50%a ~b}", "weights"),
        ("Which? {~%100%a ~%100%b ~c}", "weights"),
        ("Which? {~%50%a ~%50%b}", "nothing_wrong"),
        ("Much? {#=1 =%50%2}", "partial"),
        ("Much? {#=1 =2}", "partial"),
        ("Much? {#=1 =%0%*}", "numbers"),
        ("Much? {#=1:2 =%0%4:1}", "overlap"),
        ("[html]A <b>bold</b> one? {T}", "markup"),
        ("An &amp; one? {T}", "markup"),
        ("A \\{brace\\}? {T}", "braces"),
        ("Which? {=a#so\\} ~b}", "braces"),
    ],
)
def test_that_what_cannot_be_held_says_why(text: str, reason: str, languages: Mapping[str, Language]) -> None:
    drafts, left = drafts_of(parse(text), TRUTH)
    assert (drafts, [one.reason for one in left]) == ((), [reason])
    for language in languages.values():
        assert language.words(f"quizline.reason.{reason}")
        assert language.words(f"quizline.kind.{left[0].kind}")


def test_that_a_statement_becomes_a_choice_of_two() -> None:
    draft = taken("::a_name::It is so. {F#No.#Yes.####Read on.}")
    assert draft.options == (DraftOption("True", False, "No."), DraftOption("False", True, "Yes."))
    assert (draft.id, draft.kind, draft.told, draft.lost) == ("a_name", "single", "Read on.", ())


def test_that_a_number_keeps_its_typical_misses() -> None:
    draft = taken("How much a year? {#=18.25:0.3#x =%0%0.6:0.05#Months.~#No.####So.}")
    assert (draft.answer, draft.tolerance) == (18.25, 0.3)
    assert draft.misses == (DraftMiss(0.6, 0.05, "Months."),)
    assert draft.lost == ("otherwise",)


def test_that_what_is_left_to_an_author_is_told(languages: Mapping[str, Language]) -> None:
    draft = taken("Is 1 more? {T}")
    assert draft.lost == ("digits", "feedback", "explanation")
    for language in languages.values():
        assert all(language.words(f"quizline.lost.{lost}") for lost in (*draft.lost, "otherwise"))


def test_that_names_are_made_of_titles_and_are_never_the_same() -> None:
    text = "::One More!::A {T}\n\n::one_more::B {T}\n\n::额度::C {T}\n\n::9 lives::D {T}\n\n::One more::E {T}"
    drafts, _ = drafts_of(parse(text), TRUTH)
    assert [draft.id for draft in drafts] == ["one_more", "one_more_2", "question_3", "question_4", "one_more_3"]


@given(words.filter(lambda text: not set("{}<&") & set(text)))
def test_that_any_text_stands_in_the_fragment_as_it_was(text: str) -> None:
    body = Choices(True, (Choice(Text(text), 100, Text(text)), Choice(Text("b"), 0)))
    [draft], _ = drafts_of([Question(Text(text), body, "a_title")], TRUTH)
    assert [option.text for option in draft.options] == [text, "b"]


@given(words)
def test_that_any_words_survive_the_files(languages: Mapping[str, Language], text: str) -> None:
    option = DraftOption(text, True, text)
    draft = Draft("new_one", "single", text, text, 1, (), (option, DraftOption("b", False, "")))
    files = fragment_of([draft], languages["en"], Wanted("", "", "s", "b", dt.date(2026, 11, 26)))
    said = tomllib.loads(files["en/texts/quiz.toml"])["quiz"]["new_one"]
    assert (said["ask"], said["option"]["option_1"]["feedback"]) == (text, text)
    item = tomllib.loads(files["model/quiz.toml"])["item"]["new_one"]
    assert (item["options"], item["right"]) == (["option_1", "option_2"], ["option_1"])
