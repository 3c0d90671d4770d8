"""On somebody else's computer: begin as a guest, do everything, be gone at once; and be gone at once at home."""

from __future__ import annotations

from gui.opening import Folders
from tests.pages.running import Starter
from tests.pages.user import User


def test_that_a_guest_takes_the_place_of_the_owner_and_leaves_nothing(
    user: User, make_program: Starter, folders: Folders
) -> None:
    user.home.open("before")
    user.checklist.take_way("full")
    user.shell.go("home")
    user.home.receive_guest()
    before = {path: path.read_bytes() for path in folders.data.rglob("*") if path.is_file()}

    guest, left = make_program.newest(), list[str]()
    guest.program.leaving.left = lambda: left.append("left")
    assert guest.shell.guest == guest.words("guest.strip")
    assert guest.program.parts.speaker.code == user.program.parts.speaker.code
    assert guest.program.parts.look.theme == user.program.parts.look.theme
    assert not guest.home.invites_guests
    assert not guest.home.can_resume
    guest.home.open("after")
    guest.checklist.choose("card_class_limit")
    guest.shell.other_language()
    assert guest.shell.guest == guest.words("guest.strip")
    guest.shell.leave_as_guest()
    assert guest.shell.on_screen == 0
    guest.shell.wait_for(left)
    assert {path: path.read_bytes() for path in folders.data.rglob("*") if path.is_file()} == before
    assert not guest.draft.begun

    owner = make_program.user()
    assert owner.shell.guest == ""
    assert owner.home.can_resume


def test_that_who_leaves_at_once_finds_everything_at_the_next_start(user: User, make_program: Starter) -> None:
    left = list[str]()
    user.program.leaving.left = lambda: left.append("left")
    user.home.open("before")
    user.checklist.take_way("full")
    before, question = user.draft, user.checklist.question
    user.shell.press_leave()
    assert user.shell.on_screen == 0
    user.shell.wait_for(left)
    again = make_program.user(user.program.parts.speaker.code)
    assert again.draft == before
    again.home.resume()
    assert again.checklist.question == question
