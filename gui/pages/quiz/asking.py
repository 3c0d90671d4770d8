"""The picture of what can be asked, and of one question of a round. No Qt."""

from __future__ import annotations

from core.explain.language import Language
from core.quiz.round import Round, items_of
from core.quiz.sheet import ItemWords, item_words
from gui.pages.quiz.kept import LESSON, SET, Place
from gui.pages.quiz.state import AskState, GroupState, LineState, PastState, StartState, StepState, WayState
from gui.pages.quiz.typing import typed_number, unit_words
from gui.questions.kinds import VALUE
from gui.questions.state import FieldState, QuestionState, RowState


def start_state(language: Language, waiting: Round | None, past: PastState | None) -> StartState:
    """Return what can be asked: the sets with both their parts, then every lesson that has items.

    Args:
        language: The language of the words.
        waiting: A round that was begun and not handed in.
        past: The rounds that are kept, where there are any.
    """
    content, words = language.content, language.words
    sets = tuple(_set(language, name) for name in content.quiz.set)
    lessons = [(lesson, len(items_of(content, lesson))) for lesson in content.library.lessons]
    ways = tuple(
        _way(language, f"{LESSON}:{name}", words(f"lesson.{name}.name"), many) for name, many in lessons if many
    )
    by_lesson = (LineState("", ways),) if ways else ()
    groups = tuple(
        GroupState(name, words(f"quizpage.{name}s"), words(f"quizpage.{name}s_text"), lines)
        for name, lines in ((SET, sets), (LESSON, by_lesson))
        if lines
    )
    if waiting is None:
        return StartState(groups, words("quizpage.note"), past=past)
    answered = language.wording.count(len(waiting.answers), "answers")
    title = round_name(language, waiting)
    text = words("quizpage.resume_text", number=waiting.at + 1, all=len(waiting.items), answered=answered)
    return StartState(groups, words("quizpage.note"), title, text, words("quizpage.resume"), past)


def _set(language: Language, name: str) -> LineState:
    words, pairs = language.words, language.content.quiz.set[name]
    ways = tuple(
        _way(
            language, f"{SET}:{name}:{moment}", words(f"quizpage.begin_{moment}"), len(items), words(f"quiz_set.{name}")
        )
        for moment, items in (("before", pairs.before), ("after", pairs.after))
    )
    return LineState(words(f"quiz_set.{name}"), ways)


def _way(language: Language, address: str, label: str, many: int, about: str = "") -> WayState:
    count = language.wording.count(many, "questions")
    said = language.words("quizpage.way", name=label, count=count)
    return WayState(address, said, f"{about} {said}".strip())


def round_name(language: Language, now: Round) -> str:
    """Return what a round is called: its set and which part of it, or its lesson."""
    words = language.words
    if now.moment == "alone":
        return words(f"lesson.{now.quiz}.name")
    return words(f"quizpage.round_{now.moment}", name=words(f"quiz_set.{now.quiz}"))


def ask_state(language: Language, place: Place, now: Round) -> AskState:
    """Return the question that one is at."""
    words, count = language.words, language.wording.count
    item = item_words(language, now.item)
    unanswered = len(now.items) - len(now.answers)
    left_open = words("quizpage.left_open", count=count(unanswered, "questions")) if unanswered else ""
    return AskState(
        round=round_name(language, now),
        place=words("quizpage.place", number=now.at + 1, all=len(now.items)),
        # Where there is one question only, there is none to go to.
        steps=tuple(_step(language, now, at) for at in range(len(now.items))) if len(now.items) > 1 else (),
        question=_question(language, place, now, item),
        back=words("quizpage.back"),
        can_go_back=now.at > 0,
        next=words("quizpage.hand_in" if now.is_last else "quizpage.next"),
        is_last=now.is_last,
        left_open=left_open if now.is_last else "",
        clear=words("quizpage.clear") if now.item in now.answers or place.typed.get(now.item) else "",
        leave=words("quizpage.leave"),
    )


def _step(language: Language, now: Round, at: int) -> StepState:
    words, is_answered = language.words, now.items[at] in now.answers
    heard = words(f"quizpage.step_{'answered' if is_answered else 'open'}", number=at + 1)
    return StepState(str(at + 1), heard, is_answered, at == now.at)


def _question(language: Language, place: Place, now: Round, item: ItemWords) -> QuestionState:
    words, given = language.words, now.answers.get(item.id, ())
    typed = typed_number(place.typed.get(item.id, ""), item.unit, language) if item.kind == "numeric" else None
    fields: tuple[FieldState, ...] = ()
    if typed is not None:
        label, unit = words("quizpage.your_number"), unit_words(item.unit, language)
        fields = (FieldState(VALUE, label, place.typed.get(item.id, ""), unit, note=typed.echo),)
    chosen = given if isinstance(given, tuple) else ()
    return QuestionState(
        id=item.id,
        overline="",
        prompt=item.ask,
        lead=words(f"quizpage.lead_{item.kind}"),
        fields=fields,
        chips=(),
        rows=tuple(RowState(option.id, option.text, "", option.id in chosen) for option in item.options),
        one_only=item.kind == "single",
        searchable="",
        echo=typed.echo if typed else "",
        error=typed.error if typed else "",
        why_label="",
        why="",
        how_label="",
        how="",
    )
