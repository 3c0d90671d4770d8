"""The picture of an offer as it is typed: its entries, what is wrong with them, the examples. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from core.errors import AppError
from core.money.offer import METHODS, Days, Per
from gui.pages.cost.kept import Kept, Page
from gui.pages.cost.reading import FEES, MONTHLY, Typing, wrong_with
from gui.pages.cost.state import ChoiceState, EntryState, OfferState
from gui.speaker import Speaker

PLACES: Mapping[str, tuple[str, ...]] = {
    "main": ("amount", "term", "rate", "method", "monthly_fee"),
    "fees": FEES,
    "more": ("early_after", "early_share", "fees_go_on", "late_days", "late_rate", "days_of_year"),
}
"""Part of the page -> its entries, in order."""
CHOSEN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "term": ("unit", ("months", "days")),
    "rate": ("per", get_args(Per)),
    "method": ("method", METHODS),
    "fees_go_on": ("fees_go_on", ("end", "go_on")),
    "days_of_year": ("days_of_year", tuple(str(days) for days in get_args(Days))),
}
"""Entry with a list -> what is chosen by it, and from what."""
ONLY_CHOSEN = ("method", "fees_go_on", "days_of_year")


def name_of(offer: str, page: Page, speaker: Speaker) -> str:
    """Return what an offer is called."""
    return speaker.words(f"costpage.offer.{offer if page.both else 'alone'}")


def offer_state(offer: str, kept: Kept, page: Page, speaker: Speaker) -> OfferState:
    """Return an offer as it is typed."""
    words, title = speaker.words, name_of(offer, page, speaker)
    errors = {wrong.entry: said(wrong.error, speaker) for wrong in wrong_with(kept.now) if wrong.error}
    examples = [(example, words(f"offer.{example}.name")) for example in speaker.language.content.offers]
    return OfferState(
        title=title,
        examples_label=words("costpage.examples"),
        examples=tuple(
            (example, name, words("costpage.example_heard", offer=title, example=name)) for example, name in examples
        ),
        bring_back=words("costpage.bring_back"),
        bring_back_heard=words("costpage.bring_back_heard", offer=title),
        can_bring_back=kept.before is not None,
        entries={
            place: tuple(_entry(name, kept.now, errors.get(name, ""), title, speaker) for name in names)
            for place, names in PLACES.items()
        },
        fees=words("costpage.fees"),
        more=words("costpage.more"),
    )


def said(error: AppError, speaker: Speaker) -> str:
    """Return a mistake in words."""
    return speaker.words(f"error.{error.code}", **error.facts)


def _entry(name: str, typing: Typing, error: str, offer: str, speaker: Speaker) -> EntryState:
    label = speaker.words(f"costpage.field.{name}")
    heard = speaker.words("costpage.field_heard", offer=offer, field=label)
    choice = _choice(name, typing, heard, speaker) if name in CHOSEN else None
    return EntryState(
        id=name,
        label=label,
        heard=heard,
        text=None if name in ONLY_CHOSEN else str(getattr(typing, name)),
        choice=choice,
        error=error,
        enabled=typing.unit == "months" or name not in MONTHLY,
    )


def _choice(name: str, typing: Typing, heard: str, speaker: Speaker) -> ChoiceState:
    id_, options = CHOSEN[name]
    prefix = "days_" if id_ == "days_of_year" else ""
    return ChoiceState(
        id=id_,
        choices=tuple((option, speaker.words(f"costpage.choice.{prefix}{option}", days=option)) for option in options),
        chosen=str(getattr(typing, id_)),
        heard=heard,
    )
