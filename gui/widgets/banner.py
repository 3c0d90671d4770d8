"""Lines above the page: what happened, what is safe, what to do; and whose answers these are."""

from __future__ import annotations

from functools import cached_property
from typing import Literal, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme.tokens import Space
from gui.widgets.buttons import Button
from gui.widgets.layouts import Card, row
from gui.widgets.text import Text

OneStrip = TypeVar("OneStrip", bound="Strip")


class Strip(QWidget):
    """A line with one thing to do about it, in a card of its own. Without words it is hidden."""

    def __init__(self, name: str, card: str, text: str, asked: Button) -> None:
        """Build it hidden; ``name`` begins the names of its parts, ``card`` and ``text`` are roles."""
        super().__init__()
        self._text, self._asked = Text(text, f"{name}-text"), asked
        said = row(self._text, asked)
        said.setStretch(0, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.XXL, Space.L, Space.XXL, 0)
        around = Card(role=card, name=name)
        around.body.addLayout(said)
        around.body.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        layout.addWidget(around)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, nothing while it is hidden."""
        return "" if self.isHidden() else self._text.plain

    def say(self, words: str, asked: str) -> None:
        """Show a line and what can be done about it; an empty one hides the strip."""
        self._text.say(words)
        self._asked.say(asked)
        self.setVisible(bool(words))

    def announce(self) -> None:
        """Let a screen reader hear the line at once."""
        # Loaded here because the first picture must not wait for it.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self._text, QAccessible.Event.Alert))


class Banner(Strip):
    """A line that can be put away. A screen reader hears it whenever it is told."""

    def __init__(self) -> None:
        """Build it hidden."""
        super().__init__("banner", "card-caution", "", Button("banner-close", "link"))
        self._asked.clicked.connect(self.hide)

    def say(self, words: str, asked: str) -> None:
        """Show a line; an empty one puts the banner away."""
        super().say(words, asked)
        if words:
            self.announce()


class StandingStrip(Strip):
    """A line that stands on every page as long as it is true. It cannot be put away."""

    def say(self, words: str, asked: str) -> None:
        """Say it, or nothing any more; it is heard once, when it comes."""
        came = bool(words) and self.isHidden()
        super().say(words, asked)
        if came:
            self.announce()


class ExampleStrip(StandingStrip):
    """Says that the answers are those of an example, as long as it is open.

    Signals:
        end_requested (): Back to the user's own answers.
    """

    end_requested = Signal()

    def __init__(self) -> None:
        """Build it hidden."""
        super().__init__("banner-example", "card-accent", "strong", Button("banner-example-end", "link"))
        self._asked.clicked.connect(self.end_requested)


class GuestStrip(StandingStrip):
    """Says to a guest that nothing is kept.

    Signals:
        leave_requested (): Away at once, and nothing is left.
    """

    leave_requested = Signal()

    def __init__(self) -> None:
        """Build it hidden."""
        super().__init__("banner-guest", "card-accent", "", Button("banner-guest-leave", "link"))
        self._asked.clicked.connect(self.leave_requested)


class Lines(QVBoxLayout):
    """All of them above each other. Each is made when it is first asked for: the first picture waits for none."""

    def __init__(self) -> None:
        """Make room for them, which takes none."""
        super().__init__()
        self.setSpacing(Space.NONE)
        self._places = [QVBoxLayout() for _ in range(3)]
        for place in self._places:
            self.addLayout(place)

    @cached_property
    def guest(self) -> GuestStrip:
        """Return what is said to a guest."""
        return self._put(GuestStrip(), 0)

    @cached_property
    def example(self) -> ExampleStrip:
        """Return what is said of an example."""
        return self._put(ExampleStrip(), 1)

    @cached_property
    def banner(self) -> Banner:
        """Return what happened last."""
        return self._put(Banner(), 2)

    def stand(self, name: Literal["guest", "example"], words: str, asked: str) -> None:
        """Say what stands on every page, or nothing any more."""
        if words or name in vars(self):
            strip: StandingStrip = getattr(self, name)
            strip.say(words, asked)

    def _put(self, strip: OneStrip, place: int) -> OneStrip:
        self._places[place].addWidget(strip)
        return strip
