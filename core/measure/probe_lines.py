"""A probe in words, line by line: figures, what they mean, who may have answered, what is not proven."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.catalogue import Catalogue
from core.explain.numbers import Numbers
from core.measure.probe_signs import Signs
from core.measure.settings import ProbeSettings
from core.measure.summary import Delays, HostSummary

NOT_PROVEN = ("phone", "lender", "moment")
_NAMES = {"standard": "RFC 3550", "delay_source": "ITU-T G.114", "method": "7"}
_PERCENTILE = _CONFIDENCE = 95


def probe_lines(
    words: Catalogue, summaries: Sequence[HostSummary], signs: Signs, settings: ProbeSettings
) -> Iterator[str]:
    """Yield the lines of a report on a probe in the language of the words; paragraphs are apart by an empty line."""
    lines = ProbeWords(words)
    yield words("network.heading")
    yield lines.asked(settings)
    if not all(host.target.literal for host in summaries):
        yield words("network.asked_impossible", impossible=settings.impossible_name)
    if any(host.rounds < settings.rounds for host in summaries):
        yield words("network.called_off")
    for host in summaries:
        yield ""
        yield from lines.host(host)
    if signs.found:
        yield from ("", words("network.signs_heading"))
        yield from (f"- {line}" for line in lines.signs(signs))
    yield from ("", words("network.not_proven_heading"))
    yield from (f"- {words(f'network.not_proven.{name}')}" for name in NOT_PROVEN)
    yield from ("", words("network.how_heading"), *lines.how(settings))


class ProbeWords:
    """Sentences about a probe in one language, for the report in lines and for the page of the window."""

    def __init__(self, words: Catalogue) -> None:
        """Take the words."""
        self._words, self._numbers = words, Numbers(words)

    def asked(self, settings: ProbeSettings) -> str:
        """Return how often and how patiently hosts were asked."""
        return self._words(
            "network.asked",
            rounds=self._numbers.count(settings.rounds, "rounds"),
            timeout=self._numbers.count(settings.timeout_s, "seconds"),
        )

    def host(self, host: HostSummary) -> Iterator[str]:
        """Yield everything about one host: verdict, figures, certificate."""
        verdict = f"network.verdict.{host.verdict}"
        name, says = self._words(f"{verdict}.name"), self._words(f"{verdict}.says")
        yield self._words("network.host_line", host=host.target, verdict=name, says=says)
        yield from (f"  {line}" for line in self.figures(host))
        if host.certificate:
            yield f"  {self._words(f'network.certificate.{host.certificate}')}"

    def figures(self, host: HostSummary) -> Iterator[str]:
        """Yield look-up, connects, handshakes, jitter and failures of one host."""
        if host.lookup_ms is not None:
            yield self._words("network.lookup_line", median=self._numbers.delay(host.lookup_ms))
        yield from self._delays("connect", host.connect_ms)
        if host.tls_ms:
            yield from self._delays("tls", host.tls_ms)
        if host.jitter_ms is not None:
            yield self._words("network.jitter_line", jitter=self._numbers.delay(host.jitter_ms))
        yield from self._failures(host)

    def _delays(self, step: str, delays: Delays) -> Iterator[str]:
        if delays.median is not None and delays.p95 is not None:
            median, p95 = self._numbers.delay(delays.median), self._numbers.delay(delays.p95)
            yield self._words(f"network.{step}_line", median=median, p95=p95)

    def _failures(self, host: HostSummary) -> Iterator[str]:
        if not host.rounds:
            yield self._words("network.no_rounds")
            return
        count = self._numbers.count
        yield self._words(
            "network.failed_line",
            failed=sum(host.failures.values()),
            rounds=count(host.rounds, "rounds"),
            low=count(round(100 * host.failed_low), "percent"),
            high=count(round(100 * host.failed_high), "percent"),
        )
        for failure, times in host.failures.items():
            what = self._words(f"network.failure.{failure}")
            yield self._words("network.failure_line", times=count(times, "times"), what=what)

    def signs(self, signs: Signs) -> Iterator[str]:
        """Yield what stands out."""
        for sign, targets in signs.found.items():
            hosts = self._words("ui.list_separator").join(map(str, targets))
            yield self._words(f"network.sign.{sign}", hosts=hosts)

    def how(self, settings: ProbeSettings) -> Iterator[str]:
        """Yield how the figures come about and where the limits lie."""
        numbers = self._numbers
        confidence = numbers.count(_CONFIDENCE, "percent")
        yield self._words("network.how", percentile=_PERCENTILE, confidence=confidence, **_NAMES)
        yield self._words(
            "network.limits",
            share=numbers.count(100 * settings.shaky_failed_share, "percent"),
            p95=numbers.delay(settings.shaky_p95_ms),
            jitter=numbers.delay(settings.shaky_jitter_ms),
            **_NAMES,
        )
