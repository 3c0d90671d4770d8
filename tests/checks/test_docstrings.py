"""Everything that another file may use says what it gives back."""

from __future__ import annotations

import ast

from tests.checks.code import name, public_definitions, python


def test_that_everything_public_in_the_core_and_the_window_has_a_docstring() -> None:
    silent = [
        f"{name(path)}:{definition.lineno} {definition.name}"
        for path in python("core", "gui")
        for definition in public_definitions(path)
        if not ast.get_docstring(definition)
    ]
    assert silent == []


def test_that_every_module_with_code_says_what_it_is_for() -> None:
    silent = [
        name(path)
        for path in python("core", "gui", "tests")
        if (module := ast.parse(path.read_text(encoding="utf-8"))).body and not ast.get_docstring(module)
    ]
    assert silent == []
