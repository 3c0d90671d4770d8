"""The step about the message: what is pasted proposes, the hand chooses, the list and its keys stay. With a window."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from core.loading.library import Library
from core.schema.answers import Attempt
from gui.decoding.picture import proposals
from gui.decoding.reading import PLACE, Kept
from gui.draft import Draft, with_attempts
from gui.engine import MESSAGE, MOMENT
from gui.pages.checklist.presenter import ChecklistPresenter
from gui.pages.checklist.state import ChecklistState
from gui.pages.checklist.tries import with_moment, with_row
from tests.gui.test_presenter_message import TOLD
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office
from tests.pages.messages import CARD, ELSEWHERE, GENERIC, SWINDLE, spoken
from tests.pages.user import User

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ZH = "zh_CN"
SHARES = (("card_state", 0.5), ("id_expired", 0.25))
DECODED = Attempt(NOW.replace(hour=20, second=0), "card_state", SHARES)


def begun() -> Draft:
    """Return a check after a failed try, at the step about its message."""
    return draft_of(MESSAGE, mode="after", tries=(Attempt(NOW.replace(hour=20, second=0)),))


def opened(made: Office) -> tuple[ChecklistPresenter, FakeScreen[ChecklistState]]:
    """Return the checklist at a desk."""
    screen = FakeScreen[ChecklistState]()
    return ChecklistPresenter(screen, made.desk), screen


def ids(screen: FakeScreen[ChecklistState]) -> list[str]:
    """Return the rows in order."""
    return [row.id for row in screen.state.question.rows]


def test_that_the_likeliest_come_first_and_no_row_is_lost(library: Library) -> None:
    made = office(library, begun())
    presenter, screen = opened(made)
    before = ids(screen)
    presenter.type("value", CARD[ZH])
    assert (ids(screen), made.later.waiting) == (before, 2), "the range of the road and the text"
    made.later.settle()
    assert ids(screen)[0] == "card_class_limit"
    assert sorted(ids(screen)) == sorted(before)
    assert screen.state.question.fields[0].note == made.words("checklist.proposed")
    assert (made.draft, presenter.entry.typed) == (begun(), {})


def test_that_three_at_most_are_proposed_with_their_shares(library: Library) -> None:
    made = office(library, begun())
    made.desk.memory[PLACE] = Kept("x", TOLD)
    _, screen = opened(made)
    rows = screen.state.question.rows
    assert [row.id for row in rows[:2]] == ["card_state", "card_class_limit"]
    assert ["50%" in rows[0].hint, "30%" in rows[1].hint, "%" in rows[2].hint] == [True, True, False]
    many = replace(TOLD, classes=(*TOLD.classes, *TOLD.classes[:1], *TOLD.classes[:1]))
    assert len(proposals(Kept("x", many))) == 3


def test_that_a_text_without_a_reason_proposes_the_class_that_says_so(library: Library) -> None:
    made = office(library, begun())
    presenter, screen = opened(made)
    presenter.type("value", GENERIC[ZH])
    made.later.settle()
    assert ids(screen)[0] == "generic_try_later"
    assert "%" not in screen.state.question.rows[0].hint
    assert screen.state.question.fields[0].note == made.words("decode.cannot_tell")


def test_that_neither_another_subject_nor_a_swindle_moves_a_row(library: Library) -> None:
    made = office(library, begun())
    presenter, screen = opened(made)
    before = ids(screen)
    presenter.type("value", ELSEWHERE[ZH])
    made.later.settle()
    assert (ids(screen), screen.state.alarm) == (before, None)
    assert screen.state.question.fields[0].note == made.words("decode.out_of_scope")
    presenter.type("value", SWINDLE[ZH])
    made.later.settle()
    assert ids(screen) == before
    assert screen.state.alarm is not None
    assert screen.state.alarm.level == "stop"
    made.desk.session.move(replace(made.draft, at=MOMENT))
    assert screen.state.alarm is None


def test_that_a_swindle_is_put_into_the_check_and_the_other_answers_stay(library: Library) -> None:
    made = office(library, begun())
    presenter, screen = opened(made)
    presenter.type("value", SWINDLE[ZH])
    made.later.settle()
    presenter.take_signs()
    assert (made.pages, made.draft.answers.values["safety.asked_to_pay"]) == (["result"], "yes")
    assert (made.draft.at, made.draft.answers.attempts) == (MESSAGE, begun().answers.attempts)
    assert screen.state.alarm is not None
    assert screen.state.alarm.go_on == ""


def test_that_a_choice_by_hand_takes_the_place_of_the_shares() -> None:
    draft = draft_of(MESSAGE, mode="after", tries=(DECODED,))
    for row, message in (("card_state", "card_state"), ("id_expired", "id_expired"), ("not_sure", None)):
        assert with_row(draft, row, NOW).answers.attempts == (Attempt(DECODED.when, message),)


def test_that_another_time_of_the_try_keeps_its_shares() -> None:
    draft = with_attempts(draft_of(MOMENT, mode="after"), (Attempt(NOW.date().replace(day=26), "id_expired"), DECODED))
    moved = with_moment(draft, NOW.replace(hour=9))
    assert moved.answers.attempts[1] == replace(DECODED, when=NOW.replace(hour=9))
    earlier = with_moment(draft, NOW.date().replace(day=20))
    assert [attempt.message_shares for attempt in earlier.answers.attempts] == [(), SHARES]


def copy(words: str) -> None:
    """Put a text into the clipboard."""
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)


def test_that_two_keys_paste_a_message_and_choose_the_likeliest(user: User) -> None:
    code = spoken(user.program.parts.speaker.code)
    user.home.open("after")
    assert user.shell.focus.startswith("checklist-answer-")
    copy(CARD[code])
    user.shell.press(Key.Key_V, modifier=CONTROL)
    user.checklist.wait_for_range()
    assert user.checklist.field() == CARD[code]
    assert user.checklist.rows[0] == "card_class_limit"
    assert user.shell.focus.startswith("checklist-answer-"), "the keyboard stays where number keys choose"
    user.shell.press(Key.Key_1)
    assert user.checklist.chosen == ["card_class_limit"]
    assert [attempt.message for attempt in user.draft.answers.attempts] == ["card_class_limit"]


def test_that_number_keys_and_arrows_follow_the_order_on_the_screen(anybody: User) -> None:
    anybody.home.open("after")
    for text in (CARD[ZH], GENERIC[ZH], ""):
        rows = anybody.checklist.paste(text).rows
        anybody.checklist.stand_on(rows[0])
        anybody.shell.press(Key.Key_3)
        assert anybody.checklist.chosen == [rows[2]]
        anybody.shell.press(Key.Key_Down)
        assert anybody.checklist.chosen == [rows[3]]


def test_that_a_swindle_raises_the_alarm_above_the_question(user: User) -> None:
    user.home.open("after")
    user.checklist.paste(SWINDLE[spoken(user.program.parts.speaker.code)])
    assert user.words("flag.pay_first.why") in user.checklist.alarm
    assert user.checklist.is_in_view("checklist-alarm-title")
    user.checklist.paste("")
    assert user.checklist.alarm == ""


def test_that_the_page_of_messages_and_the_checklist_share_one_text(anybody: User) -> None:
    anybody.shell.go("message")
    anybody.message.paste(CARD[ZH]).use()
    assert anybody.checklist.question == MOMENT
    anybody.checklist.back()
    assert anybody.checklist.field() == CARD[ZH]
    assert (anybody.checklist.rows[0], anybody.checklist.chosen) == ("card_class_limit", ["card_class_limit"])
