"""What somebody learns with: quiz."""

from __future__ import annotations

from pathlib import Path

from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, Parser


def _add_quiz(commands: Commands, everywhere: Parser) -> None:
    quiz = commands.add_parser("quiz", help="items, and Moodle's GIFT / 小测题目，GIFT 格式")
    actions = quiz.add_subparsers(dest="action", required=True, metavar="action", parser_class=Parser)
    listed = actions.add_parser("list", parents=[everywhere], help="all items / 有哪些题")
    shown = actions.add_parser("show", parents=[everywhere], help="one item with its answer / 看一道题和答案")
    shown.add_argument("id", metavar="ID", help="as list shows it / 编号")
    out = actions.add_parser("export", parents=[everywhere], help="write a GIFT file / 写成 GIFT 文件")
    out.add_argument("file", type=Path, metavar="OUT.gift")
    for action in (listed, out):
        action.add_argument("--lesson", metavar="LESSON", help="items of one lesson / 只要一课的题")
    into = actions.add_parser("import", parents=[everywhere], help="read a GIFT file / 读 GIFT 文件")
    into.add_argument("file", type=Path, metavar="FILE.gift")
    into.add_argument("--out", type=Path, metavar="DIR", help="write items for a content folder / 写成内容文件")
    into.add_argument("--article", default="", metavar="ID", help="that new items belong to / 新题属于哪篇文章")
    into.add_argument("--unit", default="", metavar="UNIT", help="of new numbers, such as yuan / 新题数字的单位")
    for action in (listed, shown, into):
        action.add_argument("--json", action="store_true", help="for programs / 给程序用")


def _quiz(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because only the quiz needs it.
    from core.commands import quiz

    if options.action == "list":
        return (quiz.list_as_json if options.json else quiz.list_as_text)(place, options.lesson)
    if options.action == "show":
        return (quiz.show_as_json if options.json else quiz.show_as_text)(place, options.id)
    if options.action == "export":
        return quiz.export(place, options.file, options.lesson)
    taken = quiz.taken_in(place, options.file, quiz.Given(options.out, options.article, options.unit))
    return taken.as_json() if options.json else taken.as_text(place)


COMMANDS = (Command("quiz", _add_quiz, _quiz),)
