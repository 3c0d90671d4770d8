"""Files by different writers test each other: ``python -m tests.decode.crossed [--mixed] [--fit] [--list]``.

Each file is decoded by what the other files teach, so no text is judged that its decoder has learned from. The
developed texts only teach: the rules were written after them. ``--mixed`` deals all texts into five parts instead, so
that every writer is known; ``--fit`` prints the weights of ``[mixing.weights]`` that suit the texts best.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from core.decode.decoder import Decoder
from core.decode.fitting import fit
from core.decode.mixing import Observed, odds
from core.loading.compiled import load_compiled
from core.loading.decoder import load_decoder
from core.schema.content import Content
from core.schema.decoder import OTHER_LABELS, DecoderContent, Weights
from tests.decode.measure import CONTENT, TEXTS, Text, judge, lines, read_texts
from tests.decode.teach import label_of

Floats = NDArray[np.float64]
TAUGHT_ONLY = "developed"
PARTS, SEED = 5, 20261126
SMALL = 2e-4
"""What a squared weight costs beside the mean log loss: so little data must not make a weight extreme."""
NEVER_NEGATIVE = {"learned", "points", "elsewhere_only", "elsewhere_other", "scam_sign", "bundle_sign", "generic_words"}


@dataclass(frozen=True)
class Fold:
    """Texts to be judged, and the decoder that has not learned from them."""

    name: str
    texts: list[Text]
    decoder: Decoder


class Crossed:
    """All texts, their features read once."""

    def __init__(self, content: Content, words: DecoderContent) -> None:
        """Read the texts of every file and the examples."""
        self._content, self._words = content, words
        self._decoder = Decoder(content, words)
        self.files = {file.stem: read_texts(file) for file in sorted(TEXTS.glob("*.toml"))}
        self._known = [(name, text) for name, texts in words.examples.items() for text in texts.all]
        every = [*(text for _, text in self._known), *(text.text for texts in self.files.values() for text in texts)]
        self._features = {text: self._decoder.features(text) for text in dict.fromkeys(every)}

    def by_file(self) -> Iterator[Fold]:
        """Yield each file that did not shape the rules, held out in turn."""
        for name, texts in self.files.items():
            if not name.startswith(TAUGHT_ONLY):
                others = [text for other, those in self.files.items() if other != name for text in those]
                yield Fold(name, texts, self._without(texts, others))

    def mixed(self) -> Iterator[Fold]:
        """Yield the parts of all those files, dealt at random, held out in turn."""
        taught = [text for name, those in self.files.items() if name.startswith(TAUGHT_ONLY) for text in those]
        rest = [text for name, those in self.files.items() if not name.startswith(TAUGHT_ONLY) for text in those]
        dealt = np.random.default_rng(SEED).permutation(len(rest)) % PARTS
        for part in range(PARTS):
            texts = [text for text, own in zip(rest, dealt, strict=True) if own == part]
            others = [text for text, own in zip(rest, dealt, strict=True) if own != part]
            yield Fold(f"part {part + 1}", texts, self._without(texts, [*taught, *others]))

    def _without(self, held: Sequence[Text], others: Sequence[Text]) -> Decoder:
        """Return a decoder that has learned from the others only; a text that stands in both teaches nothing."""
        secret = {text.text for text in held}
        told = {text.text: label_of(text) for text in others if text.text not in secret}
        wordings = [*self._known, *((label, text) for text, label in told.items())]
        penalty = self._words.decoder.mixing.penalty
        fitted = fit([self._features[text] for _, text in wordings], wordings, penalty)
        return self._decoder.having_learned(fitted)


def weights_for(folds: Sequence[Fold], labels: Sequence[str]) -> dict[str, float]:
    """Return the weights that make the labels of the texts likeliest (multinomial logistic regression)."""
    names = list(Weights.model_fields)
    pairs = [(fold.decoder.observed(text.text), label_of(text)) for fold in folds for text in fold.texts]
    table = np.array([_columns(observed, labels, names) for observed, _ in pairs])
    right = np.array([labels.index(label) for _, label in pairs])
    rows = np.arange(len(right))

    def loss(weights: Floats) -> tuple[float, Floats]:
        sums = table @ weights
        sums -= sums.max(axis=1, keepdims=True)
        shares = np.exp(sums)
        shares /= shares.sum(axis=1, keepdims=True)
        slope = (np.einsum("nl,nlk->k", shares, table) - table[rows, right].sum(axis=0)) / len(rows)
        value = -np.log(shares[rows, right] + 1e-12).mean() + SMALL * (weights**2).sum()
        return float(value), slope + 2 * SMALL * weights

    start = np.array([8.0, 0.4, *[0.0] * (len(names) - 2)])
    bounds = [(0, None) if name in NEVER_NEGATIVE else (None, None) for name in names]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return dict(zip(names, map(float, found), strict=True))


def _columns(observed: Observed, labels: Sequence[str], names: Sequence[str]) -> Floats:
    """Return labels by weights: what one unit of a weight adds to each label. The odds are linear in the weights."""
    columns = []
    for name in names:
        one = Weights.model_validate({other: float(other == name) for other in names})
        columns.append(list(odds(observed, labels, one).values()))
    return np.array(columns).T


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each fold."""
    parser = argparse.ArgumentParser(prog="python -m tests.decode.crossed", description=__doc__)
    for option in ("--mixed", "--fit", "--list"):
        parser.add_argument(option, action="store_true")
    options = parser.parse_args(arguments)
    content = load_compiled(CONTENT, None).content
    crossed = Crossed(content, load_decoder(CONTENT, None))
    folds = list(crossed.mixed() if options.mixed else crossed.by_file())
    if options.fit:
        for name, weight in weights_for(folds, [*content.messages, *OTHER_LABELS]).items():
            print(f"{name} = {weight:.2f}")  # noqa: T201 - a command that prints its figures
        return 0
    judged = [(fold.name, judge(fold.decoder, fold.texts)) for fold in folds]
    for name, those in [*judged, ("all", [one for _, found in judged for one in found])]:
        print(f"{name}: {len(those)} texts")  # noqa: T201 - as above
        for line in lines(those, listed=options.list and name != "all"):
            print(line)  # noqa: T201 - as above
    return 0


if __name__ == "__main__":
    sys.exit(main())
