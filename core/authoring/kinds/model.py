"""Questions, actions, messages and signs of fraud as sheets."""

from __future__ import annotations

from collections.abc import Iterator

from core.authoring.logic import conditions_in_words, facts_from, foundation, rule_line, rules_about, share_in_words
from core.authoring.sheet import Part, Sheet, Stand, bullets, shown
from core.authoring.words import marked
from core.schema.content import Question


def question_sheet(name: str, stand: Stand) -> Sheet:
    """Return a question as the checklist asks it, with the rules that listen to its answer."""
    entry, own, words = stand.sketch.content.questions[name], stand.own, stand.language.words
    chips = (words(f"section.{entry.section}.name"), own(f"authoring.question_kind.{entry.kind}"))
    rules = [rule_line(*rule, stand, cause=True) for rule in rules_about(facts_from(name), stand.sketch.content)]
    parts = (
        Part("", words(f"section.{entry.section}.intro")),
        Part(own("authoring.part.answers"), bullets(list(_answers(name, entry, stand))), "answers"),
        Part(own("checklist.why_label"), words(f"question.{name}.why")),
        Part(own("checklist.how_label"), words(f"question.{name}.how")),
        Part(own("authoring.part.asked"), bullets(list(_asked(entry, stand))), "note"),
        Part(own("authoring.part.rules"), bullets(rules) or own("authoring.no_rules"), "note"),
    )
    return Sheet(words(f"question.{name}.prompt"), chips, shown(parts))


def action_sheet(name: str, stand: Stand) -> Sheet:
    """Return something to do as a plan tells it, with what it removes."""
    entry, own, words = stand.sketch.content.actions[name], stand.own, stand.language.words
    wording = stand.language.wording
    effort = [own("authoring.action.minutes", time=wording.count(entry.minutes, "minutes"))]
    effort += [own("authoring.action.wait", days=wording.count(entry.takes_days, "days"))] if entry.takes_days else []
    effort += [own("authoring.action.cost", sum=wording.count(entry.cost_yuan, "yuan"))] if entry.cost_yuan else []
    removes = [
        own("authoring.action.removes", what=words(f"cause.{cause}.name"), effect=share_in_words("effect", word, stand))
        for cause, word in entry.removes.items()
    ]
    reveals = [words(f"question.{question}.prompt") for question in entry.reveals]
    parts = (
        Part("", words(f"action.{name}.how")),
        Part(own("authoring.part.where"), words(f"action.{name}.where")),
        Part(own("authoring.part.proves_not"), words(f"action.{name}.proves_not")),
        Part(own("authoring.part.avoid"), words(f"action.{name}.avoid")),
        Part(own("authoring.part.effort"), bullets(effort), "note"),
        Part(own("authoring.part.removes"), bullets(removes), "note"),
        Part(own("authoring.part.reveals"), bullets(reveals), "note"),
        Part(own("authoring.part.asked"), conditions_in_words(entry.when, stand), "note"),
        Part(own("authoring.part.sources"), foundation(entry, stand), "note"),
    )
    chips = (words(f"action_kind.{entry.kind}.name"), words(f"owner.{entry.owner}.name"))
    return Sheet(words(f"action.{name}.name"), chips, shown(parts))


def message_sheet(name: str, stand: Stand) -> Sheet:
    """Return a class of failure message as it is told after decoding, with what it points to."""
    entry, own, words = stand.sketch.content.messages[name], stand.own, stand.language.words
    pointing = [
        Part(
            own(f"authoring.part.{how}"),
            bullets([f"{words(f'cause.{cause}.name')} `{cause}`" for cause in getattr(entry, how)]),
            "note",
        )
        for how in ("points_to", "may_point_to")
    ]
    parts = (
        Part("", words(f"message.{name}.says")),
        Part(own("authoring.part.advice"), words(f"message.{name}.advice"), "accent"),
        *pointing,
        Part(own("authoring.part.sources"), foundation(entry, stand), "note"),
    )
    return Sheet(words(f"message.{name}.name"), tuple(words(f"gate.{gate}.name") for gate in entry.gates), shown(parts))


def flag_sheet(name: str, stand: Stand) -> Sheet:
    """Return a sign of fraud with what raises it."""
    entry, own, words = stand.sketch.content.flags[name], stand.own, stand.language.words
    parts = (
        Part("", words(f"flag.{name}.why")),
        Part(own("authoring.part.raised"), conditions_in_words(entry.when, stand), "note"),
        Part(own("authoring.part.sources"), foundation(entry, stand), "note"),
    )
    return Sheet(words(f"flag.{name}.name"), (own(f"authoring.flag_level.{entry.level}"),), shown(parts))


def _answers(name: str, entry: Question, stand: Stand) -> Iterator[str]:
    """Yield what can be answered: options with their share of borrowers, or what may be typed."""
    own, words, wording = stand.own, stand.language.words, stand.language.wording
    for option in entry.options:
        label = words(f"question.{name}.option.{option.id}")
        share = own("authoring.share", share=wording.count(100 * option.share, "percent")) if option.share else ""
        yield f"{label} `{option.id}`{share}"
    if entry.kind == "several":
        yield words("ui.none_of_these")
    if not entry.options:
        low, high = (_edge(edge, entry, stand) for edge in (entry.minimum, entry.maximum))
        yield own("authoring.typed", low=low, high=high) if low else own(f"authoring.question_kind.{entry.kind}")
    if entry.allows_none:
        yield words("question_words.none")
    yield words("question_words.not_sure")


def _edge(edge: float | None, entry: Question, stand: Stand) -> str:
    if edge is None:
        return ""
    return stand.language.wording.count(edge, entry.unit) if entry.unit else f"{edge:g}"


def _asked(entry: Question, stand: Stand) -> Iterator[str]:
    own = stand.own
    for mode in entry.modes:
        yield own(f"authoring.mode.{mode}")
    if entry.ask_when:
        yield own("authoring.asked_when", when=conditions_in_words(entry.ask_when, stand))
    if entry.triage:
        yield own("authoring.asked_at_once")
    if entry.section not in stand.sketch.content.sections:
        yield marked(entry.section)
