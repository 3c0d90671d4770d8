"""A workshop: class merge, class result, class plan, class sheets."""

from __future__ import annotations

from pathlib import Path

from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options
from core.line.parser import Parser


def _add_class(commands: Commands, everywhere: Parser) -> None:
    room = commands.add_parser("class", parents=[everywhere], help="cli.command.class")
    actions = room.add_subparsers(dest="action", required=True, metavar="ACTION")
    merged = actions.add_parser("merge", parents=[everywhere], help="cli.command.class_merge")
    merged.add_argument("folder", type=Path, metavar="DIR", help="cli.option.results")
    merged.add_argument("--workshop", metavar="CODE", help="cli.option.workshop")
    merged.add_argument("--out", type=Path, metavar="DIR", help="cli.option.out_all")
    merged.add_argument("--html", type=Path, metavar="FILE", help="cli.option.html")
    merged.add_argument("--md", type=Path, metavar="FILE", help="cli.option.md")
    merged.add_argument("--csv", type=Path, metavar="FILE", help="cli.option.csv")
    merged.add_argument("--json", action="store_true", help="cli.option.json_numbers")
    one = actions.add_parser("result", parents=[everywhere], help="cli.command.class_result")
    one.add_argument("file", type=Path, metavar="FILE")
    plan = actions.add_parser("plan", parents=[everywhere], help="cli.command.class_plan")
    plan.add_argument("file", type=Path, metavar="FILE.toml")
    sheets = actions.add_parser("sheets", parents=[everywhere], help="cli.command.class_sheets")
    sheets.add_argument("file", type=Path, metavar="FILE.toml")
    sheets.add_argument("--answers", action="store_true", help="cli.option.sheet_answers")
    sheets.add_argument("--html", type=Path, metavar="FILE", help="cli.option.html")


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
