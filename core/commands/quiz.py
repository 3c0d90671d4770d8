"""``disburse-check quiz``: the items, one item with its answer, and both ways between them and Moodle's GIFT."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from core.commands.workplace import Workplace
from core.errors import AppError, reason_of
from core.files import CannotWriteError, write_all, write_whole
from core.library.articles import NotOnTheShelfError
from core.loading.rules.links import JUDGEMENT
from core.loading.rules.quiz_words import units_in
from core.quiz.gift.drafts import Draft, NotTaken, drafts_of
from core.quiz.gift.fragment import Wanted, fragment_of
from core.quiz.gift.ours import questions_of
from core.quiz.gift.questions import Question
from core.quiz.gift.reading import read_gift
from core.quiz.gift.writing import write
from core.quiz.round import of_lesson
from core.quiz.sheet import ItemWords, item_words


class AlreadyThereError(AppError):
    """A file that would be written is there already, and somebody's work may be in it."""

    code = "file_already_there"


class UnknownUnitError(AppError):
    """No number can be written in such a unit."""

    code = "unknown_unit"


@dataclass(frozen=True)
class Given:
    """What was asked of an import: where to write, and what new items belong to and count in."""

    out: Path | None
    article: str
    unit: str


@dataclass(frozen=True)
class TakenIn:
    """What an import found, what can be taken, and the files that were written."""

    questions: tuple[Question, ...]
    drafts: tuple[Draft, ...]
    left: tuple[NotTaken, ...]
    written: tuple[str, ...]

    def as_json(self) -> str:
        """Return everything, for programs."""
        questions = [{"kind": question.kind, **asdict(question)} for question in self.questions]
        return _json(
            {
                "questions": questions,
                "taken": [asdict(draft) for draft in self.drafts],
                "not_taken": [asdict(one) for one in self.left],
                "written": list(self.written),
            }
        )

    def as_text(self, place: Workplace) -> str:
        """Return how much was taken, what is left to an author, and what was not taken and why."""
        words, count = place.language.words, place.language.wording.count
        found, taken = count(len(self.questions), "questions"), count(len(self.drafts), "questions")
        lines = [words("quizline.found", found=found, taken=taken)]
        for one in self.left:
            facts = {"line": one.line, "title": one.title, "kind": words(f"quizline.kind.{one.kind}")}
            lines.append(words("quizline.not_taken", why=words(f"quizline.reason.{one.reason}"), **facts))
        lines += [
            words("quizline.to_do", line=draft.line, title=draft.id, what=words(f"quizline.lost.{lost}"))
            for draft in self.drafts
            for lost in draft.lost
        ]
        lines += [words("quizline.written", file=file) for file in self.written]
        if not self.written:
            lines.append(words("quizline.not_written" if self.drafts else "quizline.nothing_to_write"))
        return "\n".join(lines)


def list_as_json(place: Workplace, lesson: str | None) -> str:
    """Return every item, or those of a lesson: id, lesson, article, kind, and what it asks."""
    items = (item_words(place.language, name) for name in _names(place, lesson))
    fields = ("id", "lesson", "article", "kind", "ask")
    return _json([{field: asdict(item)[field] for field in fields} for item in items])


def list_as_text(place: Workplace, lesson: str | None) -> str:
    """Return a line for every item, by lesson."""
    words, lines, heading = place.language.words, [], ""
    for item in sorted(_items(place, lesson), key=lambda item: _lessons(place).index(item.lesson)):
        if item.lesson_name != heading:
            heading = item.lesson_name
            lines += ["", heading]
        lines.append(f"  {item.id:<34}{words(f'quizline.item_kind.{item.kind}')}  {item.ask}")
    return "\n".join(lines[1:])


def show_as_json(place: Workplace, name: str) -> str:
    """Return one item with options, answer, feedback and sources.

    Raises:
        NoSuchItemError: There is no such item.
    """
    item = item_words(place.language, name)
    known = place.library.content.quiz.item[name]
    beliefs = {**known.shows, **{miss: entry.shows for miss, entry in known.misses.items() if entry.shows}}
    return _json({**asdict(item), "shows": beliefs, "sources": known.sources, "last_checked": known.last_checked})


