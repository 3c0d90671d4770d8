"""What there is to read: library."""

from __future__ import annotations

from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options
from core.line.parser import Parser


def _add_library(commands: Commands, everywhere: Parser) -> None:
    shelf = commands.add_parser("library", parents=[everywhere], help="cli.command.library")
    actions = shelf.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", parents=[everywhere], help="cli.command.library_list")
    shown = actions.add_parser("show", parents=[everywhere], help="cli.command.library_show")
    shown.add_argument("id", metavar="ID", help="cli.option.to_read")
    found = actions.add_parser("search", parents=[everywhere], help="cli.command.library_search")
    found.add_argument("text", nargs="+", metavar="TEXT", help="cli.option.sought")
    read = actions.add_parser("reading", parents=[everywhere], help="cli.command.library_reading")
    for action in (listed, shown, found, read):
        action.add_argument("--json", action="store_true", help="cli.option.json")


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
