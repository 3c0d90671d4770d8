"""The command line: every capability without a window. One of the two places that know where things lie."""

from __future__ import annotations

import argparse
import datetime as dt
import getpass
import shlex
import sys
from collections.abc import Sequence
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import NoReturn, get_args

from platformdirs import user_cache_path, user_data_path

from core.commands import check, cost, questions, rights, timing
from core.commands.content import content_check, model_card_text, problem_lines
from core.commands.workplace import Workplace
from core.errors import AppError, ContentError, ProblemsError
from core.explain.language import CODES
from core.explain.layout import Form
from core.loading.answer_values import CHINA, NotAnAnswerError, to_moment
from core.measure.score_kind import range_between
from core.money.offer import METHODS
from core.schema.rights import InstitutionKind

MISTAKE = 2
"""Exit code when something the user gave cannot be used; 1 is for content that was checked and has mistakes."""


FEES = "kept_back, at_start, each_month, at_end: 1% or yuan".replace("%", "%%")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        """Leave with one line and exit code 2."""
        self.exit(MISTAKE, f"{self.prog}: {message} (--help)\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 content with mistakes, 2 something given is wrong."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A pipe on Windows may not know Chinese; losing a sign is better than losing the report.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    options = _parser().parse_args(arguments)
    place = _workplace(options)
    try:
        print(_run(place, options))
    except AppError as error:
        return _tell(error, place, options)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
    return 0


def _run(place: Workplace, options: argparse.Namespace) -> str:
    if options.command == "content":
        return content_check(place)
    if options.command == "model-card":
        return model_card_text(place)
    if options.command == "questions":
        return questions.questions_as_json(place) if options.json else questions.questions_as_text(place)
    if options.command == "timing":
        first, last = _date(options.first or place.today.isoformat()), _date(options.last or place.today.isoformat())
        return (timing.timing_as_json if options.json else timing.timing_as_text)(place, first, last)
    others = {
        "trend": _trend,
        "probe": _probe,
        "cost": _cost,
        "rights": _rights,
        "letter": _letter,
        "pack": _pack,
        "library": _library,
        "decode": _decode,
        "journal": _journal,
        "learn": _learn,
    }
    return others.get(options.command, _check)(place, options)


def _journal(place: Workplace, options: argparse.Namespace) -> str:
    # Loaded here because it brings SQLite and cryptography, which no other command needs.
    from core.commands.journal import (
        Asked,
        JournalPlace,
        Wanted,
        journal_as_json,
        journal_as_text,
        journal_check,
        journal_delete,
        journal_export,
        journal_import,
    )

    at = JournalPlace(options.folder or _journal_folder(), _now, lambda: _secret(place, options))
    if options.action == "list":
        first, last = (_date(text) if text else None for text in (options.first, options.last))
        wanted = Wanted(options.kind, tuple(options.having), first, last)
        return journal_as_json(at, wanted) if options.json else journal_as_text(place, at, wanted)
    if options.action == "import":
        asked = Asked(None if options.undo else options.file, options.keep, options.apply)
        return journal_import(place, at, asked)
    if options.action == "export":
        return journal_export(place, at, options.file, options.form)
    if options.action == "check":
        return journal_check(place, at)
    return journal_delete(place, at, None if options.everything else options.uids, options.yes)


def _secret(place: Workplace, options: argparse.Namespace) -> str:
    """Return what opens a locked journal: typed, or the first line of a file."""
    if options.passphrase_file:
        try:
            return str(options.passphrase_file.read_text("utf-8").partition("\n")[0])
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "UTF-8"
            raise AppError("file_unreadable", file=options.passphrase_file.name, reason=reason) from None
    return getpass.getpass(place.language.words("journal.passphrase"))


def _learn(place: Workplace, options: argparse.Namespace) -> str:
    # Loaded here because it brings numpy, which no other quick command needs.
    from core.commands.learn import learn_as_json, learn_as_text

    return (learn_as_json if options.json else learn_as_text)(place, options.file)


def _trend(place: Workplace, options: argparse.Namespace) -> str:
    # Loaded here because it brings numpy, which no other quick command needs.
    from core.commands.trend import trend_as_json, trend_as_text

    other = options.low is not None or options.high is not None
    allowed = range_between(options.low, options.high) if other else None
    return (trend_as_json if options.json else trend_as_text)(place, options.table, allowed)


def _probe(place: Workplace, options: argparse.Namespace) -> str:
    # Loaded here because they bring TLS and HTTP, which no other command needs.
    import urllib.request

    from core.commands.probe import Asked, probe_as_json, probe_as_text, settings_of
    from core.measure.probe_round import Surroundings

    asked = Asked(options.targets, options.rounds, options.timeout)
    around = Surroundings(proxy_set=bool(urllib.request.getproxies()))
    settings = settings_of(place.library.content.network)
    return (probe_as_json if options.json else probe_as_text)(place, asked, settings, around)


def _cost(place: Workplace, options: argparse.Namespace) -> str:
    names = [field.name for field in fields(cost.Typed)]
    typed = cost.Typed(**{name: getattr(options, name) for name in names})
    other = None
    if options.against:
        other = cost.Typed(
            **{name: getattr(_cost_options().parse_args(shlex.split(options.against)), name) for name in names}
        )
    return (cost.cost_as_json if options.json else cost.cost_as_text)(place, typed, other)


def _rights(place: Workplace, options: argparse.Namespace) -> str:
    return (rights.rights_as_json if options.json else rights.rights_as_text)(place, options.answers, _asked(options))


def _letter(place: Workplace, options: argparse.Namespace) -> str:
    form, target = _form(options)
    text = rights.letter_as(place, options.kind, options.answers, _asked(options), form)
    return rights.written(place, text, target) if target else text


def _pack(place: Workplace, options: argparse.Namespace) -> str:
    if options.json:
        return rights.pack_as_json(place, options.answers, _asked(options))
    form, target = _form(options)
    text = rights.pack_as(place, options.answers, _asked(options), form)
    return rights.written(place, text, target) if target else text


def _asked(options: argparse.Namespace) -> rights.Asked:
    given = vars(options)
    as_of = _date(options.as_of) if options.as_of else None
    fields, message = given.get("field") or (), given.get("message") or ""
    return rights.Asked(as_of, given.get("lender_kind"), fields, message)


def _form(options: argparse.Namespace) -> tuple[Form, Path | None]:
    if options.html:
        return "html", options.html
    return ("md", options.md) if options.md else ("txt", None)


def _library(place: Workplace, options: argparse.Namespace) -> str:
    # Loaded here because only reading needs it.
    from core.commands import library

    form = "json" if options.json else "text"
    if options.action == "list":
        return {"json": library.list_as_json, "text": library.list_as_text}[form](place)
    if options.action == "show":
        return {"json": library.show_as_json, "text": library.show_as_text}[form](place, options.id)
    if options.action == "search":
        return {"json": library.search_as_json, "text": library.search_as_text}[form](place, " ".join(options.text))
    common = frozenset((files("resources") / "reading" / "common_characters.txt").read_text("utf-8"))
    return {"json": library.reading_as_json, "text": library.reading_as_text}[form](place, common)


def _decode(place: Workplace, options: argparse.Namespace) -> str:
    # Loaded here because reading every cue is for those who bring a message.
    from core.commands.decode import decode_as_json, decode_as_text, text_of

    return (decode_as_json if options.json else decode_as_text)(place, text_of(options.text, sys.stdin))


def _check(place: Workplace, options: argparse.Namespace) -> str:
    as_of = _date(options.as_of) if options.as_of else None
    if options.json:
        return check.check_as_json(place, options.answers, as_of)
    if options.html:
        return check.check_to_file(place, options.answers, as_of, "html", options.html)
    if options.md:
        return check.check_to_file(place, options.answers, as_of, "md", options.md)
    return check.check_as_report(place, options.answers, as_of, "txt")


def _tell(error: AppError, place: Workplace, options: argparse.Namespace) -> int:
    """Print what is wrong, a line each, and return the exit code."""
    words = place.own_words
    if isinstance(error, ProblemsError):
        lines = problem_lines(error.problems, words)
        print("\n".join(lines), file=sys.stderr)
        if isinstance(error, ContentError):
            print(words("cli.problems_found", count=len(lines)), file=sys.stderr)
            return 1 if options.command == "content" else MISTAKE
        return MISTAKE
    print(f"{words('cli.error')}: {words(f'error.{error.code}', **error.facts)}", file=sys.stderr)
    return MISTAKE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="disburse-check", description="放款自检 / Disburse Check")
    commands = parser.add_subparsers(dest="command", required=True, metavar="command", parser_class=_Parser)
    everywhere = _Parser(add_help=False)
    everywhere.add_argument("--lang", choices=sorted(CODES), default="zh", help="language / 语言")
    everywhere.add_argument("--content", type=Path, metavar="DIR", help="another content folder / 另一套内容")

    one = commands.add_parser("check", parents=[everywhere], help="assess an answers file / 评估一份回答")
    one.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    one.add_argument("--as-of", metavar="DATE", help="day of the assessment / 评估日")
    out = one.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")
    out.add_argument("--html", type=Path, metavar="FILE", help="write a page / 写成网页")
    out.add_argument("--md", type=Path, metavar="FILE", help="write Markdown / 写成 Markdown")

    folder = commands.add_parser("content", help="check a content folder / 检查内容")
    actions = folder.add_subparsers(dest="action", required=True, metavar="check", parser_class=_Parser)
    checked = actions.add_parser("check", parents=[everywhere], help="every problem / 列出所有问题")
    checked.add_argument("folder", type=Path, nargs="?", metavar="DIR")

    commands.add_parser("model-card", parents=[everywhere], help="every number and its source / 每个数字和来源")
    asked = commands.add_parser("questions", parents=[everywhere], help="what an answers file may say / 能回答什么")
    asked.add_argument("--json", action="store_true", help="ids, kinds, options / 编号、类型、选项")
    days = commands.add_parser("timing", parents=[everywhere], help="days, holidays, what holds on them / 日子")
    days.add_argument("--from", dest="first", metavar="DATE", help="first day, today when left out / 从哪天")
    days.add_argument("--to", dest="last", metavar="DATE", help="last day, today when left out / 到哪天")
    days.add_argument("--json", action="store_true", help="a list of days / 列表")
    _add_measuring(commands, everywhere)
    _add_rights(commands, everywhere)
    _add_library(commands, everywhere)
    _add_journal(commands, everywhere)
    return parser


