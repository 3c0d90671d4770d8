"""What the projector shows: each slide's road is the check of what has been told so far, nothing else. No window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.assess import ROAD_ONLY, Assessor
from core.explain.report import first_causes
from core.library.walk import Walk
from core.loading.library import Library
from gui.projector.presenter import ProjectorPresenter
from gui.projector.slides import Case
from gui.projector.state import Place, SlideState
from tests.pages.desk import FakeScreen, Office, draft_of, office

DRAMA, FRAUD = "large_sum_small_door", "the_kind_caller"


class Wall(FakeScreen[SlideState]):
    """Keeps every slide."""

    def walk(self, presenter: ProjectorPresenter) -> Iterator[SlideState]:
        """Go on to the last slide; yield each one."""
        yield self.state
        while not self.state.last:
            presenter.next()
            yield self.state


@pytest.fixture
def made(library: Library) -> Office:
    """Return a desk on which somebody's own check lies."""
    return office(library, draft_of("review", card__state="normal"))


def opened(made: Office, *cases: str) -> tuple[ProjectorPresenter, Wall]:
    """Return the projector with some cases."""
    wall = Wall()
    return ProjectorPresenter(wall, made.desk, cases), wall


@pytest.mark.parametrize("name", [DRAMA, FRAUD, "two_taps_on_the_train"])
def test_that_the_road_of_each_step_is_the_check_of_what_was_told_until_then(
    made: Office, library: Library, name: str
) -> None:
    walk, assessor = Walk(Case.of(name, made.desk).walk.answers), Assessor(library.content)
    presenter, wall = opened(made, name)
    told = [state for state in wall.walk(presenter) if state.kind == "told"]
    assert len(told) == len(walk.steps)
    for number, state in enumerate(told, start=1):
        found = assessor.assess(walk.first(number), ROAD_ONLY)
        assert state.road is not None
        percents = [made.desk.speaker.wording.percent(gate.passes) for gate in found.gates]
        assert [(gate.id, gate.value) for gate in state.road.gates] == [
            (gate.id, value) for gate, value in zip(found.gates, percents, strict=True)
        ]
        assert [cause.id for cause in state.road.causes] == [cause.id for cause in first_causes(found)]


def test_that_a_case_is_told_in_order_and_back_is_the_same_way(made: Office) -> None:
    presenter, wall = opened(made, DRAMA)
    forth = [(state.kind, state.lead) for state in wall.walk(presenter)]
    kinds = [kind for kind, _ in forth]
    assert kinds == ["story", "ask", *["told"] * (len(kinds) - 4), "ended", "discuss"]
    back = [forth[-1]]
    while not wall.state.first:
        presenter.back()
        back.append((wall.state.kind, wall.state.lead))
    assert back == forth[::-1]


def test_that_no_number_and_no_cause_is_shown_before_the_class_has_thought(made: Office) -> None:
    presenter, wall = opened(made, DRAMA)
    story, pause = list(wall.walk(presenter))[:2]
    assert (story.kind, story.road) == ("story", None)
    assert (pause.kind, len(pause.points)) == ("ask", 3)
    road = pause.road
    assert road is not None
    assert [gate.value for gate in road.gates] == [""] * 6
    assert (road.estimate, road.causes) == ("", ())


def test_that_a_cause_that_came_nearer_to_the_front_says_so(made: Office) -> None:
    presenter, wall = opened(made, DRAMA)
    slides = {state.lead: state for state in wall.walk(presenter) if state.kind == "told"}
    first = next(iter(slides.values()))
    assert first.road is not None
    assert next((cause.id, cause.moved) for cause in first.road.causes) == (
        "account_class_ceiling",
        made.words("projector.moved_up"),
    )
    last = list(slides.values())[-1]
    assert last.road is not None
    assert [cause.moved for cause in last.road.causes] == [""]


def test_that_under_an_alarm_no_good_number_stands(made: Office) -> None:
    presenter, wall = opened(made, FRAUD)
    alarmed = [state for state in wall.walk(presenter) if state.alarm is not None]
    assert [state.alarm.title for state in alarmed if state.alarm] == [made.words("safety.stop_title")] * 2
    assert all(state.road is not None and state.road.estimate == "" for state in alarmed)
    assert all(made.words("ui.stop_numbers") in state.texts for state in alarmed)
    presenter.to_end()
    presenter.back()
    assert wall.state.kind == "ended"
    assert wall.state.road is not None
    assert wall.state.road.estimate == ""


def test_that_one_case_follows_the_other_and_the_ends_are_told(made: Office) -> None:
    presenter, wall = opened(made, DRAMA, FRAUD)
    assert (wall.state.first, wall.state.last) == (True, False)
    presenter.back()
    assert wall.state.place == Place(DRAMA, 0)
    presenter.to_end()
    end = wall.state.place
    presenter.next()
    assert wall.state.place == Place(FRAUD, 0)
    presenter.back()
    assert wall.state.place == end
    presenter.next()
    presenter.to_end()
    presenter.next()
    assert (wall.state.place.case, wall.state.kind, wall.state.last) == (FRAUD, "discuss", True)
    presenter.to_start()
    assert wall.state.place == Place(FRAUD, 0)


def test_that_the_range_comes_after_the_rest_and_only_for_the_slide_shown(made: Office) -> None:
    presenter, wall = opened(made, DRAMA)
    for _ in range(3):
        presenter.next()
    assert made.later.waiting == 1
    assert wall.state.road is not None
    assert wall.state.road.range == made.words("checklist.range_coming")
    made.later.settle()
    shown = wall.state
    assert shown.road is not None
    assert shown.road.range != made.words("checklist.range_coming")
    presenter.close()
    made.desk.speaker.use("en")
    assert wall.state is shown


def test_that_the_own_check_is_neither_read_nor_changed(made: Office) -> None:
    before = made.draft
    presenter, wall = opened(made, DRAMA, FRAUD)
    slides = list(wall.walk(presenter))
    assert made.draft is before
    assert not made.desk.session.can_undo
    made.put(draft_of("review", safety__asked_to_pay="yes"))
    assert wall.state is slides[-1]


def test_that_another_language_tells_the_same_slide(made: Office) -> None:
    presenter, wall = opened(made, DRAMA)
    presenter.next()
    before = wall.state
    made.desk.speaker.use("en")
    assert (wall.state.place, wall.state.language) == (before.place, "en")
    assert wall.state.title == made.words(f"case.{DRAMA}.title") != before.title
