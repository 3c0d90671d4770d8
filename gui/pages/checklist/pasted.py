"""The step about the message of a failed try: a field to paste it, and the classes it may be of on top. No Qt."""

from __future__ import annotations

from core.schema.answers import NOT_SURE
from gui.decoding.picture import is_usable, proposals
from gui.decoding.reading import Kept
from gui.draft import Draft
from gui.engine import Engine
from gui.questions.kinds import VALUE
from gui.questions.state import FieldState, RowState
from gui.speaker import Speaker


def message_fields(pasted: Kept, speaker: Speaker) -> tuple[FieldState, ...]:
    """Return the field to paste in, with what the text was understood as."""
    words = speaker.words
    label, example = words("checklist.paste_label"), words("messagepage.example")
    return (FieldState(VALUE, label, pasted.text, "", example, note=_note(pasted, speaker)),)


def message_rows(draft: Draft, engine: Engine, speaker: Speaker, pasted: Kept) -> tuple[RowState, ...]:
    """Return every class of message, those proposed for the pasted text first; last, that there was none."""
    words, percent, attempts = speaker.words, speaker.wording.percent, draft.answers.attempts
    chosen = attempts[-1].message if attempts else None
    proposed = dict(proposals(pasted))
    generic = pasted.decoded is not None and pasted.decoded.generic
    rows = []
    for name in dict.fromkeys((*proposed, *engine.content.messages)):
        says = words(f"message.{name}.says")
        if name in proposed and not generic:
            says = words("checklist.proposed_hint", share=percent(proposed[name]), says=says)
        rows.append(RowState(name, words(f"message.{name}.name"), says, name == chosen))
    unknown = chosen is None and bool(attempts)
    return (*rows, RowState(NOT_SURE, words("checklist.no_message"), "", unknown, dashed=True))


def _note(pasted: Kept, speaker: Speaker) -> str:
    words, decoded = speaker.words, pasted.decoded
    if not pasted.text.strip():
        return words("checklist.paste_note")
    if decoded is None:
        return words("messagepage.waiting")
    if decoded.scam.level == "stop":
        return ""  # the alarm says it all
    if not decoded.in_scope:
        return words("decode.out_of_scope")
    if not is_usable(pasted):
        return words("messagepage.waiting")
    return words("decode.cannot_tell") if decoded.generic else words("checklist.proposed")