def _cost_options() -> _Parser:
    """Return the options of one offer, also as they stand inside ``--against``."""
    one = _Parser(prog="disburse-check cost", add_help=False)
    one.add_argument("--amount", required=True, metavar="YUAN", help="sum on the contract / 合同上的金额")
    one.add_argument("--months", type=int, default=0, metavar="N", help="monthly instalments / 分几个月还")
    one.add_argument("--days", type=int, default=0, metavar="N", help="or days until all is paid back / 或几天后一次还")
    one.add_argument("--rate", default="", metavar="0.05%%/day", help="interest: day, month, year / 利率：天、月、年")
    one.add_argument("--method", choices=METHODS, default=METHODS[0], help="how it is paid back / 怎么还")
    one.add_argument("--monthly-fee", default="", metavar="0.6%%", help="of the original sum / 每月手续费")
    one.add_argument("--fee", dest="fees", action="append", default=[], metavar="WHEN:MUCH", help=f"{FEES} / 费用")
    one.add_argument("--early", default="", metavar="N[:1%%]", help="all paid back after instalment N / 提前还清")
    one.add_argument("--fees-go-on", action="store_true", help="fees of later months too / 以后的费用照收")
    one.add_argument("--late", default="", metavar="DAYS:0.05%%", help="days late and penalty a day / 晚几天、罚息")
    one.add_argument("--days-of-year", type=int, choices=(365, 360), default=365, help="day count / 一年算几天")
    return one


