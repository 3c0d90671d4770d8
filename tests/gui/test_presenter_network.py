"""What the network page decides: when it goes online, what it refuses, what it offers to the checklist. No window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest

from core.commands.probe import Asked, Probed
from core.loading.library import Library
from core.measure.probe import Progress
from core.measure.probe_answer import QUESTION
from core.measure.probe_targets import MOST_TARGETS, parse_target
from core.measure.settings import ProbeSettings
from gui.draft import fresh as fresh_draft
from gui.draft import with_answer
from gui.pages.network.kept import PAGE, fresh
from gui.pages.network.presenter import NetworkPresenter
from gui.pages.network.state import NetworkState, TakeState
from gui.pages.settings.presenter import SettingsPresenter
from tests.pages.choosing import NoChoosing
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office
from tests.pages.findings import SETTINGS, everything, failing, found, quick

FINE = quick(*[20.0] * 10)
HOSTS = [host.target for host in SETTINGS.hosts]


class Screen(FakeScreen[NetworkState]):
    """Keeps every picture, and counts how often a mistake was pointed out."""

    def __init__(self) -> None:
        super().__init__()
        self.pointed = 0

    def point_out(self) -> None:
        """Count."""
        self.pointed += 1


@dataclass
class Recorder:
    """Stands in for the probe: goes nowhere, and remembers what it was asked."""

    answer: Probed = field(default_factory=lambda: found(FINE))
    asked: list[tuple[Asked, int]] = field(default_factory=list)
    stops: list[Callable[[], bool]] = field(default_factory=list)

    def __call__(
        self,
        asked: Asked,
        settings: ProbeSettings,
        *,
        should_stop: Callable[[], bool],
        on_progress: Callable[[Progress], None],
    ) -> Probed:
        """Remember; return what was found."""
        del on_progress
        self.asked.append((asked, settings.rounds))
        self.stops.append(should_stop)
        return self.answer


@dataclass
class Place:
    """A presenter with everything around it."""

    presenter: NetworkPresenter
    screen: Screen
    made: Office
    recorder: Recorder

    @property
    def take(self) -> TakeState:
        """Return the way into the checklist."""
        assert self.screen.state.take is not None
        return self.screen.state.take

    @property
    def state(self) -> NetworkState:
        """Return the picture shown last."""
        return self.screen.state

    def run(self, probed: Probed | None = None) -> None:
        """Start, and let the probe come to its end."""
        self.recorder.answer = probed or self.recorder.answer
        self.presenter.start()
        side = self.made.beside.started[-1]
        side.done(side.work(lambda: False, side.tell))


def network(library: Library, made: Office | None = None) -> Place:
    made, screen, recorder = made or office(library), Screen(), Recorder()
    return Place(NetworkPresenter(screen, made.desk, recorder), screen, made, recorder)


def test_that_opening_and_editing_asks_nobody(library: Library) -> None:
    place = network(library)
    place.presenter.hosts.type("h1", "a.example")
    place.presenter.hosts.leave("h1")
    place.presenter.hosts.add()
    place.presenter.hosts.restore()
    place.presenter.rounds.type("3")
    place.presenter.rounds.check()
    place.made.desk.speaker.use("en")
    assert place.made.beside.started == []
    assert place.recorder.asked == []


def test_that_the_proposed_hosts_stand_there_each_with_its_reason(library: Library) -> None:
    place = network(library)
    rows = place.state.hosts.rows
    assert [row.text for row in rows] == HOSTS
    for row, host in zip(rows, SETTINGS.hosts, strict=True):
        assert place.made.words(f"network.host.{host.id}.name") in row.label
        assert place.made.words(f"network.host.{host.id}.why") in row.why
    assert not place.state.hosts.can_restore


def test_that_only_the_listed_hosts_are_asked_as_often_as_typed(library: Library) -> None:
    place = network(library)
    place.presenter.hosts.remove("h1")
    place.presenter.hosts.type("h2", "192.0.2.1:80")
    place.presenter.hosts.add()
    place.presenter.rounds.type("3")
    place.run()
    assert place.recorder.asked == [(Asked(["192.0.2.1:80", *HOSTS[2:]], 3), 3)]


@pytest.mark.parametrize("text", ["https://a.example", "a b", "a.example:0", "[::1"])
def test_that_a_bad_host_is_told_beside_its_field_and_nobody_is_asked(library: Library, text: str) -> None:
    place = network(library)
    place.presenter.hosts.type("h2", text)
    assert [row.error for row in place.state.hosts.rows] == [""] * 5, "not while it is being typed"
    place.presenter.start()
    errors = {row.id: row.error for row in place.state.hosts.rows}
    assert text in errors.pop("h2")
    assert set(errors.values()) == {""}
    assert (place.made.beside.started, place.screen.pointed) == ([], 1)
    place.presenter.hosts.type("h2", "a.example")
    place.presenter.start()
    assert len(place.made.beside.started) == 1


def test_that_leaving_a_field_tells_its_mistake(library: Library) -> None:
    place = network(library)
    place.presenter.hosts.type("h3", "a b")
    place.presenter.hosts.leave("h3")
    assert place.state.hosts.rows[2].error


@pytest.mark.parametrize("text", ["", "0", "-1", "1001", "many", "1.5", "9" * 5000])
def test_that_no_number_of_rounds_is_told_and_nobody_is_asked(library: Library, text: str) -> None:
    place = network(library)
    place.presenter.rounds.type(text)
    assert place.state.run.error == ""
    place.presenter.start()
    assert "1,000" in place.state.run.error
    assert (place.made.beside.started, place.screen.pointed) == ([], 1)


def test_that_full_width_digits_are_a_number(library: Library) -> None:
    place = network(library)
    place.presenter.rounds.type(" １２ ")
    place.run()
    assert place.recorder.asked[0][0].rounds == 12


def test_that_without_any_host_nobody_is_asked(library: Library) -> None:
    place = network(library)
    for row in place.state.hosts.rows:
        place.presenter.hosts.remove(row.id)
    place.presenter.hosts.add()
    place.presenter.start()
    assert place.state.hosts.error == place.made.words("error.no_targets")
    assert place.made.beside.started == []
    place.presenter.hosts.restore()
    assert place.state.hosts.error == ""
    assert [row.text for row in place.state.hosts.rows] == HOSTS


def test_that_the_list_ends_where_the_probe_s_patience_does(library: Library) -> None:
    place = network(library)
    for _ in range(MOST_TARGETS):
        place.presenter.hosts.add()
    rows = place.state.hosts.rows
    assert len(rows) == len({row.id for row in rows}) == MOST_TARGETS
    assert not place.state.hosts.can_add


def test_that_every_round_is_shown_as_it_comes(library: Library) -> None:
    place = network(library)
    place.presenter.start()
    side, target = place.made.beside.started[0], parse_target(HOSTS[1])
    side.tell(Progress(1, 50, target, quick(20.0)[0]))
    side.tell(Progress(2, 50, target, failing("timed_out")[0]))
    assert (place.state.run.running, place.state.run.progress) == (True, 4)
    assert "2" in place.state.run.status
    assert "50" in place.state.run.status
    assert place.state.found is not None
    card = place.state.found.hosts[1]
    assert [mark.kind for mark in card.marks] == ["usual", "failed", *["open"] * 8]
    assert place.made.words("network.failure.timed_out") in card.latest
    assert place.made.words("network.failure.timed_out") in card.heard
    assert (card.verdict, place.state.take) == ("", None)


def test_that_a_second_start_waits_for_the_first_to_end(library: Library) -> None:
    place = network(library)
    place.presenter.start()
    place.presenter.start()
    assert len(place.made.beside.started) == 1


def test_that_the_end_shows_verdicts_signs_and_figures(library: Library) -> None:
    place = network(library)
    place.run(everything())
    words, shown = place.made.words, place.state.found
    assert shown is not None
    verdicts = [
        words(f"network.verdict.{name}.name") for name in ("fine", "shaky", "not_reachable", "cannot_tell", "fine")
    ]
    assert [host.verdict for host in shown.hosts] == verdicts
    assert [host.level for host in shown.hosts] == ["good", "watch", "weak", "open", "good"]
    assert words("network.sign.only_some") in shown.signs
    assert words("network.sign.proxy_set") in shown.signs
    assert words("network.certificate.other_name") in shown.hosts[3].lines
    assert any("553" in line for line in shown.hosts[1].lines), "by hand: 32 + 0.6 (900 - 32)"
    assert {mark.kind for mark in shown.hosts[1].marks} == {"usual", "slow", "failed"}
    assert not place.state.run.running


def test_that_stopping_keeps_the_rounds_that_are_finished(library: Library) -> None:
    place = network(library)
    place.presenter.start()
    side = place.made.beside.started[0]
    place.presenter.trial.stop()
    assert place.state.run.status == place.made.words("probe.stopping")
    place.recorder.answer = found(FINE[:4])
    side.done(side.work(lambda: False, side.tell))
    assert place.recorder.stops[0]()
    assert place.state.run.status == place.made.words("network.called_off")
    assert place.state.found is not None
    assert [mark.kind for mark in place.state.found.hosts[0].marks] == [*["usual"] * 4, *["open"] * 6]


def test_that_leaving_the_page_calls_the_probe_off_and_shows_nothing_more(library: Library) -> None:
    place = network(library)
    place.presenter.start()
    side, shown = place.made.beside.started[0], len(place.screen.shown)
    place.presenter.close()
    assert side.cancelled
    side.work(lambda: True, side.tell)
    assert place.recorder.stops[0](), "the probe is told to stop by the runner"
    place.made.desk.speaker.use("en")
    place.presenter.hosts.leave("h1")  # a field that goes is left
    assert len(place.screen.shown) == shown


def test_that_list_and_findings_outlive_the_page_and_no_erasing(library: Library) -> None:
    place = network(library)
    place.presenter.hosts.type("h1", "a.example")
    place.run()
    place.presenter.close()
    again = network(library, place.made)
    assert again.state.hosts.rows[0].text == "a.example"
    assert again.state.found == place.state.found
    SettingsPresenter(FakeScreen(), place.made.desk, NoChoosing()).erase()
    assert place.made.desk.memory == {}


@pytest.mark.parametrize("failed", range(11))
def test_that_the_answer_offered_is_the_one_the_rounds_speak_for(library: Library, failed: int) -> None:
    place = network(library)
    place.run(found((*FINE[failed:], *failing("timed_out", failed))))
    take, words = place.take, place.made.words
    expected = {0: "smooth", 1: "drops_sometimes", 10: None}.get(failed, "drops_often")
    assert take.can_take == (expected is not None)
    if expected is None:
        assert (take.says, take.remark) == ("", words("probe.take_none"))
    else:
        assert words(f"question.{QUESTION}.option.{expected}") in take.says
        assert f"{failed}" in take.says


def test_that_taking_over_answers_the_question_with_its_figures(library: Library) -> None:
    made = office(library, draft_of("card.state", card__kind="own_debit"))
    place = network(library, made)
    place.run(found((*FINE[1:], *failing("timed_out"))))
    before = made.draft
    place.presenter.taking.take()
    assert made.draft.answers.values == {"card.kind": "own_debit", QUESTION: "drops_sometimes"}
    assert made.draft.at == "card.state"
    by = made.draft.answers.measured[QUESTION]
    assert (by.instrument, by.when) == ("network", NOW)
    assert by.figures == {"hosts": 1, "rounds": 10, "failed": 1, "median_ms": 20.0, "p95_ms": 20.0}
    assert not place.take.can_take, "taken already"
    made.desk.session.undo()
    assert made.draft == before
    assert place.take.can_take


def test_that_taking_over_without_a_check_begins_one_and_one_step_back_undoes_it(library: Library) -> None:
    place = network(library)
    place.run()
    place.presenter.taking.take()
    assert place.made.draft.answers.values == {QUESTION: "smooth"}
    answer = place.made.words(f"question.{QUESTION}.option.smooth")
    assert place.made.told == [place.made.words("probe.taken", answer=answer)]
    place.made.desk.session.undo()
    assert place.made.draft == fresh_draft(NOW.date())
    assert not place.made.desk.session.can_undo


def test_that_an_answer_by_hand_drops_the_evidence_and_undo_brings_it_back(library: Library) -> None:
    place = network(library)
    place.run()
    place.presenter.taking.take()
    taken = place.made.draft
    place.made.desk.session.change(with_answer(taken, QUESTION, "smooth"))
    assert place.made.draft.answers.measured == {}
    assert place.take.can_take
    place.made.desk.session.undo()
    assert place.made.draft.answers.measured == taken.answers.measured


def test_that_the_way_leads_to_the_question_in_the_checklist(library: Library) -> None:
    place = network(library)
    place.run()
    offered = [place.take.can_go]
    place.presenter.taking.take()
    assert [*offered, place.take.can_go] == [False, True]
    place.presenter.taking.go()
    assert (place.made.draft.at, place.made.pages) == (QUESTION, ["checklist"])


def test_that_a_way_without_the_question_leads_nowhere(library: Library) -> None:
    place = network(library, office(library, draft_of("safety.asked_to_pay", way="safety")))
    place.run()
    place.presenter.taking.take()
    assert not place.take.can_go
    place.presenter.taking.go()
    assert place.made.pages == []


def test_that_nothing_can_be_taken_before_anything_was_measured(library: Library) -> None:
    place = network(library)
    place.presenter.taking.take()
    assert place.state.take is None
    assert place.made.draft.answers.values == {}


def test_that_the_duration_follows_the_rounds(library: Library) -> None:
    place = network(library)
    count = place.made.desk.speaker.wording.count
    for rounds, shown in (("20", 20), ("many", 10)):
        place.presenter.rounds.type(rounds)
        assert count(shown, "seconds") in place.state.run.duration
        assert count(3 * shown, "seconds") in place.state.run.duration


def test_that_the_memory_holds_the_proposal_until_something_changes(library: Library) -> None:
    place = network(library)
    assert place.made.desk.memory == {}
    place.presenter.hosts.add()
    assert place.made.desk.memory[PAGE].rows[:-1] == fresh(replace(SETTINGS)).rows
