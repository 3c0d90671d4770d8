"""The decoder of the shipped content, made once: reading every cue takes a while."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.decode.decoder import Decoder
from core.loading.decoder import load_decoder
from core.schema.content import Content

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def decoder(content: Content) -> Decoder:
    return Decoder(content, load_decoder(ROOT / "content", None))
