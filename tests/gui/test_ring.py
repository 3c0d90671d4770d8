"""The safe of the system may open the lock: only a real one, only where it is wanted, and never without another way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, fail, null
from keyring.errors import KeyringError, PasswordDeleteError

from core.journal.cabinet import SERVICE, NoCabinet, SystemCabinet
from core.journal.records import ScoreRecord
from core.loading.library import Library
from gui.journal_room import JournalRoom
from gui.pages.journal import working
from gui.pages.journal.presenter import JournalPresenter
from gui.pages.journal.ringing import KEPT, known
from gui.pages.journal.state import Block, JournalState
from gui.ring import CabinetRing, NoRing, Ring, patiently, trusted
from tests.pages.choosing import NoChoosing
from tests.pages.desk import NOW, FakeScreen, office
from tests.pages.keepsakes import PASSPHRASE

RECORD = ScoreRecord(uid="a" * 32, day=NOW.date(), changed=NOW, of="zhima", value=655)


class MemoryKeyring(KeyringBackend):
    """A safe in memory."""

    priority = 9

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self._look()
        if (service, username) not in self.kept:
            raise PasswordDeleteError
        del self.kept[service, username]

    def _look(self) -> None:
        if self.broken:
            raise KeyringError("locked")


class PlainFile(MemoryKeyring):
    """What keeps secrets in a plain file, as the library of alternatives does."""


PlainFile.__module__ = "keyrings.alt.file"
HERE = (MemoryKeyring.__module__,)


class Somebody:
    """Somebody with a locked journal and a safe."""

    def __init__(self, library: Library, folder: Path, ring: Ring) -> None:
        self.made = office(library)
        self.room = JournalRoom(folder, lambda: NOW, self.made.later)
        self.desk = replace(self.made.desk, journal=lambda: self.room, ring=ring)
        self.screen: FakeScreen[JournalState] = FakeScreen()
        self.room.write(partial(working.put, RECORD), lambda _: None)
        self.room.around(partial(working.set_lock, PASSPHRASE), lambda _: None)
        self.presenter = JournalPresenter(self.screen, self.desk, NoChoosing())
        self.settle()

    def settle(self) -> None:
        """Do what waits, in turn and beside, until nothing does."""
        while self.made.later.jobs or self.made.beside.started:
            self.made.later.settle()
            while self.made.beside.started:
                side = self.made.beside.started.pop(0)
                side.done(side.work(lambda: False, lambda _: None))

    def do(self, wish: str, **typed: str) -> None:
        """Type, press a button, and wait."""
        for field, words in typed.items():
            self.presenter.type(field, words)
        self.presenter.act(wish)
        self.settle()

    def lock(self) -> None:
        """Lock the journal."""
        self.do("lock_now")
        assert "trouble" in self.blocks

    @property
    def blocks(self) -> dict[str, Block]:
        """Return the blocks that are shown."""
        state = self.screen.state
        return {block.id: block for block in (*state.above, *state.left, *state.right)}

    @property
    def wishes(self) -> list[str]:
        """Return what can be done with the safe."""
        return [act.wish for act in self.blocks["ring"].acts] if "ring" in self.blocks else []

    def says(self, key: str) -> bool:
        """Return whether the block of the safe says something."""
        return self.made.words(key) in [line.words for line in self.blocks["ring"].lines]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the keys be derived at once: how hard that is, is looked at elsewhere."""
    for name, value in {"MEMORY_KIB": 64, "PASSES": 1, "LANES": 1}.items():
        monkeypatch.setattr(f"core.journal.keys.{name}", value)


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def somebody(library: Library, tmp_path: Path, keyring: MemoryKeyring) -> Iterator[Somebody]:
    made = Somebody(library, tmp_path, CabinetRing(lambda: SystemCabinet(keyring, KeyringError)))
    yield made
    made.room.close()


