"""The parser of the command line, which says what is wrong, and what there is, in the reader's language."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, TypeAlias, get_args

from core.catalogue import Catalogue
from core.explain.language import CODES
from core.line.wrong_call import WrongCallError, named_by, no_such_command, stranger, unknown_options
from core.loading.files import TEXTS_FOLDER, take_snapshot
from core.loading.texts import texts_of
from core.money.offer import When

Words: TypeAlias = Callable[[], Catalogue]
"""Asked only when something is to be said: most calls are right, and read nothing for it."""
TYPED: Mapping[str, str] = {
    "fee_times": ", ".join(get_args(When)),
    "having": "band=high",
    "letter": "question_to_lender",
    "unit": "yuan",
    "tables": "*.csv, *.jsonl, *.parquet",
    "none": "none",
    "not_sure": "not_sure",
    "several": "a|b",
    "scores": "2026-09-01:650|2026-09-25:645",
    "first": "1",
    "third": "3",
    "bands": "low, moderate, elevated, high",
    "program": "disburse-check",
}
"""What the words of a help may name: signs that are typed as they stand, whatever the language."""
USUAL = "zh"


def words_of_line(shipped: Path, language: str) -> Catalogue:
    """Return the words that the command line itself has in a language such as ``zh``; the others are not read."""
    code = CODES[language]
    return Catalogue(code, texts_of(take_snapshot(shipped, f"{code}/{TEXTS_FOLDER}/cli.toml"), code).words)


def language_in(arguments: Sequence[str]) -> str:
    """Return the language that is asked for anywhere in a call, also in one that is wrong.

    Of a language that we do not have, the one is returned that whoever asked for it more likely reads.

    Examples:
        >>> language_in(["chek"]), language_in(["--lang", "en", "chek"]), language_in(["--lang=fr"])
        ('zh', 'en', 'en')
    """
    scout = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    scout.add_argument("--lang", nargs="?")
    try:
        asked = scout.parse_known_args(arguments)[0].lang or USUAL
    except argparse.ArgumentError:
        return USUAL
    if asked in CODES:
        return str(asked)
    return USUAL if not asked.isascii() or asked[:1].lower() in ("z", "c") else "en"


class Once(argparse.Action):
    """Keeps the value of an option, and refuses a second one, or none between quotation marks: neither is meant."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, _option: str | None = None
    ) -> None:
        """Keep a value.

        Raises:
            WrongCallError: The option stands there twice, or is empty.
        """
        if self.option_strings:
            option = self.option_strings[-1]
            if values == "":
                raise WrongCallError("call_empty", parser.prog, option=option)
            given = vars(namespace).setdefault("given", set())
            if self.dest in given:
                raise WrongCallError("call_twice", parser.prog, option=option)
            given.add(self.dest)
        setattr(namespace, self.dest, values)


class Helper(argparse.RawDescriptionHelpFormatter):
    """Lays out a help whose texts are keys of words."""

    def __init__(self, prog: str, words: Words | None = None) -> None:
        """Take the words; without them, as of a parser that only lends its options, keys stay keys."""
        super().__init__(prog)
        self._words = words

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add how a command is called, below our own heading."""
        super().add_usage(usage, actions, groups, self._said("cli.usage") if prefix is None else prefix)

    def add_text(self, text: str | None) -> None:
        """Add the text behind a key."""
        super().add_text(self._said(text) if text else text)

    def start_section(self, heading: str | None) -> None:
        """Begin a section; argparse makes two, what stands without a name and what has one."""
        super().start_section(self._said("cli.options" if heading == "options" else "cli.arguments"))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        # What comes back is filled with values by the sign of per cent.
        return self._said(action.help).replace("%", "%%") if action.help else action.help

    def _said(self, key: str) -> str:
        return self._words()(key, **TYPED) if self._words else key


class Parser(argparse.ArgumentParser):
    """Raises what is wrong as an error with a code; helps of arguments, descriptions and epilogs are keys of words."""

    def __init__(self, *, words: Words | None = None, add_help: bool = True, **rest: Any) -> None:
        """Take where the words are, and what argparse takes."""
        super().__init__(add_help=False, formatter_class=partial(Helper, words=words), **rest)
        self._words = words
        self._given: Sequence[str] = ()
        self._commands: Mapping[str, object] = {}
        self.register("action", None, Once)
        self.register("action", "store", Once)
        self.register("type", None, _text)
        self.register("type", Path, _path)
        if add_help:
            self.add_argument("-h", "--help", action="help", help="cli.option.help")

    def add_subparsers(self, **rest: Any) -> Any:
        """Return where commands are added; they speak as this one does."""
        # A partial class makes a class as well, which argparse's own annotations do not say.
        speaking: Any = partial(Parser, words=self._words)
        below = super().add_subparsers(parser_class=speaking, **rest)
        self._commands = below.choices
        return below

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Return the options; nothing may be left over.

        Raises:
            WrongCallError: The call is wrong.
        """
        self._given = list(sys.argv[1:] if args is None else args)
        found, left = super().parse_known_args(self._given, namespace)
        if left:
            raise stranger(left, self._options(), self.prog)
        return found, left

    def error(self, message: str) -> NoReturn:
        """Raise what argparse says in words of its own.

        Raises:
            WrongCallError: Always.
        """
        wrong = named_by(message, self.prog)
        if wrong.code == "call_not_a_choice" and not str(wrong.facts["option"]).startswith("-"):
            raise no_such_command(str(wrong.facts["found"]), self._commands, self.prog)
        if wrong.code == "call_missing":
            # Whoever misspelt the name of an option would else be told that it is missing.
            if self._commands:
                raise WrongCallError("call_no_command", self.prog, expected=", ".join(self._commands))
            if unknown := unknown_options(self._given, self._options()):
                raise stranger(unknown, self._options(), self.prog)
        raise wrong

    def _check_help(self, _action: argparse.Action) -> None:
        """Leave helps unread: from Python 3.14 on, argparse tries each as soon as its argument is added."""

    def _options(self) -> list[str]:
        return [option for action in self._actions for option in action.option_strings]


def _text(text: str) -> str:
    """Return a text that can be written into a file: a shell may hand over bytes that are none."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _path(text: str) -> Path:
    """Return a path. Nothing between quotation marks would be the folder where the program was started."""
    if not text.strip() or "\0" in text:
        raise ValueError(text)
    return Path(text)
