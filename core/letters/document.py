"""A small structured document: what letters and the evidence pack are before they become Markdown, text or HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

BlockKind = Literal["heading", "paragraph", "bullets", "numbers"]
_NUMBERED = re.compile(r"\d+\.[ \t]+")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph (one item), or a list."""

    kind: BlockKind
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks under one heading ("": none). ``role`` is its look; ``aside`` begins a sheet of its own in print."""

    heading: str
    blocks: tuple[Block, ...]
    role: Literal["plain", "stop", "caution", "aside"] = "plain"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; ``masked`` is how many numbers were masked in what the borrower typed."""

    language: str
    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]
    masked: int = 0

    def mapped(self, change: Callable[[str], str]) -> Document:
        """Return the document with every text of its sections changed."""
        return replace(self, sections=tuple(_mapped(section, change) for section in self.sections))


def paragraph(text: str) -> Block:
    """Return a paragraph."""
    return Block("paragraph", (text,))


def bullets(items: Iterable[str]) -> tuple[Block, ...]:
    """Return a list, or nothing without items."""
    found = tuple(items)
    return (Block("bullets", found),) if found else ()


def blocks_of(text: str) -> tuple[str, tuple[Block, ...]]:
    r"""Return the title and the blocks of a template that has been filled in.

    A subset of Markdown: ``#`` the title, ``##`` a heading, ``-`` and ``1.`` lists, everything else paragraphs, one a
    line. Blank lines mean nothing but the end of a list with something else behind it.

    Examples:
        >>> title, blocks = blocks_of("# Hello\n\n## Part\n\nA line.\n\n- one\n- two\n")
        >>> title, [block.kind for block in blocks], blocks[-1].items
        ('Hello', ['heading', 'paragraph', 'bullets'], ('one', 'two'))
    """
    title, blocks = "", list[Block]()
    for line in (line.strip() for line in text.splitlines()):
        number = _NUMBERED.match(line)
        if line.startswith("# "):
            title = line[2:].strip()
        elif line.startswith("## "):
            blocks.append(Block("heading", (line[3:].strip(),)))
        elif line.startswith("- "):
            _add(blocks, "bullets", line[2:].strip())
        elif number:
            _add(blocks, "numbers", line[number.end() :].strip())
        elif line:
            blocks.append(paragraph(line))
    return title, tuple(blocks)


def _add(blocks: list[Block], kind: BlockKind, item: str) -> None:
    if blocks and blocks[-1].kind == kind:
        blocks[-1] = Block(kind, (*blocks[-1].items, item))
    else:
        blocks.append(Block(kind, (item,)))


def _mapped(section: Section, change: Callable[[str], str]) -> Section:
    blocks = tuple(Block(block.kind, tuple(map(change, block.items))) for block in section.blocks)
    return replace(section, blocks=blocks)
