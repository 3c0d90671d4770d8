"""What is measured or worked out: trend, cost, decode, probe."""

from __future__ import annotations

import shlex
import sys
from dataclasses import fields
from pathlib import Path

from core.commands import cost
from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, Parser
from core.measure.score_kind import range_between
from core.money.offer import METHODS

FEES = "kept_back, at_start, each_month, at_end: 1% or yuan".replace("%", "%%")


def _add_trend(commands: Commands, everywhere: Parser) -> None:
    scores = commands.add_parser("trend", parents=[everywhere], help="where a score is heading / 分数的走势")
    scores.add_argument("table", type=Path, metavar="FILE.csv", help="days and scores / 日期和分数")
    scores.add_argument("--low", type=float, metavar="N", help="lowest value of another score / 别的分数最低多少")
    scores.add_argument("--high", type=float, metavar="N", help="its highest value / 最高多少")
    scores.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")


def _trend(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because it brings numpy, which no other quick command needs.
    from core.commands.trend import trend_as_json, trend_as_text

    other = options.low is not None or options.high is not None
    allowed = range_between(options.low, options.high) if other else None
    return (trend_as_json if options.json else trend_as_text)(place, options.table, allowed)


def _add_cost(commands: Commands, everywhere: Parser) -> None:
    offer = commands.add_parser("cost", parents=[everywhere, _cost_options()], help="true cost of a loan / 真实成本")
    offer.add_argument("--against", metavar='"OPTIONS"', help="another offer, as one text / 另一份，写成一段")
    offer.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")


def _cost(place: Workplace, options: Options, _around: Around) -> str:
    other = _cost_options().parse_args(shlex.split(options.against)) if options.against else None
    offers = [_typed(each) for each in (options, other) if each]
    return (cost.cost_as_json if options.json else cost.cost_as_text)(place, *offers)


def _typed(options: Options) -> cost.Typed:
    return cost.Typed(**{field.name: getattr(options, field.name) for field in fields(cost.Typed)})


def _cost_options() -> Parser:
    """Return the options of one offer, also as they stand inside ``--against``."""
    one = Parser(prog="disburse-check cost", add_help=False)
    one.add_argument("--amount", required=True, metavar="YUAN", help="sum on the contract / 合同上的金额")
    one.add_argument("--months", type=int, default=0, metavar="N", help="monthly instalments / 分几个月还")
    one.add_argument("--days", type=int, default=0, metavar="N", help="or days until all is paid back / 或几天后一次还")
    one.add_argument("--rate", default="", metavar="0.05%/day", help="interest: day, month, year / 利率：天、月、年")
    one.add_argument("--method", choices=METHODS, default=METHODS[0], help="how it is paid back / 怎么还")
    one.add_argument("--monthly-fee", default="", metavar="0.6%", help="of the original sum / 每月手续费")
    one.add_argument("--fee", dest="fees", action="append", default=[], metavar="WHEN:MUCH", help=f"{FEES} / 费用")
    one.add_argument("--early", default="", metavar="N[:1%]", help="all paid back after instalment N / 提前还清")
    one.add_argument("--fees-go-on", action="store_true", help="fees of later months too / 以后的费用照收")
    one.add_argument("--late", default="", metavar="DAYS:0.05%", help="days late and penalty a day / 晚几天、罚息")
    one.add_argument("--days-of-year", type=int, choices=(365, 360), default=365, help="day count / 一年算几天")
    return one


def _add_decode(commands: Commands, everywhere: Parser) -> None:
    message = commands.add_parser("decode", parents=[everywhere], help="what a failure message says / 解读失败提示")
    message.add_argument("text", metavar="TEXT", help="the message, - to read it from the input / 提示原文，- 从输入读")
    message.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")


def _decode(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because reading every cue is for those who bring a message.
    from core.commands.decode import decode_as_json, decode_as_text, text_of

    return (decode_as_json if options.json else decode_as_text)(place, text_of(options.text, sys.stdin))


def _add_probe(commands: Commands, everywhere: Parser) -> None:
    line = commands.add_parser("probe", parents=[everywhere], help="how steadily hosts answer / 网络稳不稳")
    line.add_argument("targets", nargs="*", metavar="HOST:PORT", help="proposed ones when left out / 不写就用现成的")
    line.add_argument("--rounds", type=int, metavar="N", help="rounds for each host / 每个地址测几轮")
    line.add_argument("--timeout", type=float, metavar="S", help="seconds a round may take / 每轮最多等几秒")
    line.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")


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