def test_that_the_safe_opens_the_lock_until_it_shall_not_any_more(somebody: Somebody, keyring: MemoryKeyring) -> None:
    assert somebody.wishes == ["ring_on"]
    assert somebody.says("ring.offer")
    somebody.do("ring_on")
    assert somebody.wishes == ["ring_off"]
    assert somebody.says("ring.is_on")
    (token,) = keyring.kept.values()
    assert token not in repr(somebody.desk.memory[KEPT])
    somebody.lock()
    assert somebody.wishes == ["ring_open"]
    somebody.do("ring_open")
    assert "trouble" not in somebody.blocks
    somebody.do("ring_off")
    assert (somebody.wishes, keyring.kept) == (["ring_on"], {})
    somebody.lock()
    assert somebody.wishes == []


def test_that_without_its_entry_the_passphrase_is_asked_for_in_plain_words(
    somebody: Somebody, keyring: MemoryKeyring
) -> None:
    somebody.do("ring_on")
    somebody.lock()
    keyring.kept.clear()
    somebody.do("ring_open")
    assert somebody.says("ring.not_given")
    another = "c3VjaCBhIHNlY3JldA=="
    keyring.set_password(SERVICE, str(known(somebody.desk).name), another)
    somebody.do("ring_open")
    assert somebody.says("ring.does_not_fit")
    somebody.do("unlock", secret=PASSPHRASE)
    assert "trouble" not in somebody.blocks


def test_that_a_safe_that_takes_nothing_changes_nothing(somebody: Somebody, keyring: MemoryKeyring) -> None:
    keyring.broken = True
    somebody.do("ring_on")
    assert somebody.says("ring.not_kept")
    somebody.lock()
    assert somebody.wishes == []


def test_that_taking_it_back_holds_though_the_safe_does_not_answer(somebody: Somebody, keyring: MemoryKeyring) -> None:
    somebody.do("ring_on")
    keyring.broken = True
    somebody.do("ring_off")
    keyring.broken = False
    assert len(keyring.kept) == 1, "the entry could not be taken out"
    somebody.lock()
    assert somebody.wishes == []


@pytest.mark.parametrize("ends", [("take_off", {"old": PASSPHRASE}), ("erase_sure", {})], ids=lambda ends: str(ends[0]))
def test_that_with_the_lock_goes_what_the_safe_kept_for_it(
    somebody: Somebody, keyring: MemoryKeyring, ends: tuple[str, dict[str, str]]
) -> None:
    somebody.do("ring_on")
    assert keyring.kept
    somebody.do(ends[0], **ends[1])
    assert keyring.kept == {}
    assert "ring" not in somebody.blocks


@pytest.mark.parametrize("ring", [NoRing(), CabinetRing(NoCabinet)])
def test_that_without_a_safe_none_is_offered(library: Library, tmp_path: Path, ring: Ring) -> None:
    somebody = Somebody(library, tmp_path, ring)
    assert somebody.wishes == []
    somebody.room.close()


def test_that_only_a_safe_that_a_system_keeps_is_trusted(keyring: MemoryKeyring) -> None:
    assert trusted(object.__new__(SecretService.Keyring)) is not None
    for backend in (object.__new__(fail.Keyring), object.__new__(null.Keyring), PlainFile(), keyring):
        assert trusted(backend) is None
    assert trusted(keyring, HERE) is keyring


def test_that_of_several_safes_the_first_that_is_trusted_is_taken(keyring: MemoryKeyring) -> None:
    several = type("Several", (MemoryKeyring,), {"backends": [PlainFile(), keyring]})()
    assert trusted(several, HERE) is keyring
    assert trusted(type("Worse", (MemoryKeyring,), {"backends": [PlainFile()]})(), HERE) is None


def test_that_a_safe_that_never_answers_is_waited_for_no_longer_than_told() -> None:
    never = Event()
    assert patiently(never.wait, None, lambda: False, 0.1) is None
    assert patiently(never.wait, None, lambda: True, 3600) is None
    never.set()
    assert patiently(never.wait, None, lambda: False, 3600) is True
