"""Decodes pasted messages: what that needs is loaded when the first one comes, on the thread that works. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from core.decode.result import Decoded
from core.schema.content import Content

if TYPE_CHECKING:
    # Only for the type: start-up must not wait for it.
    from core.decode.decoder import Decoder


class Reader:
    """One content's decoder, made once."""

    def __init__(self, content: Content, folder: Path, cache: Path | None, *, writes: bool = True) -> None:
        """Take checked content, its folder, the folder for copies (None: none), and whether one may be made there."""
        self._content, self._folder, self._cache, self._writes = content, folder, cache, writes
        self._decoder: Decoder | None = None

    def for_guest(self) -> Reader:
        """Return a reader of the same texts that writes nothing."""
        guest = Reader(self._content, self._folder, self._cache, writes=False)
        guest._decoder = self._decoder
        return guest

    def decode(self, text: str, _stopped: Callable[[], bool]) -> Decoded:
        """Return what a text speaks of. For the task runner: the first call takes long.

        Raises:
            ContentError: The content's files have been spoilt since they were checked.
        """
        if self._decoder is None:
            # Loaded here because only a pasted text needs it.
            from core.decode.decoder import Decoder
            from core.loading.decoder import load_decoder

            self._decoder = Decoder(self._content, load_decoder(self._folder, self._cache, writes=self._writes))
        return self._decoder.decode(text)
