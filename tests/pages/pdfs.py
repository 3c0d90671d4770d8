"""Reads a PDF as a reader program does: words in their order, where they stand, which fonts are in it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import pypdfium2
import pypdfium2.raw as pdfium

A4 = (595.28, 841.89)
MARGIN, TOP, FOOT, BAND = 51, 54, 54, 28
"""The margins of the sheet in points, as print.toml has them, and where the running lines begin."""
SAG = 4
"""How far a sign may hang out of the line it stands in."""
HYPHENS = {"\x02": "-"}
"""What the reader makes of a hyphen at the end of a line."""
EMPTY = ("meta", "br", "hr", "link", "input", "img")
UNSEEN = ("style", "title")


@dataclass(frozen=True)
class Sheet:
    """One page."""

    body: str
    header: str
    footer: str
    boxes: tuple[tuple[float, float, float, float], ...]
    """Left, bottom, right, top of every sign that is drawn, in points from the lower left corner."""


def squeezed(text: str) -> str:
    """Return a text without its blanks: where lines end is nobody's concern."""
    return "".join(text.split())


def sheets(pdf: bytes) -> list[Sheet]:
    """Return the pages of a PDF."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_sheet(document[number]) for number in range(len(document))]


def sizes(pdf: bytes) -> set[tuple[float, float]]:
    """Return the sizes of the pages in points."""
    with pypdfium2.PdfDocument(pdf) as document:
        return {document[number].get_size() for number in range(len(document))}


def title(pdf: bytes) -> str:
    """Return the title that a reader shows in its own title bar."""
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document.get_metadata_dict()["Title"])


def notes(pdf: bytes) -> dict[str, str]:
    """Return everything a PDF says about itself."""
    with pypdfium2.PdfDocument(pdf) as document:
        return dict(document.get_metadata_dict())


def fonts(pdf: bytes) -> dict[str, bool]:
    """Return the fonts that texts are set in, and whether each is in the file."""
    with pypdfium2.PdfDocument(pdf) as document:
        return dict(font for number in range(len(document)) for font in _fonts(document[number]))


def pictures(pdf: bytes) -> int:
    """Return how many pictures are in a PDF that are no drawings."""
    with pypdfium2.PdfDocument(pdf) as document:
        kinds = [pdfium.FPDF_PAGEOBJ_IMAGE]
        return sum(len(list(document[number].get_objects(filter=kinds))) for number in range(len(document)))


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    text = page.get_textpage()
    signs = [(chr(pdfium.FPDFText_GetUnicode(text, number)), number) for number in range(text.count_chars())]
    seen = [(HYPHENS.get(sign, sign), text.get_charbox(number)) for sign, number in signs if not sign.isspace()]
    top, foot = page.get_height() - TOP, FOOT
    return Sheet(
        body="".join(sign for sign, box in seen if foot <= box[1] + SAG and box[3] - SAG <= top),
        header="".join(sign for sign, box in seen if box[3] - SAG > top),
        footer="".join(sign for sign, box in seen if box[1] + SAG < foot),
        boxes=tuple(box for _, box in seen),
    )


def _fonts(page: pypdfium2.PdfPage) -> Iterator[tuple[str, bool]]:
    for part in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
        font = pdfium.FPDFTextObj_GetFont(part)
        name = ctypes.create_string_buffer(200)
        pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
        yield name.value.decode(), bool(pdfium.FPDFFont_GetIsEmbedded(font))


class Words(HTMLParser):
    """The words of a page of HTML as they are to be printed: with the numbers of its lists, folded parts open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self._open: list[str] = []
        self._lists: list[int | None] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; an entry of a numbered list begins with its number."""
        if tag not in EMPTY:
            self._open.append(tag)
        plain = dict(attrs).get("class") not in ("road", "values")
        if tag in ("ul", "ol"):
            self._lists.append(1 if plain and tag == "ol" else None)
        if tag == "li" and (number := self._lists[-1]) is not None:
            self.text += f"{number}."
            self._lists[-1] = number + 1

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        self._open.pop()
        if tag in ("ul", "ol"):
            self._lists.pop()

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if self._open and self._open[-1] not in UNSEEN:
            self.text += data
