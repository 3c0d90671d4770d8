"""What the message page decides: what it tells of a text, what it takes over, what it keeps. No window."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from core.decode.normalise import LONGEST
from core.decode.result import ClassGuess, Decoded, GateGuess, Scam
from core.loading.library import Library
from core.schema.answers import Attempt
from gui.decoding.picture import alarm_of, proposals
from gui.decoding.reading import PLACE, Kept
from gui.engine import MESSAGE, MOMENT
from gui.pages.message.presenter import MessagePresenter
from gui.pages.message.state import FoundState, MessageState
from gui.pages.message.trying import as_try
from gui.pages.settings.presenter import SettingsPresenter
from tests.pages.choosing import NoChoosing
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office
from tests.pages.messages import CARD, ELSEWHERE, GENERIC, SWINDLE

ZH = "zh_CN"
THIS_MINUTE = NOW.replace(second=0)
TOLD = Decoded(
    classes=(ClassGuess("card_state", 0.504, ("冻结",)), ClassGuess("card_class_limit", 0.296, ())),
    gates=(GateGuess("payment", 0.7), GateGuess("credit", 0.1)),
    family="bounced",
    scam=Scam("none"),
    in_scope=True,
    generic=False,
)


@dataclass
class Place:
    """A presenter with everything around it."""

    presenter: MessagePresenter
    screen: FakeScreen[MessageState]
    made: Office

    @property
    def state(self) -> MessageState:
        """Return the picture of the moment."""
        return self.screen.state

    @property
    def found(self) -> FoundState:
        """Return what was found."""
        assert self.screen.state.found is not None
        return self.screen.state.found

    def paste(self, text: str) -> Place:
        """Type a text and let it be decoded."""
        self.presenter.type(text)
        self.made.later.settle()
        return self


def opened(made: Office) -> Place:
    """Return a page opened at a desk."""
    screen = FakeScreen[MessageState]()
    return Place(MessagePresenter(screen, made.desk), screen, made)


@pytest.fixture
def place(library: Library) -> Place:
    return opened(office(library))


def test_that_nothing_is_decoded_before_something_is_typed(place: Place) -> None:
    assert (place.found.kind, place.state.alarm, place.state.ways) == ("nothing", None, None)
    place.presenter.type("  \n ")
    assert (place.found.kind, place.made.later.waiting) == ("nothing", 0)


def test_that_a_reason_is_told_with_its_gate_its_words_and_its_owner(place: Place) -> None:
    place.presenter.type(CARD[ZH])
    assert place.found.kind == "waiting"
    place.made.later.settle()
    words = place.made.words
    assert (place.found.kind, place.found.name) == ("told", words("message.card_class_limit.name"))
    assert place.found.says == words("message.card_class_limit.says")
    assert "“收款限额”" in place.found.matched
    parts = {part.id: part for part in place.found.parts}
    assert parts["gates"].lines[0][0] == words("gate.payment.name")
    assert parts["family"].lines == ((words("family.bounced.name"), ""),)
    assert parts["owner"].lines == ((words("owner.your_bank.name"), ""),)
    assert place.found.notes == (words("safety.never_charge"),)
    assert place.found.limits == words("decode.limits")


def test_that_shares_are_whole_per_cents_best_first(place: Place) -> None:
    place.made.desk.memory[PLACE] = Kept("x", TOLD)
    place.presenter.show()
    assert (place.found.share, place.found.alike) == ("50%", "")
    parts = {part.id: part.lines for part in place.found.parts}
    assert [share for _, share in parts["gates"]] == ["70%", "10%"]
    assert parts["others"] == ((place.made.words("message.card_class_limit.name"), "30%"),)


def test_that_a_text_without_a_reason_gets_advice_and_no_gate(place: Place) -> None:
    place.paste(GENERIC[ZH])
    assert (place.found.kind, place.found.parts) == ("generic", ())
    assert place.found.says == place.made.words("decode.cannot_tell")
    assert place.found.advice == place.made.words("message.generic_try_later.advice")
    assert place.state.ways is not None
    assert place.state.ways.more == ()


def test_that_a_text_about_something_else_is_not_taken_into_the_checklist(place: Place) -> None:
    place.paste(ELSEWHERE[ZH])
    assert (place.found.kind, place.state.ways) == ("elsewhere", None)
    place.presenter.use()
    assert (place.made.pages, place.made.draft.begun) == ([], False)


def test_that_under_a_stop_sign_there_is_the_alarm_and_nothing_else(place: Place) -> None:
    place.paste(SWINDLE[ZH])
    alarm = place.state.alarm
    assert alarm is not None
    assert (alarm.level, place.state.found, place.state.ways) == ("stop", None, None)
    words = place.made.words
    assert (words("flag.pay_first.name"), words("flag.pay_first.why")) in alarm.flags
    numbers = [place.made.desk.engine.content.channels[name].number for name in ("anti_fraud", "police")]
    steps = " ".join(alarm.steps)
    assert [number for number in numbers if not number or number not in steps] == []
    assert alarm.note == words("safety.never_charge")
    place.presenter.use()
    assert place.made.pages == []


def test_that_the_signs_of_a_swindle_begin_a_check_that_stops_and_one_step_back_undoes_it(place: Place) -> None:
    place.presenter.take_signs()
    place.paste(SWINDLE[ZH]).presenter.take_signs()
    made = place.made
    assert (made.pages, made.draft.answers.values["safety.asked_to_pay"]) == (["result"], "yes")
    assert made.desk.engine.road(made.draft).safety.level == "stop"
    assert place.state.alarm is not None
    assert place.state.alarm.go_on == "", "it is among the answers now"
    made.desk.session.undo()
    assert not made.draft.begun
    assert place.state.alarm.go_on == made.words("messagepage.take_signs")


def test_that_signs_for_caution_go_into_the_check_as_well(place: Place) -> None:
    decoded = Decoded((), (), None, Scam("caution", ("agent_percentage",)), in_scope=True, generic=True)
    place.made.desk.memory[PLACE] = Kept("x", decoded)
    place.presenter.take_signs()
    assert (place.made.pages, place.made.draft.answers.values) == (
        ["checklist"],
        {"safety.pressure": ("agent_percentage",)},
    )


def test_that_likeness_to_a_swindle_alone_answers_no_question(place: Place) -> None:
    place.made.desk.memory[PLACE] = Kept("x", Decoded((), (), None, Scam("stop"), in_scope=True, generic=True))
    place.presenter.show()
    assert place.state.alarm is not None
    assert place.state.alarm.go_on == ""
    place.presenter.take_signs()
    assert (place.made.pages, place.made.draft.begun) == ([], False)


@pytest.mark.parametrize(("gates", "rule"), [((), "one_rule"), ((GateGuess("payment", 0.4),), "never_charge")])
def test_that_caution_is_explained_and_the_finding_stays(place: Place, gates: tuple[GateGuess, ...], rule: str) -> None:
    decoded = Decoded((), gates, None, Scam("caution", ("agent_percentage",)), in_scope=True, generic=True)
    alarm = alarm_of(decoded, place.made.desk.speaker, told=False)
    assert alarm is not None
    assert (alarm.level, alarm.steps, alarm.note) == ("caution", (), place.made.words(f"safety.{rule}"))
    place.made.desk.memory[PLACE] = Kept("x", decoded)
    place.presenter.show()
    assert (place.found.kind, place.state.alarm, place.found.notes) == ("generic", alarm, ())


def test_that_a_letter_typed_meanwhile_calls_off_what_is_under_way(place: Place) -> None:
    place.presenter.type(GENERIC[ZH])
    place.presenter.type(CARD[ZH])
    assert place.made.later.waiting == 1
    place.made.later.settle()
    assert place.found.kind == "told"


def test_that_what_is_being_decoded_cannot_be_taken_over_yet(place: Place) -> None:
    place.paste(CARD[ZH]).presenter.type(f"{CARD[ZH]}。")
    assert place.state.ways is None
    place.presenter.use()
    assert place.made.pages == []


def test_that_a_text_that_is_too_long_is_cut_and_says_so(place: Place) -> None:
    place.paste("借" * (LONGEST + 1))
    assert place.state.entry.text == "借" * LONGEST
    assert place.state.entry.cut == place.made.words("messagepage.cut", of="10,000")
    place.paste("借" * LONGEST)
    assert place.state.entry.cut, "the text is still the cut one"
    place.presenter.type("借" * (LONGEST - 1))
    assert place.state.entry.cut == ""


def test_that_a_page_left_before_it_was_decoded_decodes_when_it_is_opened_again(place: Place) -> None:
    place.presenter.type(CARD[ZH])
    place.presenter.close()
    assert place.made.later.waiting == 0
    again = opened(place.made)
    assert again.state.entry.text == CARD[ZH]
    again.made.later.settle()
    assert again.found.kind == "told"


def test_that_erasing_the_answers_erases_the_text(place: Place) -> None:
    place.paste(CARD[ZH]).presenter.close()
    SettingsPresenter(FakeScreen(), place.made.desk, NoChoosing()).erase()
    assert opened(place.made).state.entry.text == ""
    assert place.made.desk.memory == {}


def test_that_a_message_becomes_the_failed_try_of_a_new_check(place: Place) -> None:
    place.paste(CARD[ZH]).presenter.use()
    draft = place.made.draft
    (attempt,) = draft.answers.attempts
    assert (draft.answers.mode, draft.at, place.made.pages) == ("after", MOMENT, ["checklist"])
    assert (attempt.when, attempt.message) == (THIS_MINUTE, "card_class_limit")
    assert dict(attempt.message_shares)["card_class_limit"] > 0.5
    assert sum(share for _, share in attempt.message_shares) <= 1
    place.made.desk.session.undo()
    assert not place.made.draft.begun


def test_that_the_answers_of_a_check_stay_and_one_step_back_undoes_it(library: Library) -> None:
    before = draft_of("card.state", way="triage", card__state="normal", card__kind="not_sure")
    place = opened(office(library, before)).paste(CARD[ZH])
    place.presenter.use()
    draft = place.made.draft
    assert (draft.answers.values, draft.way) == (before.answers.values, "triage")
    assert (draft.answers.mode, len(draft.answers.attempts)) == ("after", 1)
    place.made.desk.session.undo()
    assert place.made.draft == before


def test_that_the_last_of_several_tries_gets_the_message_and_keeps_its_time() -> None:
    tries = (Attempt(NOW.date().replace(day=26), "id_expired"), Attempt(NOW.replace(hour=20, second=0)))
    draft = as_try(draft_of(MESSAGE, mode="after", tries=tries), TOLD, NOW)
    shares = (("card_state", 0.504), ("card_class_limit", 0.296))
    assert draft.answers.attempts == (tries[0], Attempt(tries[1].when, "card_state", shares))


def test_that_a_text_without_any_class_is_taken_for_one_that_says_nothing() -> None:
    nothing = Decoded((), (), None, Scam("none"), in_scope=True, generic=True)
    (attempt,) = as_try(draft_of(), nothing, NOW).answers.attempts
    assert (attempt.message, attempt.message_shares) == ("generic_try_later", ())
    assert proposals(Kept("x", nothing)) == (("generic_try_later", 1.0),)


def test_that_causes_lead_to_their_pages(place: Place) -> None:
    place.paste(CARD[ZH])
    assert place.state.ways is not None
    causes = [cause for cause, _ in place.state.ways.more]
    assert causes == list(place.made.desk.engine.content.messages["card_class_limit"].points_to)
    place.presenter.read_more(causes[0])
    place.presenter.read_more("unheard_of")
    assert place.made.visits == [("explain", causes[0])]


def test_that_the_other_language_tells_the_same_text(place: Place) -> None:
    place.paste(CARD[ZH])
    place.made.desk.speaker.use("en")
    assert place.found.name == place.made.words("message.card_class_limit.name")
    assert place.made.later.waiting == 0
