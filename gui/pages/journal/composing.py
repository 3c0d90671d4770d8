"""The whole picture of the journal page, put together from its blocks. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from core.errors import AppError
from core.journal.errors import LockedError
from gui.desk import Desk
from gui.pages.journal.checks import check_blocks, filter_block, reading_block
from gui.pages.journal.comparing import compare_block, gate_block, last_failed
from gui.pages.journal.due import due_blocks
from gui.pages.journal.kept import Looking
from gui.pages.journal.ringing import ring_blocks
from gui.pages.journal.safe import erase_block, files_block, lock_block, removed_block, trouble_block
from gui.pages.journal.state import Act, Block, JournalState, Line
from gui.pages.journal.tries import tries_blocks
from gui.pages.journal.working import Shelf

if TYPE_CHECKING:
    # Only for the type: it brings SQLite.
    from core.journal.merge import MergePlan


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page holds besides what it looks for; gone when it is left.

    Attributes:
        shelf: What was found; None before.
        trouble: Why the journal could not be opened.
        typed: What is typed in fields that are read when a button is pressed, passphrases among it.
        code: The recovery code, until it was written down.
        plan: What an import would do, and of which file.
        error: What is wrong with what was typed.
        remark: What is wrong with the secret for a journal that is not open.
        focus: The control that is to have the keyboard.
    """

    shelf: Shelf | None = None
    trouble: AppError | None = None
    typed: Mapping[str, str] = field(default_factory=dict)
    code: str = ""
    plan: MergePlan | None = None
    plan_file: str = ""
    imported: bool = False
    error: str = ""
    remark: str = ""
    focus: str = ""


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
    return tuple(block for block in (removed, gate) if block)


def _left(shelf: Shelf, looking: Looking, desk: Desk) -> tuple[Block, ...]:
    words = desk.speaker.words
    if not shelf.every:
        begun = desk.session.draft.begun
        wish, key = ("result", "see_result") if begun else ("home", "see_home")
        lines = (Line(words("journalpage.empty.text")),)
        act = Act(wish, words(f"journalpage.empty.{key}"), role="primary")
        return (Block("empty", words("journalpage.empty.title"), lines, acts=(act,)),)
    return (filter_block(shelf, looking, desk.speaker), *check_blocks(shelf, looking, desk.speaker))


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
    date = f"{desk.now():%Y-%m-%d}"
    if desk.journal().holds_anything and not desk.guest:
        blocks.append(lock_block(shelf.has_lock, shown.code, shown.error, typed, speaker))
        blocks += ring_blocks(False, desk) if shelf.has_lock else ()
    blocks.append(files_block(shown.plan, shown.plan_file, shown.imported, date, speaker))
    return tuple(blocks)
