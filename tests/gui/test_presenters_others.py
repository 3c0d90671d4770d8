"""The presenters of the home page, the review and the settings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core.loading.library import Library
from core.schema.answers import Attempt
from gui.draft import Draft
from gui.engine import DAYS_AHEAD
from gui.pages.home.presenter import HomePresenter
from gui.pages.home.state import HomeState
from gui.pages.review.presenter import ReviewPresenter
from gui.pages.review.state import AnswerLine, ReviewState
from gui.pages.settings.presenter import SettingsPresenter
from gui.pages.settings.state import SettingsState
from gui.settings import Settings
from gui.theme.tokens import SCALE_STEPS
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office

TRIES = (Attempt(dt.date(2026, 9, 27)), Attempt(NOW.replace(hour=20, second=0), "card_class_limit"))


def home(
    library: Library, draft: Draft | None = None, saved: dt.datetime | None = NOW
) -> tuple[HomePresenter, FakeScreen[HomeState], Office]:
    made, screen = office(library, draft, saved), FakeScreen[HomeState]()
    return HomePresenter(screen, made.desk), screen, made


@pytest.mark.parametrize(
    ("door", "mode", "way", "step"),
    [
        ("before", "before", "short", "safety.asked_to_pay"),
        ("after", "after", "short", "attempt.message"),
        ("asked", "before", "safety", "safety.asked_to_pay"),
    ],
)
def test_that_a_door_leads_to_its_first_step(library: Library, door: str, mode: str, way: str, step: str) -> None:
    presenter, screen, made = home(library)
    assert door in [found.id for found in screen.state.doors]
    presenter.open(door)
    assert (made.draft.answers.mode, made.draft.way, made.draft.at) == (mode, way, step)
    assert made.pages == ["checklist"]


def test_that_the_door_after_a_failure_notes_a_try_at_this_minute(library: Library) -> None:
    presenter, _, made = home(library)
    presenter.open("after")
    assert made.draft.answers.attempts == (Attempt(NOW.replace(second=0)),)


def test_that_a_new_check_takes_nothing_along_and_undo_brings_the_old_one_back(library: Library) -> None:
    old = draft_of("card.kind", card__kind="own_debit")
    presenter, _, made = home(library, old)
    presenter.open("before")
    assert made.draft.answers.values == {}
    made.desk.session.undo()
    assert made.draft == old


def test_that_before_the_beginning_there_is_nothing_to_go_on_with(library: Library) -> None:
    _, screen, _ = home(library)
    assert screen.state.resume.button == ""
    assert screen.state.resume.text


@pytest.mark.parametrize(
    ("at", "page"), [("card.kind", "checklist"), ("review", "review"), ("attempt.when", "checklist")]
)
def test_that_going_on_leads_to_where_it_was_left(library: Library, at: str, page: str) -> None:
    presenter, screen, made = home(library, draft_of(at, mode="after", tries=TRIES))
    assert screen.state.resume.button
    presenter.resume()
    assert made.pages == [page]


def test_that_the_progress_names_the_section_and_counts_the_answers(library: Library) -> None:
    _, screen, made = home(library, draft_of("card.kind", card__bank="large", card__state="not_sure"))
    assert made.words("section.card.name") in screen.state.resume.text
    assert "2" in screen.state.resume.text


def test_that_without_a_save_none_is_told(library: Library) -> None:
    _, screen, _ = home(library, draft_of("card.kind"), saved=None)
    assert screen.state.resume.detail == ""


def test_that_the_days_ahead_follow_when_they_are_worked_out(library: Library) -> None:
    presenter, screen, made = home(library)
    assert list(screen.state.times.days) == []
    presenter.look_ahead()
    made.later.settle()
    assert len(screen.state.times.days) == DAYS_AHEAD + 1
    levels = [day.level for day in screen.state.times.days]
    assert set(levels) <= {"good", "watch", "weak"}
    assert "good" in levels


def test_that_only_the_latest_look_ahead_is_waited_for(library: Library) -> None:
    presenter, _, made = home(library)
    presenter.look_ahead()
    made.put(draft_of("card.kind", card__kind="own_debit"))
    assert made.later.waiting == 1


def test_that_a_closed_home_page_waits_for_nothing(library: Library) -> None:
    presenter, screen, made = home(library)
    presenter.look_ahead()
    made.put(draft_of("card.kind"))
    presenter.close()
    presenter.look_ahead()
    shown = len(screen.shown)
    made.later.settle()
    made.put(draft_of("card.state"))
    assert len(screen.shown) == shown


def review(library: Library, draft: Draft) -> tuple[ReviewPresenter, FakeScreen[ReviewState], Office]:
    made, screen = office(library, draft), FakeScreen[ReviewState]()
    return ReviewPresenter(screen, made.desk), screen, made


def lines(state: ReviewState) -> dict[str, AnswerLine]:
    return {line.id: line for block in state.sections for line in block.lines}


def test_that_every_kind_of_answer_is_put_into_words(library: Library) -> None:
    _, screen, made = review(
        library,
        draft_of(
            "review",
            safety__asked_to_pay="no",
            safety__pressure=(),
            request__amount=8000.0,
            history__refused_on="none",
            card__kind="not_sure",
            device__phone_changed_on=dt.date(2026, 9, 20),
            request__planned=dt.datetime(2026, 9, 29, 20),
            score__history=((dt.date(2026, 6, 30), 655.0),),
            device__environment=("vpn_or_proxy", "second_hand"),
        ),
    )
    told = {name: line.answer for name, line in lines(screen.state).items()}
    assert told["history.refused_on"] == made.words("question_words.none")
    assert told["card.kind"] == made.words("question_words.not_sure")
    assert told["card.state"] == made.words("review.unanswered")
    assert "8,000" in told["request.amount"]
    assert told["score.history"] == made.words("checklist.echo_entries", count=1)
    assert told["safety.pressure"]
    assert told["safety.pressure"] not in (made.words("review.unanswered"), made.words("question_words.not_sure"))
    assert all(told.values())


def test_that_what_is_unknown_is_marked_open(library: Library) -> None:
    _, screen, _ = review(library, draft_of("review", card__kind="not_sure", card__bank="large"))
    found = lines(screen.state)
    assert (found["card.kind"].open, found["card.state"].open, found["card.bank"].open) == (True, True, False)


def test_that_the_failed_tries_are_listed_before_the_questions(library: Library) -> None:
    _, screen, made = review(library, draft_of("review", mode="after", tries=TRIES))
    found = lines(screen.state)
    assert list(found)[:3] == ["attempt.message", "attempt.when", "attempt.earlier"]
    assert found["attempt.message"].answer == made.words("message.card_class_limit.name")
    assert found["attempt.earlier"].answer not in ("", made.words("question_words.none"))
    assert screen.state.sections[0].title == made.words("checklist.failure_name")


def test_that_a_change_goes_to_the_step_and_back_to_the_last_one(library: Library) -> None:
    presenter, _, made = review(library, draft_of("review"))
    presenter.change("card.kind")
    assert (made.draft.at, made.pages) == ("card.kind", ["checklist"])
    made.desk.session.move(draft_of("review"))
    presenter.go_back()
    assert made.draft.at == "network.code"


def test_that_the_result_is_gone_to_from_the_review_and_remembered(library: Library) -> None:
    presenter, _, made = review(library, draft_of("card.kind"))
    presenter.see_result()
    assert (made.draft.at, made.pages) == ("review", ["result"])


def test_that_answers_the_content_does_not_know_are_told_and_only_then(library: Library) -> None:
    draft = draft_of("review")
    assert review(library, draft)[1].state.notice == ""
    _, screen, _ = review(library, replace(draft, kept={"old.question": "yes"}))
    assert "old.question" in screen.state.notice


def test_that_a_closed_review_follows_nothing(library: Library) -> None:
    presenter, screen, made = review(library, draft_of("review"))
    presenter.close()
    made.put(draft_of("card.kind"))
    made.desk.speaker.use("en")
    assert len(screen.shown) == 1


class Choosing:
    """Keeps choices as the program would."""

    def __init__(self) -> None:
        self.now, self.forgotten = Settings(), False

    def settings(self) -> Settings:
        return self.now

    def choose(self, setting: str, value: str) -> None:
        self.now = self.now._replace(**{setting: int(value) if setting == "scale" else value})  # type: ignore[arg-type]

    def forget(self) -> None:
        self.forgotten = True

    def where(self) -> str:
        return "here"


def settings(library: Library) -> tuple[SettingsPresenter, FakeScreen[SettingsState], Office, Choosing]:
    made, screen, choosing = (
        office(library, draft_of("card.kind", card__kind="own_debit")),
        FakeScreen[SettingsState](),
        Choosing(),
    )
    return SettingsPresenter(screen, made.desk, choosing), screen, made, choosing


def test_that_each_setting_shows_exactly_one_choice(library: Library) -> None:
    _, screen, _, _ = settings(library)
    chosen = {group.id: [row.id for row in group.rows if row.chosen] for group in screen.state.groups}
    assert chosen == {"language": ["zh_CN"], "theme": ["system"], "scale": ["100"]}
    assert any("here" in line for line in screen.state.privacy)


@pytest.mark.parametrize(("setting", "value"), [("theme", "dark"), ("scale", str(SCALE_STEPS[-1]))])
def test_that_a_choice_is_shown_as_made(library: Library, setting: str, value: str) -> None:
    presenter, screen, _, _ = settings(library)
    presenter.choose(setting, value)
    group = next(group for group in screen.state.groups if group.id == setting)
    assert [row.id for row in group.rows if row.chosen] == [value]


def test_that_erasing_forgets_everything_tells_so_and_can_be_undone(library: Library) -> None:
    presenter, _, made, choosing = settings(library)
    before = made.draft
    presenter.erase()
    assert choosing.forgotten
    assert not made.draft.begun
    assert made.draft.answers.values == {}
    assert made.told == [made.words("settings.erased")]
    made.desk.session.undo()
    assert made.draft == before


def test_that_the_settings_follow_the_language_until_they_are_closed(library: Library) -> None:
    presenter, screen, made, _ = settings(library)
    title = screen.state.title
    made.desk.speaker.use("en")
    assert screen.state.title != title
    presenter.close()
    made.desk.speaker.use("zh_CN")
    assert screen.state.title != title
