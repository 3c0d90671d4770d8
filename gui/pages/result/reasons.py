"""The causes on the result, the likeliest first, each with what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.pages.result.cards import TextsMaker, Wishes, holder, lines_of, wish
from gui.pages.result.state import CauseState, ResultState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, button
from gui.widgets.charts import Share
from gui.widgets.chips import Chips, Remark
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, Flow, Item, line, row
from gui.widgets.text import Chip, text


def causes_card(state: ResultState, look: Look, wishes: Wishes) -> Card:
    """Return the likeliest causes, and the others folded away."""
    head = Flow([Chip(state.causes_title, "lead"), Chip(state.causes_note)], ends=True)
    card = Card(head, name="result-card-causes", space=Space.M)
    for place, cause in enumerate(state.causes):
        if place:
            card.body.addWidget(line())
        card.body.addWidget(_cause(cause, look, wishes))
    if state.rest or state.hidden:
        card.body.addWidget(line())
        card.body.addWidget(Fold(look, "result-rest", state.rest_title, RestMaker(state, look, wishes)))
    card.body.addStretch(1)
    return card


def _cause(cause: CauseState, look: Look, wishes: Wishes) -> QWidget:
    name = f"result-cause-{cause.id}"
    grade = [Chips(look, f"{name}-grade", [Remark(cause.grade)], "")] if cause.grade else []
    called = QWidget()
    called.setLayout(Flow([Chip(cause.name, "strong", name), *grade]))
    share = text(cause.value, "strong", f"{name}-share", wrap=False)
    head = row(called, share)
    head.setStretch(0, 1)
    head.setAlignment(share, Qt.AlignmentFlag.AlignTop)
    parts: list[Item] = [head]
    if not cause.objected:
        parts.append(Share(look, f"{name}-bar", cause.share, f"{cause.name} {cause.value}"))
    if remarks := list(_evidence(cause)):
        parts.append(Chips(look, f"{name}-evidence", remarks, cause.name))
    return holder(*parts, _foot(cause, look, wishes), space=Space.S)


def _evidence(cause: CauseState) -> Iterator[Remark]:
    yield from (Remark(words, "for") for words in cause.speaks_for)
    yield from (Remark(words, "against") for words in cause.speaks_against)
    yield from (Remark(words, "unknown") for words in cause.unknown)


def _foot(cause: CauseState, look: Look, wishes: Wishes) -> Item:
    """Return whose matter it is, and the ways on."""
    name, owner = f"result-cause-{cause.id}", Chip(cause.owner)
    ways: list[Button] = [
        wish(mapper, cause.id, button(f"{name}-{part}", words, "link-small", heard=f"{words} {cause.name}"))
        for part, mapper, words in (("page", wishes.page, cause.page), ("object", wishes.object, cause.object))
    ]
    if not cause.details:
        return Flow([owner, *ways])
    more = TextsMaker((cause.chance, *cause.details))
    return Fold(look, f"{name}-more", cause.more, more, beside=([owner], ways))


class RestMaker:
    """Makes the less likely causes when they are asked for."""

    def __init__(self, state: ResultState, look: Look, wishes: Wishes) -> None:
        """Keep the picture."""
        self._state, self._look, self._wishes = state, look, wishes

    def __call__(self) -> QWidget:
        """Return the causes in full, and below them what nobody can see."""
        parts: list[Item] = []
        for cause in self._state.rest:
            parts += [_cause(cause, self._look, self._wishes), line()]
        return holder(*parts, *lines_of(self._state.hidden), space=Space.M)
