"""What a GIFT file can say, as plain frozen values: more kinds of question than our own quiz has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

Format = Literal["moodle", "html", "plain", "markdown"]
FORMATS: tuple[Format, ...] = get_args(Format)
GAP = "_____"
"""What stands in a text where the answers stood in the middle of a sentence."""
BLANK = " \t\n\r\v\0"
"""What is cut from the ends of a text; not the wide space of Chinese, which somebody meant."""
FULL = 100.0
"""Per cent of the marks."""


@dataclass(frozen=True)
class Text:
    """A text and how it is marked up; begin it with :func:`text_of`, which cuts what GIFT does not keep."""

    text: str
    format: Format = "moodle"


NOTHING = Text("")


@dataclass(frozen=True)
class Choice:
    """An option, or an answer that is accepted; ``weight`` in per cent of the marks, -100 … 100."""

    text: Text
    weight: float
    feedback: Text = NOTHING


@dataclass(frozen=True)
class Near:
    """A number that is accepted up to ``tolerance`` away; ``value`` None stands for any number."""

    value: float | None
    tolerance: float
    weight: float = FULL
    feedback: Text = NOTHING


@dataclass(frozen=True)
class Pair:
    """What belongs together in a matching question."""

    left: Text
    right: str


@dataclass(frozen=True)
class TrueFalse:
    """Is it so or not; feedback for the wrong and for the right answer."""

    answer: bool
    if_wrong: Text = NOTHING
    if_right: Text = NOTHING


@dataclass(frozen=True)
class Choices:
    """Options to choose from: one of them, or several."""

    single: bool
    options: tuple[Choice, ...]


@dataclass(frozen=True)
class ShortAnswer:
    """A few words to be written; ``*`` in an accepted answer stands for anything."""

    accepted: tuple[Choice, ...]


@dataclass(frozen=True)
class Numerical:
    """A number to be written; ``otherwise`` is the feedback for any other."""

    accepted: tuple[Near, ...]
    otherwise: Text = NOTHING


@dataclass(frozen=True)
class Matching:
    """What belongs to what."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Essay:
    """A text to be written, that a person marks."""


@dataclass(frozen=True)
class Description:
    """No question: something to read before the next ones."""


Body: TypeAlias = TrueFalse | Choices | ShortAnswer | Numerical | Matching | Essay | Description
KINDS: dict[type[Body], str] = {
    TrueFalse: "true_false",
    Choices: "choices",
    ShortAnswer: "short_answer",
    Numerical: "numerical",
    Matching: "matching",
    Essay: "essay",
    Description: "description",
}
"""Names of the kinds, as words and other programs know them."""


@dataclass(frozen=True)
class Question:
    """One question of a GIFT file.

    Attributes:
        text: What is asked; with a gap, :data:`GAP` stands in it.
        body: What kind it is, and its answers.
        title: Its name; "" when the file gives none.
        category: Where Moodle files it, as the file writes it: parts with / between them.
        general: Feedback shown whatever was answered.
        gap: Where in the text the answers stood; None when they stood at its end.
        line: Where it begins in the file, from 1; 0 for one that stands in no file.
    """

    text: Text
    body: Body
    title: str = ""
    category: str = ""
    general: Text = NOTHING
    gap: int | None = None
    line: int = field(default=0, compare=False)

    @property
    def kind(self) -> str:
        """Return the name of its kind."""
        return KINDS[type(self.body)]


def text_of(text: str, format_: Format = "moodle") -> Text:
    r"""Return a text as GIFT keeps it: line ends of one kind, no blanks around it.

    Examples:
        >>> text_of(" two\r\nlines ")
        Text(text='two\nlines', format='moodle')
    """
    return Text(text.replace("\r\n", "\n").replace("\r", "\n").strip(BLANK), format_)
