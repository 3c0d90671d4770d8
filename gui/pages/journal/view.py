"""The journal on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from gui.pages.journal.block import BlockCard
from gui.pages.journal.state import Act, Block, JournalState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.layouts import Columns, column, fill, settle
from gui.widgets.page import ScrolledPage
from gui.widgets.tabbing import tab_through
from gui.widgets.text import Text

MINUTE_MS = 60_000
GROWN_MS = 60
"""After so long, everything that was built for a picture stands where it belongs."""


class JournalView(ScrolledPage):
    """The page.

    Signals:
        typed (str, str): A field, and what stands there now.
        wished (str, str, str): What a button stands for, of which thing, and the file that was named for it; ``idle``
            when for a minute nothing was wished.
    """

    typed = Signal(str, str)
    wished = Signal(str, str, str)

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("journal")
        self._title, self._intro = Text("title", "journal-title"), Text("muted", "journal-intro")
        self._working = Text("muted", "journal-working")
        self._places = {part: Stack(look, self) for part in ("above", "left", "right")}
        self._asked: Act | None = None
        self._wanted = self._growing = False
        self._timer = QTimer(self, interval=MINUTE_MS)
        self._timer.timeout.connect(self._on_minute)
        self._timer.start()
        self.area.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._lay_out(look)

    def show_state(self, state: JournalState) -> None:
        """Show a picture; what has not changed stays as it stands, and so does the keyboard."""
        focused: QWidget | None = self.focusWidget()  # the stubs forget that nothing may have the keyboard
        name = focused.objectName() if focused else ""
        for label, words in ((self._title, state.title), (self._intro, state.intro), (self._working, state.working)):
            label.say(words)
        self.area.setAccessibleName(state.title)
        anew = [
            self._places[part].show_blocks(blocks)
            for part, blocks in (("above", state.above), ("left", state.left), ("right", state.right))
        ]
        if any(anew):
            tab_through(self.area.inside)
            self._put_keyboard(name)
        if state.focus:
            self._put_keyboard(state.focus)
        if self._wanted and not state.working:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on the first control, at once or as soon as there is one."""
        self._wanted = not any(place.isVisibleTo(self) for place in self._places.values())
        super().take_focus()

    def ask(self, act: Act) -> None:
        """Pass a wish on, after the file was named that it needs."""
        self._timer.start()
        if not act.ask:
            self.wished.emit(act.wish, act.of, "")
            return
        self._asked = act
        dialog = QFileDialog(self, act.words, *act.file)
        dialog.setObjectName(f"journal-dialog-{act.wish}")
        if act.ask == "save":
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(act.file[0].rpartition(".")[2])
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_path)
        dialog.open()

    def _on_minute(self) -> None:
        self.wished.emit("idle", "", "")

    def _on_path(self, path: str) -> None:
        if self._asked is not None:
            self.wished.emit(self._asked.wish, self._asked.of, path)

    def _lay_out(self, look: Look) -> None:
        head = column(self._title, self._intro, self._working, space=Space.S)
        sides = Columns(look, [(self._places["left"], 1), (self._places["right"], 1)])
        fill(self.area.body, (head, self._places["above"], sides, None))

    def _put_keyboard(self, name: str) -> None:
        found = self.findChild(QWidget, name) if name else None
        if found is not None:
            settle()
            self._wanted = False
            found.setFocus()
            self._bring_into_view()
            # Again as long as the page grows: what was built just now has no height yet.
            self._growing = True
            QTimer.singleShot(GROWN_MS, self, self._on_grown)

    def _on_range(self, _least: int, _most: int) -> None:
        if self._growing:
            self._bring_into_view()

    def _on_grown(self) -> None:
        self._growing = False
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Show the whole block that has the keyboard, as far as there is room, and surely the control itself."""
        found: QWidget | None = self.focusWidget()  # the stubs forget that nothing may have the keyboard
        for card in self.findChildren(BlockCard):
            if found is not None and card.isAncestorOf(found):
                self.area.ensureWidgetVisible(card, 0, Space.L)
                self.area.ensureWidgetVisible(found, 0, Space.L)


class Stack(QWidget):
    """Blocks below each other; each is found again by its id."""

    def __init__(self, look: Look, page: JournalView) -> None:
        """Make an empty one."""
        super().__init__()
        self._look, self._page = look, page
        self._cards: dict[str, BlockCard] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.L)
        self._layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_blocks(self, blocks: Sequence[Block]) -> bool:
        """Show these; return whether anything had to be built anew."""
        keys = {f"{block.id} {block.role}": block for block in blocks}
        anew = list(keys) != list(self._cards)
        for key in self._cards.keys() - keys.keys():
            gone = self._cards.pop(key)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        cards = {}
        for place, (key, block) in enumerate(keys.items()):
            card = self._cards.get(key) or self._made(block)
            anew |= card.show_state(block)
            cards[key] = card
            if self._layout.indexOf(card) != place:
                self._layout.removeWidget(card)
                self._layout.insertWidget(place, card)
        self._cards = cards
        self.setVisible(bool(cards))
        return anew

    def _made(self, block: Block) -> BlockCard:
        made = BlockCard(self._look, block)
        made.typed.connect(self._page.typed)
        made.wished.connect(self._page.ask)
        return made
