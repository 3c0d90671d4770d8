"""Learns from labelled texts, in one step and without chance: ridge regression of the labels on the features.

Each text is a vector of its features, rare ones counting more, of length 1. For each label the weights minimise the
squared distance of the score to 1 (texts of the label) or 0 (all others) plus ``penalty`` times the squared weights.
There are more features than texts, so the problem is solved in the space of texts and carried back.

Source: Hoerl and Kennard (1970), Ridge regression; Rifkin, Yeo, Poggio (2003), Regularized least-squares
classification, for texts; Spärck Jones (1972) for the weight of rare terms.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from core.decode.features import weight_of
from core.schema.decoder import Fitted

Floats = NDArray[np.float32]
_DENSE = 48
"""Features in more texts than this are multiplied as whole columns."""


@dataclass(frozen=True)
class _Table:
    """Texts by features, sorted by feature: where each feature's entries begin, their texts and their values."""

    starts: NDArray[np.int64]
    texts: NDArray[np.int64]
    values: Floats
    count: int


def fit(texts: Sequence[Collection[str]], wordings: Sequence[tuple[str, str]], penalty: float) -> Fitted:
    """Return the weights of every feature for every label.

    Args:
        texts: The features of each text.
        wordings: The label and the wording of each text, at least one.
        penalty: What large weights cost; above 0.
    """
    counts = Counter(chain.from_iterable(map(set, texts)))
    names = sorted(counts)
    rarity = np.array([weight_of(name) * np.log1p(len(texts) / counts[name]) for name in names], dtype=np.float32)
    table = _table([sorted(set(text)) for text in texts], {name: n for n, name in enumerate(names)}, rarity)
    labels = [label for label, _ in wordings]
    kinds = sorted(set(labels))
    wanted = np.zeros((len(texts), len(kinds)), dtype=np.float32)
    wanted[np.arange(len(texts)), [kinds.index(label) for label in labels]] = 1
    alike = _likeness(table) + 1  # the 1 is a feature that every text has: it learns how common a label is
    shares = np.linalg.solve(alike + penalty * np.eye(len(texts), dtype=np.float32), wanted).astype(np.float32)
    return Fitted(
        labels=tuple(kinds),
        features=tuple(names),
        rarity=_packed(rarity),
        weights=_packed(_carried_back(table, shares)),
        always=tuple(map(float, shares.sum(axis=0))),
        texts=tuple(wordings),
    )


def _table(texts: Sequence[Sequence[str]], number: dict[str, int], rarity: Floats) -> _Table:
    rows = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    features = np.array([number[name] for text in texts for name in text], dtype=np.int64)
    values = rarity[features]
    sizes = np.sqrt(np.bincount(rows, weights=values**2, minlength=len(texts)))
    values = (values / np.maximum(sizes, 1e-9)[rows]).astype(np.float32)
    order = np.argsort(features, kind="stable")
    starts = np.searchsorted(features[order], np.arange(len(number) + 1))
    return _Table(starts, rows[order], values[order], len(texts))


def _likeness(table: _Table) -> Floats:
    """Return the product of every two texts."""
    alike = np.zeros((table.count, table.count), dtype=np.float32)
    sizes = np.diff(table.starts)
    for feature in np.flatnonzero((sizes > 1) & (sizes <= _DENSE)):
        entries = slice(table.starts[feature], table.starts[feature + 1])
        texts, values = table.texts[entries], table.values[entries]
        alike[texts[:, None], texts] += np.outer(values, values)
    common = np.flatnonzero(sizes > _DENSE)
    columns = np.zeros((table.count, len(common)), dtype=np.float32)
    for column, feature in enumerate(common):
        entries = slice(table.starts[feature], table.starts[feature + 1])
        columns[table.texts[entries], column] = table.values[entries]
    single = table.starts[:-1][sizes == 1]
    np.add.at(alike, (table.texts[single], table.texts[single]), table.values[single] ** 2)
    return alike + columns @ columns.T


def _carried_back(table: _Table, shares: Floats) -> Floats:
    """Return the weights of the features, from those of the texts."""
    weights = np.zeros((len(table.starts) - 1, shares.shape[1]), dtype=np.float32)
    for label in range(shares.shape[1]):
        weights[:, label] = np.add.reduceat(table.values * shares[table.texts, label], table.starts[:-1])
    return weights


def _packed(numbers: Floats) -> str:
    return base64.b64encode(numbers.astype("<f2").tobytes()).decode()


class Statistics:
    """Scores texts with fitted weights."""

    def __init__(self, fitted: Fitted) -> None:
        """Unpack the weights."""
        self.labels = fitted.labels
        self._number = {name: number for number, name in enumerate(fitted.features)}
        self._rarity = np.frombuffer(base64.b64decode(fitted.rarity), dtype="<f2").astype(np.float32)
        weights = np.frombuffer(base64.b64decode(fitted.weights), dtype="<f2").astype(np.float32)
        self._weights = weights.reshape(len(fitted.features), len(self.labels))
        self._always = np.array(fitted.always, dtype=np.float32)

    def scores(self, features: Collection[str]) -> dict[str, float]:
        """Return label -> score, about 1 for a text of that label and about 0 for others."""
        known = sorted(self._number[name] for name in features if name in self._number)
        values = self._rarity[known]
        size = float(np.sqrt((values**2).sum())) or 1.0
        return dict(zip(self.labels, map(float, values @ self._weights[known] / size + self._always), strict=True))
