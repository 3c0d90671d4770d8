"""What is typed as a place to connect to: read back as written, or told what was expected."""

from __future__ import annotations

import ipaddress
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.measure.probe_targets import BadTargetError, BadTargetsError, Target, parse_target, parse_targets

ports = st.integers(1, 65535)
labels = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?", fullmatch=True).filter(
    # What begins like a converted foreign name is none that anybody types.
    lambda label: label[2:4] != "--"
)
names = st.builds(
    lambda head, last: ".".join([*head, last]),
    st.lists(labels, max_size=4),
    st.from_regex(r"[a-z][a-z0-9]{0,10}", fullmatch=True),
)


@given(names, ports)
def test_that_a_name_and_a_port_are_read_back(name: str, port: int) -> None:
    assert parse_target(f"{name}:{port}") == Target(name, port)


@given(names)
def test_that_without_a_port_it_is_the_secure_web(name: str) -> None:
    assert parse_target(name) == Target(name, 443)


@given(st.ip_addresses(v=4), ports)
def test_that_an_ipv4_address_is_a_literal(address: ipaddress.IPv4Address, port: int) -> None:
    assert parse_target(f"{address}:{port}") == Target(str(address), port, literal=True)


@given(st.ip_addresses(v=6), ports)
def test_that_an_ipv6_address_in_brackets_is_a_literal_however_it_is_written(
    address: ipaddress.IPv6Address, port: int
) -> None:
    short, long = parse_target(f"[{address}]:{port}"), parse_target(f"[{address.exploded.upper()}]:{port}")
    assert short == long == Target(str(address), port, literal=True)


@given(st.one_of(names, st.ip_addresses(v=4).map(str), st.ip_addresses(v=6).map("[{}]".format)), ports)
def test_that_a_target_written_out_is_read_as_the_same_target(host: str, port: int) -> None:
    target = parse_target(f"{host}:{port}")
    assert parse_target(str(target)) == target


@given(st.text(max_size=400))
def test_that_any_text_is_a_target_or_a_told_mistake(text: str) -> None:
    try:
        (target,) = parse_targets([text])
    except BadTargetsError as told:
        (problem,) = told.problems
    else:
        assert 1 <= target.port <= 65535
        assert target.host.isascii()
        assert len(target.host) <= 253
        return
    assert problem.code == "bad_target"
    assert problem.file.isprintable()
    assert 1 <= len(problem.file) <= 60


@given(st.text(string.printable, max_size=60))
def test_that_what_was_expected_can_itself_be_typed(text: str) -> None:
    try:
        parse_target(text)
    except BadTargetError as error:
        expected = str(error.facts["expected"]).replace("1–65535", "1")
        assert parse_target(expected).port


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  WWW.Example.COM:443 ", "www.example.com:443"),
        ("www.example.com.", "www.example.com:443"),
        ("www．example．com：８０", "www.example.com:80"),
        ("www。example。com", "www.example.com:443"),
        ("localhost:0443", "localhost:443"),
        ("例子.example:80", "xn--fsqu00a.example:80"),
        ("［::1］:8443", "[::1]:8443"),
        ("[fe80::1%eth0]", "[fe80::1%eth0]:443"),
    ],
)
def test_that_what_people_type_is_taken_as_they_mean_it(typed: str, meant: str) -> None:
    assert str(parse_target(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "www.example.com:443"),
        (":443", "www.example.com:443"),
        ("https://www.example.com/pay", "www.example.com:443"),
        ("www.example.com/pay", "www.example.com:443"),
        ("two words", "www.example.com:443"),
        ("-a.example", "www.example.com:443"),
        ("a..example", "www.example.com:443"),
        ("a" * 64 + ".example", "www.example.com:443"),
        (".".join(["a" * 60] * 5), "www.example.com:443"),
        ("x" * 1000, "www.example.com:443"),
        ("::1", "[::1]:443"),
        ("2001:db8::1", "[2001:db8::1]:443"),
        ("[::1", "www.example.com:443"),
        ("[::1]443", "www.example.com:443"),
        ("[www.example.com]:443", "[2001:db8::1]:443"),
        ("[1.2.3.4]", "[2001:db8::1]:443"),
        ("1.2.3", "192.0.2.1:443"),
        ("1.2.3.256", "192.0.2.1:443"),
        ("www.example.com:", "www.example.com:1–65535"),
        ("www.example.com:0", "www.example.com:1–65535"),
        ("www.example.com:65536", "www.example.com:1–65535"),
        ("www.example.com:-1", "www.example.com:1–65535"),
        ("www.example.com:http", "www.example.com:1–65535"),
        ("[::1]:99999999999", "[::1]:1–65535"),
    ],
)
def test_that_a_mistake_is_told_with_what_was_expected(typed: str, expected: str) -> None:
    with pytest.raises(BadTargetError) as told:
        parse_target(typed)
    assert told.value.facts["expected"] == expected


def test_that_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(BadTargetsError) as told:
        parse_targets(["a.example", "b.example:0", "::1"])
    assert [(problem.file, problem.code) for problem in told.value.problems] == [
        ("::1", "bad_target"),
        ("b.example:0", "bad_target"),
    ]


def test_that_a_place_named_twice_is_asked_once() -> None:
    assert len(parse_targets(["a.example", "A.example:443", "a.example:444"])) == 2


def test_that_no_more_than_twenty_places_are_asked() -> None:
    assert len(parse_targets([f"h{n}.example" for n in range(20)])) == 20
    with pytest.raises(BadTargetsError) as told:
        parse_targets([f"h{n}.example" for n in range(21)])
    assert told.value.problems[0].code == "too_many_targets"
