"""What a command of the command line is."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeAlias

from core.commands.workplace import Workplace
from core.errors import AppError
from core.loading.answer_values import NotAnAnswerError, to_moment

MISTAKE = 2
"""Exit code when something the user gave cannot be used."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        """Leave with one line and exit code 2; argparse speaks English only, so the way out is in both languages."""
        self.exit(MISTAKE, f"{self.prog}: {message}; usage / 用法: {self.prog} --help\n")


Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where commands are added; argparse has no public name for it, and at run time no parameter."""
Options = argparse.Namespace


@dataclass(frozen=True)
class Around:
    """What the entry point alone knows; asked only by the commands that need it.

    Attributes:
        now: The moment, in China's time.
        journal: The folder of the user's journal.
        common: The signs of the list of common ones, by which reading is measured.
    """

    now: Callable[[], dt.datetime]
    journal: Callable[[], Path]
    common: Callable[[], frozenset[str]]


class Verdict(str):
    """What a command prints, when a script is to be told something by the exit code as well."""

    __slots__ = ("code",)
    code: int

    def __new__(cls, text: str, code: int) -> Verdict:
        """Return the text with its exit code."""
        made = super().__new__(cls, text)
        made.code = code
        return made


@dataclass(frozen=True)
class Command:
    """One command: ``add`` makes its options, those of every command as parents; ``run`` returns what it prints."""

    name: str
    add: Callable[[Commands, Parser], None]
    run: Callable[[Workplace, Options, Around], str]


def date_of(text: str) -> dt.date:
    """Return a day that was typed.

    Raises:
        AppError: It is none.
    """
    try:
        moment = to_moment(text)
    except NotAnAnswerError as error:
        raise AppError("bad_date", found=text[:40], expected=error.expected) from None
    return moment.date() if isinstance(moment, dt.datetime) else moment
