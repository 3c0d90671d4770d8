"""The picture of how a round went: item by item, and which beliefs the answers may come from. No Qt."""

from __future__ import annotations

from core.explain.language import Language
from core.quiz.marking import Given, Mark
from core.quiz.round import Round, marks, paired, tally
from core.quiz.sheet import ItemWords, feedback_on, item_words
from gui.pages.quiz.asking import round_name
from gui.pages.quiz.kept import Place
from gui.pages.quiz.state import AnswerState, BeliefState, DoneState, LinkState, Verdict


def done_state(language: Language, place: Place, now: Round) -> DoneState:
    """Return how a round went that has been handed in."""
    words, book = language.words, language.content.quiz
    found = marks(now, book)
    other = paired(now, book)
    beliefs = dict.fromkeys(belief for one in found.values() for belief in one.misconceptions)
    return DoneState(
        round=round_name(language, now),
        title=words("quizpage.done"),
        sum=_sum(language, found),
        again=words("quizpage.again"),
        paired=words(f"quizpage.take_{other.moment}") if other else "",
        keep=words("quizpage.kept" if place.kept else "quizpage.keep"),
        can_keep=not place.kept,
        keep_note=words("quizpage.keep_note"),
        leave=words("quizpage.leave"),
        beliefs_title=words("quizpage.beliefs") if beliefs else "",
        beliefs=tuple(_belief(language, belief) for belief in beliefs),
        answers=tuple(
            _answer(language, number, item_words(language, name), now.answers.get(name), found[name])
            for number, name in enumerate(now.items, start=1)
        ),
    )


def _sum(language: Language, found: dict[str, Mark]) -> str:
    count, parts = tally(list(found.values())), []
    for name, many in (("right", count.right), ("wrong", count.wrong), ("open", count.unanswered)):
        if many:
            parts.append(language.words(f"quizpage.sum_{name}", count=language.wording.count(many, "questions")))
    return language.words("ui.gap").join(parts)


def _belief(language: Language, belief: str) -> BeliefState:
    article = language.content.quiz.misconception[belief].article
    said = language.words("quizpage.belief", belief=language.words(f"misconception.{belief}"))
    return BeliefState(said, _link(language, article))


def _link(language: Language, article: str) -> LinkState:
    title = language.words(f"article.{article}.title")
    return LinkState(article, language.words("quizpage.read", title=title))


def _answer(language: Language, number: int, words: ItemWords, given: Given, found: Mark) -> AnswerState:
    item, said = language.content.quiz.item[words.id], language.words
    verdict: Verdict = "open" if found.right is None else "right" if found.right else "wrong"
    shown = said("quizpage.chosen", answer=_given(language, words, given)) if given is not None else ""
    right = "" if verdict == "right" else said("quizpage.would_be_right", answer=_right(language, words))
    return AnswerState(
        id=words.id,
        verdict=verdict,
        overline=said("quizpage.verdict", number=number, verdict=said(f"quizpage.{verdict}")),
        ask=words.ask,
        chosen=shown,
        feedback=feedback_on(words, item, given),
        right=right,
        told=words.told,
        link=_link(language, words.article),
    )


def _given(language: Language, words: ItemWords, given: Given) -> str:
    if isinstance(given, float):
        return language.wording.count(given, words.unit)
    texts = [option.text for option in words.options if given is not None and option.id in given]
    return _joined(language, texts)


def _right(language: Language, words: ItemWords) -> str:
    return words.answer_words or _joined(language, [option.text for option in words.options if option.right])


def _joined(language: Language, texts: list[str]) -> str:
    return language.words("quizpage.and").join(texts)
