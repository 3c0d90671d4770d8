"""Assessing, and what stands behind it: check, model-card, questions, timing."""

from __future__ import annotations

from pathlib import Path

from core.commands import check, questions, timing
from core.commands.content import model_card_text
from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, date_of
from core.line.parser import Parser


def _add_check(commands: Commands, everywhere: Parser) -> None:
    one = commands.add_parser("check", parents=[everywhere], help="cli.command.check")
    one.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    one.add_argument("--as-of", metavar="DATE", help="cli.option.as_of")
    out = one.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="cli.option.json_numbers")
    out.add_argument("--html", type=Path, metavar="FILE", help="cli.option.html")
    out.add_argument("--md", type=Path, metavar="FILE", help="cli.option.md")


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
    commands.add_parser("model-card", parents=[everywhere], help="cli.command.model_card")


def _card(place: Workplace, _options: Options, _around: Around) -> str:
    return model_card_text(place)


def _add_questions(commands: Commands, everywhere: Parser) -> None:
    asked = commands.add_parser("questions", parents=[everywhere], help="cli.command.questions")
    asked.add_argument("--json", action="store_true", help="cli.option.json")


def _questions(place: Workplace, options: Options, _around: Around) -> str:
    return questions.questions_as_json(place) if options.json else questions.questions_as_text(place)


def _add_timing(commands: Commands, everywhere: Parser) -> None:
    days = commands.add_parser("timing", parents=[everywhere], help="cli.command.timing")
    days.add_argument("--from", dest="first", metavar="DATE", help="cli.option.first_or_today")
    days.add_argument("--to", dest="last", metavar="DATE", help="cli.option.last_or_today")
    days.add_argument("--json", action="store_true", help="cli.option.json_days")


def _timing(place: Workplace, options: Options, _around: Around) -> str:
    first, last = (date_of(text or place.today.isoformat()) for text in (options.first, options.last))
    return (timing.timing_as_json if options.json else timing.timing_as_text)(place, first, last)


COMMANDS = (
    Command("check", _add_check, _check),
    Command("model-card", _add_card, _card),
    Command("questions", _add_questions, _questions),
    Command("timing", _add_timing, _timing),
)
