"""Assessing, and what stands behind it: check, model-card, questions, timing."""

from __future__ import annotations

from pathlib import Path

from core.commands import check, questions, timing
from core.commands.content import model_card_text
from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, Parser, date_of


def _add_check(commands: Commands, everywhere: Parser) -> None:
    one = commands.add_parser("check", parents=[everywhere], help="assess an answers file / 评估一份回答")
    one.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    one.add_argument("--as-of", metavar="DATE", help="day of the assessment / 评估日")
    out = one.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")
    out.add_argument("--html", type=Path, metavar="FILE", help="write a page / 写成网页")
    out.add_argument("--md", type=Path, metavar="FILE", help="write Markdown / 写成 Markdown")


def _check(place: Workplace, options: Options, _around: Around) -> str:
    as_of = date_of(options.as_of) if options.as_of else None
    if options.json:
        return check.check_as_json(place, options.answers, as_of)
    if options.html:
        return check.check_to_file(place, options.answers, as_of, "html", options.html)
    if options.md:
        return check.check_to_file(place, options.answers, as_of, "md", options.md)
    return check.check_as_report(place, options.answers, as_of, "txt")


def _add_card(commands: Commands, everywhere: Parser) -> None:
    commands.add_parser("model-card", parents=[everywhere], help="every number and its source / 每个数字和来源")


def _card(place: Workplace, _options: Options, _around: Around) -> str:
    return model_card_text(place)


def _add_questions(commands: Commands, everywhere: Parser) -> None:
    asked = commands.add_parser("questions", parents=[everywhere], help="what an answers file may say / 能回答什么")
    asked.add_argument("--json", action="store_true", help="ids, kinds, options / 编号、类型、选项")


def _questions(place: Workplace, options: Options, _around: Around) -> str:
    return questions.questions_as_json(place) if options.json else questions.questions_as_text(place)


def _add_timing(commands: Commands, everywhere: Parser) -> None:
    days = commands.add_parser("timing", parents=[everywhere], help="days, holidays, what holds on them / 日子")
    days.add_argument("--from", dest="first", metavar="DATE", help="first day, today when left out / 从哪天")
    days.add_argument("--to", dest="last", metavar="DATE", help="last day, today when left out / 到哪天")
    days.add_argument("--json", action="store_true", help="a list of days / 列表")


def _timing(place: Workplace, options: Options, _around: Around) -> str:
    first, last = (date_of(text or place.today.isoformat()) for text in (options.first, options.last))
    return (timing.timing_as_json if options.json else timing.timing_as_text)(place, first, last)


COMMANDS = (
    Command("check", _add_check, _check),
    Command("model-card", _add_card, _card),
    Command("questions", _add_questions, _questions),
    Command("timing", _add_timing, _timing),
)
