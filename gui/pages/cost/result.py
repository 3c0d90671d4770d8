"""The picture of what an offer costs: figures, sentences, chart, table. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from core.commands.cost import Lines, Priced
from core.money.schedule import Row
from gui.pages.cost.kept import Kept, Page
from gui.pages.cost.picture import name_of
from gui.pages.cost.reading import price, wrong_with
from gui.pages.cost.state import ChartState, FoundState, Instalment, ResultState, TableState
from gui.speaker import Speaker

PARTS = ("principal", "interest", "fees", "left", "cost")
COLUMNS = ("number", "paid", "principal", "interest", "fees", "left")


def result_state(offer: str, kept: Kept, page: Page, speaker: Speaker) -> ResultState:
    """Return the result beside an offer: of what is typed, or of what was typed when it last made sense."""
    words, wrong = speaker.words, wrong_with(kept.now)
    title = words(f"costpage.result.title.{offer if page.both else 'alone'}")
    if kept.good is None:
        return ResultState(title, words("costpage.result.empty"), stale=False, found=None)
    where = words(f"costpage.field.{wrong[0].entry}") if wrong else ""
    remark = words("costpage.result.stale", field=where) if wrong else ""
    found = found_state(price(kept.good), name_of(offer, page, speaker), speaker)
    return ResultState(title, remark, stale=bool(wrong), found=found)


def found_state(found: Priced, offer: str, speaker: Speaker) -> FoundState:
    """Return what an offer costs."""
    words, lines, cost = speaker.words, Lines(speaker.language), found.cost
    above = lines.above(cost)
    beside = (("effective", cost.effective), ("quick", cost.nominal))
    sums = (("arrives", cost.arrives), ("paid", cost.paid), ("total", cost.total))
    return FoundState(
        rate_label=words("costpage.result.rate"),
        rate=lines.rate(cost.simple),
        line=words("costpage.result.above" if above else "costpage.result.below"),
        above=above,
        beside=tuple((name, words(f"costpage.result.{name}"), lines.rate(value)) for name, value in beside),
        sums=tuple((name, words(f"costpage.result.{name}"), lines.yuan(value)) for name, value in sums),
        remarks=tuple(lines.remarks(found)),
        chart=_chart(found, lines, speaker),
        table=_table(cost.rows, speaker),
        save=words("costpage.result.save"),
        save_heard=words("costpage.result.save_heard", offer=offer),
        file_name=words("costpage.result.file_name"),
        file_form=words("costpage.result.file_form"),
    )


def headings(speaker: Speaker) -> list[str]:
    """Return the names of the columns of a schedule."""
    return [speaker.words(f"costpage.table.{name}") for name in COLUMNS]


def instalments(rows: Iterable[Row], at_first: float) -> tuple[Instalment, ...]:
    """Return payments with what borrowing has cost by each; ``at_first`` was spent before the first, in yuan."""
    listed = list(rows)
    costs = list(accumulate((row.interest + row.fees for row in listed), initial=at_first))[1:]
    return tuple(
        Instalment(row.principal, row.interest, row.fees, row.left, cost)
        for row, cost in zip(listed, costs, strict=True)
    )


def _chart(found: Priced, lines: Lines, speaker: Speaker) -> ChartState:
    words, cost = speaker.words, found.cost
    at_first = found.offer.amount - cost.arrives
    rows = instalments(cost.rows, at_first)
    heard = words(
        "costpage.chart.heard",
        times=speaker.wording.count(len(rows), "instalments"),
        paid=lines.yuan(cost.paid),
        amount=lines.yuan(found.offer.amount),
        first=lines.yuan(at_first),
        total=lines.yuan(cost.total),
    )
    return ChartState(
        title=words("costpage.chart.title_days" if found.offer.days else "costpage.chart.title"),
        heard=heard,
        amount=found.offer.amount,
        at_first=at_first,
        rows=rows,
        readouts=tuple(_readout(number, row, lines, speaker) for number, row in enumerate(rows, start=1)),
        hint=words("costpage.chart.hint"),
        notes=(words("costpage.chart.upper"), words("costpage.chart.lower")),
        legend=tuple((part, words(f"costpage.chart.legend.{part}")) for part in PARTS),
    )


def _readout(number: int, row: Instalment, lines: Lines, speaker: Speaker) -> str:
    return speaker.words(
        "costpage.chart.readout",
        number=number,
        paid=lines.yuan(row.principal + row.interest + row.fees),
        principal=lines.yuan(row.principal),
        interest=lines.yuan(row.interest),
        fees=lines.yuan(row.fees),
        left=lines.yuan(row.left),
        cost=lines.yuan(row.cost),
    )


def _table(rows: Iterable[Row], speaker: Speaker) -> TableState:
    words = speaker.words
    return TableState(
        show=words("costpage.table.show"),
        title=words("costpage.table.title"),
        columns=tuple(headings(speaker)),
        rows=tuple(
            (str(row.number), *(f"{x:,.2f}" for x in (row.paid, row.principal, row.interest, row.fees, row.left)))
            for row in rows
        ),
    )