def show_as_text(place: Workplace, name: str) -> str:
    """Return one item with what is right and what is told; raises as :func:`show_as_json`."""
    item, words = item_words(place.language, name), place.language.words
    lines = [item.ask, ""]
    for option in item.options:
        mark = words("quizline.right" if option.right else "quizline.wrong")
        lines += [f"{mark} {option.text}", f"    {option.feedback}"]
    if item.answer is not None:
        tolerance = place.language.wording.count(item.tolerance or 0, item.unit)
        lines.append(words("quizline.answer", answer=item.answer_words, tolerance=tolerance))
    for miss in item.misses:
        lines += [
            words("quizline.miss", number=place.language.wording.count(miss.value, item.unit)),
            f"    {miss.feedback}",
        ]
    return "\n".join([*lines, "", item.told, words("library.read_on", titles=item.article_title)])


def export(place: Workplace, file: Path, lesson: str | None) -> str:
    """Write the items, or those of a lesson, as a GIFT file in the language asked for.

    Raises:
        CannotWriteError: The file cannot be written.
    """
    names = [item.id for item in _items(place, lesson)]
    head = (place.language.words("quizline.head"), place.library.content.version)
    write_whole(file, write(questions_of(place.language, names), head))
    count = place.language.wording.count(len(names), "questions")
    return place.language.words("quizline.exported", count=count, file=file)


def taken_in(place: Workplace, file: Path, given: Given) -> TakenIn:
    """Read a GIFT file, and write what our quiz can hold as files of a content folder when asked to.

    Raises:
        NotOnTheShelfError: There is no such article.
        UnknownUnitError: There is no such unit.
        AppError: There is no question in the file.
        GiftError: The file has mistakes; nothing is written then.
        AlreadyThereError: A file is there already.
        CannotWriteError: A file cannot be written.
    """
    if given.article and given.article not in place.library.content.library.article:
        raise NotOnTheShelfError(found=given.article)
    if given.unit and f"unit.{given.unit}.other" not in place.language.words:
        units = sorted({unit for _, unit in units_in(place.library.content.quiz)})
        raise UnknownUnitError(found=given.unit[:60], expected=", ".join(units))
    questions, words = read_gift(file), place.language.words
    if not questions:
        raise AppError("gift_without_questions", file=file.name)
    drafts, left = drafts_of(questions, (words("quizline.true"), words("quizline.false")))
    ours = {question.title: question for question in questions_of(place.language, place.library.content.quiz.item)}
    unchanged = {question.line for question in questions if question == ours.get(question.title)}
    drafts = tuple(replace(draft, lost=()) if draft.line in unchanged else draft for draft in drafts)
    if given.out is None or not drafts:
        return TakenIn(questions, drafts, left, ())
    because = words("quizline.because", file=file.name)
    wanted = Wanted(given.article, given.unit, JUDGEMENT, because, place.today)
    return TakenIn(questions, drafts, left, _written(given.out, fragment_of(drafts, place.language, wanted)))


def _written(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    for name in files:
        if (folder / name).exists():
            raise AlreadyThereError(file=folder / name)
    for name in files:  # all folders first: where one cannot be made, no file is written
        try:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteError(file=str(folder / name), reason=reason_of(error)) from error
    write_all({folder / name: text for name, text in files.items()})
    return tuple(str(folder / name) for name in files)


def _items(place: Workplace, lesson: str | None) -> list[ItemWords]:
    return [item_words(place.language, name) for name in _names(place, lesson)]


def _names(place: Workplace, lesson: str | None) -> tuple[str, ...]:
    content = place.library.content
    return of_lesson(content, lesson).items if lesson else tuple(content.quiz.item)


def _lessons(place: Workplace) -> tuple[str, ...]:
    return place.library.content.library.lessons


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, default=str)
