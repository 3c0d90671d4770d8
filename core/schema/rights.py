"""Pictures of what an author writes about rights: the rules, whom to ask, what to ask on the telephone, letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from core.schema.dated import Confidence, Dated
from core.schema.network import Picture, Sourced

Concern = Literal[
    "credit_report",
    "dispute",
    "lender_explanation",
    "own_data",
    "complaint",
    "cost_disclosure",
    "purpose",
    "student",
    "account",
    "scam",
]
"""What a borrower comes for."""
InstitutionKind = Literal["bank", "consumer_finance", "micro_loan"]
"""Who lends: it decides who supervises."""
Moment = Literal["always", "under_stop", "without_stop"]
"""Whether a step is for everybody, for whoever met a scam, or for whoever did not."""


class Right(Dated):
    """A right, or a rule that a lender must keep, that a borrower can name.

    Attributes:
        concerns: What it is about.
        channels: Where it is used.
        article: The figure that holds the number of the article.
        announced: When it was published, where that was read and the day in force was not, or is another.
        day_confidence: How sure ``effective_from`` is.
        reach: ``unsettled`` where the text is certain, but not how far it reaches in a refused loan.
        once_over: ``warns`` when swindlers still sell what has ended; then it is told as ended.
        binds: The kinds of lender it binds; empty: every lender, or others than lenders.
    """

    concerns: tuple[Concern, ...] = Field(min_length=1)
    channels: tuple[str, ...] = ()
    article: str = ""
    announced: dt.date | None = None
    day_confidence: Confidence = "seen"
    reach: Literal["settled", "unsettled"] = "settled"
    once_over: Literal["leaves", "warns"] = "leaves"
    binds: tuple[InstitutionKind, ...] = ()


class AskingStep(Sourced):
    """One step on the way from the first question to a complaint; the steps stand in their order.

    Attributes:
        moment: For whom the step is, seen from the signs of fraud.
        families: Only where such a failure is likely; empty: for every failure.
        channels: Whom to ask, in this order.
        lender_part: Which of the lender's own channels come first.
        rights: What the step rests on.
        letter: The letter that helps with it.
    """

    moment: Moment = "without_stop"
    families: tuple[Literal["bounced", "refused", "not_today"], ...] = ()
    channels: tuple[str, ...] = ()
    lender_part: Literal["none", "service", "supervisors"] = "none"
    rights: tuple[str, ...] = ()
    letter: str = ""


class HotlineOption(Picture):
    """An answer a service may give, and what it would change in the next assessment.

    Attributes:
        sets: Question -> option that the answer settles.
        adds_one: The number question whose answer goes up by one.
        message: The class of message that it gives to the last try.
        dates_last_try: The date question that gets the day of the last try.
        lender_is: Who lends; it decides on the supervisor.
    """

    id: str
    sets: Mapping[str, str] = Field(default_factory=dict)
    adds_one: str = ""
    message: str = ""
    dates_last_try: str = ""
    lender_is: InstitutionKind | None = None


class HotlineQuestion(Sourced):
    """A question to put on the telephone.

    Attributes:
        kind: ``choice`` and ``date`` are noted; ``message`` is one of the classes of failure message; ``paper`` is for
            the borrower's own sheet, because the program keeps no numbers.
        ask: Whom: the lender's service, or the bank of the receiving card.
        copies_to: The date question that gets a date as it is.
        not_before: The question about the next try, which must not be earlier.
    """

    kind: Literal["choice", "date", "message", "paper"]
    ask: Literal["lender", "bank"] = "lender"
    options: tuple[HotlineOption, ...] = ()
    copies_to: str = ""
    not_before: str = ""


class LetterField(Picture):
    """Something a letter asks for beyond the answers: a line, a text or a day."""

    id: str
    kind: Literal["line", "text", "date"]


class Letter(Sourced):
    """A kind of letter; its template stands in each language's ``letters`` folder.

    Attributes:
        channels: Where it may be sent, best first.
        lender_part: Which of the lender's own channels come before them.
        rights: What it names as its basis, where in force.
        fields: What it asks for.
        answer_within: The figure, in days or working days, that says until when an answer is due.
    """

    channels: tuple[str, ...] = ()
    lender_part: Literal["none", "service", "supervisors"] = "none"
    rights: tuple[str, ...] = ()
    fields: tuple[LetterField, ...] = ()
    answer_within: str | None = None
