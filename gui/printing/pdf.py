"""Writes a document as PDF, in memory: the file is made in one piece by whoever writes files here.

Qt draws with the fonts of the system, whatever format they are in (PingFang's newest is read by macOS alone), and puts
the part of them that is used into the file. What its text says of itself is mended below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFontDatabase, QPageLayout, QPageSize, QPdfWriter, QRawFont

from gui.printing.laid_out import POINTS_PER_INCH, LaidOut
from gui.printing.styles import UNIT
from gui.printing.typeset import Typesetter

TABLE = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)
LINE = re.compile(rb"^(<[0-9A-F]{4}> <[0-9A-F]{4}> )(.*)$", re.MULTILINE)
"""First and last drawing, then the codes they stand for."""
CODE = re.compile(rb"<([0-9A-F]{4})>")
SPACE = " "
BLANKS = "\t\u00a0"
BLOCKS = (
    *((0x2E80, 0x2FE0), (0xF900, 0xFB00)),  # radicals, and signs kept for old codes
    *((0x00A0, 0x0100), (0x2000, 0x2070), (0x2200, 0x2300), (0x25A0, 0x2600), (0x3000, 0x3040), (0xFF00, 0xFFF0)),
)
DOUBLES = "".join(chr(code) for block in BLOCKS for code in range(*block))
"""Signs that a font may draw as it draws a more usual one: whoever searches for that misses them."""
LONGEST_CODE = 0xFFFF


def pdf_of(document: LaidOut, first: int = 0, last: int | None = None) -> bytes:
    """Return the sheets of a document from ``first`` to ``last``, counted from 0, as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    writer.setResolution(POINTS_PER_INCH * UNIT)
    writer.setTitle(document.title)
    writer.setCreator(document.document.header)
    document.draw_all(writer, first, last)
    del writer  # the end of the file is written when the writer goes
    return with_searchable_text(bytes(buffer.data().data()), ordinary_signs(document.setter))


def ordinary_signs(setter: Typesetter) -> dict[str, str]:
    """Return the signs that were set, each by those that the fonts in use draw just the same."""
    signs = "".join(sorted(sign for sign in setter.signs if ord(sign) <= LONGEST_CODE))
    found = dict.fromkeys(BLANKS, SPACE)
    for font in setter.fonts:
        raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese)
        drawn = dict(zip(raw.glyphIndexesForString(signs), signs, strict=True))
        doubles = zip(DOUBLES, raw.glyphIndexesForString(DOUBLES), strict=True)
        found |= {sign: drawn[glyph] for sign, glyph in doubles if glyph and glyph in drawn}
    return {sign: ordinary for sign, ordinary in found.items() if sign not in setter.signs}


def with_searchable_text(pdf: bytes, ordinary: Mapping[str, str]) -> bytes:
    """Return the PDF with the ordinary sign wherever a drawing stands for several.

    Fonts draw 用 and the radical ⽤ as one, and a space and a tab; Qt notes the one with the smaller number, and nobody
    finds the word that is on the page. Each number is replaced by another of the same length, so that every place that
    the file refers to stays where it is.
    """

    def mended(code: re.Match[bytes]) -> bytes:
        sign = chr(int(code[1], 16))
        return b"<%04X>" % ord(ordinary.get(sign, sign))

    return TABLE.sub(lambda table: LINE.sub(lambda line: line[1] + CODE.sub(mended, line[2]), table[0]), pdf)
