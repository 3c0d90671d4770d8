"""What argparse finds wrong with a call -> an error of ours: it says so in English, and in one long line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from core.errors import AppError

LONGEST = 100
"""So many signs of what was typed are shown."""
_MARKS = re.compile(r"""^['"]|['"]$|(?<=, )['"]|['"](?=, )""")
_KINDS = {
    "call_not_a_choice": r"invalid choice: (?P<found>.*?)(?:, maybe you meant .*?)? \(choose from (?P<expected>.*)\)",
    "call_missing": r"the following arguments are required: (?P<missing>.*)",
    "call_no_value": r"expected (?:one argument|at least one argument|\d+ arguments?)",
    "call_not_whole": r"invalid int value: (?P<found>.*)",
    "call_not_a_number": r"invalid float value: (?P<found>.*)",
    "call_no_path": r"invalid Path value: .*",
    "call_not_both": r"not allowed with argument (?P<other>.*)",
    "call_ambiguous": r"ambiguous option: (?P<found>.*) could match (?P<expected>.*)",
    "call_takes_no_value": r"ignored explicit argument (?P<found>.*)",
}
"""Code of an error -> how argparse says it, in every Python from 3.11 on; what is between the braces are its facts."""
_ABOUT = r"(?:argument (?P<option>[^:]+): )?"
_PATTERNS = {code: re.compile(_ABOUT + pattern, re.DOTALL) for code, pattern in _KINDS.items()}


class WrongCallError(AppError):
    """A command cannot be called so; every sentence says where its help is."""

    code = "call_wrong"

    def __init__(self, code: str, program: str, /, **facts: str) -> None:
        super().__init__(code, help=f"{program} --help", **facts)


def named_by(message: str, program: str) -> WrongCallError:
    """Return what a message of argparse says; what no pattern fits is told in general."""
    for code, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(message):
            facts = {name: as_shown(text) for name, text in match.groupdict().items() if text is not None}
            return WrongCallError(code, program, **facts)
    return WrongCallError("call_wrong", program)


def no_such_command(found: str, known: Iterable[str], program: str) -> WrongCallError:
    """Return that there is no such command, and which is nearest or which there are."""
    near = get_close_matches(found, list(known), n=1)
    if near:
        return WrongCallError("call_unknown_command_near", program, found=as_shown(found), near=near[0])
    return WrongCallError("call_unknown_command", program, found=as_shown(found), expected=", ".join(known))


def unknown_options(words: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return which of the words look like options and are none, nor the beginning of one.

    Examples:
        >>> unknown_options(["--amout", "100", "--mon", "-3", "--rate=1"], ["--amount", "--months", "--rate"])
        ['--amout']
    """
    options = [word.partition("=")[0] for word in words if re.match("-[^0-9.]", word)]
    return [option for option in options if not any(name.startswith(option) for name in known)]


def stranger(left: Sequence[str], known: Sequence[str], program: str) -> WrongCallError:
    """Return what is wrong with words that nothing takes: no such option, or one word too many."""
    option = next(iter(unknown_options(left, known)), None)
    if option is None:
        return WrongCallError("call_too_many", program, found=as_shown(left[0]))
    # Without the strokes before them, by which all are alike.
    near = get_close_matches(option.lstrip("-"), [name.lstrip("-") for name in known], n=1)
    if near:
        return WrongCallError("call_unknown_option_near", program, found=as_shown(option), near=f"--{near[0]}")
    return WrongCallError("call_unknown_option", program, found=as_shown(option))


def as_shown(text: str) -> str:
    """Return what was typed, short, without the marks argparse puts around it and signs that move the cursor.

    Examples:
        >>> as_shown("'chek'"), as_shown("'check', 'batch'"), as_shown("365, 360")
        ('chek', 'check, batch', '365, 360')
    """
    plain = _MARKS.sub("", text)[:LONGEST]
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in plain)
