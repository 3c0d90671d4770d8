"""Simple HTML as a tree. Only what our own templates write is understood: no style, no script, no picture. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "col"})
"""Tags that hold nothing and are never closed."""
UNSEEN = frozenset({"head", "style", "script", "template"})


@dataclass
class Element:
    """A tag with what it holds."""

    tag: str
    classes: frozenset[str] = frozenset()
    attributes: Mapping[str, str] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    def find(self, tag: str) -> Element | None:
        """Return the first element of a tag in here."""
        return next((element for element in self.walk() if element.tag == tag), None)

    def walk(self) -> Iterator[Element]:
        """Yield this element and all in it, in the order of reading."""
        yield self
        for part in self.inside:
            if isinstance(part, Element):
                yield from part.walk()

    @property
    def text(self) -> str:
        """Return all text in here as it is written."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)


def read_markup(html: str) -> Element:
    """Return the page as a tree whose root is no tag; a tag that is never closed ends where what holds it ends."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def title_of(page: Element) -> str:
    """Return the title of a page, nothing when it has none."""
    title = page.find("title")
    return " ".join(title.text.split()) if title else ""


def language_of(page: Element) -> str:
    """Return the language a page says it is in, such as ``zh-CN``; nothing when it says none."""
    root = page.find("html")
    return root.attributes.get("lang", "") if root else ""


def body_of(page: Element) -> Element:
    """Return what is to be seen of a page: its body, or all of it where it names none."""
    return page.find("body") or page


class _Reader(HTMLParser):
    """Builds the tree."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, frozenset(attributes.get("class", "").split()), attributes)
        self._open[-1].inside.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)
