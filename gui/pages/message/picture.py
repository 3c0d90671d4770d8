"""The parts of the message page's picture: the field, what was found, the ways on. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from core.decode.normalise import LONGEST
from core.decode.result import Decoded
from core.schema.content import Content
from gui.decoding.picture import GATES_TOLD, is_about_card, is_usable
from gui.decoding.reading import Kept
from gui.pages.message.state import EntryState, FoundState, Part, WaysState
from gui.speaker import Speaker

OTHERS_TOLD = 2
"""Further classes told as "could also be"."""


def entry_state(kept: Kept, speaker: Speaker) -> EntryState:
    """Return the field."""
    words, limit = speaker.words, f"{LONGEST:,}"
    return EntryState(
        label=words("messagepage.label"),
        text=kept.text,
        example=words("messagepage.example"),
        count=words("messagepage.count", n=f"{len(kept.text):,}", of=limit),
        cut=words("messagepage.cut", of=limit) if kept.cut else "",
        clear=words("messagepage.clear"),
        can_clear=bool(kept.text),
        privacy=words("messagepage.privacy"),
    )


def found_state(kept: Kept, content: Content, speaker: Speaker) -> FoundState | None:
    """Return what the text says; None under a stop sign: what a swindler says is no diagnosis."""
    decoded, words = kept.decoded, speaker.words
    if decoded is None:
        if not kept.text.strip():
            return FoundState("nothing", words("messagepage.nothing_title"), says=words("messagepage.nothing"))
        return FoundState("waiting", words("messagepage.waiting"))
    if decoded.scam.level == "stop":
        return None
    if not decoded.in_scope:
        return FoundState("elsewhere", words("messagepage.elsewhere_title"), says=words("decode.out_of_scope"))
    notes, limits = tuple(_notes(decoded, speaker)), words("decode.limits")
    if decoded.generic:
        advice = words("message.generic_try_later.advice")
        says = words("decode.cannot_tell")
        title = words("messagepage.generic_title")
        return FoundState("generic", title, says=says, advice=advice, notes=notes, limits=limits)
    return _Told(decoded, content, speaker).state(notes, limits)


def ways_state(kept: Kept, content: Content, speaker: Speaker) -> WaysState | None:
    """Return the ways on; None where the text is no message of a failed try."""
    words, decoded = speaker.words, kept.decoded
    if decoded is None or not is_usable(kept):
        return None
    causes = () if decoded.generic else content.messages[decoded.classes[0].id].points_to
    return WaysState(
        use=words("messagepage.use"),
        use_note=words("messagepage.use_note"),
        more_title=words("messagepage.more_title") if causes else "",
        more=tuple((cause, words(f"cause.{cause}.name")) for cause in causes),
    )


def _notes(decoded: Decoded, speaker: Speaker) -> Iterator[str]:
    if decoded.unsure:
        yield speaker.words("decode.half_remembered")
    if is_about_card(decoded) and decoded.scam.level == "none":  # an alarm says it already
        yield speaker.words("safety.never_charge")


class _Told:
    """Puts a text that gives a reason into a picture."""

    def __init__(self, decoded: Decoded, content: Content, speaker: Speaker) -> None:
        self._decoded, self._content, self._speaker = decoded, content, speaker
        self._words, self._percent = speaker.words, speaker.wording.percent

    def state(self, notes: tuple[str, ...], limits: str) -> FoundState:
        words, best = self._words, self._decoded.classes[0]
        share = self._percent(best.probability)
        return FoundState(
            kind="told",
            title=words("messagepage.best_title"),
            name=words(f"message.{best.id}.name"),
            share=share,
            share_heard=words("messagepage.share_heard", share=share),
            says=words(f"message.{best.id}.says"),
            matched_title=words("messagepage.matched") if best.matched else "",
            matched=tuple(words("decode.word", word=word) for word in best.matched),
            alike="" if best.matched else words("decode.alike"),
            advice=words("decode.advice", advice=words(f"message.{best.id}.advice")),
            parts=tuple(self._parts()),
            notes=notes,
            limits=limits,
        )

    def _parts(self) -> Iterator[Part]:
        words, decoded = self._words, self._decoded
        gates = decoded.gates[:GATES_TOLD]
        told = tuple((words(f"gate.{gate.id}.name"), self._percent(gate.probability)) for gate in gates)
        yield Part("gates", words("messagepage.gates_title"), told)
        if others := decoded.classes[1 : 1 + OTHERS_TOLD]:
            told = tuple((words(f"message.{one.id}.name"), self._percent(one.probability)) for one in others)
            yield Part("others", words("messagepage.others_title"), told)
        if decoded.family:
            key = f"family.{decoded.family}"
            yield Part("family", words("messagepage.family_title"), ((words(f"{key}.name"), ""),), words(f"{key}.says"))
        if causes := self._content.messages[decoded.classes[0].id].points_to:
            key = f"owner.{self._content.causes[causes[0]].owner}"
            yield Part("owner", words("messagepage.owner_title"), ((words(f"{key}.name"), ""),), words(f"{key}.says"))
