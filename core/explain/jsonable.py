"""An assessment as plain data for JSON: every number unrounded, shaped as ``resources/reports/report.schema.json``."""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Mapping
from typing import Any

from core.schema.assessment import MODEL_VERSION, Assessment, CauseResult, Evidence, Plan, Range
from core.schema.conditions import FactValue

FORMAT = 1
"""Of the shape: raised when a key goes or means something else, not when one is added."""


def json_text(assessment: Assessment) -> str:
    """Return the assessment as the text of a JSON file."""
    return json.dumps(jsonable(assessment), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def jsonable(assessment: Assessment) -> dict[str, Any]:
    """Return the assessment as dicts, lists, numbers and strings; "none" stands for an event that never was."""
    plans = assessment.plans
    return {
        "format": FORMAT,
        "as_of": assessment.as_of.isoformat(),
        "planned": assessment.planned.isoformat(),
        "mode": assessment.mode,
        "content_version": assessment.version,
        "model_version": MODEL_VERSION,
        "band": assessment.band,
        "other_bands": list(assessment.other_bands),
        "arrives": _range(assessment.arrives),
        "gates": [{"id": gate.id, "pass": gate.passes} for gate in assessment.gates],
        "causes": [_cause(cause) for cause in assessment.causes],
        "owners": dict(assessment.owners),
        "families": dict(assessment.families),
        "safety": {"level": assessment.safety.level, "flags": list(assessment.safety.flags)},
        "plan": _plan(plans.recommended) if plans else None,
        "other_plans": {
            name: _plan(getattr(plans, name)) for name in ("today", "quick", "soon", "horizon") if plans is not None
        },
        "by_date": [
            {"date": day.date.isoformat(), "arrives": day.arrives, "with_plan": day.with_plan}
            for day in assessment.by_date
        ],
        "open_questions": [{"id": q.id, "influence": q.influence} for q in assessment.open_questions],
        "answers": [{"id": a.id, "arrives_without": a.arrives_without} for a in assessment.answers],
        "objections": list(assessment.objections),
        "attempts": {"counted": assessment.attempts_counted, "made": assessment.attempts_made},
    }


def _range(found: Range) -> dict[str, float | None]:
    return {"estimate": found.estimate, "low": found.low, "high": found.high}


def _cause(cause: CauseResult) -> dict[str, Any]:
    return {
        "id": cause.id,
        "gate": cause.gate,
        "presence": cause.presence,
        "strength": cause.strength,
        "share": cause.share,
        "blocker": cause.blocker,
        "still_present": cause.still_present,
        "stops_next": cause.stops_next,
        "ranks_first": cause.ranks_first,
        "grade": cause.grade,
        "owner": cause.owner,
        "family": cause.family,
        "objected": cause.objected,
        "unexplained": cause.unexplained,
        "evidence": [_evidence(evidence) for evidence in cause.evidence],
        "open_questions": list(cause.open_questions),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "rule": evidence.rule,
        "fact": evidence.fact,
        "value": _value(evidence.value),
        "facts": _values(evidence.facts),
        "decibans": evidence.decibans,
        "counted": evidence.counted,
        "sources": list(evidence.sources),
    }


def _values(facts: Mapping[str, FactValue | None]) -> dict[str, Any]:
    return {name: _value(value) for name, value in facts.items()}


def _value(value: FactValue | None) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return "none" if isinstance(value, float) and math.isinf(value) else value


def _plan(plan: Plan) -> dict[str, Any]:
    date: dt.date = plan.date
    return {
        "date": date.isoformat(),
        "arrives": _range(plan.arrives),
        "without": plan.without,
        "minutes": plan.minutes,
        "steps": [
            {"action": s.action, "gain": s.gain, "minutes": s.minutes, "takes_days": s.takes_days} for s in plan.steps
        ],
    }
