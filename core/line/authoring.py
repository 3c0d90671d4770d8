"""Writing content: content check, preview, new, diff."""

from __future__ import annotations

from pathlib import Path

from core.commands.content import content_check
from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, Verdict
from core.line.parser import Parser


def _add_content(commands: Commands, everywhere: Parser) -> None:
    folder = commands.add_parser("content", parents=[everywhere], help="cli.command.content")
    actions = folder.add_subparsers(dest="action", required=True, metavar="ACTION")
    checked = actions.add_parser("check", parents=[everywhere], help="cli.command.content_check")
    checked.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    shown = actions.add_parser("preview", parents=[everywhere], help="cli.command.content_preview")
    shown.add_argument("id", metavar="ID", help="cli.option.entry")
    shown.add_argument("--kind", default="", metavar="KIND", help="cli.option.entry_kind")
    shown.add_argument("--unknown", action="store_true", help="cli.option.unknown")
    out = shown.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="cli.option.json")
    out.add_argument("--html", type=Path, metavar="FILE", help="cli.option.html")
    made = actions.add_parser("new", parents=[everywhere], help="cli.command.content_new")
    made.add_argument("target", type=Path, metavar="DIR")
    both = actions.add_parser("diff", parents=[everywhere], help="cli.command.content_diff")
    both.add_argument("first", type=Path, metavar="A", help="cli.option.diff_first")
    both.add_argument("second", type=Path, nargs="?", metavar="B")
    both.add_argument("--effect", action="store_true", help="cli.option.effect")
    both.add_argument("--json", action="store_true", help="cli.option.json")


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
