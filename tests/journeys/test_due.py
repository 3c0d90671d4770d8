"""Somebody has sent a dispute, notes the day, and finds on the home page until when the answer is due."""

from __future__ import annotations

import datetime as dt

from tests.pages.running import EVENING
from tests.pages.user import User


def test_that_a_letter_that_was_sent_is_followed_until_its_answer(user: User) -> None:
    user.shell.go("letters")
    assert not user.letters.can_note_sent, "a question to the lender has no term"
    user.letters.choose("dispute_credit_entry")
    user.letters.note_sent()
    user.journal.settle()
    assert (user.page, user.shell.focus) == ("journal", "journal-field-sent_day")
    user.journal.press("sent")
    day = user.program.parts.speaker.wording.date(EVENING.date() + dt.timedelta(days=20))
    assert day in user.journal.said("due-1")

    user.shell.go("home")
    assert [day in line for line in user.home.due] == [True]
    user.shell.other_language()
    assert [user.words("letter.dispute_credit_entry.name") in line for line in user.home.due] == [True]
    user.shell.go("journal")
    user.journal.press("came", 1)
    user.shell.go("home")
    assert user.home.due == []
