"""What a journal holds: six kinds of record, and no field for a name, an identity number, a card or a phone.

A message that the platform showed is kept as its class only, never as text. The one free text is a hotline note;
whatever looks like a number in it is masked before it is kept, wherever it comes from.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, field_validator, model_validator

from core.journal.scrub import scrub
from core.loading.answer_values import FIRST_DAY, LAST_DAY, NotAnAnswerError, to_moment
from core.loading.measurements import TOO_BIG, to_measurement


def _on_the_calendar(moment: str) -> str:
    to_moment(moment)
    return moment


Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.\-]{0,79}$")]
"""A stable name from the content; too narrow for a sentence or a number."""
Uid = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Word = Annotated[str, Field(pattern=r"^([A-Za-z][A-Za-z0-9_.\-]{0,59}|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?)$")]
"""An option, a day or a time; never a run of digits."""
Number = Annotated[float, Field(allow_inf_nan=False, gt=-1e9, lt=1e9)]
"""An amount or a count; a phone number, a card or an identity number is too large to be one."""
Share = Annotated[float, Field(ge=0, le=1)]
DatedValue = tuple[Word, Number]
Plain = Word | Number | list[Word] | list[DatedValue]
"""An answer as data, before the content has said whether it fits a question."""
Day = Annotated[dt.date, Field(ge=FIRST_DAY, le=LAST_DAY)]
Moment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$"), AfterValidator(_on_the_calendar)]
Outcome = Literal["arrived", "failed", "waiting"]
VERSION = r"^[0-9]{0,4}([A-Za-z_.+\-]+[0-9]{1,4})*[A-Za-z_.+\-]*$"
Version = Annotated[str, Field(max_length=40, pattern=VERSION)]
Hash = Annotated[str, Field(pattern=r"^([0-9a-f]{12})?$")]
Ids = Annotated[list[Id], Field(max_length=500)]
Said = Annotated[dict[Id, Plain], Field(max_length=1000)]


class Part(BaseModel):
    """Base of everything that is kept: frozen, and nothing in it that was not foreseen."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Try(Part):
    """One failed try as an assessment counts it: a day or a time in China, and the class of its message.

    ``message_shares`` are the classes of a decoded message with their probabilities, where none was chosen by hand.
    """

    when: Moment
    message: Id | None = None
    message_shares: Annotated[dict[Id, Annotated[float, Field(gt=0, le=1)]], Field(max_length=100)] = {}


class MeasuredBy(Part):
    """With what an answer was measured, when, and what was seen: the figures of that instrument and nothing else.

    Names are those of :data:`core.schema.answers.FIGURES`, so that none can be the name of a host.
    """

    instrument: Id
    when: Moment
    figures: Annotated[dict[Id, Annotated[float, Field(ge=0, le=TOO_BIG)]], Field(max_length=20)]

    @model_validator(mode="after")
    def _known(self) -> Self:
        try:
            to_measurement(self.model_dump())
        except NotAnAnswerError as error:
            raise ValueError(error.expected) from error
        return self


class CauseSummary(Part):
    """How likely a cause stopped the last try, or stops the coming one when there was none."""

    id: Id
    blocker: Share


class ResultSummary(Part):
    """The result as it was shown. ``low`` and ``high`` are None when no range had been worked out."""

    band: Literal["low", "moderate", "elevated", "high"]
    arrives: Share
    low: Share | None = None
    high: Share | None = None
    causes: Annotated[list[CauseSummary], Field(max_length=20)] = []
    safety: Literal["none", "caution", "stop"] = "none"


class Place(Part):
    """Where the front was in the checklist, so that it can go on there."""

    way: Id = "full"
    at: Annotated[str, Field(max_length=80, pattern=r"^[A-Za-z0-9_.\-]*$")] = ""
    skipped: Ids = []
    put: Ids = []


class Record(Part):
    """Base of the kinds. ``changed`` is the time of the user's own clock at which it was last saved."""

    uid: Uid
    day: Day
    changed: dt.datetime

    @field_validator("changed")
    @classmethod
    def _to_the_second(cls, value: dt.datetime) -> dt.datetime:
        return value.replace(microsecond=0, tzinfo=None)


class AssessmentRecord(Record):
    """One check: what was said, and the result that was shown. ``day`` is its day of assessment.

    ``measured`` says of an answer with what it was measured; what was said by hand has none, and records of before it
    was kept have none at all.
    """

    kind: Literal["assessment"] = "assessment"
    mode: Literal["before", "after"] = "before"
    answers: Said = {}
    attempts: Annotated[list[Try], Field(max_length=500)] = []
    objections: Ids = []
    done: Ids = []
    measured: Annotated[dict[Id, MeasuredBy], Field(max_length=1000)] = {}
    place: Place = Place()
    result: ResultSummary | None = None
    content_version: Version = ""
    model_version: Hash = ""


