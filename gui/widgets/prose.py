"""Running text in Markdown, as high as it needs to be. Nothing in it opens or loads anything by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextBrowser, QTextEdit

from gui.theme.look import Look
from gui.theme.tokens import TYPE, Radius, Space, line_height


class Prose(QTextBrowser):
    """A text that can be selected and read, not changed."""

    def __init__(self, look: Look, name: str) -> None:
        """Make an empty one."""
        super().__init__()
        self._line, self._heading = line_height(look.px(TYPE["body"])), look.px(TYPE["lead"])
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
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

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
        self._dress()
        self.setAccessibleName(self.toPlainText())
        self.fit()

    def _dress(self) -> None:
        """Make headings no larger than those of a card, with room above them, and underline links."""
        heading, link, room = QTextCharFormat(), QTextCharFormat(), QTextBlockFormat()
        heading.setProperty(QTextFormat.Property.FontPixelSize, self._heading)
        heading.setProperty(QTextFormat.Property.FontSizeAdjustment, 0)
        heading.setFontWeight(QFont.Weight.Bold)
        link.setFontUnderline(True)
        room.setTopMargin(Space.M)
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if block.blockFormat().headingLevel():
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(heading)
                QTextCursor(block).mergeBlockFormat(room)
            for span in block.textFormats():
                if span.format.isAnchor():
                    cursor.setPosition(block.position() + span.start)
                    cursor.setPosition(block.position() + span.start + span.length, QTextCursor.MoveMode.KeepAnchor)
                    cursor.mergeCharFormat(link)
            block = block.next()

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

    def _on_range(self, _least: int, most: int) -> None:
        """Scroll nothing: Qt reckons with the height before the one that has just been taken."""
        if most:
            self.verticalScrollBar().setRange(0, 0)

    def fit(self) -> None:
        """Be as high as the text is at the present width."""
        self.document().setTextWidth(self.viewport().width())
        height = round(self.document().size().height()) + Space.XS
        if height != self.height():
            self.setFixedHeight(height)


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
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._stand_on(self._spans()[:1])
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._stand_on(self._spans()[-1:])

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next link, or out of the text; Qt's own way back from below passes all links by."""
        cursor, spans = self.textCursor(), self._spans()
        if forward:
            ahead = [span for span in spans if span[0] >= cursor.selectionEnd()][:1]
        else:
            ahead = [span for span in spans if span[1] <= cursor.selectionStart()][-1:]
        if ahead and self.hasFocus():
            self._stand_on(ahead)
            return True
        self._stand_on([])
        return QTextEdit.focusNextPrevChild(self, forward)

    def _spans(self) -> list[tuple[int, int]]:
        """Return where every link begins and ends."""
        found: list[tuple[int, int]] = []
        block = self.document().begin()
        while block.isValid():
            for span in block.textFormats():
                start = block.position() + span.start
                if span.format.isAnchor():
                    found.append((start, start + span.length))
            block = block.next()
        return found

    def _stand_on(self, spans: list[tuple[int, int]]) -> None:
        """Select a link and bring it into view; none deselects."""
        cursor = self.textCursor()
        cursor.clearSelection()
        for start, end in spans:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if spans:
            self._reveal(self.cursorRect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and a ring around the link that has the keyboard; Qt's own is a dotted hairline."""
        super().paintEvent(event)
        cursor = self.textCursor()
        if not self.hasFocus() or not cursor.hasSelection() or not cursor.charFormat().isAnchor():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), Space.LINE))
        for place in self._lines_of(cursor):
            painter.drawRoundedRect(place, Radius.BAR, Radius.BAR)
        painter.end()

    def _lines_of(self, cursor: QTextCursor) -> list[QRect]:
        """Return where a selection stands: one place, or two where it is broken over lines."""
        edges = []
        for position in (cursor.selectionStart(), cursor.selectionEnd()):
            at = QTextCursor(self.document())
            at.setPosition(position)
            edges.append(self.cursorRect(at))
        first, last = edges
        if first.y() == last.y():
            return [QRect(first.topLeft(), last.bottomLeft())]
        ends = QPoint(self.viewport().width() - Space.LINE, first.bottom()), QPoint(Space.LINE, last.top())
        return [QRect(first.topLeft(), ends[0]), QRect(ends[1], last.bottomLeft())]

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
