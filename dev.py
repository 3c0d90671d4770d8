#!/usr/bin/env python3
"""Everything a fresh machine needs, with nothing but Python 3.11 or newer.

    python3 dev.py run      install what is missing, then start the program (without a screen: pictures of it)
    python3 dev.py test     install what is missing, then run every check
    python3 dev.py check    the fast checks only: style, types, import contracts, content
    python3 dev.py fix      put style right where a tool can do it
    python3 dev.py bench    print the benchmarks
    python3 dev.py lock     write the lock files anew from pyproject.toml (--upgrade: newest versions)

The file is readable to any Python 3.7, so that an old one can say what is wrong instead of failing on syntax.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
PROGRAM, TOUR = ("-m", "gui"), ("-m", "gui", "tour", "--out", "build/tour")

RUN_LOCK, DEV_LOCK, CORE_LOCK = "requirements.lock", "requirements-dev.lock", "requirements-core.lock"
UV = "uv==0.13.9"
LOCKS = {  # written in this order: the first one settles every version, the others follow it
    DEV_LOCK: ("--group", "build", "--group", "dev"),
    RUN_LOCK: ("--group", "build", "-c", DEV_LOCK),
    CORE_LOCK: (
        *("--group", "core-tests", "-c", DEV_LOCK),
        *("--no-emit-package", "pyside6-essentials", "--no-emit-package", "shiboken6"),
    ),
}

CLOSING = re.compile(r"^=+ .*\d (passed|failed|error)|^Required test coverage")
PLAIN = ("-o", "addopts=-ra --import-mode=importlib --strict-markers", "-W", "ignore::pytest.PytestConfigWarning")
"""Where Qt is not installed, pytest does not know the settings that are about it."""
QUICK, LONG = ("-m", "not hypothesis and not dear"), ("-m", "hypothesis or dear")
"""Coverage is measured by the first alone: it makes Python some three times slower."""
OTHER_EYES = ("tests/core/inference/test_against_pgmpy.py",)
"""Tests of the core against libraries that are not installed there."""
ODD_PACKAGES = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0", "libz.so.1": "zlib1g"}


class Stop(Exception):  # noqa: N818 - the end of the road, not always an error
    """Ends the command with one clear sentence and exit code 1."""


@dataclass(frozen=True)
class Outcome:
    """What one step came to: its title, exit code, seconds and everything it printed."""

    title: str
    code: int
    seconds: float
    output: str

    @property
    def verdict(self) -> str:
        """Return whether it went well and how long it took."""
        return f"{'ok' if self.code == 0 else 'FAILED':<7}{self.seconds:7.1f} s"


@dataclass(frozen=True)
class Environment:
    """A virtual environment beside this file, filled from one lock; ``broader`` locks do as well."""

    folder: str
    lock: str
    broader: tuple[str, ...] = ()
    holds_program: bool = True

    @property
    def python(self) -> str:
        """Return the path of its interpreter."""
        return self.script("python")

    @property
    def stamp(self) -> Path:
        """Return the file that remembers what was installed."""
        return ROOT / self.folder / "installed.json"

    def script(self, name: str) -> str:
        """Return the path of an installed command."""
        folder, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
        return str(ROOT / self.folder / folder / (name + suffix))


FOR_USE = Environment(".venv", RUN_LOCK, broader=(DEV_LOCK,))
FOR_WORK = Environment(".venv", DEV_LOCK)
WITHOUT_QT = Environment(".venv-core", CORE_LOCK, holds_program=False)


def say(text: str, end: str = "\n") -> None:
    """Print at once, so that a long step is announced before it is done."""
    print(text, end=end, flush=True)


def surroundings() -> dict[str, str]:
    """Return the variables for every child: UTF-8 everywhere, and no packages from elsewhere."""
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    return {**kept, "PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "DEBIAN_FRONTEND": "noninteractive"}


def execute(title: str, command: Sequence[str]) -> Outcome:
    """Run a command in this folder and return what came of it."""
    start = time.perf_counter()
    try:
        done = subprocess.run(
            command, cwd=ROOT, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        code, output = done.returncode, done.stdout.decode("utf-8", "replace")
    except OSError as error:
        code, output = 127, str(error)
    return Outcome(title, code, time.perf_counter() - start, output)


def step(title: str, command: Sequence[str]) -> Outcome:
    """Announce a command, run it, and print its own output only if it fails."""
    say(f"  {title:<34}", end="")
    outcome = execute(title, command)
    say(outcome.verdict)
    if outcome.code != 0:
        say(outcome.output.rstrip())
    return outcome


def must(title: str, command: Sequence[str], remedy: str) -> None:
    """Run a step that everything after it needs."""
    if step(title, command).code != 0:
        raise Stop(f"{title}: failed. {remedy}")


# --- Installing ---------------------------------------------------------------------------------


def fingerprint(name: str) -> str:
    """Return what a file of this folder is recognised by."""
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def starts(environment: Environment) -> bool:
    """Return whether the environment is there and fit to install into."""
    return succeeds(environment.python, "-c", "import pip")


def installed(environment: Environment) -> dict[str, str]:
    """Return which files the environment was filled from, and their fingerprints; empty if it is unusable."""
    if not starts(environment):
        return {}
    try:
        remembered = json.loads(environment.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return remembered if isinstance(remembered, dict) else {}


def prepare(environment: Environment) -> None:
    """Make the environment and fill it from its lock, as far as that is not done already."""
    have = installed(environment)
    locks = (environment.lock, *environment.broader)
    if not any(have.get(lock) == fingerprint(lock) for lock in locks):
        make_folder(environment)
        environment.stamp.unlink(missing_ok=True)  # half an installation must not look like a whole one
        # Not compiled ahead: that takes half of the time, and most modules of these packages are never imported.
        pip = (environment.python, "-m", "pip", "install", "--no-compile", "--require-hashes", "--only-binary", ":all:")
        command = (*pip, "-r", environment.lock)
        must(f"install {environment.lock}", command, "Is the network reachable? Then run it again.")
        known = {name: value for name, value in have.items() if name == "pyproject.toml"}
        have = {environment.lock: fingerprint(environment.lock), **known}
    if environment.holds_program and have.get("pyproject.toml") != fingerprint("pyproject.toml"):
        itself = (environment.python, "-m", "pip", "install", "--no-build-isolation", "--no-deps", "-e", ".")
        must("install the program itself", itself, "See the lines above.")
        have["pyproject.toml"] = fingerprint("pyproject.toml")
    environment.stamp.write_text(json.dumps(have, indent=2) + "\n", encoding="utf-8")


def make_folder(environment: Environment) -> None:
    """Create the virtual environment, anew if the one that is there does not start."""
    if starts(environment):
        return
    package = "python{}.{}-venv".format(*sys.version_info)
    if importlib.util.find_spec("ensurepip") is None and not apt_install([package]):
        raise Stop(f"This Python cannot make virtual environments. Run: sudo apt-get install -y {package}")
    say(f"  making {environment.folder}")
    venv.create(ROOT / environment.folder, clear=True, symlinks=os.name != "nt", with_pip=True)


def succeeds(*command: str) -> bool:
    """Return whether a command is there and succeeds; prints nothing."""
    try:
        return subprocess.run(command, check=False, capture_output=True, env=surroundings()).returncode == 0
    except OSError:
        return False


# --- What Qt needs from Debian or Ubuntu --------------------------------------------------------


def debian_package(library: str) -> str:
    """Return the package of a shared library: Debian's rule is its name, then its version."""
    name, _, version = library.partition(".so.")
    joint = "-" if name[-1].isdigit() else ""
    return ODD_PACKAGES.get(library, f"{name}{joint}{version}".lower())