PLATFORM_SCORE, OTHER_SCORE = "platform", "other"
"""Whose a kept score is: the platform's, or another one, of which no name is kept."""


class ScoreRecord(Record):
    """One value of a score; ``of`` says whose it is."""

    kind: Literal["score"] = "score"
    of: Id
    value: Number


class AttemptRecord(Record):
    """One try to draw money and what came of it, with what was said before it: for learning from outcomes."""

    kind: Literal["attempt"] = "attempt"
    when: Moment
    outcome: Outcome
    message: Id | None = None
    assessment: Uid | None = None
    mode: Literal["before", "after"] = "before"
    answers: Said = {}
    earlier: Annotated[list[Try], Field(max_length=500)] = []
    objections: Ids = []
    done: Ids = []


class NoteRecord(Record):
    """What a hotline said: which one, what was asked, what was answered. Numbers in the text are masked."""

    kind: Literal["note"] = "note"
    place: Id
    asked: Ids = []
    text: Annotated[str, Field(max_length=4000)] = ""
    assessment: Uid | None = None

    @field_validator("text")
    @classmethod
    def _masked(cls, value: str) -> str:
        return scrub(value).text


class QuizRecord(Record):
    """One round of a quiz: what was asked, what was answered, and which answers were right.

    An answer is an option, several options, or a number. Records of before this was so have one option each, and no
    list of what was asked.
    """

    kind: Literal["quiz"] = "quiz"
    quiz: Id
    round: Literal["before", "after", "alone"] = "alone"
    asked: Ids = []
    chosen: Annotated[dict[Id, Id | Number | Annotated[list[Id], Field(max_length=100)]], Field(max_length=500)] = {}
    right: Ids = []


class SentRecord(Record):
    """A letter that was sent, ``day`` being the day; ``answered`` says that what it asked for has come."""

    kind: Literal["sent"] = "sent"
    letter: Id
    answered: bool = False


AnyRecord = AssessmentRecord | ScoreRecord | AttemptRecord | NoteRecord | QuizRecord | SentRecord
Kind = Literal["assessment", "score", "attempt", "note", "quiz", "sent"]
KINDS: tuple[Kind, ...] = ("assessment", "score", "attempt", "note", "quiz", "sent")
RECORD: TypeAdapter[AnyRecord] = TypeAdapter(Annotated[AnyRecord, Field(discriminator="kind")])
"""Reads a record from JSON or plain data, and refuses what is none."""


def as_json(record: AnyRecord) -> str:
    """Return a record as it is kept: always the same text for the same record."""
    return record.model_dump_json()


TERMS = ("mode", "message", "band", "safety", "cause", "outcome", "of", "place", "letter", "quiz", "round")
"""What records are found by, beside the questions."""


def terms_of(record: AnyRecord) -> frozenset[str]:
    """Return the words by which a record is found: its kind, and ``what=value`` for what it says."""
    found: set[str] = set()
    if isinstance(record, AssessmentRecord):
        found |= {f"mode={record.mode}", *_answer_terms(record.answers)}
        found |= {f"message={attempt.message}" for attempt in record.attempts if attempt.message}
        if record.result:
            found |= {f"band={record.result.band}", f"safety={record.result.safety}"}
            found |= {f"cause={cause.id}" for cause in record.result.causes[:3]}
    elif isinstance(record, AttemptRecord):
        found |= {f"outcome={record.outcome}", *_answer_terms(record.answers)}
        found |= {f"message={record.message}"} if record.message else set()
    elif isinstance(record, ScoreRecord):
        found.add(f"of={record.of}")
    elif isinstance(record, NoteRecord):
        found.add(f"place={record.place}")
    elif isinstance(record, SentRecord):
        found.add(f"letter={record.letter}")
    else:
        found |= {f"quiz={record.quiz}", f"round={record.round}"}
    return frozenset(f"{record.kind} {term}" for term in found)


def _answer_terms(answers: Said) -> set[str]:
    """Return a term for every option chosen; amounts, days and series are not searched for."""
    found = set()
    for question, value in answers.items():
        if isinstance(value, str) and value[0].isalpha():
            found.add(f"{question}={value}")
        elif isinstance(value, list):
            found |= {f"{question}={item}" for item in value if isinstance(item, str)}
    return found
