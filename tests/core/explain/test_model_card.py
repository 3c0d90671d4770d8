"""The model card leaves out no cause, rule, action or source, and its numbers are those of the scales."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import pytest

from core.estimate.model import Model
from core.explain.language import Language
from core.explain.model_card import MOST_SENSITIVE, model_card, sensitivities
from core.schema.content import Content

CODES = ("zh_CN", "en")


@pytest.fixture(scope="module")
def cards(languages: Mapping[str, Language]) -> dict[str, str]:
    return {code: model_card(languages[code]) for code in CODES}


def section(card: str, heading: str) -> list[str]:
    """Return the lines below a heading."""
    return card.split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()


@pytest.mark.parametrize("code", CODES)
def test_every_cause_stands_in_it_with_the_numbers_of_its_words(
    cards: Mapping[str, str], languages: Mapping[str, Language], content: Content, code: str
) -> None:
    words, scales = languages[code].words, content.scales
    lines = {
        match[1]: line
        for line in section(cards[code], words("card.causes_heading"))
        if (match := re.match(r"- \*\*(.+?)\*\* — ", line))
    }
    assert len(lines) == len(content.causes) + len(content.gates)
    for name, cause in content.causes.items():
        line = lines[words(f"cause.{name}.name")]
        assert f"`{cause.base_rate}` {scales.base_rate[cause.base_rate]:g}," in line
        assert f"`{cause.strength}` {scales.strength[cause.strength]:g}," in line
        assert all(languages[code].wording.source(source) in line for source in cause.sources)
    for name, gate in content.gates.items():
        line = lines[words("ui.hidden_name", gate=words(f"gate.{name}.name"))]
        assert f"`{gate.unexplained}` {scales.base_rate[gate.unexplained]:g}." in line


@pytest.mark.parametrize("code", CODES)
def test_every_rule_stands_in_it_with_side_and_weight(
    cards: Mapping[str, str], languages: Mapping[str, Language], content: Content, code: str
) -> None:
    words = languages[code].words
    lines = [line for line in section(cards[code], words("card.rules_heading")) if line.startswith("- ")]
    for (name, rule), line in zip(content.rules.items(), lines, strict=True):
        sign = {"for": "+", "against": "−"}[rule.speaks]
        weight = f"{content.scales.weight[rule.weight]:g}"
        assert line.startswith(f"- {words(f'cause.{rule.cause}.name')} {sign} `{name}` `{rule.weight}` {weight}. ")


@pytest.mark.parametrize("code", CODES)
def test_every_action_stands_in_it_with_its_effects(
    cards: Mapping[str, str], languages: Mapping[str, Language], content: Content, code: str
) -> None:
    words = languages[code].words
    lines = [line for line in section(cards[code], words("card.actions_heading")) if line.startswith("- ")]
    for (name, action), line in zip(content.actions.items(), lines, strict=True):
        assert line.startswith(f"- **{words(f'action.{name}.name')}** — ")
        for cause, word in action.removes.items():
            assert f"{words(f'cause.{cause}.name')} `{word}` {content.scales.effect[word]:g}" in line


@pytest.mark.parametrize("code", CODES)
def test_every_figure_of_the_network_check_stands_in_it_with_its_sources_and_dates(
    cards: Mapping[str, str], languages: Mapping[str, Language], content: Content, code: str
) -> None:
    words, wording, network = languages[code].words, languages[code].wording, content.network
    shown = "\n".join(section(cards[code], words("card.network_heading")))
    for name, value in network.model_dump().items():
        if isinstance(value, int | float):
            assert f": `{name}` {value:g}\n" in shown
    assert all(f"{port}" in shown for port in network.plain_ports)
    assert network.impossible_name in shown
    assert all(wording.date(day) in shown for day in (network.last_checked, network.review_by))
    for entry in (network, *network.host):
        assert entry.because in shown
        assert all(wording.source(source) in shown for source in entry.sources)
    assert all(f"`{host.target}`" in shown for host in network.host)


@pytest.mark.parametrize("code", CODES)
def test_every_source_stands_in_it(
    cards: Mapping[str, str], languages: Mapping[str, Language], content: Content, code: str
) -> None:
    lines = [
        line for line in section(cards[code], languages[code].words("card.sources_heading")) if line.startswith("- ")
    ]
    for name, line in zip(content.sources, lines, strict=True):
        assert languages[code].wording.source(name) in line


@pytest.mark.parametrize("code", CODES)
def test_the_words_of_every_scale_stand_beside_their_numbers(
    cards: Mapping[str, str], languages: Mapping[str, Language], content: Content, code: str
) -> None:
    shown = "\n".join(section(cards[code], languages[code].words("card.scales_heading")))
    for scale in ("base_rate", "strength", "weight", "effect", "half_life_days", "likelihood"):
        for word, number in getattr(content.scales, scale).items():
            assert f"`{word}` {'∞' if math.isinf(number) else f'{number:g}'}" in shown


def test_each_sensitivity_is_the_change_of_the_product(content: Content) -> None:
    model, spread = Model.of(content), content.scales.spread
    base = {cause.id: cause.base for cause in model.causes}
    strength = dict(zip(base, model.strengths, strict=True))
    usual = math.prod(1 - strength[name] * base[name] for name in base)
    found = sensitivities(content)
    assert len(found) == 2 * len(content.causes) + len(content.gates)
    for entry in found:
        kind = {"base": spread.base_rate_logit, "strength": spread.strength_logit}[entry.kind]
        raised = 1 / (1 + (1 - entry.value) / entry.value * math.exp(-kind))
        other = strength[entry.cause] if entry.kind == "base" else base[entry.cause]
        changed = usual * (1 - raised * other) / (1 - entry.value * other)
        assert entry.change == pytest.approx(changed - usual, abs=1e-12), entry
        assert entry.change < 0


def test_the_most_sensitive_come_first(content: Content) -> None:
    changes = [abs(entry.change) for entry in sensitivities(content)]
    assert changes == sorted(changes, reverse=True)


@pytest.mark.parametrize("code", CODES)
def test_ten_sensitivities_are_shown_the_largest_first(
    cards: Mapping[str, str], languages: Mapping[str, Language], content: Content, code: str
) -> None:
    lines = section(cards[code], languages[code].words("card.sensitivity_heading"))
    shown = [float(match[1]) for line in lines if (match := re.search(r"([+−-][\d.]+) pp \|$", line.replace("−", "-")))]
    assert len(shown) == MOST_SENSITIVE == 10
    assert [abs(change) for change in shown] == sorted((abs(change) for change in shown), reverse=True)
    assert shown == [round(100 * entry.change, 2) for entry in sensitivities(content)[:MOST_SENSITIVE]]


def test_both_cards_have_the_same_lines_and_numbers(cards: Mapping[str, str]) -> None:
    chinese, english = (card.splitlines() for card in cards.values())
    assert len(chinese) == len(english)
    for one, other in zip(chinese, english, strict=True):
        assert re.findall(r"`\w+` [\d.e+-]+", one) == re.findall(r"`\w+` [\d.e+-]+", other)


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_left_unfilled(cards: Mapping[str, str], code: str) -> None:
    assert not re.search(r"\{|\}|\bNone\b|\binf\b|\bnan\b", cards[code])
