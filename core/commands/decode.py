"""``disburse-check decode``: a failure message in, what it most likely speaks of out. The text goes nowhere else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TextIO

from core.commands.workplace import Workplace
from core.decode.decoder import Decoder
from core.decode.normalise import LONGEST
from core.decode.result import ClassGuess, Decoded
from core.errors import AppError
from core.explain.language import Language
from core.loading.decoder import load_decoder

_OTHERS = 2
"""Further classes told as "could also be"."""


class TextTooLongError(AppError):
    """The text is longer than what is read."""

    code = "text_too_long"


class NoTextError(AppError):
    """There is nothing but blanks."""

    code = "no_text"


def text_of(given: str, stream: TextIO | None) -> str:
    """Return the text to decode: what was given, or what is typed in for ``-``.

    Raises:
        TextTooLongError: It is longer than 10,000 signs.
        NoTextError: It is empty.
    """
    text = (stream.read(LONGEST + 2) if stream else "") if given == "-" else given
    if len(text.rstrip("\n")) > LONGEST:
        raise TextTooLongError(limit=f"{LONGEST:,}")
    if not text.strip():
        raise NoTextError
    return text


def decode_as_json(place: Workplace, text: str) -> str:
    """Return what a text speaks of as JSON, probabilities unrounded."""
    return json.dumps(decoded_as_data(_decoded(place, text)), ensure_ascii=False, indent=2)


def decode_as_text(place: Workplace, text: str) -> str:
    """Return the same in words: the alarm first, then what the message says, what else it could be, and its limits."""
    return "\n".join(decoded_lines(_decoded(place, text), place.language))


def decoded_as_data(decoded: Decoded) -> dict[str, Any]:
    """Return a decoded text as plain data."""
    return {
        "gates": [{"id": gate.id, "probability": gate.probability} for gate in decoded.gates],
        "classes": [
            {"id": guess.id, "probability": guess.probability, "matched": list(guess.matched)}
            | ({"resembles": guess.resembles} if guess.resembles else {})
            for guess in decoded.classes
        ],
        "family": decoded.family,
        "scam": {"level": decoded.scam.level, "flags": list(decoded.scam.flags)}
        | ({"resembles": decoded.scam.resembles} if decoded.scam.resembles else {}),
        "in_scope": decoded.in_scope,
    }


def decoded_lines(decoded: Decoded, language: Language) -> list[str]:
    """Return sentences about a decoded text."""
    return list(_Sentences(language).about(decoded))


def _decoded(place: Workplace, text: str) -> Decoded:
    content = place.library.content
    return Decoder(content, load_decoder(place.chosen, place.cache)).decode(text)


class _Sentences:
    """Puts a decoded text into words."""

    def __init__(self, language: Language) -> None:
        self._words, self._percent = language.words, language.wording.percent

    def about(self, decoded: Decoded) -> Iterator[str]:
        yield from self._alarm(decoded)
        if decoded.scam.level == "stop":
            return
        if not decoded.in_scope:
            yield self._words("decode.out_of_scope")
            return
        if decoded.generic:
            yield self._words("decode.cannot_tell")
            yield self._words("message.generic_try_later.advice")
        else:
            yield from self._classes(decoded)
        if decoded.unsure:
            yield self._words("decode.half_remembered")
        yield from ("", self._words("decode.limits"))

    def _alarm(self, decoded: Decoded) -> Iterator[str]:
        if decoded.scam.level == "none":
            return
        yield self._words(f"decode.{decoded.scam.level}")
        for flag in decoded.scam.flags:
            yield self._words("decode.flag", name=self._words(f"flag.{flag}.name"), why=self._words(f"flag.{flag}.why"))
        if decoded.scam.matched:
            yield self._words("decode.matched", words=self._quoted(decoded.scam.matched))
        elif decoded.scam.resembles:
            yield self._words("decode.resembles_scam", text=decoded.scam.resembles)
        yield self._words("safety.never_charge")
        if decoded.scam.level == "stop":
            yield from ("", self._words("safety.stop_do"))
        yield ""

    def _classes(self, decoded: Decoded) -> Iterator[str]:
        best, *others = decoded.classes
        yield self._words("decode.best", **self._named(best))
        yield self._words(f"message.{best.id}.says")
        if best.matched:
            yield self._words("decode.matched", words=self._quoted(best.matched))
        elif best.resembles:
            yield self._words("decode.resembles", text=best.resembles)
        else:
            yield self._words("decode.alike")
        gates = [(self._words(f"gate.{gate.id}.name"), self._percent(gate.probability)) for gate in decoded.gates[:2]]
        named = [self._words("decode.gate", name=name, share=share) for name, share in gates]
        yield self._words("decode.gates", gates=self._words("ui.list_separator").join(named))
        if decoded.family:
            yield self._words("decode.family", name=self._words(f"family.{decoded.family}.name"))
        yield self._words("decode.advice", advice=self._words(f"message.{best.id}.advice"))
        for other in others[:_OTHERS]:
            yield self._words("decode.also", **self._named(other))
        if decoded.gates[0].id == "payment" and decoded.scam.level == "none":
            yield self._words("safety.never_charge")

    def _named(self, guess: ClassGuess) -> dict[str, str]:
        return {"name": self._words(f"message.{guess.id}.name"), "share": self._percent(guess.probability)}

    def _quoted(self, matched: tuple[str, ...]) -> str:
        return self._words("ui.list_separator").join(self._words("decode.word", word=word) for word in matched)
