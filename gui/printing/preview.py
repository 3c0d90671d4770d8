"""The sheets as they will be printed, and the way to the system's own dialog for printing. Nothing is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QMarginsF, Qt, QTranslator, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QDialog, QGraphicsView, QWidget

from core.errors import AppError
from core.files import write_whole
from gui.printing.laid_out import LaidOut
from gui.printing.pdf import pdf_of
from gui.speaker import Speaker
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import column, row
from gui.widgets.text import Text

BEFORE, AFTER, LESS, MORE = "‹", "›", "−", "+"


class Preview(QDialog):
    """Shows a document and prints it.

    Signals:
        failed (object): The printer would not; the error, or None where nothing is known but that.
    """

    failed = Signal(object)

    def __init__(self, document: LaidOut, speaker: Speaker, parent: QWidget) -> None:
        """Build it."""
        super().__init__(parent)
        self.setObjectName("print")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(speaker.words("print.title"))
        _translate(self, speaker.code)
        self._document, self._words = document, speaker.words
        self.printer = _printer(document.title)
        self.sheets = QPrintPreviewWidget(self.printer, self)
        self.sheets.paintRequested.connect(self._on_paint)
        self._number = Text("muted", "print-number", wrap=False)
        self._lay_out()
        self.resize(Size.WIDE, parent.height())
        self._turn(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the sheet as wide as the window lets it be."""
        super().showEvent(event)
        self.sheets.fitToWidth()

    def _lay_out(self) -> None:
        words = self._words
        self.sheets.setObjectName("print-sheets")
        self.sheets.setAccessibleName(words("print.sheet"))
        self.sheets.setMinimumSize(Size.ROAD_LINE, Size.CHART)
        for view in self.sheets.findChildren(QGraphicsView):
            # The sheet is made as wide as the view, and the bar coming later would leave too little room for it.
            view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        keys = (
            (Button("print-earlier", "small", self._on_earlier), BEFORE, words("print.earlier")),
            (Button("print-later", "small", self._on_later), AFTER, words("print.later")),
            (Button("print-smaller", "small", self.sheets.zoomOut), LESS, words("print.smaller")),
            (Button("print-larger", "small", self.sheets.zoomIn), MORE, words("print.larger")),
        )
        for key, sign, heard in keys:
            key.say(sign, heard)
            key.setToolTip(heard)
        earlier, later, smaller, larger = (key for key, _, _ in keys)
        close, go = Button("print-close", "", self.close), Button("print-go", "primary", self._on_go)
        close.say(words("print.close"))
        go.say(words("print.print"))
        go.setDefault(True)
        bar = row(earlier, self._number, later, smaller, larger, None, close, go)
        self.setLayout(column(self.sheets, bar, space=Space.M, margins=Space.L))

    def _turn(self, page: int) -> None:
        """Show a page, counted from 1."""
        last = len(self._document.pages)
        page = min(max(page, 1), last)
        self.sheets.setCurrentPage(page)
        self._number.say(self._words("print.page", number=page, all=last))

    def _on_earlier(self) -> None:
        self._turn(self.sheets.currentPage() - 1)

    def _on_later(self) -> None:
        self._turn(self.sheets.currentPage() + 1)

    def _on_paint(self, printer: QPrinter) -> None:
        self._document.draw_all(printer)

    def _on_go(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        dialog.setObjectName("print-dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(self._document.pages))
        dialog.accepted.connect(self._on_accepted)
        QDialog.open(dialog)  # its own ``open`` wants the name of a slot

    def _on_accepted(self) -> None:
        first, last = max(self.printer.fromPage() - 1, 0), self.printer.toPage() - 1
        sheets = (first, last if last >= 0 else None)
        try:
            if name := self.printer.outputFileName():  # a printer that is a file: Qt's own PDF cannot be searched
                write_whole(Path(name), pdf_of(self._document, *sheets))
            elif not self._document.draw_all(self.printer, *sheets):
                self.failed.emit(None)
        except AppError as error:
            self.failed.emit(error)
        self.close()


def _printer(title: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Point)
    return printer


def _translate(dialog: QDialog, code: str) -> None:
    """Let Qt's own dialog for printing speak the language, as long as the preview is open."""
    translator = QTranslator(dialog)
    if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QApplication.installTranslator(translator)
