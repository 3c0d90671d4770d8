"""The parts of the page: which score, the table, the chart, the way into the check. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from core.errors import AppError, Problem, ProblemsError
from core.explain.scores import platform_range
from core.measure.score_kind import ScoreBand
from core.measure.score_table import DAYS, SCORE, ScoreRange
from gui.desk import Desk
from gui.pages.trend.editing import Editing
from gui.pages.trend.intake import Intake
from gui.pages.trend.sheet import FIELDS, KINDS, Sheet, history_of
from gui.pages.trend.state import ChartState, KindState, RangeField, TableState, TakeState
from gui.pages.trend.working import Outcome
from gui.speaker import Speaker
from gui.widgets.plot import Plot

SHOWN = 5
"""So many mistakes are told in full; the others are counted."""
ERROR, DETAIL = "error", "small"
UNTOLD = "score_untold"
BUTTONS = ("add", "remove", "paste", "open", "clear", "back")
CHANGE_DAYS = 90
"""How far back the estimate looks for a change of the score (core/facts)."""
OF, MISSES = 100, 5
"""The interval is one of 95 %."""


def kind_state(sheet: Sheet, allowed: ScoreRange | None, desk: Desk) -> KindState:
    """Return which score it is."""
    words = desk.speaker.words
    typed = {"name": sheet.name, "low": sheet.low, "high": sheet.high}
    fields = () if sheet.is_platform else FIELDS
    notes = [platform_range(desk.speaker.language)] if sheet.is_platform and allowed else []
    if sheet.bands(desk.engine.content):
        notes.append(words("trend_page.bands_note"))
    missing = words("trend_page.range_unknown" if sheet.is_platform else "trend_page.range_missing")
    begun = sheet.is_platform or bool(sheet.low or sheet.high)
    if allowed is None and not begun:
        notes.append(missing)
    return KindState(
        label=words("trend_page.kind_label"),
        choices=tuple((kind, words(f"trend_page.kind.{kind}")) for kind in KINDS),
        chosen=sheet.kind,
        fields=tuple(RangeField(name, words(f"trend_page.field.{name}"), typed[name]) for name in fields),
        note=words("ui.gap").join(notes),
        error=missing if allowed is None and begun else "",
    )


def table_state(editing: Editing, intake: Intake, outcome: Outcome, desk: Desk) -> TableState:
    """Return the table; a row with a mistake carries it."""
    words, rows = desk.speaker.words, editing.sheet.rows
    problems = {place: problem for place, problem in outcome.judged.problems.items() if place < len(rows)}
    wrong = {
        place: (int(_column(problem) == SCORE), said(problem, desk.speaker)) for place, problem in problems.items()
    }
    possible = {"add", "paste", "open"}
    if rows:
        possible |= {"remove", "clear"}
    if editing.can_go_back:
        possible.add("back")
    return TableState(
        title=words("trend_page.table_title"),
        hint=words("trend_page.table_hint", example=desk.now().date().isoformat()),
        heard=words("trend_page.table_heard", count=len(rows)),
        day=words("trend_page.day"),
        score=words("trend_page.score"),
        rows=rows,
        wrong=wrong,
        note=words(intake.told.key, **intake.told.facts) if intake.told.key else "",
        mistakes=tuple(_mistakes(intake.told.refused, wrong, desk.speaker)),
        words={name: words(f"trend_page.button.{name}") for name in BUTTONS},
        open_form=words("trend_page.open_form"),
        possible=frozenset(possible),
    )


def said(problem: Problem, speaker: Speaker) -> str:
    """Return what is wrong with a row."""
    facts = dict(problem.facts)
    if facts.get("expected") == DAYS:  # all spellings, Chinese ones among them; one is enough to go by
        facts["expected"] = DAYS.partition(" ")[0]
    return speaker.words(f"problem.{problem.code}", **facts)


def _column(problem: Problem) -> str:
    return dict(problem.facts).get("column", "")


def _mistakes(
    refused: AppError | None, wrong: dict[int, tuple[int, str]], speaker: Speaker
) -> Iterator[tuple[str, str]]:
    words = speaker.words
    if isinstance(refused, ProblemsError):
        told = [problem for problem in refused.problems if problem.code != UNTOLD]
        untold = sum(int(dict(problem.facts)["count"]) for problem in refused.problems if problem.code == UNTOLD)
        yield (
            words("trend_page.refused", name=told[0].file or words("trend_page.pasted"), count=len(told) + untold),
            ERROR,
        )
        for problem in told[:SHOWN]:
            what = said(problem, speaker)
            yield words("trend_page.row_wrong", row=problem.line, what=what) if problem.line else what, DETAIL
        yield from _rest(len(told) + untold - SHOWN, speaker)
    elif refused is not None:
        file = refused.facts.get("file") or words("trend_page.pasted")
        yield words(f"error.{refused.code}", **{**refused.facts, "file": file}), ERROR
    if wrong:
        yield words("trend_page.not_counted", count=len(wrong)), ERROR
        for place in sorted(wrong)[:SHOWN]:
            yield words("trend_page.row_wrong", row=place + 1, what=wrong[place][1]), DETAIL
        yield from _rest(len(wrong) - SHOWN, speaker)


def _rest(count: int, speaker: Speaker) -> Iterator[tuple[str, str]]:
    if count > 0:
        yield speaker.words("trend_page.more", count=count), DETAIL


def chart_state(sheet: Sheet, outcome: Outcome, allowed: ScoreRange | None, desk: Desk) -> ChartState:
    """Return the chart, or what will stand there and how to begin."""
    words, points = desk.speaker.words, outcome.points
    file = words("trend_page.file", date=desk.now().date().isoformat())
    return ChartState(
        title=words("trend_page.chart_title"),
        plot=_plot(sheet, outcome, allowed, desk) if points and allowed else Plot(),
        empty="" if points and allowed else words("trend_page.empty"),
        legend=_legend(outcome, desk.speaker),
        hint=words("trend_page.read_hint") if points else "",
        save_chart=words("trend_page.save_chart"),
        save_table=words("trend_page.save_table"),
        chart_file=(file, words("trend_page.chart_form")),
        table_file=(file, words("trend_page.table_form")),
        can_save=bool(points),
    )


def _legend(outcome: Outcome, speaker: Speaker) -> str:
    words = speaker.words
    if not outcome.points:
        return ""
    parts = [words("trend_page.legend.values")]
    if outcome.line:
        parts.append(words(f"trend_page.legend.{'line' if outcome.enough else 'dashed'}"))
    if outcome.spread:
        parts.append(words("trend_page.legend.spread", misses=MISSES, of=OF))
    return words("ui.gap").join(parts)


def _plot(sheet: Sheet, outcome: Outcome, allowed: ScoreRange, desk: Desk) -> Plot:
    words = desk.speaker.words
    heard = _heard(outcome, desk.speaker)
    name = words("trend_page.kind.platform") if sheet.is_platform else sheet.name or words("trend_page.kind.other")
    return Plot(
        points=tuple((day.toordinal(), score) for day, score in outcome.points),
        limits=(allowed.low, allowed.high),
        line=outcome.line,
        sure=outcome.enough,
        spread=outcome.spread,
        bands=tuple(_band(band, desk.speaker) for band in sheet.bands(desk.engine.content)),
        title=words("trend_page.picture_title", name=name, date=desk.speaker.wording.date(desk.now().date())),
        heard=words("trend_page.named", name=name, heard=heard),
        told="\n".join([heard, *outcome.lines]),
    )


def _band(band: ScoreBand, speaker: Speaker) -> tuple[str, float, float]:
    return speaker.words(f"trend_page.band.{band.name}"), band.low, band.high


def _heard(outcome: Outcome, speaker: Speaker) -> str:
    words, wording, points = speaker.words, speaker.wording, outcome.points
    lowest, highest = min(points, key=lambda point: point[1]), max(points, key=lambda point: point[1])

    def told(point: tuple[dt.date, float]) -> str:
        return read_out(point, speaker)

    ends = {"first": wording.date(points[0][0]), "last": wording.date(points[-1][0])}
    return words(
        "trend_page.heard",
        values=words(f"trend_page.so_many.{'one' if len(points) == 1 else 'other'}", count=len(points)),
        **ends,
        lowest=told(lowest),
        highest=told(highest),
        latest=told(points[-1]),
    )


def read_out(point: tuple[dt.date, float], speaker: Speaker) -> str:
    """Return one value in words."""
    day, score = point
    return speaker.words(
        "trend_page.read_out", date=speaker.wording.date(day), score=speaker.wording.count(score, "points")
    )


def take_state(sheet: Sheet, outcome: Outcome, settled: bool, desk: Desk) -> TakeState:
    """Return whether the table can go into the check, and what that means, or why it cannot."""
    words = desk.speaker.words
    days = desk.speaker.wording.count(CHANGE_DAYS, "days")
    hindrance = _hindrance(sheet, outcome, desk)
    return TakeState(
        title=words("trend_page.take_title"),
        label=words("trend_page.take"),
        note=words(f"trend_page.cannot_take.{hindrance}") if hindrance else words("trend_page.take_note", days=days),
        possible=settled and not hindrance,
    )


def _hindrance(sheet: Sheet, outcome: Outcome, desk: Desk) -> str:
    if not sheet.is_platform:
        return "other"
    if outcome.judged.problems:
        return "wrong"
    if not outcome.points:
        return "empty"
    history = dict(history_of(desk.session.draft))
    return "same" if history == {f"{day}": f"{score:.12g}" for day, score in outcome.points} else ""
