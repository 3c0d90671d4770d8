"""What there is to read: library."""

from __future__ import annotations

from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, Parser


def _add_library(commands: Commands, everywhere: Parser) -> None:
    shelf = commands.add_parser("library", help="read and find / 阅读和查找")
    actions = shelf.add_subparsers(dest="action", required=True, metavar="action", parser_class=Parser)
    listed = actions.add_parser("list", parents=[everywhere], help="all there is / 有哪些")
    shown = actions.add_parser("show", parents=[everywhere], help="one of them / 看一篇")
    shown.add_argument("id", metavar="ID", help="of an article, word, case or cause / 编号")
    found = actions.add_parser("search", parents=[everywhere], help="find / 查找")
    found.add_argument("text", nargs="+", metavar="TEXT", help="words, or Chinese by its sounds / 词或拼音")
    read = actions.add_parser("reading", parents=[everywhere], help="how hard it reads / 好不好读")
    for action in (listed, shown, found, read):
        action.add_argument("--json", action="store_true", help="for programs / 给程序用")


def _library(place: Workplace, options: Options, around: Around) -> str:
    # Loaded here because only reading needs it.
    from core.commands import library

    if options.action == "list":
        return (library.list_as_json if options.json else library.list_as_text)(place)
    if options.action == "show":
        return (library.show_as_json if options.json else library.show_as_text)(place, options.id)
    if options.action == "search":
        return (library.search_as_json if options.json else library.search_as_text)(place, " ".join(options.text))
    return (library.reading_as_json if options.json else library.reading_as_text)(place, around.common())


COMMANDS = (Command("library", _add_library, _library),)
