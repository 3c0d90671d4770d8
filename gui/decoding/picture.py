"""What a decoded text means for the pages that ask for one: its alarm, and the classes to propose. No Qt."""

from __future__ import annotations

from core.decode.mixing import GENERIC
from core.decode.result import Decoded
from gui.decoding.reading import Kept
from gui.signs import AlarmState
from gui.speaker import Speaker

CARD = "payment"
"""The gate at which a card or an account decides."""
GATES_TOLD = 2
PROPOSED = 3


def alarm_of(decoded: Decoded | None, speaker: Speaker, told: bool) -> AlarmState | None:
    """Return the signs of fraud in a text; None without any. ``told``: the check has them among its answers."""
    if decoded is None or decoded.scam.level == "none":
        return None
    words, scam, stop = speaker.words, decoded.scam, decoded.scam.level == "stop"
    rule = "safety.never_charge" if stop or is_about_card(decoded) else "safety.one_rule"
    return AlarmState(
        level=scam.level,
        title=words(f"safety.{scam.level}_title"),
        body=words("messagepage.stop" if stop else "decode.caution"),
        why_title=words("messagepage.why_title") if stop else "",
        flags=tuple((words(f"flag.{flag}.name"), words(f"flag.{flag}.why")) for flag in scam.flags),
        matched_title=words("messagepage.matched") if scam.matched else "",
        matched=tuple(words("decode.word", word=word) for word in scam.matched),
        steps_title=words("messagepage.steps_title") if stop else "",
        steps=tuple(words("safety.stop_do").strip().splitlines()) if stop else (),
        note=words(rule),
        go_on=words("messagepage.take_signs") if scam.flags and not told else "",
    )


def is_about_card(decoded: Decoded) -> bool:
    """Return whether a text may speak of the card or the account."""
    return any(gate.id == CARD for gate in decoded.gates[:GATES_TOLD])


def is_usable(kept: Kept) -> bool:
    """Return whether a text can be taken for the message of a failed try: about a loan, and no swindler's."""
    decoded = kept.decoded
    return kept.ready and decoded is not None and decoded.in_scope and decoded.scam.level != "stop"


def proposals(kept: Kept) -> tuple[tuple[str, float], ...]:
    """Return (class, probability) of the classes to propose, likeliest first; the one that says nothing alone."""
    decoded = kept.decoded
    if decoded is None or not is_usable(kept):
        return ()
    named = tuple((guess.id, guess.probability) for guess in decoded.classes if guess.id != GENERIC)
    return ((GENERIC, 1.0),) if decoded.generic else named[:PROPOSED]
