"""Every case as JSON has the shape that the published schema tells, key by key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from core.assess import ROAD_ONLY, Assessor
from core.explain.jsonable import json_text
from core.schema.answers import Answers
from core.schema.assessment import Assessment
from tests.core.borrowers import AS_OF
from tests.core.explain.report_shape import ReportShape, schema

FILE = Path(__file__).parents[3] / "resources" / "reports" / "report.schema.json"
ANEW = "run: python -m tests.core.explain.test_report_schema"
Told = Mapping[str, Assessment]


def published() -> str:
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def test_the_published_schema_tells_the_shape() -> None:
    assert FILE.read_text("utf-8") == published(), ANEW


def test_every_case_has_the_shape(told: Told) -> None:
    for assessment in told.values():
        ReportShape.model_validate_json(json_text(assessment))


def test_an_assessment_of_the_road_alone_has_the_shape(assessor: Assessor) -> None:
    ReportShape.model_validate_json(json_text(assessor.assess(Answers(AS_OF), ROAD_ONLY)))


def test_a_report_is_read_back_as_it_was_written(told: Told) -> None:
    for name, assessment in told.items():
        text = json_text(assessment)
        read = ReportShape.model_validate_json(text)
        assert json.loads(read.model_dump_json(by_alias=True)) == json.loads(text), name


@pytest.mark.parametrize("key", list(ReportShape.model_fields))
def test_a_report_that_lacks_a_key_has_not_the_shape(told: Told, key: str) -> None:
    data: dict[str, Any] = json.loads(json_text(next(iter(told.values()))))
    del data[key]
    with pytest.raises(ValidationError):
        ReportShape.model_validate_json(json.dumps(data))


if __name__ == "__main__":
    FILE.write_text(published(), "utf-8")
