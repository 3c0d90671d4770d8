"""The example journal: the way in and out, and how the page looks while it is open. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from gui.desk import Desk
from gui.example_door import example_in, leave_example
from gui.journal_example import NoChoice, open_example
from gui.pages.journal.state import Act, Block, JournalState, Line
from gui.settings import Choosing
from gui.speaker import Speaker

HIDDEN = ("files", "erase", "lock", "ring", "copies")
"""Blocks about files: an example has none."""


@dataclass(frozen=True)
class Ground:
    """What the page stands on: while an example is open, a desk of its own, and nothing of the user's.

    Attributes:
        deeds: The ways to the example and back, which alone know the program's own desk.
    """

    desk: Desk
    choosing: Choosing
    deeds: Mapping[str, Callable[[str, str], None]]
    is_example: bool


def ground_of(desk: Desk, choosing: Choosing) -> Ground:
    """Return what the page stands on now."""
    deeds = {
        "example": lambda _, __: _go(open_example, desk),
        "example_end": lambda _, __: _go(leave_example, desk),
    }
    example = example_in(desk)
    if example is None:
        return Ground(desk, choosing, deeds, is_example=False)
    return Ground(example.desk, NoChoice(choosing), deeds, is_example=True)


def _go(way: Callable[[Desk], None], desk: Desk) -> None:
    way(desk)
    desk.visit("journal")


def example_act(speaker: Speaker) -> Act:
    """Return the way to the example."""
    return Act("example", speaker.words("journalpage.example.open"))


def as_example(state: JournalState, speaker: Speaker) -> JournalState:
    """Return the page as that of an example: every block marked, nothing that would write a file, and the way out."""
    words = speaker.words
    leave = Act("example_end", words("journalpage.example.end"), role="primary")
    told = Block("example", "", (Line(words("journalpage.example.text")),), acts=(leave,), role="card-accent")
    above, left, right = (_marked(blocks, speaker) for blocks in (state.above, state.left, state.right))
    return replace(
        state,
        title=words("journalpage.example.title"),
        intro=words("journalpage.example.intro"),
        above=(told, *above),
        left=left,
        right=right,
    )


def _marked(blocks: tuple[Block, ...], speaker: Speaker) -> tuple[Block, ...]:
    mark = Line(speaker.words("journalpage.example.mark"), "overline")
    return tuple(
        replace(block, lines=(mark, *block.lines), acts=tuple(act for act in block.acts if _is_safe(act)))
        for block in blocks
        if block.id not in HIDDEN
    )


def _is_safe(act: Act) -> bool:
    return not act.ask and act.wish != "example"
