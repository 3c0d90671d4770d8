"""Writes a document as PDF, in memory: the file is made in one piece by whoever writes files here.

Qt draws with the fonts of the system, whatever format they are in (PingFang's newest is read by macOS alone), and puts
the part of them that is used into the file. What its text says of itself is mended below.
"""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from gui.printing.laid_out import POINTS_PER_INCH, LaidOut
from gui.printing.styles import UNIT

TABLE = re.compile(rb"beginbfrange\n.*?endbfrange", re.DOTALL)
LINE = re.compile(rb"^(<[0-9A-F]{4}> <[0-9A-F]{4}> )(.*)$", re.MULTILINE)
"""First and last drawing, then the codes they stand for."""
CODE = re.compile(rb"<([0-9A-F]{4})>")
SPACE = 0x20
BLANKS = (0x09, 0xA0)
RADICALS = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
"""Blocks of signs that look like an ordinary one and are not found by whoever searches for that."""


def pdf_of(document: LaidOut) -> bytes:
    """Return the document as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    writer.setResolution(POINTS_PER_INCH * UNIT)
    writer.setTitle(document.title)
    writer.setCreator(document.document.header)
    document.draw_all(writer)
    del writer  # the end of the file is written when the writer goes
    return with_searchable_text(bytes(buffer.data().data()))


def with_searchable_text(pdf: bytes) -> bytes:
    """Return the PDF with the ordinary sign wherever a drawing stands for several.

    Fonts draw 用 and the radical ⽤ as one, and a space and a tab; Qt notes the one with the smaller number, and nobody
    finds the word that is on the page. Each number is replaced by another of the same length, so that every place that
    the file refers to stays where it is.
    """
    return TABLE.sub(lambda table: LINE.sub(lambda line: line[1] + CODE.sub(_ordinary, line[2]), table[0]), pdf)


def _ordinary(found: re.Match[bytes]) -> bytes:
    code = int(found[1], 16)
    if code in BLANKS:
        code = SPACE
    elif any(code in block for block in RADICALS):
        plain = unicodedata.normalize("NFKC", chr(code))
        code = ord(plain) if len(plain) == 1 and ord(plain) <= 0xFFFF else code
    return b"<%04X>" % code
