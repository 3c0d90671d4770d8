"""The whole picture of the journal page, put together from its blocks. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from core.errors import AppError
from core.journal.errors import LockedError
from gui.desk import CODE, Desk
from gui.pages.journal.checks import check_blocks, filter_block, reading_block
from gui.pages.journal.choosing import conflict_blocks, plan_block
from gui.pages.journal.comparing import compare_block, gate_block, last_failed
from gui.pages.journal.copies import (
    Inside,
    above_copies,
    copies_door,
    copy_blocks,
    prospect_block,
    restored_block,
)
from gui.pages.journal.due import due_blocks
from gui.pages.journal.entries import damage_block, unread_blocks
from gui.pages.journal.exampling import example_act
from gui.pages.journal.kept import SURE, Looking
from gui.pages.journal.mending import CopyShelf, Prospect
from gui.pages.journal.others import other_blocks
from gui.pages.journal.ringing import ring_blocks
from gui.pages.journal.safe import erase_block, files_block, lock_block, removed_block, take_back, trouble_block
from gui.pages.journal.shelf import Shelf
from gui.pages.journal.state import Act, Block, JournalState, Line
from gui.pages.journal.tries import tries_blocks

if TYPE_CHECKING:
    # Only for the type: it brings SQLite.
    from core.journal.merge import MergePlan

SECRETS = ("secret", "old", "new", "again")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page holds besides what it looks for; gone when it is left.

    Attributes:
        shelf: What was found; None before.
        trouble: Why the journal could not be opened.
        typed: What is typed in fields that are read when a button is pressed, passphrases among it.
        plan: What an import would do, and of which file.
        imported: Whether the last import can be taken back here.
        error: What is wrong with what was typed.
        remark: What is wrong with the secret for a journal that is not open, or why a copy could not be restored.
        copies: The copies, while they are shown.
        inside: Number of a copy -> what it holds, or why it cannot be opened.
        prospect: What the chosen copy would change.
        focus: The control that is to have the keyboard.
    """

    shelf: Shelf | None = None
    trouble: AppError | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    plan: MergePlan | None = None
    plan_file: str = ""
    imported: bool = False
    error: str = ""
    remark: str = ""
    focus: str = ""
    copies: CopyShelf | None = None
    inside: Inside = field(default_factory=dict)
    prospect: Prospect | None = None


def without_secrets(shown: Shown) -> Shown:
    """Return what is shown without any passphrase that was typed, and without what was wrong with it."""
    typed = {name: text for name, text in shown.typed.items() if name not in SECRETS}
    return replace(shown, typed=typed, error="", remark="")


def journal_state(shown: Shown, looking: Looking, desk: Desk) -> JournalState:
    """Return the picture."""
    words, speaker = desk.speaker.words, desk.speaker
    title, shelf = words("journalpage.title"), shown.shelf
    intro = words("guest.journal" if desk.guest else "journalpage.intro")
    erase = erase_block(looking.sure == "erase", speaker)
    if shown.trouble is not None:
        has_keys = desk.journal().holds_keys
        said = trouble_block(shown.trouble, shown.remark, shown.typed.get("secret", ""), has_keys, speaker)
        safe = ring_blocks(True, desk) if isinstance(shown.trouble, LockedError) else ()
        return JournalState(title, intro, above=(said, *safe), right=(erase,), focus=shown.focus)
    if looking.copies:
        return _copies_state(shown, looking, desk)
    if shelf is None:
        return JournalState(title, intro, words("journalpage.opening"))
    return JournalState(
        title,
        intro,
        above=_above(shelf, looking, desk),
        left=_left(shelf, looking, desk),
        right=(*_right(shown, shelf, looking, desk), erase),
        focus=shown.focus,
    )


def _above(shelf: Shelf, looking: Looking, desk: Desk) -> tuple[Block, ...]:
    gate = gate_block(last_failed(shelf.tries), desk)
    removed = removed_block(looking.removed, desk.speaker) if looking.removed else None
    if removed and desk.guest:  # of whose journal there are no copies
        removed = replace(removed, lines=removed.lines[:1])
    return tuple(block for block in (damage_block(shelf.health, desk.speaker), removed, gate) if block)


def _left(shelf: Shelf, looking: Looking, desk: Desk) -> tuple[Block, ...]:
    words = desk.speaker.words
    unread = unread_blocks(shelf.unread, looking.sure, desk.speaker)
    if not shelf.every and unread:
        return unread
    if not shelf.every:
        begun = desk.session.draft.begun
        wish, key = ("result", "see_result") if begun else ("home", "see_home")
        lines = (Line(words("journalpage.empty.text")),)
        act = Act(wish, words(f"journalpage.empty.{key}"), role="primary")
        return (Block("empty", words("journalpage.empty.title"), lines, acts=(act, example_act(desk.speaker))),)
    return (filter_block(shelf, looking, desk.speaker), *unread, *check_blocks(shelf, looking, desk.speaker))


def _right(shown: Shown, shelf: Shelf, looking: Looking, desk: Desk) -> tuple[Block, ...]:
    speaker, typed = desk.speaker, dict(shown.typed)
    blocks = []
    if looking.marked:
        blocks.append(compare_block(shelf.pair, desk))
    if shelf.opened:
        blocks.append(reading_block(shelf.opened, desk))
    blocks += due_blocks(shelf.sent, typed, desk)
    wrong = typed.get("try_error", "")
    blocks += tries_blocks(shelf.tries, typed.get("when", ""), typed.get("message", ""), wrong, desk)
    blocks += other_blocks(shelf.others, speaker)
    date = f"{desk.now():%Y-%m-%d}"
    if desk.journal().holds_anything and not desk.guest:
        code = str(desk.memory.get(CODE, ""))
        blocks.append(lock_block(shelf.has_lock, code if shelf.has_lock else "", shown.error, typed, speaker))
        blocks += ring_blocks(False, desk) if shelf.has_lock else ()
    if shown.plan is not None:
        blocks.append(plan_block(shown.plan, shown.plan_file, typed, speaker))
        blocks += conflict_blocks(shown.plan, typed, speaker)
    else:
        blocks.append(files_block(shown.imported, date, speaker))
    if shelf.copies:
        blocks.append(copies_door(shelf.copies, speaker))
    return tuple(blocks)


def _copies_state(shown: Shown, looking: Looking, desk: Desk) -> JournalState:
    words, speaker, shelf = desk.speaker.words, desk.speaker, shown.copies
    title, intro = words("journalpage.copies.title"), words("journalpage.copies.intro")
    if shelf is None:
        return JournalState(title, intro, words("journalpage.opening"))
    above = above_copies(shelf, shown.typed.get("secret", ""), shown.remark, speaker)
    if (restored := restored_block(looking.undo, speaker)) is not None:
        above = (*above, restored)
    if shown.imported:
        told = (Line(words("journalpage.copies.gathered_text")),)
        above = (*above, Block("gathered", "", told, acts=(take_back(speaker),), role="card-accent"))
    right: tuple[Block, ...] = ()
    chosen = next((copy for copy in shelf.copies if copy.number == looking.copy), None)
    if chosen is not None:
        found = shown.inside.get(chosen.number)
        right = (prospect_block(chosen, found, shown.prospect, looking.sure == SURE, speaker),)
    left = copy_blocks(shelf, shown.inside, looking.copy, speaker)
    return JournalState(title, intro, above=above, left=left, right=right, focus=shown.focus)
