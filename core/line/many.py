"""Many borrowers at once: batch."""

from __future__ import annotations

import sys
from pathlib import Path

from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, date_of
from core.line.parser import Parser


def _add_batch(commands: Commands, everywhere: Parser) -> None:
    many = commands.add_parser(
        "batch",
        parents=[everywhere],
        help="cli.command.batch",
        epilog="cli.columns",
    )
    many.add_argument("table", type=Path, metavar="IN", help="cli.option.table")
    many.add_argument("out", type=Path, metavar="OUT", help="cli.option.estimates")
    many.add_argument("--rejects", type=Path, metavar="FILE", help="cli.option.rejects")
    many.add_argument("--as-of", metavar="DATE", help="cli.option.as_of_all")
    many.add_argument("--json", action="store_true", help="cli.option.json_counts")


def _batch(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because it brings numpy and polars, which no other quick command needs.
    from core.commands.batch import batch_as_json, batch_as_text, files_of

    as_of = date_of(options.as_of) if options.as_of else None
    files = files_of(options.table, options.out, options.rejects)
    return (batch_as_json if options.json else batch_as_text)(place, files, as_of, sys.stderr)


COMMANDS = (Command("batch", _add_batch, _batch),)
