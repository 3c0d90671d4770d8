"""The lock: nothing of the user's can be read without a secret, and the three ways to fail are told apart."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest

from core.journal import vault
from core.journal.cabinet import SERVICE, NoCabinet, SystemCabinet
from core.journal.convert import Context, record_of
from core.journal.errors import (
    CannotLockError,
    JournalDamagedError,
    KeysDamagedError,
    LockedError,
    UnreadableRecordError,
    WeakPassphraseError,
    WrongPassphraseError,
)
from core.journal.inside import contents_of
from core.journal.journal import Journal
from core.journal.keys import KeyRing, new_key, new_recovery_code, new_ring, ring_of_text, ring_to_text
from core.journal.names import MAGIC
from core.journal.rows import seal_of
from core.schema.content import Content
from tests.core.borrowers import borrower
from tests.core.journal.desk import NOON, PASSPHRASE, TELLING, Clock, check_of, holding, one_of_each, uid


@pytest.fixture
def locked(journal: Journal) -> Journal:
    """Return a journal that was locked with things in it, and is open."""
    journal.store.put(*one_of_each())
    journal.keep_copy()
    vault.lock(journal, PASSPHRASE)
    return journal


def again(journal: Journal, secret: str = PASSPHRASE) -> Journal:
    journal.close()
    assert journal.open() == "locked"
    vault.unlock(journal, secret)
    return journal


def test_that_everything_is_there_after_locking_and_unlocking(locked: Journal) -> None:
    marks = locked.store.marks()
    assert again(locked).store.marks() == marks
    assert [record.uid for record in one_of_each()] == sorted(marks)


def test_that_no_run_of_eight_bytes_of_an_answer_is_in_any_file(locked: Journal, folder: Path) -> None:
    locked.store.put(check_of(7, answers={"card.kind": TELLING}))
    locked.keep_copy()
    assert holding(folder, TELLING) == []  # while it is open, its log among them
    locked.close()
    assert {path.name for path in folder.iterdir()} == {"journal.db", "journal.keys", "copies"}
    assert holding(folder, TELLING) == []


def test_that_the_same_search_finds_the_answer_in_an_open_journal(journal: Journal, folder: Path) -> None:
    journal.store.put(check_of(7, answers={"card.kind": TELLING}))
    assert holding(folder, TELLING) == ["journal.db-wal"]
    journal.keep_copy()
    assert len(holding(folder, TELLING)) == 2


def test_that_no_locked_file_and_no_copy_is_a_readable_database(locked: Journal, folder: Path) -> None:
    locked.close()
    files = [folder / "journal.db", *(folder / "copies").iterdir()]
    assert len(files) == 2
    assert [file.name for file in files if file.read_bytes()[: len(MAGIC)] == MAGIC] == []


def test_that_a_wrong_passphrase_is_told_as_one(locked: Journal) -> None:
    locked.close()
    locked.open()
    for wrong in ("", "vier gelbe enten", new_recovery_code()):
        with pytest.raises(WrongPassphraseError):
            vault.unlock(locked, wrong)
    with pytest.raises(LockedError):
        _ = locked.store


@pytest.mark.parametrize("place", [0, 40, -30])
def test_that_damaged_keys_are_told_as_damaged_keys(locked: Journal, place: int) -> None:
    locked.close()
    raw = bytearray(locked.folder.keys.read_bytes())
    raw[place] ^= 1
    locked.folder.keys.write_bytes(raw)
    locked.open()
    with pytest.raises(KeysDamagedError):
        vault.unlock(locked, PASSPHRASE)


def test_that_missing_keys_are_told_as_missing(locked: Journal) -> None:
    locked.close()
    locked.folder.keys.unlink()
    assert locked.open() == "locked"
    with pytest.raises(KeysDamagedError):
        vault.unlock(locked, PASSPHRASE)


@pytest.mark.parametrize("place", [3, 20, 5000, -5])
def test_that_a_damaged_file_is_told_as_damage_when_the_passphrase_is_right(locked: Journal, place: int) -> None:
    locked.close()
    raw = bytearray(locked.folder.file.read_bytes())
    raw[place] ^= 1
    locked.folder.file.write_bytes(raw)
    locked.open()
    with pytest.raises(JournalDamagedError):
        vault.unlock(locked, PASSPHRASE)


def test_that_content_that_cannot_be_read_is_neither_of_both(locked: Journal) -> None:
    sql = "update record set data = ?, seal = ? where uid = ?"
    locked.store.connection.execute(sql, ("{}", seal_of("{}"), uid(1)))
    with pytest.raises(UnreadableRecordError):
        again(locked).store.get(uid(1))


def test_that_the_recovery_code_opens_it_however_it_is_copied_from_paper(journal: Journal) -> None:
    journal.store.put(check_of(1))
    code = vault.lock(journal, PASSPHRASE)
    for written in (code, code.lower(), code.replace("-", " "), code.replace("0", "o").replace("1", "l")):
        assert again(journal, written).store.count("assessment") == 1
    assert code.replace("-", "").encode() not in journal.folder.keys.read_bytes()


def test_that_after_a_change_only_the_new_passphrase_opens_it_and_the_code_still_does(journal: Journal) -> None:
    code = vault.lock(journal, PASSPHRASE)
    vault.change_passphrase(journal, "fünf rote Gänse")
    again(journal, "fünf rote Gänse")
    again(journal, "fünf rote Gänse")
    again(journal, code)
    journal.close()
    journal.open()
    with pytest.raises(WrongPassphraseError):
        vault.unlock(journal, PASSPHRASE)


def test_that_a_new_recovery_code_takes_the_place_of_the_old_one(journal: Journal) -> None:
    old = vault.lock(journal, PASSPHRASE)
    new = vault.change_recovery_code(journal)
    again(journal, new)
    again(journal, PASSPHRASE)
    journal.close()
    journal.open()
    with pytest.raises(WrongPassphraseError):
        vault.unlock(journal, old)


def test_that_taking_the_lock_off_brings_journal_and_copies_into_the_open(locked: Journal, folder: Path) -> None:
    marks = locked.store.marks()
    vault.remove_lock(locked)
    locked.close()
    assert locked.open() == "open"
    assert locked.store.marks() == marks
    assert not (folder / "journal.keys").exists()
    assert contents_of(locked.where.at(locked.folder.copies.all()[0].file)).whole


def test_that_a_short_passphrase_is_refused_and_the_journal_stays_open(journal: Journal, folder: Path) -> None:
    with pytest.raises(WeakPassphraseError):
        vault.lock(journal, " sieben ")
    assert journal.state == "open"
    assert not (folder / "journal.keys").exists()


def test_that_secrets_cannot_be_changed_while_it_is_locked(locked: Journal) -> None:
    locked.close()
    locked.open()
    with pytest.raises(LockedError):
        vault.change_passphrase(locked, "a new passphrase")
    with pytest.raises(LockedError):
        vault.remove_lock(locked)


def test_that_a_second_lock_and_a_guests_lock_are_refused(
    locked: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotLockError):
        vault.lock(locked, PASSPHRASE)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    guest = Journal(None, Clock())
    guest.open()
    with pytest.raises(CannotLockError):
        vault.lock(guest, PASSPHRASE)
    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize("seed", range(3))
def test_that_no_answer_message_or_note_of_a_whole_check_is_in_any_file(
    journal: Journal, folder: Path, content: Content, seed: int
) -> None:
    told = record_of(borrower(content, seed, "after"), content, Context(uid(50), NOON))
    journal.store.put(told, *one_of_each())
    journal.keep_copy()
    vault.lock(journal, PASSPHRASE)
    journal.store.put(told.model_copy(update={"mode": "before"}))
    journal.keep_copy()
    values = [str(item) for value in told.answers.values() for item in (value if isinstance(value, list) else [value])]
    texts = [*values, *told.answers, *(t.message or "" for t in told.attempts), "They said: wait three days."]
    assert len([text for text in texts if len(text) >= 8]) > 10
    assert {text: found for text in texts if len(text) >= 8 and (found := holding(folder, text))} == {}


def test_that_a_copy_that_cannot_be_read_does_not_stay_open_beside_a_lock(journal: Journal, folder: Path) -> None:
    journal.store.put(check_of(7, answers={"card.kind": TELLING}))
    copy = journal.keep_copy()
    assert copy
    with copy.file.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 200)
    vault.lock(journal, PASSPHRASE)
    assert holding(folder, TELLING) == []


def test_that_a_damaged_journal_that_was_put_aside_does_not_stay_open_beside_a_lock(
    journal: Journal, folder: Path
) -> None:
    journal.store.put(check_of(7, answers={"card.kind": TELLING}))
    raw = folder.joinpath("journal.db").read_bytes() + folder.joinpath("journal.db-wal").read_bytes()
    planted = [folder / f"damaged-1-journal.db{end}" for end in ("", "-wal")]
    for file in planted:
        file.write_bytes(raw)
    vault.lock(journal, PASSPHRASE)
    assert holding(folder, TELLING) == []
    closed = folder / "damaged-2-journal.db"
    closed.write_bytes(folder.joinpath("journal.db").read_bytes())
    planted[0].write_bytes(raw)  # as if the lock had been cut off before
    again(journal)
    assert [file.name for file in folder.glob("damaged-*")] == [closed.name]


def test_that_a_lock_cut_off_between_file_and_copies_is_finished_by_the_next_start(
    journal: Journal, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.store.put(check_of(7, answers={"card.kind": TELLING}))
    journal.keep_copy()
    with monkeypatch.context() as patch:
        patch.setattr("core.journal.copies.Copies.convert", lambda *_: None)
        vault.lock(journal, PASSPHRASE)
    assert len(holding(folder, TELLING)) == 1
    again(journal)
    assert holding(folder, TELLING) == []


def test_that_keys_beside_an_open_journal_are_those_of_a_lock_that_was_cut_off(journal: Journal) -> None:
    journal.close()
    journal.folder.keys.write_text(ring_to_text(new_ring().with_secret("passphrase", PASSPHRASE, new_key())))
    assert journal.open() == "open"
    assert not journal.folder.keys.exists()


class Keyring:
    """A system's keyring, or one that is out of order."""

    def __init__(self, broken: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = broken

    def set_password(self, service: str, name: str, value: str) -> None:
        self._look()
        self.kept[service, name] = value

    def get_password(self, service: str, name: str) -> str | None:
        self._look()
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        self._look()
        del self.kept[service, name]

    def _look(self) -> None:
        if self.broken:
            raise KeyError("no keyring")


def test_that_what_the_system_keeps_opens_the_lock_until_it_is_dropped(locked: Journal) -> None:
    cabinet, token = SystemCabinet(Keyring(), KeyError), new_key()
    assert cabinet.put(vault.name_of(locked), token)
    assert vault.ring_name(locked) is None
    vault.add_ring(locked, token)
    assert vault.ring_name(locked) == vault.name_of(locked)
    relocked(locked)
    vault.unlock_with(locked, cabinet.get(vault.name_of(locked)) or b"")
    vault.drop_ring(locked)
    relocked(locked)
    with pytest.raises(WrongPassphraseError):
        vault.unlock_with(locked, token)
    assert locked.state == "locked"
    vault.unlock(locked, PASSPHRASE)


def relocked(journal: Journal) -> None:
    """Close a journal and find it locked."""
    journal.close()
    assert journal.open() == "locked"


def test_that_another_journals_entry_in_the_system_opens_nothing(locked: Journal) -> None:
    vault.add_ring(locked, new_key())
    relocked(locked)
    with pytest.raises(WrongPassphraseError):
        vault.unlock_with(locked, new_key())
    assert locked.state == "locked"


def test_that_what_the_system_keeps_is_neither_the_key_nor_a_passphrase(locked: Journal) -> None:
    token = new_key()
    vault.add_ring(locked, token)
    key = locked.where.key
    assert key is not None
    relocked(locked)
    with pytest.raises(JournalDamagedError):
        locked.enter(token)
    with pytest.raises(WrongPassphraseError):
        vault.unlock(locked, base64.b64encode(token).decode())
    with pytest.raises(WrongPassphraseError):
        vault.unlock_with(locked, key)


def test_that_another_passphrase_and_another_code_leave_the_systems_way_open(locked: Journal) -> None:
    token = new_key()
    vault.add_ring(locked, token)
    vault.change_passphrase(locked, "five other words here")
    vault.change_recovery_code(locked)
    relocked(locked)
    vault.unlock_with(locked, token)
    assert locked.state == "open"


@pytest.mark.parametrize("cabinet", [NoCabinet(), SystemCabinet(Keyring(broken=True), KeyError)])
def test_that_without_a_safe_of_the_system_nothing_is_kept(cabinet: NoCabinet | SystemCabinet) -> None:
    assert not cabinet.put("a journal", new_key())
    assert cabinet.get("a journal") is None
    cabinet.drop("a journal")


def test_that_an_entry_that_is_no_secret_is_none() -> None:
    keyring = Keyring()
    keyring.set_password(SERVICE, "a journal", "no base 64 at all!")
    assert SystemCabinet(keyring, KeyError).get("a journal") is None


def test_that_keys_are_derived_as_rfc_9106_recommends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    ring = new_ring().with_secret("passphrase", PASSPHRASE, b"k" * 32)
    (slot,) = ring.slots
    assert (slot.memory_kib, slot.passes, slot.lanes, len(slot.salt)) == (64 * 1024, 3, 4, 16)
    assert ring_of_text(ring_to_text(ring).encode(), "keys").open(PASSPHRASE) == b"k" * 32


@pytest.mark.parametrize("planted", [{"memory_kib": 1 << 30}, {"passes": 10**6}, {"lanes": 0}, {"kdf": "none"}])
def test_that_planted_parameters_are_refused_before_they_are_used(planted: dict[str, object]) -> None:
    body = json.loads(ring_to_text(new_ring().with_secret("passphrase", PASSPHRASE, b"k" * 32)))
    del body["seal"]
    body["slots"][0] |= planted
    seal = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    with pytest.raises(KeysDamagedError):
        ring_of_text(json.dumps({**body, "seal": seal}).encode(), "keys")


def test_that_a_slot_of_one_journal_does_not_open_another() -> None:
    ring = new_ring().with_secret("passphrase", PASSPHRASE, b"k" * 32)
    with pytest.raises(WrongPassphraseError):
        KeyRing("another", ring.slots).open(PASSPHRASE)


def test_that_two_journals_with_the_same_passphrase_share_nothing(tmp_path: Path) -> None:
    texts = []
    for name in ("one", "two"):
        journal = Journal(tmp_path / name, Clock())
        journal.open()
        vault.lock(journal, PASSPHRASE)
        journal.close()
        texts.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir() if path.is_file()})
    assert texts[0].keys() == texts[1].keys()
    assert all(texts[0][name] != texts[1][name] for name in texts[0])
    assert texts[0]["journal.db"][:8] != texts[1]["journal.db"][:8]