def _add_rights(commands: argparse._SubParsersAction[_Parser], everywhere: _Parser) -> None:
    told = commands.add_parser("rights", parents=[everywhere], help="whom to ask, and the rules / 可以问谁，有哪些规定")
    told.add_argument("answers", type=Path, nargs="?", metavar="ANSWERS.toml", help="whose case / 谁的情况")
    told.add_argument("--json", action="store_true", help="all of it as data / 全部数据")
    letter = commands.add_parser("letter", parents=[everywhere], help="a letter to sign / 起草一封信")
    letter.add_argument("kind", metavar="KIND", help="question_to_lender, complaint ... / 哪一种信")
    letter.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    letter.add_argument("--field", action="append", metavar="NAME=TEXT", help="what the letter asks for / 信里要填的")
    pack = commands.add_parser("pack", parents=[everywhere], help="the case for who helps / 给帮你的人看的整理")
    pack.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    pack.add_argument("--message", metavar="TEXT", help="words of the last message / 最近一次提示的原话")
    for made in (told, letter, pack):
        made.add_argument("--as-of", metavar="DATE", help="day of the assessment / 评估日")
        made.add_argument("--lender-kind", choices=get_args(InstitutionKind), help="who lends / 放款的是哪一类机构")
    for made in (letter, pack):
        out = made.add_mutually_exclusive_group()
        out.add_argument("--html", type=Path, metavar="FILE", help="write a page / 写成网页")
        out.add_argument("--md", type=Path, metavar="FILE", help="write Markdown / 写成 Markdown")
        if made is pack:
            out.add_argument("--json", action="store_true", help="all numbers and the trace / 全部数字和算法")