def missing_libraries(environment: Environment) -> set[str]:
    """Return the shared libraries that Qt's window plugins ask for in vain."""
    plugins = (ROOT / environment.folder).glob("lib/python*/site-packages/PySide6/Qt/plugins/platforms/libq[wx]*.so")
    missing: set[str] = set()
    for plugin in plugins:
        report = subprocess.run(["ldd", str(plugin)], check=False, capture_output=True, text=True).stdout
        missing.update(re.findall(r"(\S+) => not found", report))
    return missing


def has_chinese_font() -> bool:
    """Return whether some font can draw Chinese; without fontconfig's tool, ask for the one we would install."""
    if shutil.which("fc-list"):
        fonts = subprocess.run(["fc-list", ":lang=zh-cn", "family"], check=False, capture_output=True)
        return bool(fonts.stdout.strip())
    return succeeds("dpkg-query", "-W", "fonts-noto-cjk")


def apt_install(packages: Sequence[str]) -> bool:
    """Install Debian packages if this user may without being asked; return whether they are there now."""
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        rights: tuple[str, ...] = ()
    elif succeeds("sudo", "-n", "true"):
        rights = ("sudo", "-n", "--preserve-env=DEBIAN_FRONTEND")
    else:
        return False
    step("apt-get update", (*rights, "apt-get", "update"))
    command = (*rights, "apt-get", "install", "-y", "--no-install-recommends", *packages)
    return step(f"apt-get install ({len(packages)} packages)", command).code == 0


def prepare_system(environment: Environment) -> None:
    """Install the libraries and the font a window needs, or say how, and go on either way."""
    if not sys.platform.startswith("linux"):
        return
    packages = sorted({debian_package(library) for library in missing_libraries(environment)})
    packages += [] if has_chinese_font() else ["fonts-noto-cjk"]
    if packages and not apt_install(packages):
        say("  Some system packages are missing: the window may not open, or not show Chinese. On Debian or Ubuntu:")
        say(f"    sudo apt-get install -y {' '.join(packages)}")


# --- The commands -------------------------------------------------------------------------------


