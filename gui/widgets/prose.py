"""Running text in Markdown, as high as it needs to be. Links and pictures in it lead nowhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from gui.theme.look import Look
from gui.theme.tokens import TYPE, Space, line_height


class Prose(QTextEdit):
    """A text that can be selected and read, not changed."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty one."""
        super().__init__()
        self._line = line_height(look.px(TYPE["body"]))
        self.setObjectName(name)
        self.setProperty("role", "prose")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)

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
