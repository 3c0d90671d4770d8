"""What the training texts of the content teach: done once for each content folder, then kept in the cache."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.decode.fitting import fit
from core.decode.front import Front
from core.schema.decoder import DecoderContent, Fitted, Wordings


def learned_from(words: DecoderContent, front: Front | None = None) -> Fitted:
    """Return what the training texts and examples teach about their labels.

    Args:
        words: How messages are decoded.
        front: The front made of the same words, if there is one already.
    """
    front = front or Front(words)
    texts = [*_labelled(words.examples), *_labelled(words.training)]
    features = [front.features(front.see(text)) for _, text in texts]
    return fit(features, texts, words.decoder.mixing.penalty)


def _labelled(wordings: Mapping[str, Wordings]) -> Iterator[tuple[str, str]]:
    for label, texts in wordings.items():
        for text in texts.all:
            yield label, text
