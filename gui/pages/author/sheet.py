"""The middle of the author's desk: one entry as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.authoring.sheet import Part
from gui.pages.author.state import AuthorState, Option, SheetState
from gui.questions.answers import Answers
from gui.questions.state import QuestionState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.chips import Chips, Remark
from gui.widgets.layouts import Card, Flow, Scroll, clear, column, fill, settle
from gui.widgets.prose import Prose
from gui.widgets.segments import Segments
from gui.widgets.text import Text, show_when, text

if TYPE_CHECKING:
    # Only for the type: the page is made of this part.
    from gui.pages.author.view import AuthorView

ROLES = {"plain": "card", "accent": "card-accent", "note": "note", "answers": "card"}
Shape = tuple[object, ...]
"""What must be the same for the texts of a sheet to be changed in place: first of all which entry it is."""


class Sheet(QWidget):
    """How to look, and what is seen."""

    def __init__(self, look: Look, page: AuthorView) -> None:
        """Build it empty."""
        super().__init__()
        self._look = look
        self._shape: Shape | None = None
        self._prose: list[Prose] = []
        self._status, self._empty = Text("small", "author-status"), Text("muted", "author-empty")
        self._languages, self._readers = Ways("author-language"), Ways("author-reader")
        self._languages.segments.chosen.connect(page.language_chosen)
        self._readers.segments.chosen.connect(page.reader_chosen)
        self._title, self._place = Prose(look, "author-name"), column(space=Space.M)
        self._scroll = Scroll("author-sheet", Space.M)
        self._lay_out()

    def show_state(self, state: AuthorState) -> None:
        """Show a picture; the same entry stays where it was scrolled to."""
        self._status.say(state.status)
        self._empty.say(state.empty)
        show_when(self._empty, bool(state.empty))
        self._languages.show_options(state.language_label, state.languages)
        self._readers.show_options(state.reader_label, state.readers)
        self._title.setVisible(state.sheet is not None)
        if state.sheet is None:
            clear(self._place)
            self._shape = None
            return
        self._scroll.setAccessibleName(state.sheet.title)
        self._title.say(f"# {state.sheet.title}")
        self._show(state.sheet)

    def unfold(self, whole: bool) -> None:
        """Be as high as the entry is, and leave the scrolling to the page; or scroll inside."""
        self._scroll.grow(whole)

    def _lay_out(self) -> None:
        self._scroll.inside.setObjectName("author-sheet-body")
        self._scroll.body.setContentsMargins(Space.NONE, Space.NONE, Space.S, Space.NONE)
        fill(self._scroll.body, (self._empty, self._title, self._place, None))
        ways = QWidget()
        ways.setLayout(Flow((self._languages, self._readers)))
        made = column(ways, self._status, self._scroll, space=Space.S)
        made.setStretch(2, 1)
        self.setLayout(made)

    def _show(self, sheet: SheetState) -> None:
        parts = tuple(part for part in sheet.parts if sheet.question is None or part.role != "answers")
        shape = (sheet.id, sheet.chips, sheet.remarks, sheet.question, *(part.role for part in parts))
        if shape == self._shape:
            for prose, part in zip(self._prose, parts, strict=True):
                prose.say(markdown_of(part))
            return
        bar = self._scroll.verticalScrollBar()
        at = bar.value() if self._shape is not None and self._shape[0] == sheet.id else 0
        self._shape = shape
        self._build(sheet, parts)
        settle()
        bar.setValue(at)

    def _build(self, sheet: SheetState, parts: tuple[Part, ...]) -> None:
        clear(self._place)
        self._prose = []
        for line in sheet.remarks:
            self._place.addWidget(Card(text(line), role="card-caution"))
        if sheet.chips:
            self._place.addWidget(Chips(self._look, "author-chips", [Remark(chip) for chip in sheet.chips], ""))
        for number, part in enumerate(parts):
            prose = Prose(self._look, f"author-part-{number}")
            prose.say(markdown_of(part))
            self._prose.append(prose)
            self._place.addWidget(Card(prose, role=ROLES[part.role]))
            if number == 0 and sheet.question is not None:
                self._place.addWidget(_answers(self._look, sheet.question))


def markdown_of(part: Part) -> str:
    """Return a part with its heading."""
    return f"## {part.title}\n\n{part.markdown}" if part.title else part.markdown


def _answers(look: Look, question: QuestionState) -> Card:
    """Return the answers as the checklist offers them; choosing one bears on nothing."""
    return Card(Answers(look, question, "author"))


class Ways(QWidget):
    """A few ways of looking with what they are about; hidden where there is only one."""

    def __init__(self, name: str) -> None:
        """Build it hidden."""
        super().__init__()
        self._label, self.segments = Text("small", f"{name}-label", wrap=False), Segments(name)
        self.setLayout(Flow((self._label, self.segments)))

    def show_options(self, label: str, options: tuple[Option, ...]) -> None:
        """Show the ways."""
        self._label.say(label)
        self.segments.show_choices(((one.id, one.label, one.chosen) for one in options), label)
        self.setVisible(len(options) > 1)
