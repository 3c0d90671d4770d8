"""The only place where templates run: a sandbox in which they see values and nothing of the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from core.errors import AppError
from core.explain.template_reason import reason_in

_KEPT_FILTERS = ("join", "length", "first", "last", "trim", "indent")
_KEPT_TESTS = ("defined", "none", "in", "eq", "ne", "gt", "ge", "lt", "le", "true", "false")


class TemplateFailedError(AppError):
    """A template has a mistake, names something that does not exist, or reaches for what it must not."""

    code = "template_failed"

    def __init__(self, template: str, line: int, message: str) -> None:
        self.line, self.reason = line, reason_in(message)
        super().__init__(template=template, line=line, reason=self.reason)


class FactView:
    """A fact inside a template: prints in words, compares by value, and says whether it is known."""

    __slots__ = ("_text", "_value")

    def __init__(self, value: Any, text: str) -> None:
        """Take the raw value (None: unknown) and its words."""
        self._value, self._text = value, text

    def __str__(self) -> str:
        return self._text

    def __bool__(self) -> bool:
        if self._value is None:
            raise TypeError("an unknown fact is neither true nor false; ask `is known` first")
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return bool(self._value == other)

    def __hash__(self) -> int:
        return hash(self._value)

    def __ge__(self, other: float) -> bool:
        return bool(self._value >= other)

    def __gt__(self, other: float) -> bool:
        return bool(self._value > other)

    def __le__(self, other: float) -> bool:
        return bool(self._value <= other)

    def __lt__(self, other: float) -> bool:
        return bool(self._value < other)

    def __contains__(self, other: object) -> bool:
        return other in self._value


def is_known(view: FactView) -> bool:
    """Return whether a fact has a value; the test ``known`` of templates."""
    return view != None  # noqa: E711 - compares the fact's value, not the view


def environment(filters: Mapping[str, Callable[..., Any]] | None = None) -> ImmutableSandboxedEnvironment:
    """Return a sandbox without globals, with few filters, where an undefined name is an error."""
    made = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.clear()
    made.filters = {**{name: made.filters[name] for name in _KEPT_FILTERS}, **(filters or {})}
    made.tests = {**{name: made.tests[name] for name in _KEPT_TESTS}, "known": is_known}
    return made


@lru_cache(maxsize=512)
def _compiled(sandbox: ImmutableSandboxedEnvironment, source: str) -> Template:
    """Return a compiled template, once: the content check renders every page dozens of times."""
    return sandbox.from_string(source)


def render(sandbox: ImmutableSandboxedEnvironment, source: str, name: str, /, **values: object) -> str:
    """Return a template filled in.

    Raises:
        TemplateFailedError: Syntax, an undefined name, a forbidden attribute, or a comparison that cannot be made.
    """
    try:
        return _compiled(sandbox, source).render(**values)
    except TemplateError as error:
        line = getattr(error, "lineno", None) or _line_of(error)
        raise TemplateFailedError(name, line, error.message or type(error).__name__) from error
    except (TypeError, ValueError, ArithmeticError, AttributeError, RecursionError, MemoryError) as error:
        raise TemplateFailedError(name, _line_of(error), str(error)) from error


def _line_of(error: Exception) -> int:
    """Return the line of the template at which it failed, 0 where that is not known."""
    line, step = 0, error.__traceback__
    while step is not None:
        # Jinja2 puts a frame for the template's own lines in place of that of the code it made of them.
        line = step.tb_lineno if step.tb_frame.f_code.co_filename == "<template>" else line
        step = step.tb_next
    return line
