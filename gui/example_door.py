"""Whether an example is open in place of the user's own journal, and the end of it. No Qt.

Apart from the example itself, which brings what the window must not wait for when it opens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.desk import Desk

if TYPE_CHECKING:
    # Only for the type: it brings the journal and the cases.
    from gui.journal_example import ExampleJournal

PLACE = "journal-example"
"""Where the program remembers that one is open."""


def example_in(desk: Desk) -> ExampleJournal | None:
    """Return the example that is open."""
    found: ExampleJournal | None = desk.memory.get(PLACE)
    return found


def leave_example(desk: Desk) -> None:
    """Let the user's own journal be shown again."""
    found = example_in(desk)
    if found is not None:
        del desk.memory[PLACE]
        found.end()


def close_example(desk: Desk) -> None:
    """Close the example, when nobody works any more."""
    found = example_in(desk)
    if found is not None:
        found.room.close()
