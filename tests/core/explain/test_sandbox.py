"""Templates see values and nothing of the program."""

from __future__ import annotations

import pytest

from core.explain.pages import SECTIONS, split
from core.explain.sandbox import FactView, TemplateFailedError, environment, is_known, render
from core.explain.template_check import placeholders_used

ESCAPES = (
    "{{ x.__class__ }}",
    "{{ x.__class__.__mro__[1].__subclasses__() }}",
    "{{ x['__class__'] }}",
    "{{ x|attr('__class__') }}",
    "{{ ''.__class__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ range(3) }}",
    "{{ lipsum() }}",
    "{{ namespace() }}",
    "{% import 'os' as os %}{{ os }}",
    "{% include 'secret' %}",
    "{{ '%s'|format(x) }}",
    "{{ '{0.__class__}'.format(x) }}",
    "{{ x._value.__class__ }}",
)


@pytest.mark.parametrize("source", ESCAPES)
def test_a_template_that_reaches_for_python_fails_with_one_error(source: str) -> None:
    with pytest.raises(TemplateFailedError):
        render(environment(), source, "page", x=FactView(3, "three"))


def test_an_undefined_name_is_an_error() -> None:
    with pytest.raises(TemplateFailedError):
        render(environment(), "{{ nothing_here }}", "page")


def test_a_syntax_error_tells_its_line() -> None:
    with pytest.raises(TemplateFailedError) as caught:
        render(environment(), "one\n{% if %}\n", "page")
    assert caught.value.facts["line"] == 2


def test_values_are_escaped() -> None:
    assert render(environment(), "{{ x }}", "page", x="<script>") == "&lt;script&gt;"


def test_a_fact_prints_in_words_and_compares_by_value() -> None:
    view = FactView(3.0, "three days")
    source = "{{ f }}{% if f >= 3 and f > 2 and f <= 3 and f < 4 and f == 3 %} yes{% endif %}"
    assert render(environment(), source, "page", f=view) == "three days yes"


def test_an_unknown_fact_is_not_known_and_a_false_one_is() -> None:
    assert not is_known(FactView(None, ""))
    assert is_known(FactView(False, "no"))
    assert is_known(FactView((), "none of these"))


def test_comparing_an_unknown_fact_is_an_error() -> None:
    with pytest.raises(TemplateFailedError):
        render(environment(), "{% if f >= 3 %}x{% endif %}", "page", f=FactView(None, ""))


def test_membership_asks_the_set_of_words() -> None:
    assert render(environment(), "{{ 'a' in f }}", "page", f=FactView(("a", "b"), "a, b")) == "True"


def test_pages_split_at_their_markers_only() -> None:
    page = split("# why\n\nbecause # sure\n\n# see\nlook\n", SECTIONS)
    assert page == {"why": "because # sure", "see": "look"}
    assert len(SECTIONS) == 7


def test_placeholders_of_a_broken_template_are_empty() -> None:
    assert placeholders_used("{% if %}") == set()


def test_a_flag_is_true_or_false_only_when_known() -> None:
    source = "{% if f %}yes{% else %}no{% endif %}"
    assert render(environment(), source, "page", f=FactView(True, "")) == "yes"
    assert render(environment(), source, "page", f=FactView(False, "")) == "no"
    with pytest.raises(TemplateFailedError):
        render(environment(), source, "page", f=FactView(None, ""))
