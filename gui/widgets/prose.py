"""Running text in Markdown, as high as it needs to be. Nothing in it opens or loads anything by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QPalette, QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextBrowser

from gui.theme.look import Look
from gui.theme.tokens import TYPE, Space, line_height


class Prose(QTextBrowser):
    """A text that can be selected and read, not changed."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty one."""
        super().__init__()
        self._line = line_height(look.px(TYPE["body"]))
        self.setObjectName(name)
        self.setProperty("role", "prose")
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Return nothing: no picture is loaded, from wherever."""
        return None

    def say(self, markdown: str) -> None:
        """Show Markdown."""
        features = (
            QTextDocument.MarkdownFeature.MarkdownDialectCommonMark | QTextDocument.MarkdownFeature.MarkdownNoHTML
        )
        self.document().setMarkdown(markdown, features)
        cursor, form = QTextCursor(self.document()), QTextBlockFormat()
        cursor.select(QTextCursor.SelectionType.Document)
        form.setLineHeight(self._line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        form.setBottomMargin(Space.S)
        form.setTopMargin(0)
        cursor.mergeBlockFormat(form)
        self.setAccessibleName(self.toPlainText())
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the width asks for."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take another height when the type changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def sizeHint(self) -> QSize:
        """Return the height of the whole text."""
        return QSize(super().sizeHint().width(), self.height())

    def fit(self) -> None:
        """Be as high as the text is at the present width."""
        self.document().setTextWidth(self.viewport().width())
        height = round(self.document().size().height()) + Space.XS
        if height != self.height():
            self.setFixedHeight(height)
        self.verticalScrollBar().setRange(0, 0)  # Qt still counts with the height before


class LinkedProse(Prose):
    """A text whose links can be chosen by mouse and keyboard: the tabulator goes from one to the next.

    Signals:
        link_chosen (str, QRect): The address of a link, and where its words begin in this widget.
    """

    link_chosen = Signal(str, QRect)

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty one."""
        super().__init__(look, name)
        self._look, self._links = look, False
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        )
        self.anchorClicked.connect(self._on_link)

    def say(self, markdown: str) -> None:
        """Show Markdown; without a link in it, the keyboard passes by."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Link, self._look.colour("accent"))
        self.setPalette(palette)
        super().say(markdown)
        self._links = "](" in markdown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._links else Qt.FocusPolicy.NoFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Stand on the first link at once, or on the last one when the keyboard comes from below."""
        super().focusInEvent(event)
        ways = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}
        if event.reason() in ways:
            self.moveCursorOut()
            self.focusNextPrevChild(ways[event.reason()])

    def moveCursorOut(self) -> None:
        """Stand on no link."""
        cursor = self.textCursor()
        cursor.clearSelection()
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link, or out of the text; a link that has the keyboard is brought into view."""
        moved = super().focusNextPrevChild(forward)
        if moved and self.hasFocus():
            self._reveal(self.cursorRect())
        return moved

    def _reveal(self, place: QRect) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        inside = around.widget() if around is not None else None
        if around is not None and inside is not None:
            at = self.viewport().mapTo(inside, place.center())
            around.ensureVisible(at.x(), at.y(), Space.XL, Space.XXL * 2)

    def _on_link(self, address: QUrl) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
        self.link_chosen.emit(address.toString(), self.cursorRect(cursor))
