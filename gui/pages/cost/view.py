"""The page of the true cost on the screen: an offer and what it costs, a second one beside it when wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from gui.pages.cost.entries import OfferCard
from gui.pages.cost.found import ResultCard
from gui.pages.cost.state import CostState, OfferState, ResultState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Card, Columns, column, fill, row
from gui.widgets.page import ScrolledPage
from gui.widgets.tabbing import tab_through
from gui.widgets.text import Text, text

OFFERS = ("first", "second")


class CostView(ScrolledPage):
    """The page.

    Signals:
        typed (str, str, str): An offer, what is typed or chosen in it, and what stands there now.
        example_chosen (str, str): An offer, and the example to fill in.
        bring_back_requested (str): Put back what was there before the example.
        both_wanted (bool): Show the second offer, or put it away.
        path_chosen (str, str): An offer, and where to save its schedule.
        think_requested (): Think through whether to borrow at all.
    """

    typed = Signal(str, str, str)
    example_chosen = Signal(str, str)
    bring_back_requested = Signal(str)
    both_wanted = Signal(bool)
    path_chosen = Signal(str, str)
    think_requested = Signal()

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("cost")
        self._look, self._both, self._built = look, False, list[bool]()
        self._title, self._intro = Text("title", "cost-title"), Text("muted")
        self._pairs: dict[str, Pair] = {}
        self._places = {offer: QWidget() for offer in OFFERS}
        self._compare = WrappingButton("cost-compare", "", self._on_compare)
        self._compared_title, self._compared_text = Text("lead"), Text("", "cost-compared-text")
        self._compared_remark = Text("error", "cost-compared-remark")
        told = (self._compared_title, self._compared_remark, self._compared_text)
        self._compared = Card(*told, role="card-accent", name="cost-compared")
        self._borrow_title, self._borrow = Text("lead"), Text("")
        self._think = WrappingButton("cost-think", "link", self.think_requested)
        self._rules = Rules()
        self._lay_out()

    def show_state(self, state: CostState) -> None:
        """Show a picture."""
        self.area.setAccessibleName(state.title)
        for label, words in (
            *((self._title, state.title), (self._intro, state.intro), (self._borrow_title, state.borrow_title)),
            *((self._borrow, state.borrow), (self._compared_title, state.compared_title)),
            *((self._compared_text, state.compared), (self._compared_remark, state.compared_remark)),
        ):
            label.say(words)
        self._compared.setVisible(bool(state.compared))
        for button, words in ((self._compare, state.compare), (self._think, state.borrow_go)):
            if button.accessibleName() != words:
                button.say(words)
                button.fit(self.area.viewport().width() - 2 * Space.XXL)
        self._rules.show_rules(state.rules_title, state.rules)
        self._show_offers(state)

    def take_focus(self) -> None:
        """Put the keyboard on the first field."""
        self._pairs[OFFERS[0]].card.take_focus()

    def save(self) -> None:
        """Ask where to save the schedule of the first offer."""
        self._pairs[OFFERS[0]].save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the buttons where they must be."""
        super().resizeEvent(event)
        for button in (self._compare, self._think):
            button.fit(self.area.viewport().width() - 2 * Space.XXL)

    def _show_offers(self, state: CostState) -> None:
        both = len(state.offers) > 1
        for name, (offer, result) in zip(OFFERS, state.offers, strict=False):
            if name not in self._pairs:
                self._pairs[name] = self._pair(name, offer)
            self._pairs[name].show_state(offer, result, alone=not both)
        self._places[OFFERS[1]].setVisible(both)
        built = [pair.complete for pair in self._pairs.values()]
        if built != self._built:
            self._built = built
            tab_through(self.area.inside)
        if both != self._both:
            self._both = both
            if self._compare.hasFocus() and both:
                self._pairs[OFFERS[1]].card.take_focus()

    def _pair(self, name: str, offer: OfferState) -> Pair:
        pair = Pair(self._look, name, offer, self)
        place = QVBoxLayout(self._places[name])
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(pair)
        return pair

    def _on_compare(self) -> None:
        self.both_wanted.emit(not self._both)

    def _lay_out(self) -> None:
        for place in self._places.values():  # shares of the width, whatever the texts would like
            place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._places[OFFERS[1]].hide()
        borrow = Card(self._borrow_title, self._borrow, row(self._think, None), name="cost-borrow")
        offers = Columns(self._look, [(place, 1) for place in self._places.values()])
        head = column(self._title, self._intro, space=Space.S)
        parts = (head, row(self._compare, None), self._compared, offers, borrow, self._rules, None)
        fill(self.area.body, parts)


class Rules(Card):
    """What the figures are."""

    def __init__(self) -> None:
        """Build it empty."""
        super().__init__(role="note")
        self._told: tuple[str, ...] = ()

    def show_rules(self, title: str, rules: tuple[str, ...]) -> None:
        """Show them; built anew only when they are others."""
        if rules != self._told:
            self._told = rules
            self.put((text(title, "strong"), *(text(words, "small") for words in rules)))


class Pair(QWidget):
    """An offer and its result: beside each other where the offer is alone and there is room, else below."""

    def __init__(self, look: Look, offer: str, state: OfferState, page: CostView) -> None:
        """Build both."""
        super().__init__()
        self._look, self._offer, self._page, self._alone = look, offer, page, True
        self._file = ("", "")
        self.card, self._result = OfferCard(look, offer, state), ResultCard(look, offer)
        self.card.typed.connect(self._on_typed)
        self.card.example_chosen.connect(self._on_example)
        self.card.bring_back_requested.connect(self._on_bring_back)
        self._result.save_requested.connect(self.save)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Space.L)
        for part in (self.card, self._result):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._layout.addWidget(_at_top(part))

    def show_state(self, offer: OfferState, result: ResultState, alone: bool) -> None:
        """Show both."""
        self._alone = alone
        self._file = (result.found.file_name, result.found.file_form) if result.found else ("", "")
        self.card.show_state(offer)
        self._result.show_state(result)
        self._turn()

    @property
    def complete(self) -> bool:
        """Return whether the result stands there."""
        return bool(self._file[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the direction by the width at hand."""
        super().resizeEvent(event)
        self._turn()

    def save(self) -> None:
        """Ask where to save the schedule, when there is one."""
        if not self._file[0]:
            return
        dialog = QFileDialog(self, "", *self._file)
        dialog.setObjectName(f"cost-save-dialog-{self._offer}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self._on_path)
        dialog.open()

    def _turn(self) -> None:
        beside = self._alone and self._look.units(self.width()) >= Size.WIDE - Size.NAVIGATION - 2 * Space.XXL
        ways = QBoxLayout.Direction
        self._layout.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        # Below each other, what is left over stands at the end: two results begin at the same height.
        for place, share in enumerate((2, 3) if beside else (0, 1)):
            self._layout.setStretch(place, share)

    def _on_typed(self, entry: str, value: str) -> None:
        self._page.typed.emit(self._offer, entry, value)

    def _on_example(self, example: str) -> None:
        self._page.example_chosen.emit(self._offer, example)

    def _on_bring_back(self) -> None:
        self._page.bring_back_requested.emit(self._offer)

    def _on_path(self, path: str) -> None:
        self._page.path_chosen.emit(self._offer, path)


def _at_top(part: QWidget) -> QWidget:
    """Return a place in which a card is as high as it needs, not as its neighbour."""
    place = QWidget()
    place.setLayout(column(part, None))
    place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return place
