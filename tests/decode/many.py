"""A hundred thousand random texts: ``python -m tests.decode.many [NUMBER]``. None may raise or take over 50 ms."""

from __future__ import annotations

import sys
import time

import numpy as np

from tests.decode.measure import ROOM, TEXTS, read_texts, shipped_decoder

MANY = 100_000
SEED = 20261126


def main(number: int = MANY) -> int:
    """Decode random texts, made of random signs and of the development texts; return 1 if one was slow."""
    decoder, stream = shipped_decoder(), np.random.default_rng(SEED)
    words = [text.text for file in sorted(TEXTS.glob("*.toml")) for text in read_texts(file)]
    slowest, slow, total = 0.0, 0, 0.0
    for n in range(number):
        text = _text(stream, words, n)
        start = time.process_time()
        decoder.decode(text)
        taken = time.process_time() - start
        slowest, slow, total = max(slowest, taken), slow + (taken > ROOM), total + taken
    print(  # noqa: T201 - a command that prints its figures
        f"{number:,} texts: mean {1000 * total / number:.2f} ms, slowest {1000 * slowest:.1f} ms, over 50 ms: {slow}"
    )
    return int(slow > 0)


def _text(stream: np.random.Generator, words: list[str], n: int) -> str:
    if n % 2:
        size = int(stream.integers(0, 300)) if n % 100 != 1 else int(stream.integers(0, 10_001))
        signs = stream.integers(0, 0x3000, size) if n % 3 else stream.integers(0x4E00, 0x9FFF, size)
        return "".join(map(chr, signs))
    pieces = [words[int(at)] for at in stream.integers(0, len(words), int(stream.integers(1, 4)))]
    if n % 100 == 0:
        pieces *= 60
    joined = "".join(pieces)
    start = int(stream.integers(0, max(1, len(joined))))
    return joined[start:] + joined[:start]


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
