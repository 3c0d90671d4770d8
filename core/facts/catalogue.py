"""The list of derived facts, by id. A new one is a row in its subject's module, nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from core.facts import subjects, timing
from core.facts.spec import FactSpec

DERIVED: Mapping[str, FactSpec] = {spec.id: spec for spec in (*subjects.FACTS, *timing.FACTS)}
