"""The whole picture of the result, put together from its parts."""

from __future__ import annotations

from dataclasses import replace

from core.explain.report import Report, report_of
from core.schema.assessment import Assessment
from gui.desk import Desk
from gui.pages.result.details import borrow_of, curve_of, trace_of
from gui.pages.result.picture import alarm_of, block_of, causes_of, hidden_of, plan_of, rest_of, risk_of, road_of
from gui.pages.result.says import change_of, reasons_of
from gui.pages.result.state import Block, Line, ResultState


def result_state(found: Assessment | None, desk: Desk) -> ResultState:
    """Return the picture of an assessment; while it is None, of the page that waits for it."""
    words, wording, waiting = desk.speaker.words, desk.speaker.wording, _waiting(desk)
    if found is None:
        return waiting
    road_note = words("result.road_note", estimate=wording.percent(found.arrives.estimate))
    report, after = report_of(found, desk.speaker.language, pages=False), found.mode == "after"
    return replace(
        waiting,
        when=report.when,
        working="",
        alarm=alarm_of(found, report, desk.speaker),
        anyway=words("result.anyway"),
        risk=risk_of(found, report, desk.speaker, reasons_of(found, desk.speaker)),
        road_title=words("result.road_title"),
        road=road_of(found, desk.speaker),
        road_says=change_of(found, desk.speaker),
        how=words("ui.how_heading"),
        road_note=words("ui.gap").join((road_note, report.headline[-1])),
        causes_title=words("ui.causes_heading" if after else "ui.causes_heading_before"),
        causes_note=words("result.causes_note") if report.causes else words("ui.nothing_stands_out"),
        causes=causes_of(found, report, desk.speaker),
        rest_title=words("ui.rest_heading"),
        rest=rest_of(found, desk.speaker),
        hidden=hidden_of(found, desk.speaker),
        plan=plan_of(found, report, desk.session.draft.answers.done, desk.speaker),
        blocks=_blocks(report, after, desk),
        open=_open(found, report, desk),
        borrow=borrow_of(desk.session.draft, desk.speaker),
        curve=curve_of(found, desk.speaker),
        trace_title=words("result.trace_title"),
        trace=trace_of(found.trace, desk.speaker),
        closing=report.closing,
    )


def _waiting(desk: Desk) -> ResultState:
    """Return the page while the assessment is still being worked out."""
    words, title = desk.speaker.words, desk.speaker.words("result.title")
    return ResultState(
        title=words("result.example_title", title=title) if desk.session.draft.example else title,
        when="",
        working=words("result.working"),
        save=words("result.save"),
        keep=words("journalpage.keep"),
        change=words("result.change"),
        report_name=words("result.report_name", date=f"{desk.now():%Y-%m-%d}"),
        onward=(words("result.go_help"), words("result.go_letters")),
    )


def _blocks(report: Report, after: bool, desk: Desk) -> tuple[Block, ...]:
    words = desk.speaker.words
    families = "ui.families_heading" if after else "ui.families_heading_before"
    return (
        block_of(words(families), report.families),
        block_of(words("ui.owners_heading"), report.owners),
        block_of(words("ui.avoid_heading"), report.avoid),
        block_of(words("ui.answers_heading"), report.answers),
        Block(words("ui.unseen_heading"), tuple(Line(text) for text in report.unseen)),
        Block(words("ui.how_heading"), tuple(Line(text) for text in report.how)),
    )


def _open(found: Assessment, report: Report, desk: Desk) -> Block:
    """Return the questions that would make it surer, each with the way to answer it."""
    words = desk.speaker.words
    names = [question.id for question in found.open_questions][: len(report.open_questions)]
    lines = tuple(
        Line(line.name, words("result.answer_now"), line.remark, name, words("checklist.how_label"))
        for name, line in zip(names, report.open_questions, strict=True)
    )
    return Block(words("ui.open_heading"), lines, words("result.nothing_open") if not lines else "")
