"""Writing content: content check, preview, new, diff."""

from __future__ import annotations

from pathlib import Path

from core.commands.content import content_check
from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, Parser, Verdict


def _add_content(commands: Commands, everywhere: Parser) -> None:
    folder = commands.add_parser("content", help="write and check content / 编写和检查内容")
    actions = folder.add_subparsers(dest="action", required=True, metavar="action", parser_class=Parser)
    checked = actions.add_parser("check", parents=[everywhere], help="every problem / 列出所有问题")
    checked.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    shown = actions.add_parser("preview", parents=[everywhere], help="one entry as it is read / 预览一条")
    shown.add_argument("id", metavar="ID", help="of a question, cause, article ... / 问题、原因、文章等的编号")
    shown.add_argument("--kind", default="", metavar="KIND", help="where two have the same id / 编号相同的时候")
    shown.add_argument("--unknown", action="store_true", help="with nothing known of the reader / 什么都不知道时")
    out = shown.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="parts and findings as data / 全部数据")
    out.add_argument("--html", type=Path, metavar="FILE", help="write a page / 写成网页")
    made = actions.add_parser("new", parents=[everywhere], help="a folder of one's own / 自己的内容夹")
    made.add_argument("target", type=Path, metavar="DIR")
    both = actions.add_parser("diff", parents=[everywhere], help="what differs; exit code 1 if anything / 有什么不同")
    both.add_argument("first", type=Path, metavar="A", help="alone: against the program's own / 只给一个：和自带的比")
    both.add_argument("second", type=Path, nargs="?", metavar="B")
    both.add_argument("--effect", action="store_true", help="what it does to the cases / 对案例的影响")
    both.add_argument("--json", action="store_true", help="everything as data / 全部数据")


def _content(place: Workplace, options: Options, _around: Around) -> str:
    return content_check(place) if options.action == "check" else ACTIONS[options.action](place, options)


def _preview(place: Workplace, options: Options) -> str:
    # Loaded here, as below, because no other command needs it.
    from core.commands import authoring

    asked = authoring.Asked(options.id, options.kind, known=not options.unknown)
    if options.json:
        return authoring.preview_as_json(place, asked)
    if options.html:
        return authoring.preview_to_file(place, asked, options.html)
    return authoring.preview_as_markdown(place, asked)


def _new(place: Workplace, options: Options) -> str:
    from core.commands import authoring

    return authoring.new(place, options.target)


def _diff(place: Workplace, options: Options) -> str:
    from core.commands import authoring

    first, second = (options.first, options.second) if options.second else (place.shipped, options.first)
    found = authoring.compared(place, first, second, effect=options.effect)
    return Verdict(found.as_json() if options.json else found.as_text(), 0 if found.difference.same else 1)


ACTIONS = {"preview": _preview, "new": _new, "diff": _diff}
COMMANDS = (Command("content", _add_content, _content),)
