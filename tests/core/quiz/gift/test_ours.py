"""Every item of the quiz goes out as GIFT and comes back as it was, in both languages."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping

import pytest

from core.explain.language import Language
from core.loading.library import Library
from core.quiz.gift.drafts import drafts_of
from core.quiz.gift.fragment import Wanted, fragment_of
from core.quiz.gift.ours import questions_of
from core.quiz.gift.questions import Choices, Numerical, Question
from core.quiz.gift.reading import parse
from core.quiz.gift.writing import write
from core.quiz.marking import mark

WANTED = Wanted("", "", "expert_judgement", "imported", dt.date(2026, 11, 26))
LANGUAGES = ("zh_CN", "en")


def all_of(language: Language) -> list[Question]:
    return list(questions_of(language, language.content.quiz.item))


@pytest.mark.parametrize("code", LANGUAGES)
def test_that_every_item_is_read_back_as_it_was_written(code: str, languages: Mapping[str, Language]) -> None:
    questions = all_of(languages[code])
    assert len(questions) == len(languages[code].content.quiz.item) > 0
    assert list(parse(write(questions, ("head",)))) == questions


@pytest.mark.parametrize("code", LANGUAGES)
def test_that_items_that_come_back_are_the_files_they_came_from(
    code: str, library: Library, languages: Mapping[str, Language]
) -> None:
    language = languages[code]
    drafts, left = drafts_of(parse(write(all_of(language))), ("true", "false"))
    files = fragment_of(drafts, language, WANTED)
    assert left == ()
    items = tomllib.loads(files["model/quiz.toml"])["item"]
    assert list(items) == list(library.content.quiz.item)
    for name, item in library.content.quiz.item.items():
        kept = item.model_dump(mode="json", exclude_unset=True) | {"last_checked": WANTED.today}
        assert items[name] == kept
    said = flat(tomllib.loads(files[f"{code}/texts/quiz.toml"]))
    words = {key: text for key, text in library.words[code].items() if key.startswith("quiz.")}
    assert said == words


def test_that_moodle_gives_all_marks_for_what_is_right_here_and_none_for_what_is_wrong(
    languages: Mapping[str, Language],
) -> None:
    content = languages["en"].content
    for question in all_of(languages["en"]):
        item, body = content.quiz.item[question.title], question.body
        if isinstance(body, Choices):
            weights = dict(zip(item.options, (option.weight for option in body.options), strict=True))
            assert sum(weights[option] for option in item.right) == pytest.approx(100, abs=0.001)
            assert mark(item, item.right).right
            for wrong in set(item.options) - set(item.right):
                assert weights[wrong] + (100 if item.kind == "multiple" else 0) <= 0
        else:
            assert isinstance(body, Numerical)
            assert [near.value for near in body.accepted if near.weight == 100] == [item.answer]


def flat(table: Mapping[str, object], at: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in table.items():
        found |= flat(value, f"{at}{key}.") if isinstance(value, dict) else {f"{at}{key}": value}
    return found
