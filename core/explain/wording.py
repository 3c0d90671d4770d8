"""Values as people read them in one language. The patterns are content; only arithmetic stands here."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping

from core.catalogue import Catalogue
from core.explain.numbers import Numbers
from core.facts.catalogue import DERIVED
from core.schema.conditions import FactValue
from core.schema.content import Channel, Content, Figure

_UNVERIFIED = "unit.unverified"


class Wording(Numbers):
    """Formats numbers, dates, facts, figures and channels with the words of one catalogue."""

    def __init__(self, content: Content, words: Catalogue) -> None:
        """Take the content and its words; the words need no figures yet."""
        super().__init__(words)
        self._content = content

    def figure(self, figure: Figure) -> str:
        """Return a figure with its unit, and a remark when its source could not be verified."""
        value = figure.value
        if isinstance(value, dt.date):
            text = self.date(value)
        elif isinstance(value, dt.time):
            text = self.clock(value)
        else:
            text = self.count(value, figure.unit)
        return text + self._mark(figure.confidence)

    def ends(self, low: Figure, high: Figure) -> tuple[str, str]:
        """Return the ends of a range; a remark that both need stands once, after the second."""
        shared = self._mark(high.confidence)
        return self.figure(low).removesuffix(shared), self.figure(high)

    def channel(self, name: str, channel: Channel) -> str:
        """Return a hotline number, else a site, else the channel's name; with a remark when unverified."""
        text = channel.number or channel.site or self._words(f"channel.{name}.name")
        return text + self._mark(channel.confidence)

    def source(self, name: str) -> str:
        """Return the title of a reference in the language of the words."""
        source = self._content.sources[name]
        return source.title_zh if self._words.language.startswith("zh") else source.title_en

    def publisher(self, name: str) -> str:
        """Return who published a reference, and whether a copy was read."""
        source = self._content.sources[name]
        return source.publisher_zh if self._words.language.startswith("zh") else source.publisher_en

    def fact(self, fact: str, value: FactValue | None) -> str:
        """Return the value of a fact in words: an option's label, yes or no, a number with its unit."""
        if value is None:
            return self._words("question_words.not_sure")
        if isinstance(value, bool):
            return self._words(f"fact.{fact}.word.{'true' if value else 'false'}")
        if isinstance(value, tuple):
            labels = [self._label(fact, word) for word in value]
            return self._words("ui.list_separator").join(labels) or self._words("ui.none_of_these")
        return self._label(fact, value) if isinstance(value, str) else self._amount(fact, value)

    def fact_name(self, fact: str) -> str:
        """Return the short name of a fact."""
        return self._words(f"fact.{fact}.name")

    def _amount(self, fact: str, value: float) -> str:
        if math.isinf(value):
            return self._words("question_words.none")
        unit = DERIVED[fact].unit if fact in DERIVED else self._content.questions[fact].unit
        if unit == "clock":
            return self.clock(dt.time(int(value)))
        if unit == "days" and value < 0:
            return self._words("unit.days_past", days=self.count(-value, unit))
        return self.count(round(value, 1), unit)

    def _label(self, fact: str, word: str) -> str:
        if fact in DERIVED:
            return self._words(f"fact.{fact}.word.{word}")
        return self._words(f"question.{fact}.option.{word}")

    def _mark(self, confidence: str) -> str:
        return self._words(_UNVERIFIED) if confidence == "unverified" else ""

    def always(self) -> Mapping[str, str]:
        """Return every figure, channel and source as words, by the placeholder that texts use."""
        figures = {f"figure.{name}": self.figure(figure) for name, figure in self._content.figures.items()}
        channels = {f"channel.{name}": self.channel(name, entry) for name, entry in self._content.channels.items()}
        sources = {f"source.{name}": self.source(name) for name in self._content.sources}
        return {**figures, **channels, **sources}
