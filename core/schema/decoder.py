"""Frozen pictures of what authors write for the message decoder: ``content/model/decoder*.toml``.

A cue is one line of text in a small language, read by :mod:`core.decode.cues`: ``+`` joins parts that stand in one
sentence, ``>`` parts that follow each other closely, ``|`` divides other ways to say a part, ``@name`` is a group of
words, and after ``!`` stands what must not be in that sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from core.schema.network import Picture, Sourced

Points = Annotated[float, Field(gt=0, le=20)]
Part = Annotated[float, Field(ge=0, le=1)]
Words = tuple[Annotated[str, Field(min_length=1)], ...]
Strength = Literal["names", "clear", "points", "hints"]
STRENGTHS: tuple[Strength, ...] = ("names", "clear", "points", "hints")
NOTICE, SCAM, BUNDLE, ELSEWHERE = "notice", "scam", "paid_bundle", "elsewhere"
OTHER_LABELS = (NOTICE, SCAM, BUNDLE, ELSEWHERE)
"""Labels of training texts that are of no message class: an honest notice, a fraud, something sold with the loan,
and whatever is not about a loan."""
LANGUAGES: tuple[Literal["zh", "en"], ...] = ("zh", "en")


class Wordings(Picture):
    """Cues or examples in the two languages."""

    zh: Words = ()
    en: Words = ()

    @property
    def all(self) -> Words:
        """Return those of both languages."""
        return (*self.zh, *self.en)


class ClassCues(Picture):
    """The cues of one message class by how much they say, and words that lean to another of its gates."""

    names: Wordings = Wordings()
    clear: Wordings = Wordings()
    points: Wordings = Wordings()
    hints: Wordings = Wordings()
    leans: Mapping[str, Wordings] = Field(default_factory=dict)

    def cues(self) -> Iterator[tuple[Strength, Literal["zh", "en"], int, str]]:
        """Yield (strength, language, number, cue) of every cue."""
        for strength in STRENGTHS:
            wordings: Wordings = getattr(self, strength)
            for language in LANGUAGES:
                for number, cue in enumerate(getattr(wordings, language)):
                    yield strength, language, number, cue


class ScamSign(Picture):
    """An act demanded of the borrower: a flag of ``safety.toml``, and the cues that tell of the act.

    ``needs`` says whether the act alone is a sign, or only in a text that speaks of getting a loan.
    """

    flag: str
    needs: Literal["loan", "nothing"]
    zh: Words = ()
    en: Words = ()

    def cues(self) -> Iterator[tuple[Literal["zh", "en"], int, str]]:
        """Yield (language, number, cue) of every cue."""
        for language in LANGUAGES:
            for number, cue in enumerate(getattr(self, language)):
                yield language, number, cue


class Scoring(Picture):
    """How the cues of a class add up, before they meet what was learned from the training texts."""

    points: Mapping[Strength, Points]
    fading: Part = Field(description="each further cue of a class counts this share of the one before")
    guess: Part = Field(description="share that a cue keeps when the user only guesses it")
    outside: Part = Field(description="share that a cue keeps outside the quoted message, when there is one")
    notice: Part = Field(description="share that a cue keeps inside a warning of fraud")
    most: Points = Field(description="score that no class exceeds")
    least: Points = Field(description="score from which a class is told")
    half_remembered: Annotated[float, Field(ge=1, le=10)] = Field(
        description="divides the odds of what is half remembered"
    )
    gate_shares: tuple[Part, ...] = Field(min_length=1, description="of a class's gates, best first")
    shown: Part = Field(description="probability from which a class or a gate is told")


class Weights(Picture):
    """What each observation adds to the logarithm of the odds of a label; fitted on texts of other writers."""

    learned: float = Field(ge=0, description="for each unit of the learned score, on its label")
    points: float = Field(ge=0, description="for each point of cues, on their class")
    elsewhere: float
    elsewhere_only: float = Field(description="there are words of other subjects and none of a loan")
    elsewhere_loan: float = Field(description="for each word of a loan, two at most")
    elsewhere_other: float = Field(description="for each word of other subjects, two at most")
    elsewhere_maybe: float = Field(description="for each word that may be of a loan, two at most")
    scam: float
    scam_sign: float = Field(description="a sign of decoder_scams.toml, or enough hints, raise the alarm")
    scam_notice: float = Field(description="the text warns of fraud")
    bundle: float
    bundle_sign: float
    notice: float
    notice_words: float = Field(description="the text warns of fraud")
    notice_sign: float = Field(description="a sign raises the alarm")
    generic: float
    generic_words: float = Field(description="there are cues of failure and of nothing else")


class Mixing(Picture):
    """How cues and what was learned become probabilities, and from which probability something is told."""

    penalty: Points = Field(description="of large weights, when learning")
    told: Part = Field(description="probability of all classes together from which gates are told")
    outside: Part = Field(description="probability of another subject from which the text is refused")
    stop: Part = Field(description="probability of fraud from which the alarm is loud")
    caution: Part = Field(description="probability of fraud from which it is named")
    bundle: Part = Field(description="probability of something sold with the loan from which it is named")
    lone: int = Field(ge=1, le=20, description="words, two signs each, from which likeness alone raises an alarm")
    weights: Weights


class Reading(Picture):
    """Words that say how to read the words around them."""

    guess: Words
    half_remembered: Words
    says: Words = Field(description="what stands before a quoted message")
    denied_before: Words
    denied_after: Words
    breaks: Words = Field(description="a new clause begins here")
    noise: Words = Field(description="blotted out before reading")


class Scope(Picture):
    """What a text speaks of: a loan surely, a loan perhaps, something else."""

    loan: Words
    maybe: Words
    elsewhere: Words


class Notices(Picture):
    """What makes the same words an honest notice: before the act in its clause, or anywhere in its sentence."""

    not_before: Words
    not_after: Words
    honest: Words
    demand: Words = Field(description="a denial that is a demand: `unless you pay`")
    asks: Words = Field(description="the user asks whether it is a fraud")
    owed: Words = Field(description="money that is owed for a loan already paid out")


class SuspectAct(Picture):
    """An act that counts for an alarm together with other hints: its points and its cues."""

    points: Points
    cues: Words


class Suspicion(Picture):
    """For demands that no sign of ``decoder_scams.toml`` knows: hints add up, and enough of them are an alarm."""

    enough: Points
    reach: int = Field(ge=10, le=400, description="signs around the act in which hints count")
    hints: Mapping[str, SuspectAct] = Field(description="who asks, how, for how much: no alarm by themselves")
    acts: Mapping[str, SuspectAct] = Field(description="red flag -> the act; one of them must be there")


class Decoder(Sourced):
    """``decoder.toml``: everything about decoding that is not about one class."""

    near: int = Field(ge=1, le=40, description="signs between parts joined by >, doubled for letters")
    reach: int = Field(ge=10, le=400, description="signs between the parts of one cue")
    scoring: Scoring
    mixing: Mixing
    reading: Reading
    scope: Scope
    notices: Notices
    suspicion: Suspicion
    groups: Mapping[str, Words]


class Spelling(Sourced):
    """``decoder_spelling.toml``: how a wrongly written word finds its way back."""

    typos: Mapping[str, str]
    sound_words: Words = Field(description="words that are found again by their sound")
    never: Words = Field(description="words that sound like one of those and are none")
    spelled: Words = Field(description="English words that are found again one letter off")
    traditional: Words = Field(description="simplified sign, then its other forms")
    sounds: Mapping[str, str] = Field(description="syllable -> signs that are read so")


class Fitted(Picture):
    """What was learned from the training texts: no file of an author, but made from theirs and kept in the cache.

    Numbers are packed: base64 of 16-bit floats, least significant byte first.
    """

    labels: tuple[str, ...]
    features: tuple[str, ...]
    rarity: str = Field(description="what each feature counts")
    weights: str = Field(description="features by labels")
    always: tuple[float, ...] = Field(description="score of each label before anything is seen")
    texts: tuple[tuple[str, str], ...] = Field(description="label and wording of each text learned from")


class DecoderContent(Picture):
    """All of it. The mappings keep the order of the files."""

    decoder: Decoder
    spelling: Spelling
    cues: Mapping[str, ClassCues]
    examples: Mapping[str, Wordings]
    training: Mapping[str, Wordings]
    scams: Mapping[str, ScamSign]
    fitted: Fitted | None = None
