"""The guide to rights as a document: whom to ask in which order, then every rule, then every number."""

from __future__ import annotations

from collections.abc import Iterator

from core.explain.language import Language
from core.letters.document import Block, Document, Section, bullets, paragraph
from core.rights.words import ChannelText, Guide, RightText, TurnText, named


def guide_document(guide: Guide, language: Language) -> Document:
    """Return the guide as a document, ready to be laid out."""
    t = language.words
    sections = (
        Section(t("rights.order_heading"), tuple(_turns(guide, language))),
        Section(t("rights.rights_heading"), tuple(_rights(guide.rights, language))),
        Section(t("rights.over_heading"), tuple(_rights(guide.over, language)), "caution"),
        Section(t("rights.channels_heading"), bullets(_channel(channel, language) for channel in guide.channels)),
    )
    told = tuple(section for section in sections if section.blocks)
    closing = (t("ui.privacy"), t("ui.licence"))
    return Document(guide.language, guide.title, (guide.as_of, *guide.remarks), told, closing)


def _turns(guide: Guide, language: Language) -> Iterator[Block]:
    t = language.words
    for number, turn in enumerate(guide.turns, start=1):
        yield Block("heading", (t("rights.turn_heading", n=number, name=turn.name),))
        yield from bullets(_turn_lines(turn, language))


def _turn_lines(turn: TurnText, language: Language) -> Iterator[str]:
    t = language.words
    if turn.channels:
        places = [named(channel, language) for channel in turn.channels]
        yield t("rights.channels_line", channels=t("ui.semicolon").join(places))
    yield t("rights.ask_line", text=turn.ask)
    if turn.rights:
        yield t("rights.basis_line", basis=t("ui.semicolon").join(right.name for right in turn.rights))
    yield t("rights.not_expect", text=turn.not_expect)
    if turn.letter_name:
        yield t("rights.letter_line", name=turn.letter_name)


def _rights(rights: tuple[RightText, ...], language: Language) -> Iterator[Block]:
    t = language.words
    for right in rights:
        yield Block("heading", (right.name,))
        yield paragraph(right.says)
        lines = [t("rights.not_expect", text=right.limits), t("rights.basis_line", basis=right.basis)]
        # How to use what is over would send people after it.
        use = [t("rights.use_line", text=right.use)] if right.state != "over" else []
        yield from bullets([*use, *lines, t("rights.sure_line", text=t("ui.semicolon").join(right.sureness))])


def _channel(channel: ChannelText, language: Language) -> str:
    colon = language.words("ui.colon")
    return f"{named(channel, language)}{colon}{channel.purpose}"
