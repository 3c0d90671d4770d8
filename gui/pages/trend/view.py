"""The page of the score's trend on the screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from gui.pages.trend.cards import ChartCard, KindCard, TableCard
from gui.pages.trend.keep_card import KeepCard
from gui.pages.trend.state import TakeState, TrendState
from gui.theme.look import Look
from gui.theme.tokens import Size, Space
from gui.widgets.buttons import WrappingButton
from gui.widgets.layouts import Card, Columns, Flow, column, fill
from gui.widgets.page import ScrolledPage
from gui.widgets.plot import Frame, Plot, draw
from gui.widgets.plot_chart import png_of
from gui.widgets.svg import as_svg
from gui.widgets.text import Text, text

SAVED_SCALE = 1.25
"""Type in a saved picture, which is wider than the chart on the screen."""


class TrendView(ScrolledPage):
    """The page; its table and chart are cards of their own.

    Signals:
        kind_chosen (str), range_typed (str, str): Which score, and the range of another one.
        point_reached (int): A value of the chart, counted from 0.
        take_requested (): Take the table over into the check.
        path_chosen (str): Where to save the chart or the table.
    """

    kind_chosen = Signal(str)
    range_typed = Signal(str, str)
    point_reached = Signal(int)
    take_requested = Signal()
    path_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        """Build the empty page."""
        super().__init__("trend")
        self._look = look
        self._title, self._intro, self._hedge = Text("title", "trend-title"), Text("muted"), Text("muted")
        self._kind, self.table, self._chart = KindCard(look), TableCard(look), ChartCard(look)
        self._facts, self._take_title, self._take_note = (
            Card(name="trend-facts"),
            Text("lead"),
            Text("muted", "trend-take-note"),
        )
        self._take = WrappingButton("trend-take", "primary", self.take_requested)
        self.keep = KeepCard()
        self._shown: tuple[str, ...] = ()
        self._lay_out()
        self._join()

    def show_state(self, state: TrendState) -> None:
        """Show a picture."""
        self._title.say(state.title)
        self._intro.say(state.intro)
        self._hedge.say(state.hedge)
        self.area.setAccessibleName(state.title)
        self._kind.show_state(state.kind)
        self.table.show_state(state.table)
        self._chart.show_state(state.chart)
        told = (state.facts_title, *state.facts)
        if told != self._shown:
            self._shown = told
            lines = [text(words, "", f"trend-fact-{place}") for place, words in enumerate(state.facts)]
            self._facts.put((text(state.facts_title, "lead"), *lines))
        self._show_take(state.take)
        self.keep.show_state(state.journal)

    def show_read_out(self, place: int, words: str) -> None:
        """Mark a value on the chart and say it."""
        self._chart.show_read_out(place, words)

    def picture(self, plot: Plot, form: str) -> bytes:
        """Return a plot as the bytes of a PNG or SVG file, in the colours of the moment."""
        frame = Frame(Size.PICTURE_WIDTH, Size.PICTURE_HEIGHT, SAVED_SCALE, titled=True, thin=form == "png")
        if form == "png":
            return png_of(plot, frame, self._look, self.font())
        return as_svg(plot, draw(plot, frame), frame, self._colour).encode("utf-8")

    def take_focus(self) -> None:
        """Put the keyboard on the table."""
        self.table.grid.setFocus()

    def _colour(self, token: str) -> str:
        return self._look.colour(token).name()

    def _show_take(self, take: TakeState) -> None:
        self._take_title.say(take.title)
        self._take_note.say(take.note)
        self._take.say(take.label)
        self._take.setEnabled(take.possible)

    def _lay_out(self) -> None:
        body = self.area.body
        take = Card(self._take_title, self._take_note, Flow((self._take,)))
        for part in (self.table, self._chart):  # shares of the width, whatever the texts would like
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        fill(body, (column(self._title, self._intro, self._hedge, space=Space.XS), self._kind))
        body.addWidget(Columns(self._look, [(self.table, 2), (self._chart, 3)]))
        fill(body, (self._facts, take, self.keep, None))

    def _join(self) -> None:
        self._kind.kind_chosen.connect(self.kind_chosen)
        self._kind.range_typed.connect(self.range_typed)
        self._chart.chart.point_reached.connect(self.point_reached)
        self._chart.path_chosen.connect(self.path_chosen)
