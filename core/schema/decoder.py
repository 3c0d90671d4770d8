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
    """How cues become probabilities. Points are natural logarithms of odds, up to the temperature."""

    points: Mapping[Strength, Points]
    fading: Part = Field(description="each further cue of a class counts this share of the one before")
    guess: Part = Field(description="share that a cue keeps when the user only guesses it")
    outside: Part = Field(description="share that a cue keeps outside the quoted message, when there is one")
    notice: Part = Field(description="share that a cue keeps inside a warning of fraud")
    most: Points = Field(description="score that no class exceeds")
    least: Points = Field(description="score from which a class is told")
    nothing: float = Field(description="score of `none of these classes`")
    temperature: Annotated[float, Field(ge=1, le=10)]
    half_remembered: Annotated[float, Field(ge=1, le=10)] = Field(description="factor on the temperature")
    gate_shares: tuple[Part, ...] = Field(min_length=1, description="of a class's gates, best first")
    shown: Part = Field(description="probability from which a class or a gate is told")


class Similarity(Picture):
    """What a likeness to the examples is worth: points for each unit above a floor, in [0, 1]."""

    floor: Part
    alone: Part = Field(description="likeness from which an example decides without any cue")
    points: Points


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
    """What a text speaks of: a loan surely, a loan perhaps, something else; and that anything failed."""

    loan: Words
    maybe: Words
    elsewhere: Words
    failed: Words
    common: Words = Field(description="message classes that other programs have too")


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
    similarity: Similarity
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


class DecoderContent(Picture):
    """All of it. The mappings keep the order of the files."""

    decoder: Decoder
    spelling: Spelling
    cues: Mapping[str, ClassCues]
    examples: Mapping[str, Wordings]
    scams: Mapping[str, ScamSign]
