"""How long a failure message takes to decode on this machine: printed, and nothing judged.

Run with ``python dev.py bench``. Processor time; in brackets what was hoped for.
"""

from __future__ import annotations

import statistics
from functools import partial
from pathlib import Path

from core.decode.decoder import Decoder
from core.decode.normalise import LONGEST
from core.loading.compiled import load_compiled
from core.loading.decoder import load_decoder
from tests.benchmarks.test_speed import CONTENT, line, milliseconds
from tests.decode.measure import TEXTS, read_texts


def test_decoding(tmp_path: Path) -> None:
    print("\nDecoding a failure message")
    content = load_compiled(CONTENT, tmp_path).content
    line("cues read and checked against their schema", milliseconds(partial(load_decoder, CONTENT, None), 3), "ms")
    line("cues compiled, from the cache", milliseconds(partial(load_decoder, CONTENT, tmp_path), 15), "ms")
    words = load_decoder(CONTENT, tmp_path)
    line("made ready (Decoder), once", milliseconds(partial(Decoder, content, words), 5), "ms")
    decoder = Decoder(content, words)
    texts = [text.text for file in sorted(TEXTS.glob("*.toml")) for text in read_texts(file)]
    taken = [milliseconds(partial(decoder.decode, text), 3) for text in texts]
    line(f"one of {len(texts)} texts, median", statistics.median(taken), "ms", "5")
    line(f"one of {len(texts)} texts, slowest", max(taken), "ms", "50")
    line(
        f"{LONGEST:,} signs of such texts",
        milliseconds(partial(decoder.decode, "".join(texts)[:LONGEST]), 5),
        "ms",
        "50",
    )
    for piece in ("卡", "先交保证金", "the bank declined the loan, "):
        text = piece * (LONGEST // len(piece))
        line(f"{LONGEST:,} signs of {piece!r}", milliseconds(partial(decoder.decode, text), 5), "ms", "50")
