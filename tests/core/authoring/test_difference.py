"""Two folders compared: nothing against itself, everything that was changed, and the same seen from the other side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.authoring.difference import Change, Difference, What, difference, difference_of
from core.authoring.wordwise import CAME, GONE, wordwise
from core.loading.files import Snapshot, take_snapshot
from tests.core.authoring.conftest import SHIPPED
from tests.core.authoring.writing import change

WHOLE = take_snapshot(SHIPPED, shelf=True)
FEW = (
    *("model/scales.toml", "model/causes.toml", "model/timing.toml", "model/library.toml", "cases/one_digit.toml"),
    *("en/texts/glossary.toml", "zh_CN/texts/glossary.toml", "en/letters/complaint.md"),
    "en/explanations/network_unstable.md",
)
"""Files of every sort; all of them would make a law slow."""
SMALL = Snapshot({name: WHOLE.files[name] for name in FEW}, ())


def turned(found: Difference) -> set[str]:
    """Return changes as seen from the other folder, in any order."""
    other: dict[What, What] = {"added": "removed", "removed": "added", "changed": "changed"}
    return {
        repr(replace(one, what=other[one.what], before=one.after, after=one.before, numbers=one.numbers[::-1]))
        for one in found.changes
    }


def told(found: Difference) -> list[tuple[str, str, str, str]]:
    """Return what changed and where, without the values."""
    return [(one.what, f"{one.language}:{one.part}", one.id, one.path) for one in found.changes]


@st.composite
def edited(draw: st.DrawFn) -> Snapshot:
    """Draw a folder in which lines of some files went, came twice, or lost a sign; often it cannot be read any more."""
    files = dict(SMALL.files)
    for name in draw(st.lists(st.sampled_from(FEW), max_size=3, unique=True)):
        lines = files[name].splitlines(keepends=True)
        at = draw(st.integers(0, len(lines) - 1))
        how = draw(st.sampled_from(("gone", "twice", "cut", "file")))
        if how == "file":
            del files[name]
            continue
        new = {"gone": [], "twice": [lines[at], lines[at]], "cut": [lines[at][: len(lines[at]) // 2], b"\n"]}[how]
        files[name] = b"".join([*lines[:at], *new, *lines[at + 1 :]])
    return Snapshot(files, ())


@given(edited())
def test_that_nothing_differs_from_itself(folder: Snapshot) -> None:
    assert difference_of(folder, folder).same


@given(edited(), edited())
def test_that_the_other_way_round_everything_is_exchanged(first: Snapshot, second: Snapshot) -> None:
    there, back = difference_of(first, second), difference_of(second, first)
    assert turned(there) == {repr(one) for one in back.changes}
    assert [name for name, _ in there.unread] == [name for name, _ in back.unread]
    assert there.same == back.same


def test_that_every_sort_of_change_is_found_and_nothing_else(own: Path) -> None:
    change(own / "model/scales.toml", "rare = 0.01", "rare = 0.02")
    change(own / "model/causes.toml", 'base_rate = "very_rare"', 'base_rate = "rare"')
    change(own / "model/figures.toml", "unit = ", 'unit = "days" # ')
    change(own / "model/evidence.toml", "[phone_long_in_use]", "[phone_used_for_long]")
    change(own / "model/library.toml", "minutes = ", "minutes = 1")
    change(own / "cases/one_digit.toml", "as_of = 2026", "as_of = 2025")
    change(own / "en/texts/glossary.toml", 'name = "Limit"', 'name = "The limit"')
    change(own / "zh_CN/articles/true_cost.md", "# story", "# story\n\n另一段。")
    (own / "en/letters/complaint.md").unlink()
    found = difference(SHIPPED, own)
    cause = next(one for one in found.changes if one.part == "causes")
    assert (cause.before, cause.after, cause.numbers) == ("very_rare", "rare", (0.002, 0.02))
    assert [(what, where) for what, where, _, _ in told(found)] == [
        ("changed", ":scales"),
        ("changed", ":causes"),
        ("removed", ":rules"),
        ("added", ":rules"),
        ("changed", ":figures"),
        ("changed", ":library.article"),
        ("changed", ":cases"),
        ("changed", "zh_CN:articles"),
        ("changed", "en:texts"),
        ("removed", "en:letters"),
    ]
    assert ("changed", "zh_CN:articles", "true_cost", "story") in told(found)
    assert found.counts()["", "rules"] == {"added": 1, "removed": 1, "changed": 0}


def test_that_what_an_author_may_do_freely_makes_no_difference(own: Path) -> None:
    glossary, other = own / "en/texts/glossary.toml", own / "en/texts/more.toml"
    head, _, tail = glossary.read_text("utf-8").partition("[term.draw]")
    glossary.write_text(f"# more comments\n\n{head}", encoding="utf-8")
    other.write_text(f"[term.draw]{tail}".replace("\n", "\r\n"), encoding="utf-8", newline="")
    assert difference(SHIPPED, own).same


def test_that_another_order_of_the_gates_is_told(own: Path) -> None:
    text = (own / "model/gates.toml").read_text("utf-8")
    first = text.index("[")
    second = text.index("\n[", first)
    end = text.index("\n[", second + 1)
    swapped = text[:first] + text[second + 1 : end] + "\n" + text[first:second] + text[end:]
    (own / "model/gates.toml").write_text(swapped, encoding="utf-8")
    assert told(difference(SHIPPED, own)) == [("changed", ":gates", "", "order")]


def test_that_a_file_that_cannot_be_read_is_told_and_the_rest_compared(own: Path) -> None:
    (own / "model/actions.toml").write_text("[half", encoding="utf-8")
    change(own / "en/texts/glossary.toml", 'name = "Limit"', 'name = "The limit"')
    (own / "zh_CN/texts/cost.toml").write_bytes(b"\xff\xfe")
    found = difference(SHIPPED, own)
    assert [name for name, _ in found.unread] == ["model/actions.toml", "zh_CN/texts/cost.toml"]
    assert told(found) == [("changed", "en:texts", "term.limit.name", "")]
    assert difference(own, own).same


TEXT = st.text("ab cd。，字词 ", max_size=30)


@given(TEXT, TEXT)
def test_that_words_that_went_and_came_are_all_shown(before: str, after: str) -> None:
    said = wordwise(before, after)
    assert (GONE[0] in said or CAME[0] in said) == (before != after) or not (before + after).strip()


def test_that_a_long_text_is_shown_around_its_change() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    assert wordwise(words, words.replace("six", "6")) == "one two three four five [-six-]{+6+} seven eight nine ten el…"
    assert len(wordwise(words * 9, words * 9 + "!")) < 60


def values(found: Difference) -> list[Any]:
    """Return the values of all changes."""
    return [(one.before, one.after) for one in found.changes]


def test_that_a_number_and_a_word_that_look_alike_are_told_apart() -> None:
    def folder(text: str) -> Snapshot:
        return Snapshot({"model/scales.toml": text.encode()}, ())

    assert values(difference_of(folder("a = 1"), folder("a = true"))) == [(1, True)]
    assert difference_of(folder("a = nan\nb = [nan]"), folder("a = nan\nb = [nan]")).same
    assert difference_of(folder("a = 1"), folder("a = 1.0")).same
    assert difference_of(folder("a = {}"), folder("a = {b = 1}")).changes == (
        Change("added", "scales", "a", "b", None, 1),
    )
