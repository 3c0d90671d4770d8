"""The parts of the result's picture, from the assessment and its report. All numbers and sentences come from them."""

from __future__ import annotations

from core.explain.causes import CauseText, cause_name, cause_text
from core.explain.plans import SMALL_GAIN, StepText
from core.explain.report import MOVES_ANYTHING, Report, first_causes
from core.explain.report import Line as ReportLine
from core.schema.assessment import Assessment, CauseResult, Step
from gui.pages.result.state import Block, CauseState, Line, PlanState, RiskState, StepState
from gui.signs import AlarmState, GateRow, level_of
from gui.speaker import Speaker

BANDS = ("low", "moderate", "elevated", "high")


def alarm_of(found: Assessment, report: Report, speaker: Speaker) -> AlarmState | None:
    """Return the signs of fraud; None without any."""
    safety = report.safety
    if safety.level == "none":
        return None
    flags = tuple((line.name, line.remark) for line in safety.flags)
    go_on = speaker.words("result.go_on_anyway") if safety.level == "stop" else ""
    return AlarmState(safety.level, safety.title, safety.body, safety.steps, flags, safety.never_charge, go_on)


def risk_of(found: Assessment, report: Report, speaker: Speaker, reasons: tuple[str, ...]) -> RiskState:
    """Return band, number, range and sentences, the reasons last; how sure all this is stands beside the road."""
    words, percent, arrives = speaker.words, speaker.wording.percent, found.arrives
    low, high = 1 - (arrives.high or arrives.estimate), 1 - (arrives.low or arrives.estimate)
    band, risk = words(f"band.{found.band}.name"), percent(1 - arrives.estimate)
    spread = words("result.range", low=percent(low), high=percent(high))
    told = words("ui.band", band=band)
    edges = speaker.language.content.scales.bands
    return RiskState(
        label=words("result.risk_label"),
        band=band,
        risk=risk,
        range=spread,
        calm=found.band in ("low", "moderate"),
        edges=(edges.moderate, edges.elevated, edges.high),
        names=tuple(words(f"band.{name}.name") for name in BANDS),
        estimate=1 - arrives.estimate,
        spread=(low, high),
        heard=words("result.risk_heard", band=band, risk=risk, range=spread),
        sentences=(*(line for line in report.headline[:-1] if not line.startswith(told)), *reasons),
    )


def road_of(found: Assessment, speaker: Speaker) -> tuple[GateRow, ...]:
    """Return the gates with their numbers, and the end of the road."""
    words, percent = speaker.words, speaker.wording.percent
    rows = []
    for gate in found.gates:
        name, level = words(f"gate.{gate.id}.name"), level_of(gate.passes)
        heard = words(
            "checklist.gate_heard", name=name, value=percent(gate.passes), level=words(f"level.{level}"), note=""
        )
        rows.append(GateRow(gate.id, name, _number(gate.passes), level, "", heard))
    end, arrives = words("result.arrives"), found.arrives.estimate
    return (*rows, GateRow("arrives", end, _number(arrives), "end", "", f"{end} {percent(arrives)}"))


def _number(probability: float) -> str:
    """Return a whole number of a hundred; 0 and 100, which nobody can know, never stand there."""
    return str(min(99, max(1, round(100 * probability))))


def causes_of(found: Assessment, report: Report, speaker: Speaker) -> tuple[CauseState, ...]:
    """Return the causes shown first, and after them those the user objected to."""
    first = [_cause(cause, text, speaker) for cause, text in zip(first_causes(found), report.causes, strict=True)]
    words = speaker.words
    objected = [
        CauseState(
            id=cause.id,
            name=words(f"cause.{cause.id}.name"),
            share=0.0,
            value="",
            grade="",
            owner=words("ui.objected"),
            chance="",
            speaks_for=(),
            speaks_against=(),
            unknown=(),
            more="",
            details=(),
            page=words("result.page"),
            object=words("result.object_back"),
            objected=True,
        )
        for cause in found.causes
        if cause.objected
    ]
    return (*first, *objected)


