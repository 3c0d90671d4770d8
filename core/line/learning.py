"""What somebody learns with: quiz."""

from __future__ import annotations

from pathlib import Path

from core.commands.workplace import Workplace
from core.line.command import MISTAKE, Around, Command, Commands, Options, Verdict
from core.line.parser import Parser


def _add_quiz(commands: Commands, everywhere: Parser) -> None:
    quiz = commands.add_parser("quiz", parents=[everywhere], help="cli.command.quiz")
    actions = quiz.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", parents=[everywhere], help="cli.command.quiz_list")
    shown = actions.add_parser("show", parents=[everywhere], help="cli.command.quiz_show")
    shown.add_argument("id", metavar="ID", help="cli.option.item")
    out = actions.add_parser("export", parents=[everywhere], help="cli.command.quiz_export")
    out.add_argument("file", type=Path, metavar="OUT.gift")
    for action in (listed, out):
        action.add_argument("--lesson", metavar="LESSON", help="cli.option.lesson")
    into = actions.add_parser("import", parents=[everywhere], help="cli.command.quiz_import")
    into.add_argument("file", type=Path, metavar="FILE.gift")
    into.add_argument("--out", type=Path, metavar="DIR", help="cli.option.items_out")
    into.add_argument("--article", default="", metavar="ID", help="cli.option.article")
    into.add_argument("--unit", default="", metavar="UNIT", help="cli.option.unit")
    for action in (listed, shown, into):
        action.add_argument("--json", action="store_true", help="cli.option.json")


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
    return Verdict(taken.as_json() if options.json else taken.as_text(place), 0 if taken.drafts else MISTAKE)


COMMANDS = (Command("quiz", _add_quiz, _quiz),)
