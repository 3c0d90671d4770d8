"""The script for the telephone: every question, every answer that can be noted, no place for a name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from core.explain.language import Language
from core.rights.script import roles_of, script_of
from core.schema.content import Content


@pytest.mark.parametrize("code", ["zh_CN", "en"])
def test_that_the_script_asks_all_and_offers_what_can_be_noted(
    languages: Mapping[str, Language], content: Content, code: str
) -> None:
    script = script_of(languages[code])
    assert [question.id for question in script] == list(content.hotline)
    for question in script:
        entry = content.hotline[question.id]
        expected = list(content.messages) if entry.kind == "message" else [option.id for option in entry.options]
        assert [option for option, _ in question.options] == expected
        assert all(label for _, label in question.options)
        assert bool(question.remark) is (entry.kind == "paper")


def test_that_the_lender_is_asked_before_the_bank(languages: Mapping[str, Language]) -> None:
    asked = [question.ask for question in script_of(languages["en"])]
    assert asked == sorted(asked, key=["lender", "bank"].index)


def test_that_only_positions_can_be_named(languages: Mapping[str, Language]) -> None:
    roles = roles_of(languages["en"])
    assert [role for role, _ in roles] == ["robot", "agent", "senior", "bank_staff", "other"]
    assert len({label for _, label in roles}) == len(roles)
