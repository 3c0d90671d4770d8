"""What the user typed as ``HOST:PORT`` -> a target, or what was expected instead."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.errors import AppError, Problem, ProblemsError

DEFAULT_PORT = 443
MOST_TARGETS = 20
_LONGEST = 300
_SHOWN = 60
_PARTS = re.compile(r"(?:\[(?P<six>[^\[\]]*)\]|(?P<name>[^\[\]:]*))(?::(?P<port>[^:]*))?")
_SIX_SIGNS = re.compile(r"[0-9A-Fa-f:.]+(%[\w.-]+)?", re.ASCII)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NAME, _FOUR, _SIX = "www.example.com:443", "192.0.2.1:443", "[2001:db8::1]:443"
_PORTS = "1–65535"


class BadTargetError(AppError):
    """One text is no place to connect to; the fact ``expected`` shows in language-free signs what would be."""

    code = "bad_target"


class BadTargetsError(ProblemsError):
    """Some of the texts are no places to connect to; each is a problem whose ``file`` is the text itself."""

    code = "bad_targets"


@dataclass(frozen=True, order=True)
class Target:
    """A place to connect to: a name in ASCII without its closing dot, or an address, and a port in 1–65535."""

    host: str
    port: int
    literal: bool = False

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def parse_targets(texts: Iterable[str]) -> tuple[Target, ...]:
    """Return the targets in the order they were typed, each once.

    Raises:
        BadTargetsError: Every text that is none, or more than twenty targets.
    """
    targets: dict[Target, None] = {}
    problems: list[Problem] = []
    for text in texts:
        try:
            targets[parse_target(text)] = None
        except BadTargetError as error:
            facts = (("expected", str(error.facts["expected"])), ("found", _shown(text)))
            problems.append(Problem(_shown(text), 0, error.code, facts))
    if len(targets) > MOST_TARGETS:
        facts = (("expected", str(MOST_TARGETS)), ("found", str(len(targets))))
        problems.append(Problem(str(list(targets)[MOST_TARGETS]), 0, "too_many_targets", facts))
    if problems:
        raise BadTargetsError(problems)
    return tuple(targets)


def parse_target(text: str) -> Target:
    """Return the target that a text names; without a port it is 443.

    Full-width signs, as Chinese keyboards write them, count as their plain ones. An IPv6 address stands in brackets:
    without them nobody could tell its last part from a port (RFC 3986, 3.2.2; RFC 5952, 6).

    Raises:
        BadTargetError: It is neither a name nor an address, or the port is none.

    Examples:
        >>> print(parse_target("WWW.Example.com"), parse_target("[2001:DB8:0::1]:8443"))
        www.example.com:443 [2001:db8::1]:8443
        >>> parse_target("192.0.2.1：80").port
        80
    """
    typed = unicodedata.normalize("NFKC", text[: _LONGEST + 1].strip())
    parts = _PARTS.fullmatch(typed)
    if parts is None or len(typed) > _LONGEST:
        raise _bad(text, f"[{typed}]:{DEFAULT_PORT}" if _is_six(typed) else _NAME)
    if parts["six"] is None:
        target = _named(text, parts["name"])
    elif _is_six(parts["six"]):
        target = Target(str(ipaddress.IPv6Address(parts["six"])), DEFAULT_PORT, literal=True)
    else:
        raise _bad(text, _SIX)
    return target if parts["port"] is None else replace(target, port=_port(text, parts["port"], target))


def _port(text: str, typed: str, target: Target) -> int:
    if re.fullmatch("[0-9]{1,5}", typed) and 1 <= int(typed) <= 65535:
        return int(typed)
    host = str(target).removesuffix(str(target.port))
    raise _bad(text, _NAME if "/" in typed else f"{host}{_PORTS}")


def _named(text: str, name: str) -> Target:
    try:
        host = name.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        raise _bad(text, _NAME) from None
    labels = host.split(".")
    if labels[-1].isdigit():  # a last part of digits can only be an address, and half of one is a slip
        try:
            return Target(str(ipaddress.IPv4Address(host)), DEFAULT_PORT, literal=True)
        except ValueError:
            raise _bad(text, _FOUR) from None
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _bad(text, _NAME)
    return Target(host, DEFAULT_PORT)


def _is_six(text: str) -> bool:
    try:
        ipaddress.IPv6Address(text)
    except ValueError:
        return False
    return bool(_SIX_SIGNS.fullmatch(text))


def _bad(text: str, expected: str) -> BadTargetError:
    return BadTargetError(found=_shown(text), expected=expected)


def _shown(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text[:_SHOWN]).strip() or '""'
