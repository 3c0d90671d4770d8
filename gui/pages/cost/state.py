"""What the page of the true cost shows."""

from __future__ import annotations

from dataclasses import dataclass

Choices = tuple[tuple[str, str], ...]
"""(id, name) of what can be chosen."""


@dataclass(frozen=True, slots=True)
class ChoiceState:
    """A list to choose from."""

    id: str
    choices: Choices
    chosen: str
    heard: str


@dataclass(frozen=True, slots=True)
class EntryState:
    """One thing to say about an offer: something typed, something chosen, or both; ``text`` None: nothing to type."""

    id: str
    label: str
    heard: str
    text: str | None
    choice: ChoiceState | None
    error: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class OfferState:
    """An offer as it is being typed; its entries by where they stand: ``main``, ``fees``, ``more``."""

    title: str
    examples_label: str
    examples: tuple[tuple[str, str, str], ...]
    """(id, name, what a reader of screens hears)."""
    bring_back: str
    bring_back_heard: str
    can_bring_back: bool
    entries: dict[str, tuple[EntryState, ...]]
    fees: str
    more: str


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment in yuan: what it is for, what is owed after it, what borrowing has cost by then."""

    principal: float
    interest: float
    fees: float
    left: float
    cost: float


@dataclass(frozen=True, slots=True)
class ChartState:
    """The payments as a picture."""

    title: str
    heard: str
    amount: float
    at_first: float
    """What borrowing has cost before the first payment."""
    rows: tuple[Instalment, ...]
    readouts: tuple[str, ...]
    hint: str
    notes: tuple[str, ...]
    legend: tuple[tuple[str, str], ...]
    """(part, name)."""


@dataclass(frozen=True, slots=True)
class TableState:
    """The payments as a table."""

    show: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FoundState:
    """What an offer costs."""

    rate_label: str
    rate: str
    line: str
    above: bool
    beside: tuple[tuple[str, str, str], ...]
    """Other rates, (id, name, value): with interest on interest, and what a quick look makes of the offer."""
    sums: tuple[tuple[str, str, str], ...]
    """(id, name, value)."""
    remarks: tuple[str, ...]
    chart: ChartState
    table: TableState
    save: str
    save_heard: str
    file_name: str
    file_form: str


@dataclass(frozen=True, slots=True)
class ResultState:
    """The result beside an offer; ``remark`` says that there is none yet, or that it is the one before the last."""

    title: str
    remark: str
    stale: bool
    found: FoundState | None


@dataclass(frozen=True, slots=True)
class CostState:
    """The whole page; the second offer is None until it is wanted."""

    title: str
    intro: str
    offers: tuple[tuple[OfferState, ResultState], ...]
    compare: str
    compared_title: str
    compared: str
    compared_remark: str
    """That one of the results is the one before the last."""
    rules_title: str
    rules: tuple[str, ...]
    borrow_title: str
    borrow: str
    borrow_go: str
