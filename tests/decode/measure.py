"""How well texts are decoded: ``python -m tests.decode.measure FILE.toml… [--list]``.

A file holds ``[[text]]`` tables: ``text``, ``gates`` (those that are right, best first; none when out of scope or
without information), ``class`` (a message class or ""), ``kind``, ``scam`` (stop, caution, none), ``in_scope``.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from core.decode.decoder import Decoder
from core.decode.result import Decoded
from core.loading.compiled import load_compiled
from core.loading.decoder import load_decoder

CONTENT = Path(__file__).parents[2] / "content"
TEXTS = Path(__file__).parent
BINS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
"""Bounds of the probabilities in the table of reliability."""
ROOM = 0.05
"""Seconds that decoding may take at the very most."""


@dataclass(frozen=True)
class Text:
    """One text and what is right about it."""

    text: str
    gates: tuple[str, ...]
    message: str
    kind: str
    scam: str
    in_scope: bool


@dataclass(frozen=True)
class Judged:
    """A text and what the decoder made of it."""

    text: Text
    decoded: Decoded

    @property
    def told(self) -> tuple[str, ...]:
        """Return the gates told, best first."""
        return tuple(gate.id for gate in self.decoded.gates)

    def is_right(self, most: int, accepted: int | None = None) -> bool:
        """Return whether one of the first ``most`` gates is among the first ``accepted``; none where none is right."""
        if not self.text.gates:
            return not self.told
        return bool(set(self.told[:most]) & set(self.text.gates[:accepted]))


def read_texts(file: Path) -> list[Text]:
    """Return the texts of a file."""
    listed = tomllib.loads(file.read_text(encoding="utf-8"))["text"]
    return [
        Text(raw["text"], tuple(raw["gates"]), raw["class"], raw["kind"], raw["scam"], raw["in_scope"])
        for raw in listed
    ]


def judge(decoder: Decoder, texts: Iterable[Text]) -> list[Judged]:
    """Return the texts decoded."""
    return [Judged(text, decoder.decode(text.text)) for text in texts]


def shipped_decoder() -> Decoder:
    """Return the decoder of the shipped content."""
    return Decoder(load_compiled(CONTENT, None).content, load_decoder(CONTENT, None))


def figures(judged: Sequence[Judged]) -> list[tuple[str, list[Judged], list[Judged]]]:
    """Return (what is measured, the texts it is measured on, those that are wrong)."""
    gated = [one for one in judged if one.text.gates]
    scams = [one for one in judged if one.text.scam == "stop"]
    honest = [one for one in judged if one.text.scam == "none"]
    inside = [one for one in judged if one.text.in_scope]
    named = [one for one in judged if one.text.message and one.text.gates]
    rows: list[tuple[str, list[Judged], Callable[[Judged], bool]]] = [
        ("best gate, any listed", list(judged), lambda one: one.is_right(1)),
        ("best gate, first listed", list(judged), lambda one: one.is_right(1, 1)),
        ("one of the best two, any listed", list(judged), lambda one: one.is_right(2)),
        ("best gate, of texts that have one", gated, lambda one: one.is_right(1)),
        ("one of the best two, of texts that have one", gated, lambda one: one.is_right(2)),
        ("no gate where none is right", [one for one in judged if not one.text.gates], lambda one: one.is_right(1)),
        ("best class", named, lambda one: [guess.id for guess in one.decoded.classes[:1]] == [one.text.message]),
        ("scam recall, stop or caution", scams, lambda one: one.decoded.scam.level != "none"),
        ("scam recall, stop", scams, lambda one: one.decoded.scam.level == "stop"),
        ("caution found", [one for one in judged if one.text.scam == "caution"], _alarmed),
        ("no false alarm (stop)", honest, lambda one: one.decoded.scam.level != "stop"),
        ("no false caution", honest, lambda one: one.decoded.scam.level != "caution"),
        (
            "out of scope rejected",
            [one for one in judged if not one.text.in_scope],
            lambda one: not one.decoded.in_scope,
        ),
        ("in scope kept", inside, lambda one: one.decoded.in_scope or one.decoded.scam.level != "none"),
    ]
    return [(name, texts, [one for one in texts if not right(one)]) for name, texts, right in rows]


def _alarmed(one: Judged) -> bool:
    return one.decoded.scam.level != "none"


def lines(judged: Sequence[Judged], *, listed: bool) -> Iterable[str]:
    """Yield the figures, and the mistakes when they are asked for."""
    for name, texts, wrong in figures(judged):
        count = len(texts) - len(wrong)
        yield f"  {name:<46}{count:>5} of {len(texts):<5}{100 * count / len(texts) if texts else 100:7.1f} %"
    shares = []
    for kind in dict.fromkeys(one.text.kind for one in judged):
        those = [one for one in judged if one.text.kind == kind]
        shares.append(f"{kind} {len([one for one in those if one.is_right(1)])}/{len(those)}")
    yield "  best gate (any listed) by kind: " + ", ".join(shares)
    yield from reliability(judged)
    if listed:
        for name, _, wrong in figures(judged):
            for one in wrong:
                classes = [(guess.id, round(guess.probability, 2), guess.matched) for guess in one.decoded.classes[:3]]
                yield f"- {name}: {one.text.text!r}\n    {one.text.gates} {one.text.message} -> {one.told} {classes} "
                yield f"    {one.decoded.scam} in_scope={one.decoded.in_scope}"


def reliability(judged: Sequence[Judged]) -> Iterable[str]:
    """Yield how often what is told with some probability is right: the best class, and the alarm."""
    named = [one for one in judged if one.text.message and one.text.gates and one.decoded.gates]
    best = [(one.decoded.classes[0].probability, one.decoded.classes[0].id == one.text.message) for one in named]
    gates = [(one.decoded.gates[0].probability, one.is_right(1)) for one in judged if one.text.gates and one.told]
    for name, pairs in (("best class", best), ("best gate", gates)):
        cells = []
        for low, high in pairwise(BINS):
            those = [(sure, right) for sure, right in pairs if low <= sure < high]
            if those:
                told, right = (sum(column) / len(those) for column in zip(*those, strict=True))
                cells.append(f"{told:.2f} -> {right:.2f} ({len(those)})")
        if cells:
            yield f"  {name}, told with -> right in (texts): " + ", ".join(cells)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each file."""
    parser = argparse.ArgumentParser(prog="python -m tests.decode.measure", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.toml")
    parser.add_argument("--list", action="store_true", help="tell the mistakes too")
    options = parser.parse_args(arguments)
    decoder = shipped_decoder()
    for file in options.files:
        judged = judge(decoder, read_texts(file))
        print(f"{file.name}: {len(judged)} texts")  # noqa: T201 - a command that prints its figures
        for line in lines(judged, listed=options.list):
            print(line)  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
