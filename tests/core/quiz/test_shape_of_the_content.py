"""The quiz as it is shipped: enough of it, no clue in where or how long the right answer is, plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.explain.language import Language
from core.library.readability import chinese, english
from core.loading.library import Library
from core.quiz.sheet import ItemWords, item_words, prose_of

ROOT = Path(__file__).parents[3]
BOTH = pytest.mark.parametrize("code", ["zh_CN", "en"])
FEWEST_A_LESSON = 4
HIGHEST_GRADE, LONGEST_SENTENCE, MOST_RARE_SIGNS = 7.0, 22.0, 0.025

Sheets = Mapping[str, tuple[ItemWords, ...]]


@pytest.fixture(scope="module")
def sheets(library: Library, languages: Mapping[str, Language]) -> Sheets:
    names = library.content.quiz.item
    return {code: tuple(item_words(language, name) for name in names) for code, language in languages.items()}


def test_that_every_lesson_has_enough_items_to_choose_from(library: Library, sheets: Sheets) -> None:
    counts = Counter(item.lesson for item in sheets["en"])
    assert min(counts[lesson] for lesson in library.content.library.lessons) >= FEWEST_A_LESSON, counts


def test_that_no_place_is_right_more_often_than_chance_allows(sheets: Sheets) -> None:
    singles = [item for item in sheets["en"] if item.kind == "single"]
    places = Counter([option.right for option in item.options].index(True) for item in singles)
    assert max(places.values()) - min(places.values()) <= 2, places


@BOTH
def test_that_length_gives_no_right_option_away(sheets: Sheets, code: str) -> None:
    singles = [item for item in sheets[code] if item.kind == "single"]
    found: Counter[str] = Counter()
    for item in singles:
        lengths = sorted(len(option.text) for option in item.options)
        right = next(len(option.text) for option in item.options if option.right)
        found["longest"] += right == lengths[-1] > lengths[-2]
        found["shortest"] += right == lengths[0] < lengths[1]
        assert lengths[-1] <= 2 * lengths[0] + 8, item.id
    # By chance a third of three options; nearly half is where somebody would begin to see it.
    assert max(found.values()) <= 0.45 * len(singles), found


def test_that_a_twin_has_the_right_option_in_another_place(library: Library, sheets: Sheets) -> None:
    place = {
        item.id: [option.right for option in item.options].index(True) for item in sheets["en"] if item.kind == "single"
    }
    twins = {
        pair for pairs in library.content.quiz.set.values() for pair in zip(pairs.before, pairs.after, strict=True)
    }
    assert twins
    assert not [pair for pair in twins if pair[0] == pair[1]], "the same item twice measures memory"
    assert not [pair for pair in twins if pair[0] in place and place[pair[0]] == place[pair[1]]]


def test_that_every_wrong_belief_can_be_shown_in_more_than_one_way(library: Library) -> None:
    book = library.content.quiz
    shown = Counter(belief for item in book.item.values() for belief in item.shows.values())
    shown += Counter(miss.shows for item in book.item.values() for miss in item.misses.values())
    assert min(shown[belief] for belief in book.misconception) >= 2, shown


@BOTH
def test_that_no_option_says_all_or_none_of_the_others(sheets: Sheets, code: str) -> None:
    said = ("以上", "all of the", "none of the")
    for item in sheets[code]:
        assert not [option.text for option in item.options if any(part in option.text.lower() for part in said)]


@BOTH
def test_that_every_item_reads_at_the_level_of_middle_school(sheets: Sheets, code: str) -> None:
    common = frozenset((ROOT / "resources" / "reading" / "common_characters.txt").read_text("utf-8"))
    for item in sheets[code]:
        if code == "en":
            assert english(prose_of(item)).grade <= HIGHEST_GRADE, item.id
        else:
            assert chinese(prose_of(item), common).sentence_length <= LONGEST_SENTENCE, item.id
    whole = "\n".join(map(prose_of, sheets[code]))
    assert code == "en" or chinese(whole, common).rare_share <= MOST_RARE_SIGNS
