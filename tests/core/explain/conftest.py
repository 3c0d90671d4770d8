"""What the tests of the words share: the layouts, and every case assessed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.assess import Assessor, Extent
from core.explain.layout import Layouts
from core.loading.answers_file import read_answers
from core.schema.assessment import Assessment
from core.schema.content import Content

ROOT = Path(__file__).parents[3]
TOLD = Extent(plan=True, ranges=True, influence=True, trace=False)


@pytest.fixture(scope="session")
def layouts() -> Layouts:
    templates = [*(ROOT / "resources" / "reports").glob("*.j2"), ROOT / "resources" / "reports" / "report.css"]
    return Layouts({path.name: path.read_text("utf-8") for path in templates})


@pytest.fixture(scope="session")
def told(content: Content, assessor: Assessor) -> dict[str, Assessment]:
    """Return the whole assessment of every case under ``tests/cases``, by the name of the case."""
    files = sorted((ROOT / "tests" / "cases").glob("*.toml"))
    return {path.stem: assessor.assess(read_answers(path, content), TOLD) for path in files}