def _add_measuring(commands: argparse._SubParsersAction[_Parser], everywhere: _Parser) -> None:
    scores = commands.add_parser("trend", parents=[everywhere], help="where a score is heading / 分数的走势")
    scores.add_argument("table", type=Path, metavar="FILE.csv", help="days and scores / 日期和分数")
    scores.add_argument("--low", type=float, metavar="N", help="lowest value of another score / 别的分数最低多少")
    scores.add_argument("--high", type=float, metavar="N", help="its highest value / 最高多少")
    scores.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")
    offer = commands.add_parser("cost", parents=[everywhere, _cost_options()], help="true cost of a loan / 真实成本")
    offer.add_argument("--against", metavar='"OPTIONS"', help="another offer, as one text / 另一份，写成一段")
    offer.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")
    message = commands.add_parser("decode", parents=[everywhere], help="what a failure message says / 解读失败提示")
    message.add_argument("text", metavar="TEXT", help="the message, - to read it from the input / 提示原文，- 从输入读")
    message.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")
    line = commands.add_parser("probe", parents=[everywhere], help="how steadily hosts answer / 网络稳不稳")
    line.add_argument("targets", nargs="*", metavar="HOST:PORT", help="proposed ones when left out / 不写就用现成的")
    line.add_argument("--rounds", type=int, metavar="N", help="rounds for each host / 每个地址测几轮")
    line.add_argument("--timeout", type=float, metavar="S", help="seconds a round may take / 每轮最多等几秒")
    line.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")


def _add_library(commands: argparse._SubParsersAction[_Parser], everywhere: _Parser) -> None:
    shelf = commands.add_parser("library", help="read and find / 阅读和查找")
    actions = shelf.add_subparsers(dest="action", required=True, metavar="action", parser_class=_Parser)
    listed = actions.add_parser("list", parents=[everywhere], help="all there is / 有哪些")
    shown = actions.add_parser("show", parents=[everywhere], help="one of them / 看一篇")
    shown.add_argument("id", metavar="ID", help="of an article, word, case or cause / 编号")
    found = actions.add_parser("search", parents=[everywhere], help="find / 查找")
    found.add_argument("text", nargs="+", metavar="TEXT", help="words, or Chinese by its sounds / 词或拼音")
    read = actions.add_parser("reading", parents=[everywhere], help="how hard it reads / 好不好读")
    for action in (listed, shown, found, read):
        action.add_argument("--json", action="store_true", help="for programs / 给程序用")


