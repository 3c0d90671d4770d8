"""Bringing other records into a journal: counted first, done as one, and undone as one.

Records are told apart by uid. A merge never removes a record; where both sides have one and they differ, the user
chooses whose stays. What was there before is kept with the journal, so that the merge can be taken back.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from core.journal.database import rows, told
from core.journal.errors import NothingToUndoError
from core.journal.records import RECORD, AnyRecord, Kind, as_json
from core.journal.rows import COLUMNS, Entry, Unread, entry_in, seal_of
from core.journal.store import Store

Choice = Literal["mine", "theirs", "newer", "both"]
BOTH: tuple[Kind, ...] = ("assessment", "note")
"""Kinds of which both sides make sense beside each other; two tries at one time would count twice."""
MOST_UNDO = 3
"""So many merges can be taken back, the last one first."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One record that both sides have and that differs, with the names of the fields in which it does."""

    mine: AnyRecord
    theirs: AnyRecord
    fields: tuple[str, ...]

    @property
    def uid(self) -> str:
        """Return the uid of both."""
        return self.mine.uid

    def taken(self, choice: Choice) -> AnyRecord:
        """Return the record that stays; of two saved at the same time, mine."""
        if choice == "newer":
            return self.theirs if self.theirs.changed > self.mine.changed else self.mine
        return self.theirs if choice == "theirs" else self.mine

    def beside(self, choice: Choice) -> AnyRecord | None:
        """Return theirs as a record of its own, which stays beside mine, where both are chosen and make sense."""
        if choice != "both" or self.mine.kind not in BOTH:
            return None
        # Always the same name for the same content, so that the same file brings nothing in twice.
        name = hashlib.sha256(as_json(self.theirs).encode()).hexdigest()[: len(self.uid)]
        return self.theirs.model_copy(update={"uid": name})


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do, before anything is done.

    Attributes:
        new: Records that only the other side has.
        same: How many both have, alike.
        conflicts: Those that both have and that differ.
        blocked: Records of the journal that cannot be read, and of which the other side has one: they stay.
        unread: How many records of the other side cannot be read.
    """

    new: tuple[AnyRecord, ...]
    same: int
    conflicts: tuple[Conflict, ...]
    blocked: tuple[Unread, ...] = ()
    unread: int = 0

    @property
    def new_by_kind(self) -> Mapping[str, int]:
        """Return how many records of each kind would come in."""
        return Counter(record.kind for record in self.new)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did."""

    added: int
    replaced: int
    kept: int


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What taking back the last merge would do.

    Attributes:
        made: When the merge was made.
        removed: Records it had added, which would go.
        restored: Records it had replaced, which would be as before.
        changed_since: Uids among them that were changed after the merge: those changes would be lost.
    """

    made: str
    removed: int
    restored: int
    changed_since: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What is taken: of conflicts for all, or for kinds and single uids apart; of new records all but some kinds."""

    for_all: Choice = "mine"
    own: Mapping[str, Choice] = field(default_factory=dict)
    kinds: Mapping[str, Choice] = field(default_factory=dict)
    without: frozenset[str] = frozenset()

    def of(self, conflict: Conflict) -> Choice:
        """Return the choice for one conflict."""
        return self.own.get(conflict.uid, self.kinds.get(conflict.mine.kind, self.for_all))


def plan_merge(store: Store, records: Sequence[AnyRecord], unread: int = 0) -> MergePlan:
    """Return what bringing in ``records`` would do; ``unread`` more could not be read. Nothing is changed.

    Raises:
        AppError: The journal cannot be read.
    """
    marks = store.marks()
    new: list[AnyRecord] = []
    conflicts: list[Conflict] = []
    blocked: list[Unread] = []
    same = 0
    for theirs in records:
        if theirs.uid not in marks:
            new.append(theirs)
        elif marks[theirs.uid][2] == seal_of(as_json(theirs)):
            same += 1
        else:
            for mine in _here(store, theirs.uid):
                if isinstance(mine, Unread):
                    blocked.append(mine)
                else:
                    conflicts.append(_conflict(mine, theirs))
    return MergePlan(tuple(new), same, tuple(conflicts), tuple(blocked), unread)


def apply_merge(store: Store, plan: MergePlan, choices: Choices, now: dt.datetime) -> Merged:
    """Do what a plan says, all of it or nothing, and keep what is needed to take it back.

    Raises:
        AppError: It could not be written; nothing was changed.
    """
    replacing = [c for c in plan.conflicts if c.taken(choices.of(c)) is c.theirs]
    beside = [other for c in plan.conflicts if (other := c.beside(choices.of(c))) is not None]
    known = store.marks()
    new = [one for one in plan.new if one.kind not in choices.without]
    new += [one for one in beside if one.uid not in known]
    incoming = [*new, *(conflict.theirs for conflict in replacing)]
    inverse = {
        "after": {record.uid: seal_of(as_json(record)) for record in incoming},
        "before": [as_json(conflict.mine) for conflict in replacing],
    }
    if incoming:
        with store.transaction():
            store.put(*incoming)
            sql = "insert into undo (made, data) values (?, ?)"
            store.connection.execute(sql, (now.isoformat(timespec="seconds"), json.dumps(inverse)))
            old = "delete from undo where id not in (select id from undo order by id desc limit ?)"
            store.connection.execute(old, (MOST_UNDO,))
    return Merged(len(new), len(replacing), len(plan.conflicts) - len(replacing))


def plan_undo(store: Store) -> UndoPlan:
    """Return what taking back the last merge would do.

    Raises:
        NothingToUndoError: No merge can be taken back.
    """
    _, made, inverse = _last(store)
    marks, after = store.marks(), inverse["after"]
    changed = tuple(sorted(uid for uid, seal in after.items() if uid in marks and marks[uid][2] != seal))
    restored = len(inverse["before"])
    return UndoPlan(made, len(after) - restored, restored, changed)


def undo_merge(store: Store) -> UndoPlan:
    """Take back the last merge, all of it or nothing, and return what was done; errors as :func:`plan_undo`."""
    plan = plan_undo(store)
    number, _, inverse = _last(store)
    before = [RECORD.validate_json(text) for text in inverse["before"]]
    with store.transaction():
        store.remove(inverse["after"].keys() - {record.uid for record in before})
        store.put(*before)
        store.connection.execute("delete from undo where id = ?", (number,))
    return plan


def _last(store: Store) -> tuple[int, str, dict[str, Any]]:
    with told(store.file):
        found = rows(store.connection, "select id, made, data from undo order by id desc limit 1")
    if not found:
        raise NothingToUndoError
    number, made, data = found[0]
    return int(number), str(made), json.loads(data)


def _here(store: Store, uid: str) -> list[Entry]:
    with told(store.file):
        return [entry_in(row) for row in rows(store.connection, f"select {COLUMNS} from record where uid = ?", (uid,))]


def _conflict(mine: AnyRecord, theirs: AnyRecord) -> Conflict:
    left, right = mine.model_dump(), theirs.model_dump()
    names = sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))
    return Conflict(mine, theirs, tuple(names))
