"""A case told to a class step by step: the answers behind its story, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.schema.answers import Answer, Answers, Attempt


@dataclass(frozen=True, slots=True)
class Told:
    """What one step tells: a failed try, or the answer to a question."""

    attempt: Attempt | None = None
    question: str = ""
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """The steps of a case, the failed tries first, then the answers in the order in which its file has them."""

    answers: Answers

    @property
    def steps(self) -> tuple[Told, ...]:
        """Return what is told, in order."""
        tries = (Told(attempt=attempt) for attempt in self.answers.attempts)
        values = (Told(question=name, answer=value) for name, value in self.answers.values.items())
        return (*tries, *values)

    def first(self, steps: int) -> Answers:
        """Return what is known after so many steps; after the last one, exactly the answers of the case.

        Objections, steps taken and measurements belong to the whole and come with the last step.

        Args:
            steps: From 0, where nothing is known but the day and whether something has failed.
        """
        answers = self.answers
        if steps >= len(self.steps):
            return answers
        tries = answers.attempts[:steps]
        told = list(answers.values.items())[: steps - len(tries)]
        return replace(answers, values=dict(told), attempts=tries, objections=(), done=(), measured={})
