"""A workshop: class merge, class result, class plan, class sheets."""

from __future__ import annotations

from pathlib import Path

from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, Parser


def _add_class(commands: Commands, everywhere: Parser) -> None:
    room = commands.add_parser("class", help="results of a workshop / 工作坊的结果")
    actions = room.add_subparsers(dest="action", required=True, metavar="action", parser_class=Parser)
    merged = actions.add_parser("merge", parents=[everywhere], help="a folder into a report / 合并成报告")
    merged.add_argument("folder", type=Path, metavar="DIR", help="where the results are / 结果所在的文件夹")
    merged.add_argument("--workshop", metavar="CODE", help="only of this one / 只要这一场的")
    merged.add_argument("--out", type=Path, metavar="DIR", help="HTML, Markdown, CSV, JSON into it / 全部写进去")
    merged.add_argument("--html", type=Path, metavar="FILE", help="write a page / 写成网页")
    merged.add_argument("--md", type=Path, metavar="FILE", help="write Markdown / 写成 Markdown")
    merged.add_argument("--csv", type=Path, metavar="FILE", help="write a table / 写成表格")
    merged.add_argument("--json", action="store_true", help="all numbers, unrounded / 全部数字")
    one = actions.add_parser("result", parents=[everywhere], help="is this a result / 检查一份结果")
    one.add_argument("file", type=Path, metavar="FILE")
    plan = actions.add_parser("plan", parents=[everywhere], help="is this a plan / 检查一份计划")
    plan.add_argument("file", type=Path, metavar="FILE.toml")
    sheets = actions.add_parser("sheets", parents=[everywhere], help="the paper of a plan / 练习单")
    sheets.add_argument("file", type=Path, metavar="FILE.toml")
    sheets.add_argument("--answers", action="store_true", help="the leader's / 答案单")
    sheets.add_argument("--html", type=Path, metavar="FILE", help="write a page / 写成网页")


def _class(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because only a workshop needs it.
    from core.commands import class_, class_sheets

    if options.action == "result":
        return class_.result_as_text(place, options.file)
    if options.action == "plan":
        return class_.plan_as_text(place, options.file)
    if options.action == "sheets":
        return class_sheets.sheets_as_text(place, options.file, options.answers, options.html)
    wanted = class_.Wanted(options.out, options.html, options.md, options.csv)
    merge = class_.merge_as_json if options.json else class_.merge_as_text
    return merge(place, options.folder, options.workshop, wanted)


COMMANDS = (Command("class", _add_class, _class),)
