"""What is kept, and what is learned from it: journal, learn."""

from __future__ import annotations

import getpass
import warnings
from pathlib import Path

from core.commands.workplace import Workplace
from core.errors import NOT_TEXT, AppError, reason_of
from core.line.command import Around, Command, Commands, Options, date_of
from core.line.parser import Parser
from core.line.wrong_call import WrongCallError

LISTED = ("assessment", "score", "attempt", "note", "quiz", "sent")
"""The kinds of record, as in :mod:`core.journal.records`, which this must not load."""


def _add_journal(commands: Commands, everywhere: Parser) -> None:
    kept = commands.add_parser("journal", parents=[everywhere], help="cli.command.journal")
    actions = kept.add_subparsers(dest="action", required=True, metavar="ACTION")
    where = Parser(add_help=False, parents=[everywhere])
    where.add_argument("--folder", type=Path, metavar="DIR", help="cli.option.journal_folder")
    where.add_argument("--passphrase-file", type=Path, metavar="FILE", help="cli.option.passphrase")
    one = actions.add_parser("list", parents=[where], help="cli.command.journal_list")
    one.add_argument(
        "--kind", choices=("assessment", "score", "attempt", "note", "quiz", "sent"), help="cli.option.record_kind"
    )
    one.add_argument("--having", action="append", default=[], metavar="WHAT=VALUE", help="cli.option.having")
    one.add_argument("--from", dest="first", metavar="DATE", help="cli.option.first")
    one.add_argument("--to", dest="last", metavar="DATE", help="cli.option.last")
    one.add_argument("--json", action="store_true", help="cli.option.json")
    one.add_argument("--example", action="store_true", help="cli.option.example")
    out = actions.add_parser("export", parents=[where], help="cli.command.journal_export")
    out.add_argument("file", type=Path, metavar="FILE")
    forms = out.add_mutually_exclusive_group()
    forms.add_argument(
        "--scores", dest="form", action="store_const", const="scores", default="json", help="cli.option.for_scores"
    )
    forms.add_argument(
        "--outcomes", dest="form", action="store_const", const="outcomes", help="cli.option.for_outcomes"
    )
    into = actions.add_parser("import", parents=[where], help="cli.command.journal_import")
    into.add_argument("file", type=Path, nargs="?", metavar="FILE")
    sides = ("mine", "theirs", "newer", "both")
    into.add_argument("--keep", choices=sides, default="mine", help="cli.option.keep")
    into.add_argument("--apply", action="store_true", help="cli.option.apply")
    into.add_argument("--undo", action="store_true", help="cli.option.undo")
    actions.add_parser("check", parents=[where], help="cli.command.journal_check")
    gone = actions.add_parser("delete", parents=[where], help="cli.command.journal_delete")
    gone.add_argument("uids", nargs="*", metavar="NAME", help="cli.option.records")
    gone.add_argument("--everything", action="store_true", help="cli.option.everything")
    gone.add_argument("--yes", action="store_true", help="cli.option.yes")


def _journal(place: Workplace, options: Options, around: Around) -> str:
    # Loaded here because it brings SQLite and cryptography, which no other command needs.
    from core.commands.journal import (
        Asked,
        JournalPlace,
        Wanted,
        check_terms,
        journal_as_json,
        journal_as_text,
        journal_check,
        journal_delete,
        journal_export,
        journal_import,
    )
    from core.commands.journal_example import example_as_json, example_as_text

    at = JournalPlace(options.folder or around.journal(), around.now, lambda: _secret(place, options))
    check_call(options)
    if options.action == "list":
        first, last = (date_of(text) if text else None for text in (options.first, options.last))
        check_terms(options.having, first, last)
        wanted = Wanted(options.kind, tuple(options.having), first, last)
        if options.example:
            return (example_as_json if options.json else example_as_text)(place, around.now, wanted)
        return journal_as_json(at, wanted) if options.json else journal_as_text(place, at, wanted)
    if options.action == "import":
        asked = Asked(None if options.undo else options.file, options.keep, options.apply)
        return journal_import(place, at, asked)
    if options.action == "export":
        return journal_export(place, at, options.file, options.form)
    if options.action == "check":
        return journal_check(place, at)
    return journal_delete(place, at, None if options.everything else options.uids, options.yes)


def _secret(place: Workplace, options: Options) -> str:
    """Return what opens a locked journal: typed, or the first line of a file."""
    if options.passphrase_file:
        try:
            return str(options.passphrase_file.read_text("utf-8").partition("\n")[0])
        except (OSError, UnicodeDecodeError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else NOT_TEXT
            raise AppError("file_unreadable", file=options.passphrase_file.name, reason=reason) from None
    try:
        with warnings.catch_warnings():
            # Where nobody can type unseen, it would be read for all to see, or from what was meant as something else.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(place.language.words("journal.passphrase"))
    except (EOFError, getpass.GetPassWarning):
        raise AppError("journal_no_passphrase") from None


def check_call(options: Options) -> None:
    """Check that it is said what to import or to delete, and that only once.

    Raises:
        WrongCallError: Neither or both.
    """
    program = f"disburse-check journal {options.action}"
    if options.action == "import" and options.undo == (options.file is not None):
        raise WrongCallError("call_import", program)
    if options.action == "delete" and options.everything == bool(options.uids):
        raise WrongCallError("call_delete", program)


def _add_learn(commands: Commands, everywhere: Parser) -> None:
    taught = commands.add_parser("learn", parents=[everywhere], help="cli.command.learn")
    taught.add_argument("file", type=Path, metavar="FILE.jsonl", help="cli.option.outcomes")
    taught.add_argument("--json", action="store_true", help="cli.option.json_numbers")


def _learn(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because it brings numpy, which no other quick command needs.
    from core.commands.learn import learn_as_json, learn_as_text

    return (learn_as_json if options.json else learn_as_text)(place, options.file)


COMMANDS = (
    Command("journal", _add_journal, _journal),
    Command("learn", _add_learn, _learn),
)
