"""Whom to ask and what to write: rights, letter, pack."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from core.commands import rights
from core.commands.workplace import Workplace
from core.explain.layout import Form
from core.line.command import Around, Command, Commands, Options, date_of
from core.line.parser import Parser
from core.schema.rights import InstitutionKind


def _add_rights(commands: Commands, everywhere: Parser) -> None:
    told = commands.add_parser("rights", parents=[everywhere], help="cli.command.rights")
    told.add_argument("answers", type=Path, nargs="?", metavar="ANSWERS.toml", help="cli.option.whose_answers")
    told.add_argument("--json", action="store_true", help="cli.option.json")
    _add_case(told)


def _rights(place: Workplace, options: Options, _around: Around) -> str:
    return (rights.rights_as_json if options.json else rights.rights_as_text)(place, options.answers, _asked(options))


def _add_letter(commands: Commands, everywhere: Parser) -> None:
    letter = commands.add_parser("letter", parents=[everywhere], help="cli.command.letter")
    letter.add_argument("kind", metavar="KIND", help="cli.option.letter")
    letter.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    letter.add_argument("--field", action="append", metavar="NAME=TEXT", help="cli.option.field")
    _add_case(letter)
    _add_forms(letter, data=False)


def _letter(place: Workplace, options: Options, _around: Around) -> str:
    form, target = _form(options)
    text = rights.letter_as(place, options.kind, options.answers, _asked(options), form)
    return rights.written(place, text, target) if target else text


def _add_pack(commands: Commands, everywhere: Parser) -> None:
    pack = commands.add_parser("pack", parents=[everywhere], help="cli.command.pack")
    pack.add_argument("answers", type=Path, metavar="ANSWERS.toml")
    pack.add_argument("--message", metavar="TEXT", help="cli.option.last_message")
    _add_case(pack)
    _add_forms(pack, data=True)


def _pack(place: Workplace, options: Options, _around: Around) -> str:
    if options.json:
        return rights.pack_as_json(place, options.answers, _asked(options))
    form, target = _form(options)
    text = rights.pack_as(place, options.answers, _asked(options), form)
    return rights.written(place, text, target) if target else text


def _add_case(made: Parser) -> None:
    made.add_argument("--as-of", metavar="DATE", help="cli.option.as_of")
    made.add_argument("--lender-kind", choices=get_args(InstitutionKind), help="cli.option.lender_kind")


def _add_forms(made: Parser, *, data: bool) -> None:
    out = made.add_mutually_exclusive_group()
    out.add_argument("--html", type=Path, metavar="FILE", help="cli.option.html")
    out.add_argument("--md", type=Path, metavar="FILE", help="cli.option.md")
    if data:
        out.add_argument("--json", action="store_true", help="cli.option.json_trace")


def _asked(options: Options) -> rights.Asked:
    given = vars(options)
    as_of = date_of(options.as_of) if options.as_of else None
    fields, message = given.get("field") or (), given.get("message") or ""
    return rights.Asked(as_of, given.get("lender_kind"), fields, message)


def _form(options: Options) -> tuple[Form, Path | None]:
    if options.html:
        return "html", options.html
    return ("md", options.md) if options.md else ("txt", None)


COMMANDS = (
    Command("rights", _add_rights, _rights),
    Command("letter", _add_letter, _letter),
    Command("pack", _add_pack, _pack),
)
