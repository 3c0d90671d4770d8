"""The command line: every capability without a window. One of the two places that know where things lie."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from core.catalogue import Catalogue
from core.commands.content import problem_lines
from core.commands.workplace import Workplace
from core.errors import AppError, ContentError, ProblemsError, reason_of
from core.explain.language import CODES
from core.line import asking, assessing, authoring, keeping, learning, many, measuring, reading, workshop
from core.line.command import MISTAKE, Around, Verdict, check_apart
from core.line.parser import USUAL, Parser, Words, language_in, words_of_line
from core.line.wrong_call import as_shown
from core.loading.answer_values import CHINA

PROGRAM = "disburse-check"
STOPPED = 130
"""What shells call a command that ended by Ctrl+C."""
COMMANDS = {
    command.name: command
    for group in (assessing, authoring, measuring, asking, reading, learning, keeping, workshop, many)
    for command in group.COMMANDS
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when done, 1 for mistakes or differences, 2 for a wrong word or file, 130 if stopped."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A pipe on Windows may not know Chinese; losing a sign is better than losing the report.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = cache(partial(words_of_line, _shipped(), language_in(given)))
    try:
        options = parser_of(words).parse_args(given, argparse.Namespace(lang=USUAL, content=None))
        check_apart(options)
    except AppError as error:
        return _mistaken(error, words())
    place = _workplace(options)
    try:
        told = COMMANDS[options.command].run(place, options, Around(_now, _journal_folder, _common_characters))
        print(told, flush=True)
        return told.code if isinstance(told, Verdict) else 0
    except AppError as error:
        return _tell(error, place, options)
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        sys.stderr.close()
    except OSError as error:  # whatever else the system refuses, such as a name that is too long to be looked for
        code = "system_refused" if error.filename else "output_refused"
        facts = {"file": as_shown(str(error.filename)), "reason": reason_of(error)}
        return _tell(AppError(code, **facts), place, options)
    except KeyboardInterrupt:  # whoever asked for it need not be told
        return STOPPED
    return 0


def parser_of(words: Words) -> Parser:
    """Return the parser of every command; ``words`` are asked for only when something is to be said."""
    everywhere = Parser(add_help=False)
    everywhere.add_argument("--lang", choices=sorted(CODES), default=argparse.SUPPRESS, help="cli.option.lang")
    everywhere.add_argument("--content", type=Path, metavar="DIR", default=argparse.SUPPRESS, help="cli.option.content")
    parser = Parser(prog=PROGRAM, description="cli.description", parents=[everywhere], words=words)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS.values():
        command.add(commands, everywhere)
    return parser


def _tell(error: AppError, place: Workplace, options: argparse.Namespace) -> int:
    """Print what is wrong, a line each, and return the exit code."""
    words = place.own_words
    if isinstance(error, ProblemsError):
        lines = problem_lines(error.problems, words)
        print("\n".join(lines), file=sys.stderr)
        if isinstance(error, ContentError):
            print(words("cli.problems_found", count=len(lines)), file=sys.stderr)
            return 1 if options.command == "content" else MISTAKE
        return MISTAKE
    return _mistaken(error, words)


def _mistaken(error: AppError, words: Catalogue) -> int:
    print(words("cli.error", told=words(f"error.{error.code}", **error.facts)), file=sys.stderr)
    return MISTAKE


def _now() -> dt.datetime:
    return dt.datetime.now(CHINA).replace(tzinfo=None)


def _journal_folder() -> Path:
    return user_data_path(PROGRAM, appauthor=False) / "journal"


def _common_characters() -> frozenset[str]:
    return frozenset((files("resources") / "reading" / "common_characters.txt").read_text("utf-8"))


def _shipped() -> Path:
    return Path(str(files("content") / "model")).parent


def _workplace(options: argparse.Namespace) -> Workplace:
    shipped = _shipped()
    layouts = {entry.name: entry.read_text("utf-8") for entry in (files("resources") / "reports").iterdir()}
    chosen = (options.command == "content" and vars(options).get("folder")) or options.content or shipped
    return Workplace(shipped, chosen, layouts, user_cache_path(PROGRAM), _now().date(), options.lang)


if __name__ == "__main__":
    sys.exit(main())
