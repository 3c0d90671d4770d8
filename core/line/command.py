"""What a command of the command line is."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from core.commands.workplace import Workplace
from core.errors import AppError
from core.line.parser import Parser
from core.loading.answer_values import NotAnAnswerError, to_moment

MISTAKE = 2
"""Exit code when something the user gave cannot be used."""


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


def check_apart(options: Options) -> None:
    """Check that no file is named twice: what is written would take the place of what is read.

    Raises:
        AppError: One is; nothing has been read or written yet.
    """
    known: set[str] = set()
    for file in (value for value in vars(options).values() if isinstance(value, Path)):
        place = os.path.realpath(file)
        if place in known and not file.is_dir():
            raise AppError("call_same_file", file=file)
        known.add(place)
