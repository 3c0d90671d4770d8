"""The check under the lock: saved there, gone from the window while it is closed, and exactly back once it is open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import AppError
from core.journal import vault
from core.journal.errors import LockedError
from core.journal.journal import Journal
from core.journal.names import SEALED, SEALED_BEFORE
from core.journal.records import ScoreRecord
from core.loading.library import Library
from gui.desk import LockSign
from gui.draft import at_step, fresh, with_answer
from gui.keeper import Keeper
from gui.pages.home.presenter import HomePresenter
from gui.pages.home.state import HomeState
from gui.pages.settings.presenter import SettingsPresenter
from gui.pages.settings.state import SettingsState
from gui.saving import Saving
from gui.session import Session
from tests.pages.choosing import NoChoosing
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office
from tests.pages.keepsakes import PASSPHRASE
from tests.pages.locked import SAID


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the keys be derived at once: how hard that is, is looked at elsewhere."""
    for name, value in {"MEMORY_KIB": 64, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(f"core.journal.keys.{name}", value)


class Owner:
    """Somebody whose check is kept beside a journal, without any window."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.library, self.folder = library, folder
        self.start()
        self.journal.open()
        self.journal.store.put(ScoreRecord(uid="a" * 32, day=NOW.date(), changed=NOW, of="zhima", value=655))

    def start(self) -> None:
        """Begin as the program does."""
        self.told: list[AppError | None] = []
        self.session, self.saving = Session(fresh(NOW.date())), Saving(self.folder, self.library.content)
        self.keeper = Keeper(self.session, self.saving, lambda: NOW, self.told.append)
        self.saving.drawer.on_turn = self.keeper.follow_lock
        self.journal = Journal(self.folder, lambda: NOW, drawer=self.saving.drawer)

    def start_again(self) -> None:
        """End and begin again; the lock is closed."""
        self.journal.close()
        self.start()
        assert self.journal.open() == "locked"

    def unlock(self) -> None:
        vault.unlock(self.journal, PASSPHRASE)

    @property
    def files(self) -> set[str]:
        return {file.name for file in self.folder.iterdir() if "check" in file.name}


@pytest.fixture
def owner(library: Library, tmp_path: Path) -> Owner:
    made = Owner(library, tmp_path)
    made.session.change(fresh(NOW.date(), "after"))
    made.session.change(SAID)
    return made


def test_that_the_check_goes_on_under_the_lock_as_if_nothing_were_there(owner: Owner) -> None:
    vault.lock(owner.journal, PASSPHRASE)
    changed = with_answer(SAID, "card.state", "expired")
    owner.session.change(changed)
    assert (owner.told, owner.keeper.when(), owner.files) == ([], NOW, {SEALED, SEALED_BEFORE})
    owner.session.undo()
    assert owner.session.draft == SAID
    owner.start_again()
    assert owner.keeper.found.draft is None
    owner.unlock()
    assert (owner.session.draft, owner.keeper.when()) == (SAID, NOW)


def test_that_a_closed_lock_leaves_nothing_in_the_session_and_everything_on_disk(owner: Owner) -> None:
    vault.lock(owner.journal, PASSPHRASE)
    before = (owner.folder / SEALED).read_bytes()
    owner.journal.close()
    assert (owner.session.draft, owner.keeper.own) == (fresh(NOW.date()), fresh(NOW.date()))
    assert (owner.session.can_undo, owner.session.can_redo, owner.keeper.when()) == (False, False, None)
    owner.saving.erase()  # as at the end of a program in which nothing was begun
    assert ((owner.folder / SEALED).read_bytes(), owner.told) == (before, [])
    owner.journal.open()
    owner.unlock()
    assert (owner.session.draft, owner.session.can_undo) == (SAID, False)


def test_that_what_is_answered_in_spite_of_the_lock_is_told_and_comes_back_with_undo(owner: Owner) -> None:
    vault.lock(owner.journal, PASSPHRASE)
    owner.start_again()
    before = (owner.folder / SEALED).read_bytes()
    other = at_step(with_answer(fresh(NOW.date()), "card.kind", "own_debit"), "card.kind")
    owner.session.begin(other)
    assert [type(error) for error in owner.told] == [LockedError]
    assert (owner.files, (owner.folder / SEALED).read_bytes()) == ({SEALED, SEALED_BEFORE}, before)
    owner.unlock()
    assert (owner.session.draft, owner.told[-1]) == (SAID, None)
    owner.session.undo()
    assert owner.session.draft.answers == other.answers
    assert owner.saving.read().draft == owner.session.draft


def test_that_what_is_answered_before_the_first_unlocking_is_kept_once_it_is_open(owner: Owner) -> None:
    owner.saving.forget()
    vault.lock(owner.journal, PASSPHRASE)
    owner.start_again()
    assert owner.files == set()
    owner.session.begin(SAID)
    owner.unlock()
    assert (owner.session.draft, owner.saving.read().draft, owner.files) == (SAID, SAID, {SEALED})


def test_that_an_example_stays_open_while_the_lock_is_opened_and_the_own_check_follows_it(owner: Owner) -> None:
    vault.lock(owner.journal, PASSPHRASE)
    owner.start_again()
    example = replace(draft_of("card.kind", card__kind="own_debit"), example="one_digit")
    owner.session.begin(example)
    owner.unlock()
    assert (owner.session.draft, owner.keeper.own, owner.told) == (example, SAID, [])


def test_that_a_damaged_box_is_put_aside_and_the_check_before_it_comes_back(owner: Owner) -> None:
    vault.lock(owner.journal, PASSPHRASE)
    owner.session.change(with_answer(SAID, "card.kind", "own_debit"))
    owner.journal.close()
    (owner.folder / SEALED).write_bytes((owner.folder / SEALED).read_bytes()[:-40])
    owner.start_again()
    owner.unlock()
    assert (owner.session.draft, owner.keeper.notice) == (SAID, "damaged")
    assert owner.files == {SEALED_BEFORE, f"damaged-1-{SEALED}"}


def test_that_a_box_of_a_newer_program_is_left_alone(owner: Owner) -> None:
    vault.lock(owner.journal, PASSPHRASE)
    owner.journal.close()
    newer = bytearray((owner.folder / SEALED).read_bytes())
    newer[5] = 9
    (owner.folder / SEALED).write_bytes(newer)
    owner.start_again()
    owner.unlock()
    assert owner.keeper.notice == "newer"
    owner.session.begin(SAID)
    assert [error.code for error in owner.told if error] == ["saved_by_newer"]
    assert (owner.folder / SEALED).read_bytes() == bytes(newer)


def locked_home(library: Library, sign: LockSign) -> tuple[HomePresenter, FakeScreen[HomeState], Office]:
    made, screen = office(library), FakeScreen[HomeState]()
    desk = replace(made.desk, lock=lambda: sign)
    return HomePresenter(screen, desk), screen, made


@pytest.mark.parametrize("sign", ["check", "empty"])
def test_that_the_home_page_says_calmly_what_is_locked_and_leads_to_the_lock(library: Library, sign: LockSign) -> None:
    presenter, screen, made = locked_home(library, sign)
    resume = screen.state.resume
    assert (resume.title, resume.text) == (made.words(f"underlock.{sign}_title"), made.words(f"underlock.{sign}"))
    assert (screen.state.locked, screen.state.asks) == (True, False)
    presenter.resume()
    assert made.visits == [("journal", "check")]


@pytest.mark.parametrize("door", ["before", "after"])
def test_that_a_new_check_asks_for_the_lock_first_or_for_a_guest(library: Library, door: str) -> None:
    presenter, screen, made = locked_home(library, "check")
    presenter.open(door)
    assert (screen.state.asks, screen.state.resume.text) == (True, made.words("underlock.asks"))
    assert (made.draft.begun, made.visits) == (False, [])
    presenter.see_result()
    assert made.told == ["guest"]


def test_that_no_lock_stands_between_anybody_and_the_signs_of_fraud(library: Library) -> None:
    presenter, _, made = locked_home(library, "check")
    presenter.open("asked")
    assert (made.draft.way, made.pages) == ("safety", ["checklist"])


def test_that_erasing_under_a_lock_promises_no_way_back(library: Library) -> None:
    made = office(library)
    SettingsPresenter(FakeScreen[SettingsState](), replace(made.desk, lock=lambda: "check"), NoChoosing()).erase()
    assert made.told == [made.words("underlock.erased")]
