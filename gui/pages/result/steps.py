"""The plan on the result: what to do, step by step, with what each brings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.pages.result.cards import TextsMaker, Wishes, holder, wish
from gui.pages.result.state import PlanState, StepState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import button
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, Flow, Item, column, line
from gui.widgets.text import Chip, text


def plan_card(plan: PlanState, look: Look, wishes: Wishes) -> Card:
    """Return what to do, step by step."""
    card = Card(text(plan.title, "lead"), name="result-card-plan", space=Space.M)
    lead = [text(words, "strong" if place == 0 else "") for place, words in enumerate(plan.lead)]
    card.body.addWidget(Card(*lead, role="note-good", name="result-plan-lead", space=Space.XS))
    for number, step in enumerate(plan.steps, start=1):
        card.body.addWidget(_step(number, step, look, wishes))
        card.body.addWidget(line())
    if plan.small:
        card.body.addWidget(Fold(look, "result-small-steps", plan.small_title, TextsMaker(plan.small)))
    if plan.others:
        card.body.addWidget(Fold(look, "result-other-plans", plan.others_title, TextsMaker(plan.others)))
    card.body.addStretch(1)
    return card


def _step(number: int, step: StepState, look: Look, wishes: Wishes) -> QWidget:
    """Return a step: its number, beside it the name and at the edge what it brings, below that the rest."""
    name = f"result-step-{step.id}"
    done = wish(wishes.done, step.id, button(f"{name}-done", step.done, "small", heard=f"{step.done} {step.name}"))
    done.setCheckable(True)
    done.setChecked(step.is_done)
    head = Flow([Chip(step.name, "strong", name), Chip(step.gain, "gain", f"{name}-gain")], ends=True)
    effort = [Chip(step.effort)] if step.effort else []
    below: Item = Flow([*effort, done])
    if step.details:
        below = Fold(look, f"{name}-more", step.more, TextsMaker(step.details), beside=(effort, [done]))
    told = column(head, below, space=Space.XS)
    beside = QHBoxLayout()
    beside.setSpacing(Space.M)
    beside.addWidget(text(str(number), "step-number", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    beside.addLayout(told, 1)
    return holder(beside)
