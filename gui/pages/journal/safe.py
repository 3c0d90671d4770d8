"""Lock, files, the end of everything, and what keeps the journal from opening, as blocks of the page. No Qt."""

from __future__ import annotations

from core.errors import AppError
from core.journal.errors import JournalDamagedError, LockedError, WrongPassphraseError
from core.journal.records import AnyRecord
from gui.journal_door import IDLE_MINUTES
from gui.pages.journal.state import Act, Block, Field, Line
from gui.speaker import Speaker


def lock_block(has_lock: bool, code: str, error: str, typed: dict[str, str], speaker: Speaker) -> Block:
    """Return what puts the lock on, or what can be done with it; ``code`` is shown until it was written down."""
    words = speaker.words
    if code:
        said = (Line(words("journalpage.lock.code_text")), Line(code, "heading", "code"))
        kept = Act("code_kept", words("journalpage.lock.code_kept"), role="primary")
        printing = Act("code_print", words("journalpage.lock.code_print"))
        return Block("lock", words("journalpage.lock.code_title"), said, acts=(kept, printing), role="card-accent")
    idle = speaker.wording.count(IDLE_MINUTES, "minutes")
    told = Line(words("journalpage.lock.is_on" if has_lock else "journalpage.lock.text", idle=idle), "muted")
    new = Field("new", words("journalpage.lock.new"), typed.get("new", ""), secret=True)
    again = Field("again", words("journalpage.lock.again"), typed.get("again", ""), secret=True, error=error)
    if not has_lock:
        put_on = Act("set_lock", words("journalpage.lock.set"))
        return Block("lock", words("journalpage.lock.title"), (told,), (new, again), (), (put_on,))
    old = Field("old", words("journalpage.lock.old"), typed.get("old", ""), secret=True)
    acts = (
        Act("lock_now", words("journalpage.lock.now")),
        Act("change_secret", words("journalpage.lock.change")),
        Act("new_code", words("journalpage.lock.new_code")),
        Act("take_off", words("journalpage.lock.off")),
    )
    return Block("lock", words("journalpage.lock.title"), (told,), (old, new, again), (), acts)


def files_block(can_take_back: bool, date: str, speaker: Speaker) -> Block:
    """Return export and import."""
    words = speaker.words
    form, table = words("journalpage.files.form"), words("journalpage.files.table_form")
    name = f"{words('journalpage.files.name', date=date)}.json"
    scores = f"{words('journalpage.files.scores_name', date=date)}.csv"
    acts = [
        Act("export", words("journalpage.files.export"), ask="save", file=(name, form)),
        Act("export_scores", words("journalpage.files.export_scores"), ask="save", file=(scores, table)),
        Act("import", words("journalpage.files.import"), ask="open", file=("", form)),
    ]
    if can_take_back:
        acts.append(take_back(speaker))
    lines = (Line(words("journalpage.files.text"), "muted"),)
    return Block("files", words("journalpage.files.title"), lines, acts=tuple(acts))


def take_back(speaker: Speaker) -> Act:
    """Return the way back from the last import."""
    return Act("take_back", speaker.words("journalpage.files.take_back"))


def erase_block(sure: bool, speaker: Speaker) -> Block:
    """Return the way to delete everything, which asks once more."""
    words = speaker.words
    lines = [Line(words("journalpage.erase.text"), "muted")]
    acts = [Act("erase", words("journalpage.erase.button"), role="danger")]
    if sure:
        lines.append(Line(words("journalpage.erase.sure"), "error"))
        acts = [
            Act("erase_not", words("journalpage.erase.not")),
            Act("erase_sure", words("journalpage.erase.yes"), role="danger"),
        ]
    return Block("erase", words("journalpage.erase.title"), tuple(lines), acts=tuple(acts))


def removed_block(removed: AnyRecord, speaker: Speaker) -> Block:
    """Return that a record was deleted, and the way back."""
    words, date = speaker.words, speaker.wording.date(removed.day)
    told = Line(words("journalpage.removed", kind=words(f"journal.kind.{removed.kind}"), date=date))
    copies, back = (
        Line(words("journalpage.removed_copies"), "small"),
        Act("bring_back", words("journalpage.bring_back")),
    )
    return Block("removed", "", (told, copies), acts=(back,), role="card-accent")


def trouble_block(error: AppError, remark: str, secret: str, has_keys: bool, speaker: Speaker) -> Block:
    """Return why the journal cannot be shown and what to do; ``remark`` is what came of the last thing done."""
    words = speaker.words
    field = Field("secret", words("journalpage.trouble.secret"), secret, secret=True, error=remark)
    if isinstance(error, LockedError | WrongPassphraseError):
        asked = (
            Line(words("journalpage.trouble.locked"), "muted"),
            Line(words("journalpage.trouble.forgotten"), "small"),
        )
        unlock = Act("unlock", words("journalpage.trouble.unlock"), role="primary")
        return Block("trouble", words("journalpage.trouble.locked_title"), asked, (field,), (), (unlock,))
    lines = [Line(words(f"error.{error.code}", **error.facts))]
    acts = [Act("retry", words("journalpage.trouble.retry"), role="primary")]
    damaged = isinstance(error, JournalDamagedError)
    if damaged:
        acts = [Act("copies", words("journalpage.damage.copies"), role="primary")]
        acts.append(Act("restore", words("journalpage.trouble.restore")))
        acts.append(Act("retry", words("journalpage.trouble.retry")))
    if damaged and not has_keys:
        acts.append(Act("anew", words("journalpage.trouble.anew")))
    fields = (field,) if damaged and has_keys else ()
    if remark and not fields:
        lines.append(Line(remark, "error"))
    title = words("journalpage.trouble.title")
    return Block("trouble", title, tuple(lines), fields, (), tuple(acts), "card-caution")
