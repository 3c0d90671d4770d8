"""dev.py on machines that are not like this one."""

from __future__ import annotations

import ast
import importlib.util
import json
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev


class Recorder:
    """Stands for the machine: takes commands, and fails those whose words it was told to fail."""

    def __init__(self, fail: str = "") -> None:
        self.fail, self.commands = fail, list[str]()

    def execute(self, title: str, command: Sequence[str]) -> dev.Outcome:
        line = shlex.join(command)
        self.commands.append(line)
        return dev.Outcome(title, int(bool(self.fail) and self.fail in line), 0.0, "")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """Return a recorder, with the project in an empty folder that holds two locks and a project file."""
    recorder = Recorder()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "execute", recorder.execute)
    monkeypatch.setattr(dev, "make_folder", lambda environment: (tmp_path / environment.folder).mkdir(exist_ok=True))
    monkeypatch.setattr(dev, "starts", lambda environment: environment.stamp.exists())
    for name in (dev.RUN_LOCK, dev.DEV_LOCK, dev.CORE_LOCK, "pyproject.toml"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    return recorder


def test_that_an_old_python_can_read_the_file_and_is_refused_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 8, 10))
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().out == "Disburse Check needs Python 3.11 or newer; this is Python 3.8.\n"


def test_that_only_the_standard_library_is_imported() -> None:
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_that_a_second_start_installs_nothing(machine: Recorder) -> None:
    dev.prepare(dev.FOR_USE)
    first = list(machine.commands)
    dev.prepare(dev.FOR_USE)
    assert machine.commands == first
    assert ["--require-hashes" in first[0], first[0].endswith(dev.RUN_LOCK), first[1].endswith("-e .")] == [True] * 3


def test_that_the_environment_for_work_is_enough_for_use(machine: Recorder) -> None:
    dev.prepare(dev.FOR_WORK)
    machine.commands.clear()
    dev.prepare(dev.FOR_USE)
    assert machine.commands == []


def test_that_the_environment_for_use_is_not_enough_for_work(machine: Recorder) -> None:
    dev.prepare(dev.FOR_USE)
    machine.commands.clear()
    dev.prepare(dev.FOR_WORK)
    assert [command.split()[-1] for command in machine.commands] == [dev.DEV_LOCK]


def test_that_a_changed_lock_is_installed(machine: Recorder) -> None:
    dev.prepare(dev.WITHOUT_QT)
    (dev.ROOT / dev.CORE_LOCK).write_text("other", encoding="utf-8")
    dev.prepare(dev.WITHOUT_QT)
    assert len(machine.commands) == 2


def test_that_a_failed_installation_is_not_remembered(machine: Recorder) -> None:
    machine.fail = "--require-hashes"
    with pytest.raises(dev.Stop, match="Is the network reachable"):
        dev.prepare(dev.FOR_USE)
    assert not dev.FOR_USE.stamp.exists()


@pytest.mark.parametrize("remembered", ["", "[]", "{", json.dumps({"requirements.lock": 1})])
def test_that_a_damaged_memory_means_installing_again(machine: Recorder, remembered: str) -> None:
    dev.prepare(dev.FOR_USE)
    machine.commands.clear()
    dev.FOR_USE.stamp.write_text(remembered, encoding="utf-8")
    dev.prepare(dev.FOR_USE)
    assert len(machine.commands) == 2


def test_that_a_python_without_venv_gets_the_exact_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(dev, "apt_install", lambda _: False)
    with pytest.raises(dev.Stop, match=rf"sudo apt-get install -y python3\.{sys.version_info.minor}-venv$"):
        dev.make_folder(dev.FOR_USE)


def test_that_missing_system_packages_stop_nobody(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "missing_libraries", lambda _: {"libxcb-cursor.so.0", "libEGL.so.1"})
    monkeypatch.setattr(dev, "has_chinese_font", lambda: False)
    monkeypatch.setattr(dev, "apt_install", lambda _: False)
    dev.prepare_system(dev.FOR_USE)
    assert capsys.readouterr().out.endswith("sudo apt-get install -y libegl1 libxcb-cursor0 fonts-noto-cjk\n")


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libX11.so.6", "libx11-6"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libGL.so.1", "libgl1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libz.so.1", "zlib1g"),
    ],
)
def test_that_a_library_leads_to_its_debian_package(library: str, package: str) -> None:
    assert dev.debian_package(library) == package


def test_that_every_check_runs_even_after_one_has_failed(
    machine: Recorder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "prepare_system", lambda _: None)
    machine.fail = "ruff check"
    assert dev.every_check() == 1
    assert capsys.readouterr().out.endswith("checks: 10 passed, 1 failed\n")


def test_that_continuous_integration_runs_the_same_command_as_everybody() -> None:
    script = (Path(dev.__file__).parent / ".ci" / "run").read_text(encoding="utf-8")
    assert script.startswith("#!/usr/bin/env bash\nset -eu\n")
    assert script.endswith("exec python3 dev.py test\n")
