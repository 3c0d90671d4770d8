"""What is measured or worked out: trend, cost, decode, probe."""

from __future__ import annotations

import shlex
import sys
from dataclasses import fields
from pathlib import Path

from core.commands import cost
from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options
from core.line.parser import Parser
from core.line.wrong_call import WrongCallError
from core.measure.score_kind import range_between
from core.money.offer import METHODS


def _add_trend(commands: Commands, everywhere: Parser) -> None:
    scores = commands.add_parser("trend", parents=[everywhere], help="cli.command.trend")
    scores.add_argument("table", type=Path, metavar="FILE.csv", help="cli.option.scores_table")
    scores.add_argument("--low", type=float, metavar="N", help="cli.option.low")
    scores.add_argument("--high", type=float, metavar="N", help="cli.option.high")
    scores.add_argument("--json", action="store_true", help="cli.option.json_numbers")


def _trend(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because it brings numpy, which no other quick command needs.
    from core.commands.trend import trend_as_json, trend_as_text

    other = options.low is not None or options.high is not None
    allowed = range_between(options.low, options.high) if other else None
    return (trend_as_json if options.json else trend_as_text)(place, options.table, allowed)


def _add_cost(commands: Commands, everywhere: Parser) -> None:
    offer = commands.add_parser("cost", parents=[everywhere, _cost_options()], help="cli.command.cost")
    offer.add_argument("--against", metavar='"OPTIONS"', help="cli.option.against")
    offer.add_argument("--json", action="store_true", help="cli.option.json_numbers")


def _cost(place: Workplace, options: Options, _around: Around) -> str:
    other = _cost_options().parse_args(_split(options.against)) if options.against else None
    offers = [_typed(each) for each in (options, other) if each]
    return (cost.cost_as_json if options.json else cost.cost_as_text)(place, *offers)


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        raise WrongCallError("call_quotes", "disburse-check cost", option="--against") from None


def _typed(options: Options) -> cost.Typed:
    return cost.Typed(**{field.name: getattr(options, field.name) for field in fields(cost.Typed)})


def _cost_options() -> Parser:
    """Return the options of one offer, also as they stand inside ``--against``."""
    one = Parser(prog="disburse-check cost", add_help=False)
    one.add_argument("--amount", required=True, metavar="YUAN", help="cli.option.amount")
    one.add_argument("--months", type=int, metavar="N", help="cli.option.months")
    one.add_argument("--days", type=int, metavar="N", help="cli.option.days")
    one.add_argument("--rate", default="", metavar="0.05%/day", help="cli.option.rate")
    one.add_argument("--method", choices=METHODS, default=METHODS[0], help="cli.option.method")
    one.add_argument("--monthly-fee", default="", metavar="0.6%", help="cli.option.monthly_fee")
    one.add_argument("--fee", dest="fees", action="append", default=[], metavar="WHEN:MUCH", help="cli.option.fees")
    one.add_argument("--early", default="", metavar="N[:1%]", help="cli.option.early")
    one.add_argument("--fees-go-on", action="store_true", help="cli.option.fees_go_on")
    one.add_argument("--late", default="", metavar="DAYS:0.05%", help="cli.option.late")
    one.add_argument("--days-of-year", type=int, choices=(365, 360), default=365, help="cli.option.days_of_year")
    return one


def _add_decode(commands: Commands, everywhere: Parser) -> None:
    message = commands.add_parser("decode", parents=[everywhere], help="cli.command.decode")
    message.add_argument("text", metavar="TEXT", help="cli.option.message_text")
    message.add_argument("--json", action="store_true", help="cli.option.json_numbers")


def _decode(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because reading every cue is for those who bring a message.
    from core.commands.decode import decode_as_json, decode_as_text, text_of

    return (decode_as_json if options.json else decode_as_text)(place, text_of(options.text, sys.stdin))


def _add_probe(commands: Commands, everywhere: Parser) -> None:
    line = commands.add_parser("probe", parents=[everywhere], help="cli.command.probe")
    line.add_argument("targets", nargs="*", metavar="HOST:PORT", help="cli.option.hosts")
    line.add_argument("--rounds", type=int, metavar="N", help="cli.option.rounds")
    line.add_argument("--timeout", type=float, metavar="S", help="cli.option.timeout")
    line.add_argument("--json", action="store_true", help="cli.option.json_numbers")


def _probe(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because they bring TLS and HTTP, which no other command needs.
    import urllib.request

    from core.commands.probe import Asked, probe_as_json, probe_as_text, settings_of
    from core.measure.probe_round import Surroundings

    asked = Asked(options.targets, options.rounds, options.timeout)
    around = Surroundings(proxy_set=bool(urllib.request.getproxies()))
    settings = settings_of(place.library.content.network)
    return (probe_as_json if options.json else probe_as_text)(place, asked, settings, around)


COMMANDS = (
    Command("trend", _add_trend, _trend),
    Command("cost", _add_cost, _cost),
    Command("decode", _add_decode, _decode),
    Command("probe", _add_probe, _probe),
)
