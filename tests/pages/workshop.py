"""The workshop: leading, taking part, bringing together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton

from gui.pages.workshop.qr import QrPicture
from gui.projector.window import ProjectorWindow
from gui.widgets.text import Text
from tests.pages.base import PageObject, catch_up
from tests.pages.finding import is_shown, names, shown


class WorkshopPage(PageObject):
    """Opens doors, and does what can be done behind each."""

    def open(self, door: str) -> None:
        """Open a door, from wherever one is."""
        if is_shown(self._page, "workshop-leave"):
            self._click("workshop-leave")
        self._click(f"workshop-door-{door}")

    @property
    def doors(self) -> list[str]:
        """Return the doors that are shown."""
        return names(self._page, r"workshop-door-([a-z]+)")

    @property
    def code(self) -> str:
        """Return the code of the workshop that the leader sees."""
        return self._says("workshop-lead-code")

    @property
    def cases(self) -> list[str]:
        """Return the cases that are chosen."""
        every = names(self._page, r"workshop-case-(.+)")
        return [name for name in every if self._find(QCheckBox, f"workshop-case-{name}").isChecked()]

    def take_case(self, case: str) -> None:
        """Choose a case, or leave it."""
        self._find(QCheckBox, f"workshop-case-{case}").click()

    def wall(self) -> ProjectorWindow:
        """Put the cases on the wall."""
        self._click("workshop-wall")
        catch_up()
        [window] = [found for found in self._program.window.findChildren(ProjectorWindow) if found.isVisible()]
        return window

    def name_file(self, button: str, dialog: str, path: Path) -> None:
        """Press a button that asks for a file or a folder, and name it."""
        self._click(f"workshop-{button}")
        [asked] = [found for found in self._page.findChildren(QFileDialog, dialog) if found.isVisible()]
        asked.fileSelected.emit(str(path))
        asked.close()
        self._program.window.activateWindow()  # as a real desktop does; keys go nowhere else
        self._settle()
        page = self._page
        self._qtbot.waitUntil(lambda: page.complete)
        catch_up()

    def join(self, plan: Path, moment: str, word: str) -> None:
        """Open the leader's plan, say before or after, type a code word twice, and begin."""
        self.name_file("join-open", "workshop-join-dialog", plan)
        self._click(f"workshop-moment-{moment}")
        for entry in ("word", "again"):
            field = self._find(QLineEdit, f"workshop-{entry}")
            field.selectAll()
            field.insert(word)
            field.textEdited.emit(word)
        self._click("workshop-begin")

    def answer_all(self, place: int, number: str) -> int:
        """Answer every item, with the option at a place or a number; hand in; return how many there were."""
        count = 0
        while is_shown(self._page, "workshop-item"):
            options = names(self._page, r"workshop-option-(.+)")
            if options:
                wanted = f"workshop-option-{options[place]}"
                kind = QRadioButton if self._page.findChild(QRadioButton, wanted) else QCheckBox
                self._find(kind, wanted).click()
            else:
                field = self._find(QLineEdit, "workshop-number")
                field.insert(number)
                field.textEdited.emit(number)
            self._click("workshop-next")
            count += 1
        return count

    def hand_over(self, folder: Path) -> None:
        """Save the result into a folder."""
        self.name_file("result-save", "workshop-result-dialog", folder)

    def follow_case(self, case: str) -> None:
        """Say that a case was followed to the end."""
        self._find(QCheckBox, f"workshop-run-{case}").click()

    def codes(self) -> Iterator[QImage]:
        """Show the result as codes, one after the other; yield what is on the screen each time."""
        self._click("workshop-result-code")
        while is_shown(self._page, "workshop-qr"):
            yield self._find(QrPicture, "workshop-qr").grab().toImage()
            self._click("workshop-qr-on")

    def finish(self) -> None:
        """Let the next participant sit down."""
        self._click("workshop-finish")

    def bring_together(self, folder: Path) -> None:
        """Choose the folder with the results."""
        self.name_file("gather-folder", "workshop-folder-dialog", folder)

    def paste(self, words: str) -> None:
        """Paste what a scanner gave, and put it into the folder."""
        self._find(QPlainTextEdit, "workshop-scanned").insertPlainText(words)
        self._click("workshop-gather-take")
        self._settle()

    @property
    def note(self) -> str:
        """Return what is said about the folder."""
        return self._says("workshop-note")

    @property
    def refused(self) -> dict[str, str]:
        """Return the files that do not count, with the reasons."""
        every = names(self._page, r"workshop-refused-(\d+)")
        return {self._says(f"workshop-refused-{n}"): self._says(f"workshop-refused-{n}-why") for n in every}

    @property
    def report(self) -> list[str]:
        """Return every text of the report that is shown."""
        page = self._page
        every = [found for found in page.findChildren(Text) if found.objectName().startswith("workshop-part-")]
        return [found.plain for found in every if found.isVisibleTo(page)]

    def save_report(self, path: Path) -> None:
        """Save the report."""
        self.name_file("report-save", "workshop-report-dialog", path)

    @property
    def can_save_report(self) -> bool:
        """Return whether there is a report to save."""
        return (
            is_shown(self._page, "workshop-report-save")
            and shown(self._page, QPushButton, "workshop-report-save").isEnabled()
        )
