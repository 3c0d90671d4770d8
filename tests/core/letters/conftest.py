"""What the tests of letters share: the layouts, and every case with its answers and its road."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from core.assess import Assessor, Extent
from core.letters.layout import DocumentLayouts
from core.letters.letter import Case
from core.loading.answers_file import read_answers
from core.rights.order import Situation
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from core.schema.content import Content

ROOT = Path(__file__).parents[3]
TOLD = Extent(plan=False, ranges=False, influence=False, trace=True)


@dataclass(frozen=True)
class Borrower:
    """One case under ``tests/cases``."""

    answers: Answers
    assessment: Assessment

    @property
    def case(self) -> Case:
        """Return whose letter it would be."""
        return Case(self.answers, self.assessment.facts, Situation.of(self.assessment))


@pytest.fixture(scope="session")
def layouts() -> DocumentLayouts:
    templates = [*(ROOT / "resources" / "reports").glob("*.j2"), ROOT / "resources" / "reports" / "report.css"]
    return DocumentLayouts({path.name: path.read_text("utf-8") for path in templates})


@pytest.fixture(scope="session")
def borrowers(content: Content, assessor: Assessor) -> dict[str, Borrower]:
    """Return every case by its name."""
    found = {}
    for path in sorted((ROOT / "tests" / "cases").glob("*.toml")):
        answers = read_answers(path, content)
        found[path.stem] = Borrower(answers, assessor.assess(answers, TOLD))
    return found
