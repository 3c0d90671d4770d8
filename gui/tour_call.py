"""How the tour is called at a terminal, told in the reader's language as every other command is. No Qt."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from core.explain.language import CODES
from core.line.parser import USUAL, Parser, Words
from core.line.wrong_call import WrongCallError, as_shown
from gui.theme.tokens import LARGEST_SCALE, SMALLEST_SCALE, THEMES

PROGRAM = "disburse-check tour"
SIZE = (1280, 800)


def options_in(arguments: Sequence[str], words: Words) -> argparse.Namespace:
    """Return where the pictures go (``out``), and the looks: ``lang``, ``theme``, ``scale`` in per cent, ``size``.

    Raises:
        WrongCallError: The tour cannot be called so.
    """
    parser = Parser(prog=PROGRAM, description="cli.command.tour", words=words)
    parser.add_argument("--out", type=Path, default=Path("tour"), metavar="DIR", help="cli.option.out_tour")
    parser.add_argument("--lang", choices=sorted(CODES), default=USUAL, help="cli.option.lang")
    parser.add_argument("--theme", choices=THEMES, default=THEMES[0], help="cli.option.theme")
    scales = f"{SMALLEST_SCALE}-{LARGEST_SCALE}"
    parser.add_argument("--scale", type=_scale, default=100, metavar=scales, help="cli.option.scale")
    parser.add_argument("--size", type=_size, default=SIZE, metavar="{}x{}".format(*SIZE), help="cli.option.size")
    return parser.parse_args(list(arguments), argparse.Namespace())


def _scale(text: str) -> int:
    if text.isdecimal() and SMALLEST_SCALE <= int(text) <= LARGEST_SCALE:
        return int(text)
    raise _not_one_of("--scale", text, f"{SMALLEST_SCALE}-{LARGEST_SCALE}")


def _size(text: str) -> tuple[int, int]:
    if match := re.fullmatch(r"(\d{3,4})x(\d{3,4})", text):
        return int(match[1]), int(match[2])
    raise _not_one_of("--size", text, "100x100-9999x9999")


def _not_one_of(option: str, text: str, expected: str) -> WrongCallError:
    return WrongCallError("call_not_a_choice", PROGRAM, option=option, found=as_shown(text), expected=expected)
