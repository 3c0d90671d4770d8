"""From results to what may be told about a class.

A group is the set of people a figure is computed over. No figure over fewer than five people is shown, and none from
which such a figure could be worked out:

- Within a round every figure is over the same people: all who handed in that round. Whoever left an item open counts as
  not right, and is told as "no answer". So figures of two items never differ by a few people.
- A round with fewer than five people is hidden as a whole, its number of people too. So is an item that fewer than five
  have answered: its options, its share right, and its part in every sum (gain, misconceptions), or it could be found by
  subtracting the other items.
- Pairs are a part of each round. Where one to four people of a round are not paired, the figures of that round are over
  the paired people only; else the difference of the two tables would be the answers of those few. They are said to be
  left out, and not how many. Where five or more are not paired, both are shown; a pair of items only if of the paired
  at least five, and of the others none or at least five, have answered each.
- With fewer than five pairs there is no gain, and not how many pairs there are.
- A case is counted over the people who worked through it, each once.

Within a group of five or more, a single option may well have been chosen by one person: that is what a distribution is.
It names nobody, and says nothing about anybody's own money, but whoever was the only one knows it. Whoever holds the
folder can read every single result; whoever publishes a report twice, before and after one more result, publishes that
result. Neither is something a report could prevent.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from core.classroom.figures import (
    FEWEST,
    CaseFigures,
    Choice,
    ClassReport,
    Counted,
    Gain,
    ItemFigures,
    PairFigures,
    RoundFigures,
    SetFigures,
    Share,
    Turns,
    told,
)
from core.classroom.handing_in import items_asked
from core.classroom.intervals import mean_interval, paired_interval
from core.classroom.kinds import Round
from core.classroom.result import ClassResult, short_hash
from core.inference.scoring import wilson
from core.quiz.marking import Mark, mark, miss_of
from core.schema.content import Content
from core.schema.quiz import Item, QuizSet

ROUNDS: tuple[Round, ...] = ("before", "after", "alone")
Pair: TypeAlias = tuple[ClassResult, ClassResult]


def class_report(results: Sequence[ClassResult], content: Content) -> ClassReport:
    """Return what may be told about results that fit the content; their order does not matter."""
    names = [*content.quiz.set, *content.library.lessons]
    quizzes = sorted({result.quiz for result in results}, key=names.index)
    return ClassReport(
        version=content.version,
        sets=tuple(_set([one for one in results if one.quiz == quiz], quiz, content) for quiz in quizzes),
        cases=tuple(_cases(results, content)),
        workshops=len({result.workshop for result in results}) > 1,
        others=any(result.version != short_hash(content.language_independent_hash) for result in results),
    )


def _set(results: Sequence[ClassResult], quiz: str, content: Content) -> SetFigures:
    of_round = {name: [one for one in results if one.round == name] for name in ROUNDS}
    pairs, twice = _pairs(of_round["before"], of_round["after"])
    known = len(pairs) >= FEWEST
    paired: dict[Round, list[ClassResult]] = {"before": [one for one, _ in pairs], "after": [two for _, two in pairs]}
    unpaired = {name: told(len(of_round[name]) - len(pairs)) for name in paired if known}
    # One to four who are not paired are left out: the others are then exactly the pairs.
    few = {name for name, count in unpaired.items() if count is None}
    over = {name: paired[name] if name in few else found for name, found in of_round.items()}
    rounds = tuple(_round(name, over[name], name in few, content) for name, found in of_round.items() if found)
    if not known:
        return SetFigures(quiz, rounds, None, (), twice)
    hidden = {found.round: _hidden(found, paired.get(found.round, ()), over[found.round], content) for found in rounds}
    gain = _gain(pairs, content.quiz.set[quiz], hidden, content)
    return SetFigures(quiz, rounds, gain, tuple(unpaired.items()), twice)


def _pairs(before: Iterable[ClassResult], after: Iterable[ClassResult]) -> tuple[list[Pair], bool]:
    """Return the results of one person each, and whether a word was used twice in a round: then it pairs nobody."""
    words = [Counter((one.workshop, one.pair) for one in found if one.pair) for found in (before, after)]
    by_word = {(one.workshop, one.pair): one for one in after if one.pair}
    pairs = [
        (one, by_word[word])
        for one in before
        if one.pair and words[0][word := (one.workshop, one.pair)] == 1 == words[1][word]
    ]
    return pairs, any(count > 1 for found in words for count in found.values())


def _round(name: Round, people: Sequence[ClassResult], left_out: bool, content: Content) -> RoundFigures:
    if len(people) < FEWEST:
        return RoundFigures(name, None)
    asked = items_asked(people[0], content)
    items = tuple(_item(item, content.quiz.item[item], people) for item in asked)
    shown = [figures.item for figures in items if figures.right]
    beliefs = (set(_beliefs(one, shown, content)) for one in people)
    return RoundFigures(name, len(people), items, _most_first(beliefs), left_out)


def _item(name: str, item: Item, people: Sequence[ClassResult]) -> ItemFigures:
    marks = [_mark(one, name, item) for one in people]
    unanswered = sum(found.right is None for found in marks)
    if len(people) - unanswered < FEWEST:
        return ItemFigures(name, None)
    right = sum(found.right is True for found in marks)
    return ItemFigures(
        name, Share(right, len(people), *wilson(right, len(people))), _choices(name, item, people), unanswered
    )


def _choices(name: str, item: Item, people: Sequence[ClassResult]) -> tuple[Choice, ...]:
    given = [one.answers.get(name) for one in people]
    if item.kind != "numeric":
        chosen = Counter(option for answer in given if isinstance(answer, tuple) for option in set(answer))
        return tuple(Choice("option", option, chosen[option]) for option in item.options)
    numbers = [answer for answer in given if isinstance(answer, float)]
    wrong = [miss_of(item, number) for number in numbers if not mark(item, number).right]
    misses = tuple(Choice("miss", miss, wrong.count(miss)) for miss in item.misses)
    return (Choice("right", "", len(numbers) - len(wrong)), *misses, Choice("other", "", wrong.count(None)))


def _gain(pairs: Sequence[Pair], places: QuizSet, hidden: Mapping[Round, set[str]], content: Content) -> Gain:
    found: list[PairFigures] = []
    first, second = [0] * len(pairs), [0] * len(pairs)
    for before, after in zip(places.before, places.after, strict=True):
        if before in hidden["before"] or after in hidden["after"]:
            found.append(PairFigures(before, after, None))
            continue
        right = [(_is_right(one, before, content), _is_right(two, after, content)) for one, two in pairs]
        first = [so_far + now for so_far, (now, _) in zip(first, right, strict=True)]
        second = [so_far + now for so_far, (_, now) in zip(second, right, strict=True)]
        found.append(PairFigures(before, after, _turns(right)))
    gained = [float(after - before) for before, after in zip(first, second, strict=True)]
    low, high = mean_interval(gained) or (None, None)
    people, items = len(pairs), sum(pair.turns is not None for pair in found)
    means = (sum(first) / people, sum(second) / people, math.fsum(gained) / people)
    return Gain(people, items, *means, low, high, tuple(found))


def _turns(right: Sequence[tuple[bool, bool]]) -> Turns:
    counts = Counter(right)
    table = (counts[True, True], counts[True, False], counts[False, True], counts[False, False])
    return Turns(*table, (table[2] - table[1]) / len(right), *paired_interval(*table))


def _hidden(
    figures: RoundFigures, paired: Sequence[ClassResult], people: Sequence[ClassResult], content: Content
) -> set[str]:
    """Return the items of a round that the pairs must not tell: too few of them, or of the others, have answered."""
    items = content.quiz.item
    hidden = {found.item for found in figures.items if not found.right}
    for name in {found.item for found in figures.items} - hidden:
        answered, in_all = (
            sum(_mark(one, name, items[name]).right is not None for one in group) for group in (paired, people)
        )
        if answered < FEWEST or told(in_all - answered) is None:
            hidden.add(name)
    return hidden


def _cases(results: Sequence[ClassResult], content: Content) -> Iterable[CaseFigures]:
    """Yield the cases; somebody who handed in twice with one code word is one person, with what came up in either."""
    for case in content.library.case:
        people: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
        for result in results:
            for run in (found for found in result.runs if found.case == case):
                key = (result.workshop, result.pair or f"slip {result.slip}")
                causes, bands = people.setdefault(key, (set(), set()))
                causes.update(run.causes)
                bands.update({run.band} if run.band else ())
        if len(people) >= FEWEST:
            causes_of, bands_of = ([found[part] for found in people.values()] for part in (0, 1))
            yield CaseFigures(case, len(people), _most_first(causes_of), _most_first(bands_of))
        elif people:
            yield CaseFigures(case, None)


def _beliefs(one: ClassResult, items: Iterable[str], content: Content) -> Iterable[str]:
    for item in items:
        yield from _mark(one, item, content.quiz.item[item]).misconceptions


def _mark(one: ClassResult, name: str, item: Item) -> Mark:
    return mark(item, one.answers.get(name))


def _is_right(one: ClassResult, name: str, content: Content) -> bool:
    return _mark(one, name, content.quiz.item[name]).right is True


def _most_first(people: Iterable[set[str]]) -> tuple[Counted, ...]:
    """Return in how many of the people's sets each name is."""
    counts = Counter(name for names in people for name in names)
    return tuple(Counted(name, count) for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
