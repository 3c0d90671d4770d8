"""What the page about help decides: whom to ask in which order, what is noted, what a call changes. No window."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from core.loading.library import Library
from core.rights.order import order_of_asking
from core.schema.answers import Attempt
from gui.casework import PLACE, casework
from gui.pages.help.noting import DAY, ROLE, TIME
from gui.pages.help.presenter import HelpPresenter
from gui.pages.help.state import CallLine, HelpState, ProposalLine, ScriptState
from gui.pages.settings.presenter import SettingsPresenter
from tests.pages.choosing import NoChoosing
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office
from tests.pages.running import ROOT

TRIES = (Attempt(NOW.replace(hour=20), "generic_try_later"),)


class Screen(FakeScreen[HelpState]):
    """Keeps every picture, what was pointed out, and what was put on the clipboard."""

    def __init__(self) -> None:
        super().__init__()
        self.pointed = self.called = 0
        self.clipboard = ""

    def point_out(self) -> None:
        """Count."""
        self.pointed += 1

    def show_calls(self) -> None:
        """Count."""
        self.called += 1

    def put_on_clipboard(self, text: str) -> None:
        """Keep."""
        self.clipboard = text


@dataclass
class Place:
    """A presenter with everything around it."""

    presenter: HelpPresenter
    screen: Screen
    made: Office

    @property
    def state(self) -> HelpState:
        """Return the picture shown last."""
        return self.screen.state

    @property
    def script(self) -> ScriptState:
        """Return the form."""
        assert self.state.script is not None
        return self.state.script

    @property
    def calls(self) -> tuple[CallLine, ...]:
        """Return the noted calls."""
        return self.state.calls.calls if self.state.calls else ()

    @property
    def others(self) -> tuple[CallLine, ...]:
        """Return those noted during another check."""
        return self.state.calls.others if self.state.calls else ()

    @property
    def proposals(self) -> dict[str, ProposalLine]:
        """Return the open proposals of all calls."""
        return {found.id: found for call in self.calls for found in call.proposals}

    def note(self, **answers: str) -> None:
        """Note a call with these answers."""
        for name, answer in answers.items():
            self.presenter.noting.put(name, answer)
        self.presenter.note()

    def said(self, name: str) -> str:
        """Return what stands in a field of the form."""
        return next(line.text for line in (*self.script.about_call, *self.script.questions) if line.id == name)

    def error(self, name: str) -> str:
        """Return what is wrong with a field of the form."""
        return next(line.error for line in (*self.script.about_call, *self.script.questions) if line.id == name)


def place_of(library: Library, made: Office | None = None) -> Place:
    made, screen = made or office(library), Screen()
    return Place(HelpPresenter(screen, made.desk), screen, made)


def failed(library: Library) -> Place:
    """Return the page after a failure whose message said nothing."""
    draft = draft_of("review", mode="after", tries=TRIES, request__lender="jiebei", safety__asked_to_pay="no")
    return place_of(library, office(library, draft))


def test_that_without_a_check_every_step_is_told_and_the_page_says_that_it_is_general(library: Library) -> None:
    place = place_of(library)
    assert place.state.about == place.made.words("help.about_nobody")
    every = [turn.step for turn in order_of_asking(library.content, NOW.date())]
    assert [step.id for step in place.state.steps] == every
    assert place.state.alarm is None


def test_that_the_steps_begin_with_first_and_say_what_holds_at_any_time(library: Library) -> None:
    turns = [step.turn for step in failed(library).state.steps]
    words = place_of(library).made.words
    assert turns[0] == words("help.turn.first")
    assert turns[-1] == words("help.turn.any_time")
    assert set(turns[1:-1]) == {words("help.turn.then")}


def test_that_every_number_can_be_copied_and_the_unproven_ones_say_so(library: Library) -> None:
    for line in place_of(library).state.rights.channels:
        channel = library.content.channels[line.id]
        assert line.number == (channel.number or channel.site)
        assert bool(line.copy) == bool(line.number)
        assert bool(line.remark) == (channel.confidence != "seen")


def test_that_copying_a_number_puts_it_on_the_clipboard_and_says_that_nothing_is_dialled(library: Library) -> None:
    place = place_of(library)
    place.presenter.copy("financial_regulator")
    assert place.screen.clipboard == "12378"
    assert place.made.told == [place.made.words("help.copied", number="12378")]


@pytest.mark.parametrize("kind", ["bank", "micro_loan"])
def test_that_the_kind_of_lender_decides_whom_to_complain_to(library: Library, kind: str) -> None:
    place = failed(library)
    place.presenter.choose_kind(kind)
    (complain,) = (step for step in place.state.steps if step.id == "complain")
    places = {line.id: line.number for line in complain.channels}
    assert ("12378" in places.values(), "local_bureau" in places) == (kind == "bank", kind == "micro_loan")
    assert place.state.kind is not None
    assert [name for name, _, taken in place.state.kind.choices if taken] == [kind]
    place.presenter.choose_kind("unknown")
    assert casework(place.made.desk).kind is None


def test_that_a_sign_to_stop_brings_both_hotlines_first_and_leaves_no_script(library: Library) -> None:
    made = office(library, draft_of("review", safety__asked_to_pay="yes"))
    state = place_of(library, made).state
    assert state.alarm is not None
    assert [line.number for line in state.alarm.channels] == ["96110", "110"]
    assert state.alarm.level == "stop"
    assert (state.script, state.kind) == (None, None)
    assert {right.id for right in state.rights.rights} <= {
        name for name, right in library.content.rights.items() if "scam" in right.concerns
    }


def test_that_a_sign_that_calls_for_care_keeps_the_script(library: Library) -> None:
    made = office(library, draft_of("review", safety__app_source="link_or_code"))
    state = place_of(library, made).state
    assert state.alarm is not None
    assert state.alarm.level == "caution"
    assert state.script is not None


def test_that_a_rule_that_has_ended_is_told_as_ended_and_without_its_use(library: Library) -> None:
    rights = place_of(library).state.rights
    assert "one_off_repair" in {right.id for right in rights.over}
    use = place_of(library).made.words("right.one_off_repair.use")
    assert not any(use in line for right in rights.over for line in right.lines)


def test_that_every_rule_says_since_when_and_how_sure(library: Library) -> None:
    words = place_of(library).made.words
    for right in place_of(library).state.rights.rights:
        assert any(line.startswith(words("rights.sure_line", text="")) for line in right.lines), right.id


def test_that_only_the_questions_for_whoever_was_called_are_put(library: Library) -> None:
    place = place_of(library)
    lender = {line.id for line in place.script.questions}
    place.presenter.noting.call("bank")
    bank = {line.id for line in place.script.questions}
    assert lender == {name for name, question in library.content.hotline.items() if question.ask == "lender"}
    assert bank == library.content.hotline.keys() - lender
    assert place.said(ROLE) == "bank_staff"


def test_that_there_is_no_field_for_what_belongs_on_paper(library: Library) -> None:
    paper = [line for line in place_of(library).script.questions if line.kind == "paper"]
    assert {line.id for line in paper} == {"lender_name", "reference"}
    assert all(not line.choices and line.remark for line in paper)


def test_that_a_call_is_noted_with_its_time_role_and_answers_and_the_form_is_empty_again(library: Library) -> None:
    place = failed(library)
    place.note(**{DAY: "9-27", TIME: "20:15", ROLE: "senior", "where_stopped": "institution_refused"})
    (call,) = casework(place.made.desk).calls
    assert call.note.when == dt.datetime(2026, 9, 27, 20, 15)
    assert (call.note.role, call.note.channel) == ("senior", "lender_service")
    assert call.note.answers == {"where_stopped": "institution_refused"}
    assert place.said("where_stopped") == ""
    assert place.screen.called == 1


def test_that_a_call_without_a_day_was_today(library: Library) -> None:
    place = failed(library)
    place.note()
    assert casework(place.made.desk).calls[0].note.when == NOW.date()


@pytest.mark.parametrize(
    ("name", "text", "key"),
    [
        (DAY, "soon", "checklist.error.day"),
        (DAY, "2026-09-29", "help.error_ahead"),
        (TIME, "late", "checklist.error.time"),
        ("retry_after", "never", "checklist.error.day"),
    ],
)
def test_that_what_cannot_be_read_is_told_once_the_field_is_left_and_no_call_is_noted(
    library: Library, name: str, text: str, key: str
) -> None:
    place = failed(library)
    place.presenter.noting.put(name, text)
    assert place.error(name) == "", "not while it is being typed"
    place.presenter.noting.leave(name)
    example = "10:00" if name == TIME else "2026-09-28"
    facts = {} if key.startswith("help") else {"example": example}
    assert place.error(name) == place.made.words(key, **facts)
    place.presenter.note()
    assert (place.calls, place.screen.pointed) == ((), 1)
    assert place.said(name) == text


def test_that_an_accepted_proposal_changes_the_answer_in_one_step_that_undo_takes_back(library: Library) -> None:
    place = failed(library)
    place.note(where_stopped="institution_refused")
    wanted = "1-where_stopped-history.refused_on"
    before = place.made.draft
    place.presenter.calls.accept(wanted)
    assert place.made.draft.answers.values["history.refused_on"] == NOW.date()
    assert place.made.draft.at == before.at
    assert wanted not in place.proposals
    place.made.desk.session.undo()
    assert place.made.draft.answers == before.answers
    assert wanted in place.proposals, "it can be decided again"


def test_that_an_accepted_reason_becomes_the_message_of_the_last_try(library: Library) -> None:
    place = failed(library)
    place.note(reason="card_class_limit")
    place.presenter.calls.accept("1-reason-message")
    assert place.made.draft.answers.attempts[-1].message == "card_class_limit"
    place.made.desk.session.undo()
    assert place.made.draft.answers.attempts == TRIES


def test_that_a_count_goes_up_by_one_and_not_again(library: Library) -> None:
    draft = draft_of("review", mode="after", tries=TRIES, credit__inquiries_3m=3.0)
    place = place_of(library, office(library, draft))
    place.note(credit_query="yes")
    place.presenter.calls.accept("1-credit_query-credit.inquiries_3m")
    assert place.made.draft.answers.values["credit.inquiries_3m"] == 4.0
    assert place.proposals == {}


def test_that_a_number_nobody_gave_can_only_be_left(library: Library) -> None:
    place = failed(library)
    place.note(credit_query="yes")
    (told,) = place.proposals.values()
    assert told.accept == ""
    place.presenter.calls.accept(told.id)
    assert "credit.inquiries_3m" not in place.made.draft.answers.values
    place.presenter.calls.leave(told.id)
    assert place.proposals == {}


def test_that_a_day_beyond_every_plan_is_told_and_can_be_put_away(library: Library) -> None:
    place = failed(library)
    place.note(retry_after="2027-03-01")
    (told,) = place.proposals.values()
    assert told.accept == ""
    place.presenter.calls.leave(told.id)
    assert place.proposals == {}


def test_that_a_proposal_left_alone_changes_nothing_and_is_gone(library: Library) -> None:
    place = failed(library)
    before = place.made.draft
    place.note(restriction="yes")
    place.presenter.calls.leave("1-restriction-account.restriction")
    assert (place.made.draft, place.proposals) == (before, {})


def test_that_who_lends_is_taken_over_from_the_call(library: Library) -> None:
    place = failed(library)
    place.note(lender_kind="micro_loan")
    assert casework(place.made.desk).kind == "micro_loan"


def test_that_without_a_check_a_call_is_kept_until_there_is_one(library: Library) -> None:
    place = place_of(library)
    place.note(restriction="yes")
    assert place.calls[0].proposals_title == place.made.words("help.no_check")
    place.made.put(draft_of("review", mode="after", tries=TRIES))
    assert place.proposals.keys() == {"1-restriction-account.restriction"}


def test_that_a_removed_call_is_forgotten_and_the_others_stay(library: Library) -> None:
    place = failed(library)
    place.note(restriction="yes")
    place.note(restriction="no")
    place.presenter.calls.remove("1")
    place.note(card_usable="yes")
    assert [call.id for call in place.calls] == ["2", "3"]


def test_that_nothing_of_a_call_is_in_the_draft_that_is_saved(library: Library) -> None:
    place = failed(library)
    before = place.made.draft
    place.note(where_stopped="institution_refused", retry_after="2026-10-08")
    assert place.made.draft == before


def test_that_erasing_the_answers_erases_the_calls(library: Library) -> None:
    place = failed(library)
    place.note(restriction="yes")
    SettingsPresenter(FakeScreen(), place.made.desk, NoChoosing()).erase()
    assert PLACE not in place.made.desk.memory
    assert place.made.desk.memory == {}


def test_that_the_form_outlives_a_change_of_page_and_of_language(library: Library) -> None:
    place = failed(library)
    place.presenter.noting.put("restriction", "yes")
    place.presenter.close()
    place.made.desk.speaker.use("en")
    again = place_of(library, place.made)
    assert again.said("restriction") == "yes"


def test_that_a_closed_page_shows_nothing_more(library: Library) -> None:
    place = failed(library)
    place.presenter.close()
    shown = len(place.screen.shown)
    place.made.put(draft_of("review"))
    place.presenter.noting.call("bank")
    assert len(place.screen.shown) == shown


def test_that_the_questions_can_be_taken_along(library: Library) -> None:
    place = place_of(library)
    place.presenter.copy_sheet()
    for name in library.content.hotline:
        assert place.made.words(f"hotline.{name}.prompt") in place.screen.clipboard


def test_that_a_letter_is_wanted_on_the_page_of_letters(library: Library) -> None:
    place = place_of(library)
    place.presenter.write("complaint")
    assert (casework(place.made.desk).letter, place.made.pages) == ("complaint", ["letters"])


@pytest.mark.parametrize("ending", ["html", "md", "txt"])
def test_that_the_guide_is_saved_with_every_step(library: Library, tmp_path: Path, ending: str) -> None:
    made = office(library)
    layouts = {path.name: path.read_text("utf-8") for path in (ROOT / "resources" / "reports").iterdir()}
    made = replace(made, desk=replace(made.desk, layouts=layouts))
    place = place_of(library, made)
    file = tmp_path / f"guide.{ending}"
    place.presenter.booklet.save(str(file))
    text = file.read_text("utf-8")
    assert all(step.ask in text for step in place.state.steps)
    assert "<script" not in text
    assert ("<html" in text) == (ending == "html")
