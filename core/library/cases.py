"""A case study: a made-up person, the answers behind the story, and questions to discuss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.explain.language import Language
from core.explain.wording import Wording
from core.library.articles import NotOnTheShelfError
from core.loading.answers_file import answers_of
from core.loading.files import CASES_FOLDER
from core.schema.answers import Answers
from core.schema.library import Outcome

_ASKED = {"amount": "request.amount", "limit": "limit.available", "age": "person.age", "income": "debts.monthly_income"}
"""Placeholder of a story -> the question whose answer it prints."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """One case in one language. ``message`` is the class of the failure message, "" where nothing has failed yet."""

    id: str
    title: str
    person: str
    happened: str
    ended: str
    message: str
    cause: str
    outcome: Outcome
    articles: tuple[str, ...]
    questions: tuple[str, ...]


class Cases:
    """The case studies of one language."""

    def __init__(self, language: Language, files: Mapping[str, str]) -> None:
        """Take the language, and case -> text of its answers file."""
        self._language, self._files = language, files

    def page(self, name: str) -> CasePage:
        """Return a case; its story prints what its answers file says.

        Raises:
            NotOnTheShelfError: There is no such case.
            AnswersError: Its answers file has mistakes; the content check finds every one of them.
        """
        answers = self.answers(name)
        study, words = self._language.content.library.case[name], self._language.words
        facts = facts_of(answers, self._language.wording)
        title, person, happened, ended = (
            words(f"case.{name}.{field}", **facts) for field in ("title", "person", "happened", "ended")
        )
        return CasePage(
            id=name,
            title=title,
            person=person,
            happened=happened,
            ended=ended,
            message=study.message,
            cause=study.cause,
            outcome=study.outcome,
            articles=study.articles,
            questions=tuple(words(f"case.{name}.question.{question}", **facts) for question in study.questions),
        )

    def answers(self, name: str) -> Answers:
        """Return the answers of a case, to be opened in the checklist; raises as :meth:`page`."""
        if name not in self._language.content.library.case or name not in self._files:
            raise NotOnTheShelfError(found=name[:60])
        return answers_of(f"{CASES_FOLDER}/{name}.toml", self._files[name], self._language.content)


def facts_of(answers: Answers, wording: Wording) -> dict[str, str]:
    """Return what a story may print of its answers: placeholder -> words; what was not answered is left out."""
    facts = {"day": wording.date(answers.as_of)}
    if answers.attempts:
        facts["tried"] = wording.date(answers.attempts[-1].when)
    for name, question in _ASKED.items():
        value = answers.known(question)
        if isinstance(value, float | int):
            facts[name] = wording.fact(question, float(value))
    return facts
