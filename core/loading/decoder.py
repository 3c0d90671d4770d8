"""How messages are decoded, loaded when the first message comes: a start of the program must not wait for it.

The files have been checked with the rest of the content. The copy in the cache follows the rules of
:mod:`core.loading.compiled`: it only counts when its key is that of the files now.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict
from pydantic_core import to_json

from core.decode.training import learned_from
from core.errors import ContentError, Problem
from core.loading.compiled import copy_key, copy_of, copy_place, write_copy
from core.loading.files import MODEL_FOLDER, take_snapshot
from core.loading.read import DECODER_FILES, decoder_of
from core.schema.decoder import DecoderContent


class _Compiled(BaseModel):
    model_config = ConfigDict(extra="forbid")

    key: str
    decoder: DecoderContent


def load_decoder(folder: Path, cache: Path | None, *, writes: bool = True) -> DecoderContent:
    """Return how messages are decoded, with what the training texts teach, from the cache when nothing has changed.

    Without a copy this takes a second or two, nearly all of it the learning.

    Args:
        folder: The content folder.
        cache: The folder for the copy; None does without.
        writes: Whether a copy may be made; one that is there is used all the same.

    Raises:
        ContentError: A file is missing or has mistakes.
    """
    snapshot = take_snapshot(folder, within=f"{MODEL_FOLDER}/{DECODER_FILES}")
    key = copy_key(snapshot)
    file = copy_place(folder, cache, "decoder")
    compiled = copy_of(file, key, _Compiled) if file and not snapshot.problems else None
    if compiled is not None:
        return compiled.decoder
    problems: list[Problem] = list(snapshot.problems)
    decoder = decoder_of(snapshot, {}, problems)
    if decoder is None or problems:
        raise ContentError(problems)
    decoder = decoder.model_copy(update={"fitted": learned_from(decoder)})
    if file and writes:
        write_copy(file, to_json({"key": key, "decoder": decoder.model_dump(exclude_unset=True)}))
    return decoder
