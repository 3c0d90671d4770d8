"""``disburse-check probe`` as a user meets it: the JSON that is promised, the words in both languages, the mistakes."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, get_args

import pytest

from core.catalogue import Catalogue
from core.commands.content import problem_lines
from core.commands.probe import Asked, NoTargetsError, judged, probe_as_json, probe_as_text, run_probe
from core.commands.workplace import Workplace
from core.errors import AppError, ProblemsError
from core.measure.probe import HostRounds, Measured
from core.measure.probe_lines import probe_lines
from core.measure.probe_round import Round, Surroundings
from core.measure.probe_signs import Sign
from core.measure.probe_targets import Target, parse_target
from core.measure.probe_tls import Certificate
from tests.core.measure.probe_world import closed, proposed, quick, server, silent, tls, trusting

ROOT = Path(__file__).parents[3]
LANGUAGES = ["zh", "en"]
KEYS = ["host", "rounds", "lookup_ms", "connect_ms", "tls_ms", "jitter_ms", "failed_share", "failed_low", "failed_high"]
FAILURES = ["name_unknown", "lookup_failed", "lookup_silent", "refused", "unreachable", "timed_out"]
FAILURES += ["tls_silent", "tls_broken", "not_tls"]
CERTIFICATES: list[Certificate] = ["trusted", "other_name", "not_valid_now", "not_trusted"]


@pytest.fixture(scope="module")
def places() -> dict[str, Workplace]:
    content = ROOT / "content"
    return {name: Workplace(content, content, {}, None, dt.date(2026, 11, 24), name) for name in LANGUAGES}


def test_that_json_has_the_promised_keys_in_order(places: dict[str, Workplace]) -> None:
    gone = closed("::1")
    with server(tls()) as target, server(silent) as plain:
        asked = Asked([str(target), str(gone), str(plain)], rounds=4, timeout_s=5.0)
        settings = quick(9, 9.0, plain.port)
        data = json.loads(probe_as_json(places["zh"], asked, settings, Surroundings(trusting=trusting())))
    assert [list(entry) for entry in data] == [[*KEYS, "verdict"]] * 3
    assert [(entry["host"], entry["rounds"], entry["verdict"]) for entry in data] == [
        (str(target), 4, "fine"),
        (str(gone), 4, "not_reachable"),
        (str(plain), 4, "fine"),
    ]
    assert set(data[0]["connect_ms"]) == set(data[0]["tls_ms"]) == {"median", "p95"}
    assert data[1] == {
        "host": str(gone),
        "rounds": 4,
        "lookup_ms": None,
        "connect_ms": {"median": None, "p95": None},
        "tls_ms": None,
        "jitter_ms": None,
        "failed_share": 1.0,
        "failed_low": pytest.approx(0.5101, abs=1e-4),  # scipy: binomtest(4, 4).proportion_ci(method="wilson")
        "failed_high": 1.0,
        "verdict": "not_reachable",
    }
    assert data[2]["tls_ms"] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_report_names_hosts_verdicts_and_limits_of_what_it_proves(
    places: dict[str, Workplace], language: str
) -> None:
    with server(tls()) as target:
        gone = closed()
        asked = Asked([str(target), str(gone)], rounds=3)
        text = probe_as_text(places[language], asked, quick(), Surroundings(trusting=trusting()))
    words = places[language].language.words
    for key in ("verdict.fine.name", "verdict.not_reachable.name", "failure.refused", "certificate.not_trusted"):
        assert words(f"network.{key}") in text
    for key in ("not_proven.phone", "not_proven.lender", "not_proven.moment", "sign.only_some"):
        assert f"- {words(f'network.{key}')}" in text
    assert str(target) in text
    assert str(gone) in text
    assert "{" not in text
    assert words("network.called_off") not in text
    assert words("unit.rounds.other", n=3) in text, "as many as were asked for, not as many as are usual"
    assert quick().impossible_name not in text, "no name was asked, so the made-up one was not either"


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_everything_a_probe_can_find_has_words(places: dict[str, Workplace], language: str) -> None:
    words = places[language].language.words
    hosts = [HostRounds(Target(f"{failure}.example", 443), (Round(failure=failure),) * 3) for failure in FAILURES]
    hosts += [
        HostRounds(
            Target(f"{certificate}.example", 443),
            (Round(1.0, ("192.168.0.1",), 12.3, 1.0, certificate, "aa"),) * 3,
        )
        for certificate in CERTIFICATES
    ]
    hosts.append(HostRounds(Target("proxied.example", 443), (Round(1.0, ("198.18.0.1",), 1.0),)))
    hosts.append(HostRounds(Target("nothing.example", 443), ()))
    settings = quick(3)
    found = judged(Measured(tuple(hosts), frozenset({"192.168.0.1"}), True, called_off=True), settings)
    text = "\n".join(probe_lines(words, found.summaries, found.signs, settings))
    for failure in FAILURES:
        assert words(f"network.failure.{failure}") in text
    for certificate in CERTIFICATES:
        assert words(f"network.certificate.{certificate}") in text
    assert words("network.called_off") in text
    assert words("network.no_rounds") in text
    assert settings.impossible_name in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_sign_verdict_and_proposed_host_has_words(places: dict[str, Workplace], language: str) -> None:
    words = places[language].language.words
    for sign in get_args(Sign):
        assert words(f"network.sign.{sign}", hosts="a.example:443")
    for verdict in ("fine", "shaky", "not_reachable", "cannot_tell"):
        assert words(f"network.verdict.{verdict}.says")
    for host in proposed().hosts:
        assert words(f"network.host.{host.id}.name")
        assert words(f"network.host.{host.id}.why")


def test_that_a_probe_that_found_nothing_odd_says_nothing_odd(places: dict[str, Workplace]) -> None:
    words, settings = places["en"].language.words, quick(3)
    rounds = (Round(5.0, ("93.184.216.5",), 20.0, 30.0, "trusted", "aa"),) * 3
    found = judged(Measured((HostRounds(Target("bank.example", 443), rounds),)), settings)
    lines = list(probe_lines(words, found.summaries, found.signs, settings))
    assert words("network.signs_heading") not in lines
    assert words("network.asked_impossible", impossible=settings.impossible_name) in lines


def test_that_the_proposed_hosts_can_be_asked_and_one_needs_no_look_up() -> None:
    targets = [parse_target(host.target) for host in proposed().hosts]
    assert {target.port for target in targets} == {443}
    assert [target.literal for target in targets].count(True) == 1


def test_that_without_a_name_the_proposed_hosts_are_asked() -> None:
    gone = closed()
    settings = replace(quick(3), hosts=(replace(proposed().hosts[0], target=str(gone)),))
    assert [host.target for host in run_probe(Asked(), settings).summaries] == [gone]
    with pytest.raises(NoTargetsError):
        run_probe(Asked(), replace(settings, hosts=()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "asked", [Asked(["a.example:0"]), Asked(["a.example"], rounds=0), Asked(["a.example"], timeout_s=0.0), Asked()]
)
def test_that_a_mistake_is_one_clear_line_and_nothing_is_asked(
    places: dict[str, Workplace], language: str, asked: Asked
) -> None:
    def nobody(_name: str, _port: int) -> NoReturn:
        raise AssertionError

    words = places[language].own_words
    with pytest.raises(AppError) as told:
        run_probe(asked, replace(quick(), hosts=()), around=Surroundings(resolve=nobody))
    lines = _lines(told.value, words)
    assert len(lines) == 1
    assert lines[0]
    assert "{" not in lines[0]


def _lines(error: AppError, words: Catalogue) -> list[str]:
    if isinstance(error, ProblemsError):
        return problem_lines(error.problems, words)
    return words(f"error.{error.code}", **error.facts).splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_single_mistake_in_a_field_has_words(places: dict[str, Workplace], language: str) -> None:
    with pytest.raises(AppError) as told:
        parse_target("::1")
    assert "[::1]:443" in _lines(told.value, places[language].own_words)[0]
