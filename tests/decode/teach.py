"""Writes the training texts of the content from the labelled ones here: ``python -m tests.decode.teach [--check]``.

``content/model/decoder_training.toml`` holds every text of ``tests/decode/*.toml`` once, under its label. What these
files also say of a text (its gates, its kind) is for measuring and stays here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.schema.decoder import BUNDLE, ELSEWHERE, NOTICE, SCAM
from tests.decode.measure import CONTENT, TEXTS, Text, read_texts

TRAINING = CONTENT / "model" / "decoder_training.toml"
HEAD = """\
# Texts that teach the decoder, under the message class they speak of; under `notice`, `scam`, `paid_bundle` and
# `elsewhere` those that are of none. All were invented, by writers who knew the classes; none was collected.
# Written by `python -m tests.decode.teach` from the labelled texts in tests/decode; add texts there.
"""


def label_of(text: Text) -> str:
    """Return what a text teaches."""
    if text.scam == "stop":
        return SCAM
    if text.scam == "caution" and not text.gates:
        return BUNDLE
    if not text.in_scope:
        return ELSEWHERE
    return text.message or NOTICE


def all_texts() -> list[Text]:
    """Return every labelled text once."""
    texts = [text for file in sorted(TEXTS.glob("*.toml")) for text in read_texts(file)]
    return list({text.text: text for text in texts}.values())


def training_of(texts: Iterable[Text]) -> str:
    """Return the file that holds these texts by label and language."""
    lines = [HEAD]
    sorted_in: dict[str, dict[str, list[str]]] = {}
    for text in texts:
        language = "zh" if any("一" <= sign <= "鿿" for sign in text.text) else "en"
        sorted_in.setdefault(label_of(text), {"zh": [], "en": []})[language].append(text.text)
    for label, wordings in sorted(sorted_in.items()):
        lines.append(f"[{label}]")
        for language, those in wordings.items():
            lines += [f"{language} = [", *(f"  {json.dumps(text, ensure_ascii=False)}," for text in those), "]"]
        lines.append("")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Write the file, or tell whether it is up to date."""
    wanted = training_of(all_texts())
    if "--check" in arguments:
        return int(not TRAINING.exists() or Path(TRAINING).read_text("utf-8") != wanted)
    TRAINING.write_text(wanted, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
