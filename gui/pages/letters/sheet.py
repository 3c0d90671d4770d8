"""What is being written, on the screen: to be read, selected and copied with mouse or keys, not changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QWidget

from gui.pages.letters.state import SheetState
from gui.theme.look import Look
from gui.theme.tokens import TYPE, Space, line_height
from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Card, Flow, fill, line
from gui.widgets.prose import Prose
from gui.widgets.text import Text, show_when

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
HEADINGS = {1: "title", 2: "lead", 3: "body"}
"""Level of a heading -> its type."""


class SheetCard(Card):
    """The sheet with what can be done with it.

    Signals:
        copy_requested (), save_requested (): The whole text elsewhere; into a file.
        sent_requested (): It was sent.
    """

    copy_requested = Signal()
    save_requested = Signal()
    sent_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build it empty."""
        super().__init__(name="letters-sheet", space=Space.M)
        self._title, self._empty = Text("lead"), Text("muted", "letters-empty")
        self._masked, self._rule = Text("strong", "letters-masked"), Text("small", "letters-rule")
        self._save = WrappingButton("letters-save", "primary", self.save_requested)
        self._copy = WrappingButton("letters-copy", "", self.copy_requested)
        self._sent = WrappingButton("letters-sent", "", self.sent_requested)
        self._line, self._prose, self._shown = line(), Sheet(look, "letters-text"), ""
        keys = Flow((self._save, self._copy, self._sent))
        fill(self.body, (self._title, keys, self._masked, self._rule, self._line, self._prose, self._empty))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the buttons' words where they must be."""
        super().resizeEvent(event)
        for button in (self._save, self._copy, self._sent):
            button.fit(self.contentsRect().width() - 2 * Space.XL)

    def show_state(self, state: SheetState) -> None:
        """Show the sheet."""
        for label, words in (
            *((self._title, state.title), (self._empty, state.empty)),
            *((self._masked, state.masked), (self._rule, state.rule)),
        ):
            label.say(words)
        for button, words in ((self._save, state.save), (self._copy, state.copy)):
            button.say(words)
            button.setEnabled(not state.empty)
        self._sent.say(state.sent)
        show_when(self._sent, bool(state.sent))
        for part in (self._line, self._prose):
            QWidget.setVisible(part, not state.empty)
        if state.markdown != self._shown:
            self._shown = state.markdown
            self._prose.say(state.markdown)


class Sheet(Prose):
    """A text with headings that the keyboard can go through as well."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty one."""
        super().__init__(look, name)
        self._look = look
        self.setTextInteractionFlags(SELECTABLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def say(self, markdown: str) -> None:
        """Show Markdown, its headings in the types of the window."""
        super().say(markdown)
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                self._dress_block(block)
            block = block.next()
        self.fit()

    def _dress_block(self, block: QTextBlock) -> None:
        size = self._look.px(TYPE[HEADINGS[min(block.blockFormat().headingLevel(), max(HEADINGS))]])
        cursor, form, letters = QTextCursor(block), QTextBlockFormat(), QTextCharFormat()
        form.setLineHeight(line_height(size), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setTopMargin(Space.S)
        cursor.mergeBlockFormat(form)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        # The size alone: before the page is shown, the family is not known.
        letters.setProperty(QTextFormat.Property.FontPixelSize, size)
        letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        letters.setFontWeight(QFont.Weight.Bold)
        cursor.mergeCharFormat(letters)
