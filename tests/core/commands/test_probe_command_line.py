"""``disburse-check probe`` as it is typed, against servers on this computer only: its words, its JSON, its mistakes."""

from __future__ import annotations

import json
import urllib.request

import pytest

from core.commands import probe as command
from core.commands.probe import Asked
from core.measure.settings import ProbeSettings
from tests.core.commands.running import Run
from tests.core.measure.probe_world import closed, proposed, server, tls


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "getproxies", dict)


def test_that_json_tells_of_the_hosts_named_and_of_no_others(run: Run) -> None:
    gone = closed()
    with server(tls()) as target:
        code, out, err = run("probe", target, gone, "--rounds", 3, "--timeout", 1, "--json")
    assert (code, err) == (0, "")
    # Not the verdict: a busy computer may be slow even to itself.
    told = [(entry["host"], entry["rounds"], entry["connect_ms"]["median"] is None) for entry in json.loads(out)]
    assert told == [(str(target), 3, False), (str(gone), 3, True)]


@pytest.mark.parametrize(("language", "words"), [("zh", "不代表借款平台没事"), ("en", "says nothing about the lender")])
def test_that_the_report_says_in_either_language_what_it_does_not_prove(run: Run, language: str, words: str) -> None:
    gone = closed()
    code, out, err = run("probe", gone, "--rounds", 1, "--timeout", 0.1, "--lang", language)
    assert (code, err) == (0, "")
    assert words in out
    assert str(gone) in out


def test_that_a_proxy_of_the_system_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = ("probe", closed(), "--rounds", 1, "--timeout", 0.1, "--lang", "en")
    assert "set to use a proxy" not in run(*arguments)[1]
    monkeypatch.setattr(urllib.request, "getproxies", lambda: {"https": "http://proxy.example:8080"})
    assert "set to use a proxy" in run(*arguments)[1]


def test_that_every_figure_of_the_content_arrives(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[Asked, ProbeSettings]] = []

    def note(_place: object, asked: Asked, settings: ProbeSettings, _around: object) -> str:
        given.append((asked, settings))
        return ""

    monkeypatch.setattr(command, "probe_as_text", note)
    assert run("probe")[0] == 0  # the first reads the files, the second the copy of them
    assert run("probe")[0] == 0
    assert given == [(Asked([], None, None), proposed())] * 2


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("https://a.example/",), "www.example.com:443"),
        (("127.0.0.1:0",), "1–65535"),
        (("127.0.0.1:1", "--rounds", 0), "1,000"),
        (("127.0.0.1:1", "--rounds", "many"), "many"),
        (("127.0.0.1:1", "--timeout", "nan"), "nan"),
        (("127.0.0.1:1", "--timeout", "-1"), "0.1"),
    ],
)
def test_that_a_mistake_gets_one_line_and_exit_code_two(run: Run, arguments: tuple[object, ...], hint: str) -> None:
    code, out, err = run("probe", *arguments, "--lang", "en")
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 1, err
    assert hint in err
