"""The model card: every number of the content with its source, the assumptions, and what matters most. Markdown."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from core.assess import Assessor, Extent
from core.estimate.model import Model, RoadCause
from core.estimate.samples import ORDINARY_DAY
from core.explain.language import Language
from core.inference.evidence import logistic, logit
from core.inference.road import Coming, travel
from core.schema.answers import Answers
from core.schema.content import Content, Sourced

MOST_SENSITIVE = 10
NETWORK_FIGURES = (
    *("rounds", "timeout_s", "spacing_s", "fewest_rounds", "shaky_failed_share", "shaky_p95_ms", "shaky_jitter_ms"),
    "often_failed_share",
)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """One number of the model and how far the default estimate moves with it, in probability."""

    kind: str
    cause: str
    value: float
    change: float


def model_card(language: Language) -> str:
    """Return the model card of a content in one language."""
    parts: tuple[Callable[[Language], Iterator[str]], ...] = (
        _opening,
        _assumptions,
        _unseen,
        _sensitivities,
        _scales,
        _causes,
        _rules,
        _actions,
        _network,
        _sources,
    )
    return "\n".join(line for part in parts for line in part(language))


def sensitivities(content: Content) -> list[Sensitivity]:
    """Return base rates and strengths by how far the default estimate moves when each goes up by one deviation."""
    model, spread = Model.of(content), content.scales.spread
    base = [cause.base for cause in model.causes]
    usual = _arrives(model.strengths, base)
    found = []
    for place, cause in enumerate(model.causes):
        raised = logistic(logit(cause.base) + spread.base_rate_logit)
        changed = _arrives(model.strengths, [*base[:place], raised, *base[place + 1 :]]) - usual
        found.append(Sensitivity("base", cause.id, cause.base, changed))
        if not cause.unexplained:
            stronger = logistic(logit(cause.strength) + spread.strength_logit)
            moved = [*model.strengths[:place], stronger, *model.strengths[place + 1 :]]
            found.append(Sensitivity("strength", cause.id, cause.strength, _arrives(moved, base) - usual))
    return sorted(found, key=lambda entry: -abs(entry.change))


def _arrives(strengths: Sequence[float], presence: Sequence[float]) -> float:
    return float(travel(strengths, [], Coming(presence, [1.0] * len(presence))).arrives)


def _opening(language: Language) -> Iterator[str]:
    t, percent = language.words, language.wording.percent
    extent = Extent(plan=False, ranges=True, influence=False, trace=False)
    arrives = Assessor(language.content).assess(Answers(ORDINARY_DAY), extent).arrives
    yield f"# {t('card.title')} · {t('ui.product')} {language.content.version}\n"
    yield t("card.intro") + "\n"
    low, high = percent(arrives.low or 0.0), percent(arrives.high or 0.0)
    yield t("card.assumption_default", estimate=percent(arrives.estimate), low=low, high=high) + "\n"


def _assumptions(language: Language) -> Iterator[str]:
    t = language.words
    draws = language.wording.count(language.content.scales.ranges.draws, "times")
    yield f"## {t('card.assumptions_heading')}\n"
    for name in ("order", "independent", "messages", "elicited", "scales", "plan"):
        yield f"- {t(f'card.assumption_{name}', draws=draws)}"
    yield ""


def _unseen(language: Language) -> Iterator[str]:
    t = language.words
    yield f"## {t('card.unseen_heading')}\n"
    yield from (f"- {t(f'ui.{name}')}" for name in ("unseen_model", "unseen_funds", "unseen_record"))
    yield ""


def _sensitivities(language: Language) -> Iterator[str]:
    t = language.words
    yield f"## {t('card.sensitivity_heading')}\n"
    yield t("card.sensitivity_intro") + "\n"
    yield "| | | |\n|---|---|---|"
    for entry in sensitivities(language.content)[:MOST_SENSITIVE]:
        name = t(f"card.kind_{entry.kind}", name=_name(entry.cause, language))
        yield f"| {name} | {entry.value:g} | {100 * entry.change:+.2f} pp |"
    yield ""


def _scales(language: Language) -> Iterator[str]:
    t, scales = language.words, language.content.scales
    yield f"## {t('card.scales_heading')}\n"
    for name in ("base_rate", "strength", "weight", "effect", "half_life_days", "likelihood"):
        words = ", ".join(f"`{word}` {_plain(number)}" for word, number in getattr(scales, name).items())
        yield f"- {t(f'word.{name}')}: {words}"
    yield ""


def _plain(number: float) -> str:
    return "∞" if math.isinf(number) else f"{number:g}"


def _causes(language: Language) -> Iterator[str]:
    t, content = language.words, language.content
    yield f"## {t('card.causes_heading')}\n"
    for cause in Model.of(content).causes:
        why = _why(_entry(cause, content), language)
        yield f"- **{_name(cause.id, language)}** — {_numbers(cause, content)}. {why}"
    yield ""


def _numbers(cause: RoadCause, content: Content) -> str:
    if cause.unexplained:
        return f"`{content.gates[cause.gate].unexplained}` {cause.base:g}"
    entry = content.causes[cause.id]
    return (
        f"`{entry.base_rate}` {cause.base:g}, `{entry.strength}` {cause.strength:g}, `{entry.persistence}`, "
        f"`{entry.grade}`"
    )


def _entry(cause: RoadCause, content: Content) -> Sourced:
    return content.gates[cause.gate] if cause.unexplained else content.causes[cause.id]


def _rules(language: Language) -> Iterator[str]:
    t, content = language.words, language.content
    yield f"## {t('card.rules_heading')}\n"
    for name, rule in content.rules.items():
        sign = "+" if rule.speaks == "for" else "−"
        weight = f"`{rule.weight}` {content.scales.weight[rule.weight]:g}"
        yield f"- {_name(rule.cause, language)} {sign} `{name}` {weight}. {_why(rule, language)}"
    yield ""


def _actions(language: Language) -> Iterator[str]:
    t, content = language.words, language.content
    yield f"## {t('card.actions_heading')}\n"
    for name, action in content.actions.items():
        effects = ", ".join(
            f"{_name(cause, language)} `{word}` {content.scales.effect[word]:g}"
            for cause, word in action.removes.items()
        )
        yield f"- **{t(f'action.{name}.name')}** — {effects}. {_why(action, language)}"
    yield ""


def _network(language: Language) -> Iterator[str]:
    t, network, date = language.words, language.content.network, language.wording.date
    checked, again = date(network.last_checked), date(network.review_by)
    grade = t(f"grade.{network.grade}.name")
    yield f"## {t('card.network_heading')}\n"
    yield f"{t('card.network_intro', grade=grade, checked=checked, again=again)} {_why(network, language)}\n"
    for name in NETWORK_FIGURES:
        yield f"- {t(f'card.network.{name}')}: `{name}` {getattr(network, name):g}"
    ports = ", ".join(map(str, network.plain_ports))
    yield f"- {t('card.network.plain_ports')}: `plain_ports` {ports}"
    yield f"- {t('card.network.impossible_name')}: `{network.impossible_name}`"
    for host in network.host:
        yield f"- **{t(f'network.host.{host.id}.name')}** — `{host.target}`. {_why(host, language)}"
    yield ""


def _sources(language: Language) -> Iterator[str]:
    t = language.words
    yield f"## {t('card.sources_heading')}\n"
    for name, source in language.content.sources.items():
        details = ", ".join(part for part in (language.wording.publisher(name), source.date, source.address) if part)
        kind, sure = t(f"source_kind.{source.kind}.name"), t(f"confidence.{source.confidence}.name")
        yield f"- {language.wording.source(name)} ({details}; {kind}; {sure})"


def _why(entry: Sourced, language: Language) -> str:
    titles = language.words("ui.list_separator").join(language.wording.source(name) for name in entry.sources)
    return f"{entry.because} [{titles}]" if entry.because else f"[{titles}]"


def _name(cause: str, language: Language) -> str:
    if cause in language.content.causes:
        return language.words(f"cause.{cause}.name")
    gate = language.words(f"gate.{cause.partition('.')[0]}.name")
    return language.words("ui.hidden_name", gate=gate)
