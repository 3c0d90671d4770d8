"""The checks across files: each takes the context of a content folder and yields problems."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from core.errors import Problem
from core.loading.rules.conditions import check_conditions
from core.loading.rules.context import Check, Context
from core.loading.rules.dates import check_days, check_figures, check_in_force, check_timing
from core.loading.rules.evidence import check_causes_have_evidence, check_rules_differ, check_weights
from core.loading.rules.library import check_library
from core.loading.rules.links import (
    check_actions,
    check_causes,
    check_derived_facts,
    check_lenders,
    check_messages,
    check_rules,
    check_scales,
    check_sources,
)
from core.loading.rules.offers import check_offers
from core.loading.rules.questions import check_answers, check_reachable, check_sections, check_used
from core.loading.rules.quiz import check_quiz
from core.loading.rules.rights import check_asking, check_hotline, check_rights

CHECKS: tuple[Check, ...] = (
    check_scales,
    check_causes,
    check_rules,
    check_actions,
    check_messages,
    check_lenders,
    check_sources,
    check_derived_facts,
    check_conditions,
    check_weights,
    check_causes_have_evidence,
    check_rules_differ,
    check_sections,
    check_answers,
    check_reachable,
    check_used,
    check_days,
    check_timing,
    check_figures,
    check_rights,
    check_asking,
    check_hotline,
    check_library,
    check_offers,
    check_quiz,
)


def check_model(context: Context, today: dt.date | None) -> Iterator[Problem]:
    """Run every check of the model; ``today`` None leaves out what depends on the day."""
    for check in CHECKS:
        yield from check(context)
    if today is not None:
        yield from check_in_force(context, today)
