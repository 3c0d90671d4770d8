"""The command line as somebody at a terminal has it, with one cache for all its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.cli import main
from tests.core.commands.running import Run


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, cache: Path) -> Run:
    monkeypatch.setattr("core.cli.user_cache_path", lambda _name: cache)

    def run_it(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        out, err = capsys.readouterr()
        return code, out, err

    return run_it