def rest_of(found: Assessment, speaker: Speaker) -> tuple[CauseState, ...]:
    """Return the less likely causes, likeliest first, each in full."""
    first = {cause.id for cause in first_causes(found)}
    rest = [
        cause for cause in found.causes if _worth_telling(cause) and not cause.unexplained and cause.id not in first
    ]
    ordered = sorted(rest, key=lambda cause: -cause.blocker)
    return tuple(_cause(cause, cause_text(cause, found, speaker.language), speaker) for cause in ordered)


def hidden_of(found: Assessment, speaker: Speaker) -> tuple[Line, ...]:
    """Return what nobody outside can see, by gate."""
    hidden = [cause for cause in found.causes if cause.unexplained and _worth_telling(cause)]
    return tuple(
        Line(cause_name(cause, speaker.language), speaker.wording.percent(cause.blocker))
        for cause in sorted(hidden, key=lambda cause: -cause.blocker)
    )


def _worth_telling(cause: CauseResult) -> bool:
    return cause.blocker >= MOVES_ANYTHING and not cause.objected


def _cause(cause: CauseResult, text: CauseText, speaker: Speaker) -> CauseState:
    words = speaker.words
    return CauseState(
        id=cause.id,
        name=text.name,
        share=cause.blocker,
        value=speaker.wording.percent(cause.blocker),
        grade=words(f"grade.{cause.grade}.name"),
        owner=words(
            "result.owner", owner=words(f"owner.{cause.owner}.name"), family=words(f"family.{cause.family}.name")
        ),
        chance=words("ui.gap").join(text.chance),
        speaks_for=text.speaks_for,
        speaks_against=text.speaks_against,
        unknown=text.unknown,
        more=words("result.more"),
        details=tuple(
            part for part in (text.summary, text.tell_tale, text.fix, text.time, text.hedge, text.sources) if part
        ),
        page=words("result.page"),
        object=words("result.object"),
        objected=False,
    )


def plan_of(found: Assessment, report: Report, done: tuple[str, ...], speaker: Speaker) -> PlanState | None:
    """Return the plan; None under a stop sign, which comes before all advice."""
    if report.plan is None or found.plans is None or found.safety.level == "stop":
        return None
    words, plan = speaker.words, found.plans.recommended
    shown = {step.action: step for step in plan.steps if step.gain >= SMALL_GAIN}
    steps = [_step(shown[text.id], text, speaker) for text in report.plan.steps]
    return PlanState(
        title=words("ui.plan_heading"),
        lead=report.plan.lead,
        steps=(*steps, *(_done(action, speaker) for action in done)),
        small_title=words("ui.step_small"),
        small=report.plan.small,
        others_title=words("ui.other_plans_heading"),
        others=report.plan.others,
    )


def _step(step: Step, text: StepText, speaker: Speaker) -> StepState:
    words, wording = speaker.words, speaker.wording
    wait = words("ui.step_wait", days=wording.count(step.takes_days, "days")) if step.takes_days else ""
    return StepState(
        id=step.action,
        name=words(f"action.{step.action}.name"),
        gain=words("result.gain", points=wording.points(step.gain)),
        effort=wording.count(step.minutes, "minutes") + wait,
        details=(text.how, text.where_line, text.proves_not, text.avoid_line),
        more=words("result.how"),
        done=words("result.done"),
        is_done=False,
    )


def _done(action: str, speaker: Speaker) -> StepState:
    words = speaker.words
    name = words(f"action.{action}.name")
    return StepState(action, name, words("result.is_done"), "", (), "", words("result.done"), is_done=True)


def block_of(title: str, lines: tuple[ReportLine, ...]) -> Block:
    """Return lines of the report under a heading."""
    return Block(title, tuple(Line(line.name, line.value, line.remark) for line in lines))
