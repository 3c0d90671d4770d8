"""The upper cards of the result: alarm, risk, road, causes, plan. Each is built for one picture."""

from __future__ import annotations

from PySide6.QtCore import QSignalMapper
from PySide6.QtWidgets import QProgressBar, QWidget

from gui.pages.result.state import AlarmState, Block, CauseState, Line, PlanState, ResultState, RiskState, StepState
from gui.theme.look import Look
from gui.theme.tokens import Space
from gui.widgets.buttons import Button, button
from gui.widgets.charts import RiskScale
from gui.widgets.fold import Fold
from gui.widgets.layouts import Card, Flow, Item, column, line, row
from gui.widgets.road import RoadLine
from gui.widgets.text import Chip, text


class Wishes(QWidget):
    """Turns clicks on many buttons into one signal with the id of the thing meant."""

    def __init__(self, parent: QWidget) -> None:
        """Live as long as the page does."""
        super().__init__(parent)
        self.hide()
        self.object, self.page, self.done, self.answer = (QSignalMapper(self) for _ in range(4))


def wish(mapper: QSignalMapper, thing: str, shown: Button) -> Button:
    """Let a click on the button name the thing."""
    mapper.setMapping(shown, thing)
    shown.clicked.connect(mapper.map)
    return shown


def holder(*items: Item, space: Space = Space.XS) -> QWidget:
    """Return a widget with things below each other."""
    made = QWidget()
    made.setLayout(column(*items, space=space))
    return made


def alarm_card(alarm: AlarmState, go_on: Button) -> Card:
    """Return what comes before everything else when there are signs of fraud."""
    stop = alarm.level == "stop"
    card = Card(role="card-danger" if stop else "card-caution", name="result-alarm", space=Space.M)
    card.body.addWidget(text(alarm.title, "title" if stop else "lead", "result-alarm-title"))
    card.body.addWidget(text(alarm.body))
    for number, step in enumerate(alarm.steps, start=1):
        told = row(text(f"{number}.", "strong", wrap=False), text(step, "strong"))
        told.setStretch(1, 1)
        card.body.addLayout(told)
    for flag in alarm.flags:
        card.body.addLayout(
            column(
                text(flag.name, "overline-danger" if stop else "overline-caution"), text(flag.remark), space=Space.XS
            )
        )
    if alarm.note:
        card.body.addWidget(text(alarm.note, "strong"))
    if alarm.go_on:
        go_on.say(alarm.go_on)
        card.body.addLayout(row(go_on, None))
    return card


def risk_card(risk: RiskState, look: Look) -> Card:
    """Return band, number, range and what they mean."""
    scale = RiskScale(look, "result-scale")
    scale.show_risk(risk.edges, risk.names, risk.estimate, risk.spread, risk.heard)
    band = Chip(risk.band, "display-good" if risk.calm else "display-caution", "result-band")
    numbers = Flow([band, Chip(risk.risk, "heading", "result-risk")])
    spread = text(risk.range, "small", "result-range")
    sentences = [text(words, "" if place == 0 else "muted") for place, words in enumerate(risk.sentences)]
    return Card(
        text(risk.label, "small"), numbers, spread, scale, *sentences, None, name="result-card-risk", space=Space.M
    )


def road_card(state: ResultState, look: Look) -> Card:
    """Return the road from the request to the card."""
    road = RoadLine(look, "result-gate", state.road)
    return Card(
        text(state.road_title, "lead"),
        road,
        text(state.road_note, "small"),
        None,
        name="result-card-road",
        space=Space.L,
    )


def causes_card(state: ResultState, look: Look, wishes: Wishes) -> Card:
    """Return the likeliest causes, and the others folded away."""
    card = Card(
        text(state.causes_title, "lead"), text(state.causes_note, "small"), name="result-card-causes", space=Space.M
    )
    for cause in state.causes:
        card.body.addWidget(line())
        card.body.addWidget(_cause(cause, look, wishes))
    if state.rest or state.hidden:
        card.body.addWidget(line())
        card.body.addWidget(Fold(look, "result-rest", state.rest_title, RestMaker(state, look, wishes)))
    card.body.addStretch(1)
    return card


