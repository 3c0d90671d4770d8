"""The gates of a road as rows: how well each lets pass, and what the last thing told has changed. No Qt."""

from __future__ import annotations

from core.schema.assessment import Assessment
from gui.signs import WELL, GateRow, Level, level_of
from gui.speaker import Speaker

JUST_MOVED = 0.005
"""Half a percentage point: less does not show."""


def gate_rows(
    found: Assessment,
    before: Assessment | None,
    asked: frozenset[str],
    speaker: Speaker,
    least: float = JUST_MOVED,
) -> tuple[GateRow, ...]:
    """Return the gates with what the last answer changed; a gate nobody asked about yet says so.

    Args:
        found: The road.
        before: The road before the last answer; None where nothing is to be said about changes.
        asked: Gates about which something is known.
        speaker: The language.
        least: By so much P(passing) must have changed for it to be said. (0, 1].
    """
    words, wording = speaker.words, speaker.wording
    earlier = {gate.id: gate.passes for gate in before.gates} if before else {}
    rows = []
    for gate in found.gates:
        moved = gate.passes - earlier.get(gate.id, gate.passes)
        level: Level = level_of(gate.passes) if gate.id in asked or gate.passes < WELL else "open"
        if abs(moved) >= least:
            note = words("checklist.gate_moved", points=wording.points(moved))
        else:
            note = words("checklist.gate_open") if level == "open" else ""
        name, value = words(f"gate.{gate.id}.name"), wording.percent(gate.passes)
        heard = words("checklist.gate_heard", name=name, value=value, level=words(f"level.{level}"), note=note)
        rows.append(GateRow(gate.id, name, value, level, note, heard))
    return tuple(rows)