def _add_journal(commands: argparse._SubParsersAction[_Parser], everywhere: _Parser) -> None:
    kept = commands.add_parser("journal", help="what you kept / 你存下的记录")
    actions = kept.add_subparsers(dest="action", required=True, metavar="action", parser_class=_Parser)
    where = _Parser(add_help=False, parents=[everywhere])
    where.add_argument("--folder", type=Path, metavar="DIR", help="another journal / 另一份日志")
    where.add_argument("--passphrase-file", type=Path, metavar="FILE", help="instead of typing it / 口令所在的文件")
    one = actions.add_parser("list", parents=[where], help="records, newest first / 列出记录")
    one.add_argument("--kind", choices=("assessment", "score", "attempt", "note", "quiz"), help="only these / 只看一种")
    one.add_argument("--having", action="append", default=[], metavar="WHAT=VALUE", help="band=high, …")
    one.add_argument("--from", dest="first", metavar="DATE", help="first day / 从哪天")
    one.add_argument("--to", dest="last", metavar="DATE", help="last day / 到哪天")
    one.add_argument("--json", action="store_true", help="everything / 全部内容")
    out = actions.add_parser("export", parents=[where], help="write into a file, not locked / 导出，不上锁")
    out.add_argument("file", type=Path, metavar="FILE")
    forms = out.add_mutually_exclusive_group()
    forms.add_argument("--scores", dest="form", action="store_const", const="scores", default="json", help="CSV")
    forms.add_argument("--outcomes", dest="form", action="store_const", const="outcomes", help="for learn / 供学习")
    into = actions.add_parser("import", parents=[where], help="count, then bring in / 先数，再导入")
    into.add_argument("file", type=Path, nargs="?", metavar="FILE")
    into.add_argument("--keep", choices=("mine", "theirs", "newer"), default="mine", help="which side stays / 留哪边")
    into.add_argument("--apply", action="store_true", help="do it / 真的导入")
    into.add_argument("--undo", action="store_true", help="take back the last import / 撤回上一次导入")
    actions.add_parser("check", parents=[where], help="is everything as it was saved / 是否完好")
    gone = actions.add_parser("delete", parents=[where], help="single records, or everything / 删除")
    gone.add_argument("uids", nargs="*", metavar="NAME", help="as list shows them / 列表里的名字")
    gone.add_argument("--everything", action="store_true", help="journal, keys, copies / 连备份一起")
    gone.add_argument("--yes", action="store_true", help="with --everything: do it / 真的删除")
    taught = commands.add_parser("learn", parents=[everywhere], help="what outcomes teach / 从结果里学习")
    taught.add_argument("file", type=Path, metavar="FILE.jsonl", help="an outcome a line / 一行一个结果")
    taught.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")


def _now() -> dt.datetime:
    return dt.datetime.now(CHINA).replace(tzinfo=None)


def _journal_folder() -> Path:
    return user_data_path("disburse-check", appauthor=False) / "journal"


def _workplace(options: argparse.Namespace) -> Workplace:
    shipped = Path(str(files("content") / "model")).parent
    layouts = {entry.name: entry.read_text("utf-8") for entry in (files("resources") / "reports").iterdir()}
    chosen = (options.command == "content" and options.folder) or options.content or shipped
    today = dt.datetime.now(CHINA).date()
    return Workplace(shipped, chosen, layouts, user_cache_path("disburse-check"), today, options.lang)


def _date(text: str) -> dt.date:
    try:
        moment = to_moment(text)
    except NotAnAnswerError as error:
        raise AppError("bad_date", found=text[:40], expected=error.expected) from None
    return moment.date() if isinstance(moment, dt.datetime) else moment


if __name__ == "__main__":
    sys.exit(main())