def fast_checks() -> list[Outcome]:
    """Run what takes seconds: style, types, import contracts and the content."""
    python = FOR_WORK.python
    return [
        step("ruff check", (python, "-m", "ruff", "check")),
        step("ruff format", (python, "-m", "ruff", "format", "--check")),
        step("mypy", (python, "-m", "mypy")),
        step("import contracts", (FOR_WORK.script("lint-imports"),)),
        step("content", (python, "-m", "core.cli", "content", "check")),
    ]


def slow_checks() -> list[Outcome]:
    """Run every test and doctest, two lots side by side; those of the core where Qt is not installed."""
    pytest = (FOR_WORK.python, "-m", "pytest")
    core = (WITHOUT_QT.python, "-m", "pytest", *PLAIN)
    # In two lots, or one core would wait for the other at the end.
    stories = sorted(str(story.relative_to(ROOT)) for story in (ROOT / "tests" / "journeys").glob("test_*.py"))
    commands = {
        "pytest core without Qt": (*core, "--doctest-modules", "tests/core", "core", "--cov", *QUICK),
        "pytest pages": (*pytest, "tests/gui"),
        "pytest journeys, odd": (*pytest, *stories[::2], "--doctest-modules", "gui"),
        "pytest journeys, even": (*pytest, *stories[1::2]),
        "pytest checks": (*pytest, "tests/checks", "tests/cli", *OTHER_EYES),
        "pytest core, laws and long ones": (*core, "tests/core", *LONG),
    }
    say(f"  {', '.join(commands)}: two side by side")
    with ThreadPoolExecutor(max_workers=2) as pool:
        outcomes = list(pool.map(execute, commands.keys(), commands.values()))
    for outcome in outcomes:
        closing = [line for line in outcome.output.splitlines() if CLOSING.search(line)]
        say(f"  {outcome.title:<34}{outcome.verdict}")
        say("\n".join(closing) if outcome.code == 0 else outcome.output.rstrip())
    return outcomes


def summary(outcomes: Sequence[Outcome]) -> int:
    """Print one line per check and return the exit code."""
    say("\nSummary")
    for outcome in outcomes:
        say(f"  {outcome.title:<34}{outcome.verdict}")
    failed = sum(outcome.code != 0 for outcome in outcomes)
    say(f"checks: {len(outcomes) - failed} passed, {failed} failed")
    return 1 if failed else 0


def run() -> int:
    """Install what is missing and start the program; without a screen, let it show itself in pictures."""
    prepare(FOR_USE)
    prepare_system(FOR_USE)
    if not has_screen():
        say("  There is no screen here, so the window cannot open. It is led through a check of its own instead,")
        say("  and leaves a picture of every page:")
    program = PROGRAM if has_screen() else TOUR
    return subprocess.run([FOR_USE.python, *program], cwd=ROOT, env=surroundings(), check=False).returncode


def has_screen() -> bool:
    """Return whether a window can open: on Linux only where a display is set."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def quick_check() -> int:
    """Run the fast checks."""
    prepare(FOR_WORK)
    return summary(fast_checks())


def every_check() -> int:
    """Install everything and run every check, also those after a failure."""
    prepare(FOR_WORK)
    prepare_system(FOR_WORK)
    prepare(WITHOUT_QT)
    return summary([*fast_checks(), *slow_checks()])


def fix() -> int:
    """Let the tools repair style."""
    prepare(FOR_WORK)
    ruff = (FOR_WORK.python, "-m", "ruff")
    return summary([step("ruff check --fix", (*ruff, "check", "--fix")), step("ruff format", (*ruff, "format"))])


def bench() -> int:
    """Print the benchmarks; they judge nothing."""
    prepare(FOR_WORK)
    command = [FOR_WORK.python, "-m", "pytest", "-q", "-s", "tests/benchmarks"]
    return subprocess.run(command, cwd=ROOT, env=surroundings(), check=False).returncode


def lock(upgrade: bool = False) -> int:
    """Write the lock files with a resolver that lives in a folder thrown away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        there = replace(WITHOUT_QT, folder=folder)
        venv.create(folder, symlinks=os.name != "nt", with_pip=True)
        must("install the resolver", (there.python, "-m", "pip", "install", UV), "Is the network reachable?")
        command = (
            *(there.script("uv"), "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
            # The header of a lock names this command, never a path or an address.
            *("--generate-hashes", "--custom-compile-command", "python3 dev.py lock"),
            *(("--upgrade",) if upgrade else ()),
        )
        return summary([step(name, (*command, *options, "-o", name)) for name, options in LOCKS.items()])


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command and return its exit code."""
    if sys.version_info < OLDEST_PYTHON:
        say("Disburse Check needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))
        return 1
    # No function is called `test`: pytest would take it for one of its own, and start itself without end.
    commands = {"run": run, "test": every_check, "check": quick_check, "fix": fix, "bench": bench, "lock": lock}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=commands)
    parser.add_argument("--upgrade", action="store_true", help="with lock: take the newest versions")
    options = parser.parse_args(arguments)
    try:
        return lock(options.upgrade) if options.command == "lock" else commands[options.command]()
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