def _cause(cause: CauseState, look: Look, wishes: Wishes) -> QWidget:
    name = f"result-cause-{cause.id}"
    page = wish(wishes.page, cause.id, button(f"{name}-page", cause.page, "link", heard=f"{cause.page} {cause.name}"))
    object_ = wish(
        wishes.object, cause.id, button(f"{name}-object", cause.object, "link", heard=f"{cause.object} {cause.name}")
    )
    head = row(text(cause.name, "strong", name), text(cause.value, "strong", f"{name}-share", wrap=False))
    head.setStretch(0, 1)
    chips = Flow([Chip(words) for words in cause.chips if words])
    parts: list[Item] = [head]
    if not cause.objected:
        parts.append(_bar(cause))
    parts += [chips, *_evidence(cause)]
    if cause.details:
        parts.append(Fold(look, f"{name}-more", cause.more, TextsMaker((cause.chance, *cause.details))))
    return holder(*parts, Flow([page, object_]), space=Space.S)


def _bar(cause: CauseState) -> QProgressBar:
    bar = QProgressBar()
    bar.setObjectName(f"result-cause-{cause.id}-bar")
    bar.setTextVisible(False)
    bar.setValue(round(100 * cause.share))
    bar.setAccessibleName(f"{cause.name} {cause.value}")
    return bar


def _evidence(cause: CauseState) -> list[Item]:
    signs = (("+", "for", cause.speaks_for), ("−", "against", cause.speaks_against), ("?", "unknown", cause.unknown))
    lines: list[Item] = []
    for sign, role, told in signs:
        for words in told:
            said = row(text(sign, f"sign-{role}", wrap=False), text(words, f"evidence-{role}"))
            said.setStretch(1, 1)
            lines.append(said)
    return lines


def plan_card(plan: PlanState, look: Look, wishes: Wishes) -> Card:
    """Return what to do, step by step."""
    card = Card(text(plan.title, "lead"), name="result-card-plan", space=Space.M)
    lead = [text(words, "strong" if place == 0 else "") for place, words in enumerate(plan.lead)]
    card.body.addWidget(Card(*lead, role="card-good", name="result-plan-lead"))
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
    name = f"result-step-{step.id}"
    done = wish(wishes.done, step.id, button(f"{name}-done", step.done, "small", heard=f"{step.done} {step.name}"))
    done.setCheckable(True)
    done.setChecked(step.is_done)
    head = row(text(str(number), "step-number", wrap=False), text(step.name, "strong", name), space=Space.M)
    head.setStretch(1, 1)
    told = [Chip(step.gain, "gain", f"{name}-gain"), Chip(step.effort, "small")]
    effort = Flow([*(part for part in told if part.plain), done])
    more = [Fold(look, f"{name}-more", step.more, TextsMaker(step.details))] if step.details else []
    return holder(head, effort, *more)


class TextsMaker:
    """Makes a column of texts when a fold is opened."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        """Keep the texts."""
        self._texts = texts

    def __call__(self) -> QWidget:
        """Return the texts below each other."""
        return holder(*(text(words, "muted") for words in self._texts if words))


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


def lines_of(lines: tuple[Line, ...]) -> list[Item]:
    """Return lines: a name, a value beside it, a remark below."""
    items: list[Item] = []
    for found in lines:
        named = bool(found.value or found.remark)
        said = row(text(found.name, "strong" if found.remark else ""), text(found.value, "value", wrap=False))
        said.setStretch(0, 1)
        items.append(said if named else text(found.name))
        if found.remark:
            items.append(text(found.remark, "muted"))
    return items


def block_card(block: Block, name: str) -> Card:
    """Return a block as a card."""
    note = [text(block.note, "small")] if block.note else []
    return Card(text(block.title, "lead"), *lines_of(block.lines), *note, None, name=name)
