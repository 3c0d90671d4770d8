"""Puts pieces on pages: nothing torn that holds together, and frames closed where a page ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from gui.printing.pieces import LOOSE, TIED, WHOLE, Frame, Piece

SINGLY = TIED + 1


@dataclass
class Page:
    """Where everything stands on one page; ``y`` is where the next piece could begin."""

    placed: list[tuple[Piece, float]] = field(default_factory=list)
    frames: list[tuple[Frame, float, float]] = field(default_factory=list)
    y: float = 0
    _open: list[tuple[Frame, float]] = field(default_factory=list)

    def fits(self, pieces: Sequence[Piece], height: float) -> bool:
        """Return whether pieces find room above ``height``, with the frames around them closed."""
        trial = Page(self.placed[-1:], [], self.y, list(self._open))
        for piece in pieces:
            trial.add(piece)
        trial.close()
        return trial.y <= height

    def add(self, piece: Piece) -> None:
        """Put a piece below the others."""
        shared = 0
        while shared < min(len(self._open), len(piece.frames)) and self._open[shared][0] is piece.frames[shared]:
            shared += 1
        self._close_to(shared)
        if self.placed:
            self.y += max(self.placed[-1][0].below, piece.above)
        for frame in piece.frames[shared:]:
            self._open.append((frame, self.y))
            self.y += frame.style.padding
        self.placed.append((piece, self.y))
        self.y += piece.height

    def close(self) -> None:
        """Close all frames."""
        self._close_to(0)

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            frame, top = self._open.pop()
            self.y += frame.style.padding
            self.frames.append((frame, top, self.y))


def one_page(pieces: Sequence[Piece]) -> Page:
    """Return pieces on a page without end, such as a cell."""
    return arrange(pieces, inf)[0]


def arrange(pieces: Sequence[Piece], height: float) -> list[Page]:
    """Return the pages, each not higher than ``height``; at least one."""
    pages = [Page()]
    _place(pieces, height, WHOLE, pages)
    for page in pages:
        page.close()
    return pages


def _place(pieces: Sequence[Piece], height: float, firmly: int, pages: list[Page]) -> None:
    for chunk in _chunks(pieces, firmly):
        if pages[-1].placed and chunk[0].fresh:
            pages.append(_begun(chunk))
        if not pages[-1].fits(chunk, height):
            if firmly < SINGLY and not _begun(chunk).fits(chunk, height):
                _place(chunk, height, firmly + 1, pages)
                continue
            if pages[-1].placed:
                pages.append(_begun(chunk))
        for piece in chunk:
            pages[-1].add(piece)


def _begun(chunk: Sequence[Piece]) -> Page:
    """Return the page that a chunk begins, with the heading of its table."""
    page = Page()
    if head := chunk[0].head:
        page.add(head)
    return page


def _chunks(pieces: Sequence[Piece], firmly: int) -> Iterator[list[Piece]]:
    """Yield the pieces in parts that hold together at least so firmly."""
    chunk: list[Piece] = []
    for piece in pieces:
        chunk.append(piece)
        if piece.hold < firmly or piece.hold == LOOSE:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
