"""A stretch of GIFT without its escapes, that still knows which signs were escaped and on which line it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.quiz.gift.questions import BLANK, FORMATS, GAP, Format, Text

CONTROL = ":#={}~"
"""Signs that mean something unless a backslash stands before them."""

_PLAIN, _GAP = ".", "|"
_NEWLINE = "n"


@dataclass(frozen=True)
class Stretch:
    """Signs, and a mask as long as they are: a control sign or the end of a line as itself, all else as a dot."""

    text: str
    mask: str
    line: int

    @classmethod
    def of(cls, raw: str, line: int) -> Stretch:
        r"""Return raw GIFT with its escapes taken out. A backslash before any other sign stays.

        Examples:
            >>> Stretch.of(r"1 \= a\n\b {", 1)
            Stretch(text='1 = a\n\\b {', mask='..........{', line=1)
        """
        signs, mask, at = [], [], 0
        while at < len(raw):
            sign, following = raw[at], raw[at + 1 : at + 2]
            if sign == "\\" and following and following in CONTROL + "\\" + _NEWLINE:
                signs.append("\n" if following == _NEWLINE else following)
                mask.append(_PLAIN)
                at += 2
            else:
                signs.append(sign)
                mask.append(sign if sign in CONTROL or sign == "\n" else _PLAIN)
                at += 1
        return cls("".join(signs), "".join(mask), line)

    def __getitem__(self, part: slice) -> Stretch:
        """Return a part of it."""
        first = part.indices(len(self.text))[0]
        return Stretch(self.text[part], self.mask[part], self.line_at(first))

    def line_at(self, place: int) -> int:
        """Return the line of a sign."""
        return self.line + self.mask.count("\n", 0, place)

    def find(self, control: str, start: int = 0) -> int:
        """Return where control signs that were not escaped stand first; -1 for nowhere."""
        return self.mask.find(control, start)

    def stripped(self) -> Stretch:
        """Return it without blanks at its ends."""
        first = len(self.text) - len(self.text.lstrip(BLANK))
        return self[first : max(first, len(self.text.rstrip(BLANK)))]

    def split(self, control: str) -> Iterator[Stretch]:
        """Yield the parts between control signs; the first may be empty."""
        start = 0
        while (end := self.find(control, start)) >= 0:
            yield self[start:end]
            start = end + len(control)
        yield self[start:]

    def cut(self, control: str) -> tuple[Stretch, Stretch | None]:
        """Return what stands before the first control signs and what stands after them, None without any."""
        end = self.find(control)
        return (self, None) if end < 0 else (self[:end], self[end + len(control) :])

    def with_gap(self, first: int, last: int) -> Stretch:
        """Return it with a gap instead of the signs from ``first`` to before ``last``."""
        head, tail = self[:first], self[last:]
        return Stretch(head.text + GAP + tail.text, head.mask + _GAP * len(GAP) + tail.mask, self.line)

    def marked_up(self, default: Format) -> tuple[Text, int | None]:
        """Return it as a text, whose markup may be named in brackets before it, and where its gap is."""
        rest, found = self.stripped(), default
        for name in FORMATS:
            if rest.text.startswith(f"[{name}]"):
                rest, found = rest[len(name) + 2 :].stripped(), name
                break
        gap = rest.mask.find(_GAP)
        return Text(rest.text, found), gap if gap >= 0 else None
