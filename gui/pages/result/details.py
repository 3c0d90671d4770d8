"""The lower parts of the result: the curve by date, how it was worked out, whether to borrow today at all."""

from __future__ import annotations

from core.inference.trace import TraceNode
from core.money.interest import simple_interest
from core.schema.assessment import Assessment
from gui.draft import Draft
from gui.pages.result.state import Block, CurveState, Line, TraceState
from gui.speaker import Speaker

TICK_EVERY = 7
WAITS = (3, 30)
"""Days of borrowing for which the cost is told."""
LENT_AT_MOST = "cost_line"


def curve_of(found: Assessment, speaker: Speaker) -> CurveState | None:
    """Return P(arrives) by date, without and with the plan; None when it was not worked out."""
    if not found.by_date or found.plans is None:
        return None
    words, wording, days = speaker.words, speaker.wording, found.by_date
    best = next((place for place, day in enumerate(days) if day.date == found.plans.recommended.date), 0)
    texts = [(wording.date(day.date), wording.percent(day.arrives), wording.percent(day.with_plan)) for day in days]
    return CurveState(
        title=words("result.curve_title"),
        without=tuple(day.arrives for day in days),
        with_plan=tuple(day.with_plan for day in days),
        ticks=tuple((place, wording.short_date(day.date)) for place, day in enumerate(days) if place % TICK_EVERY == 0),
        best=best,
        heard=words("result.curve_heard", date=texts[best][0], arrives=texts[best][2]),
        readouts=tuple(words("result.curve_day", date=date, without=low, with_plan=high) for date, low, high in texts),
        table=words("result.curve_table"),
        columns=(words("result.column_date"), words("result.column_without"), words("result.column_with")),
        rows=tuple(texts),
    )


def trace_of(node: TraceNode | None, speaker: Speaker) -> TraceState | None:
    """Return the trace in words."""
    if node is None:
        return None
    words = speaker.words
    sources = [speaker.wording.source(name) for name in node.sources if name in speaker.language.content.sources]
    shown = speaker.wording.percent(node.value) if 0 <= node.value <= 1 else f"{node.value:.2f}".replace("-", "−")
    how = words("result.trace_from", sources=words("ui.list_separator").join(sources)) if sources else ""
    return TraceState(
        _trace_name(node.id, speaker),
        shown,
        how or words(f"result.trace_{node.operation}"),
        tuple(child for child in (trace_of(inner, speaker) for inner in node.children) if child),
    )


def _trace_name(node: str, speaker: Speaker) -> str:
    """Return a node's name: a gate, a cause with the part of it, or the rule that holds."""
    words, content = speaker.words, speaker.language.content
    if node == "arrives":
        return words("result.arrives")
    if node.startswith("gate."):
        return words(f"{node}.name")
    owner, _, part = node.rpartition(".")
    if node in content.rules:
        rule = content.rules[node]
        facts = words("ui.list_separator").join(speaker.wording.fact_name(fact) for fact in rule.when)
        return words(f"result.trace_rule_{rule.speaks}", facts=facts)
    hidden = owner.partition(".")[0]
    if owner in content.causes:
        name = words(f"cause.{owner}.name")
    else:
        name = words("ui.hidden_name", gate=words(f"gate.{hidden}.name"))
    return words(f"result.trace_part_{part}", name=name)


def borrow_of(draft: Draft, speaker: Speaker) -> Block:
    """Return the calm question whether borrowing today is the right step, with what it costs at most."""
    words, wording = speaker.words, speaker.wording
    amount = draft.answers.known("request.amount")
    lines = [
        Line(words(f"borrow.{name}.title"), remark=words(f"borrow.{name}.text")) for name in ("wait", "other", "help")
    ]
    if isinstance(amount, float):
        figure = speaker.language.content.figures[LENT_AT_MOST]
        yearly = float(figure.value) / 100 if isinstance(figure.value, int | float) else 0.0
        costs = [
            words(
                "borrow.cost_line",
                days=wording.count(days, "days"),
                cost=wording.count(round(simple_interest(amount, yearly, days), 1), "yuan"),
            )
            for days in WAITS
        ]
        told = words("borrow.cost.text", amount=wording.count(amount, "yuan"), costs=words("ui.gap").join(costs))
        lines.insert(0, Line(words("borrow.cost.title"), remark=told))
    return Block(words("borrow.title"), tuple(lines), words("borrow.note"))
