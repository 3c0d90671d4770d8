"""An example journal: everything can be tried in it, and nothing of it reaches what the user keeps. No window."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from core.journal.records import AssessmentRecord
from gui.draft import Draft
from gui.example_door import PLACE, example_in, leave_example
from gui.pages.journal.presenter import JournalPresenter
from gui.pages.journal.state import Block
from gui.pages.result.ways import Ways
from tests.core.journal.desk import tree
from tests.pages.desk import draft_of
from tests.pages.journal_keeper import Page, cheap_keys, check_of, page

__all__ = ["cheap_keys", "page"]

OWN = draft_of("review", request__lender="jiebei", card__account_class="class_two")
LEAVES = ("example", "example_end")
COPIES = ("copy", "restore", "gather", "undo")
"""Wishes about a copy name it by its number."""
ROUNDS = 2


class NeverForget:
    """Fails when the answers of the user are to be removed."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError(name)


def look_at_example(page: Page) -> None:
    """Press the button of the empty page, and be on the page anew."""
    page.act("example")
    come_back(page)


def come_back(page: Page) -> None:
    page.presenter.close()
    page.presenter = JournalPresenter(page.screen, page.desk, NeverForget())  # type: ignore[arg-type]  # fails if asked
    page.settle()


def blocks(page: Page) -> tuple[Block, ...]:
    state = page.screen.state
    return (*state.above, *state.left, *state.right)


def checks(page: Page) -> tuple[AssessmentRecord, ...]:
    shelf = page.presenter.shown.shelf
    assert shelf is not None
    return shelf.checks


def test_that_an_empty_journal_offers_an_example_and_one_with_a_check_does_not(page: Page) -> None:
    assert "example" in page.wishes("empty")
    page.put(check_of(1))
    assert "example" not in [act.wish for block in blocks(page) for act in block.acts]


def test_that_the_example_holds_every_case_and_each_block_says_what_it_is(page: Page) -> None:
    look_at_example(page)
    shelf = page.presenter.shown.shelf
    assert shelf is not None
    assert shelf.every == len(page.desk.engine.content.library.case)
    assert shelf.tries
    mark = page.words("example.mark")
    assert [block.id for block in blocks(page) if block.id != "example" and mark not in block.lines[0].words] == []
    assert page.screen.state.title == page.words("example.title")


def test_that_nothing_that_writes_a_file_is_offered_or_done(page: Page, tmp_path: Path) -> None:
    look_at_example(page)
    page.act("open", checks(page)[0].uid)
    acts = [act for block in blocks(page) for act in block.acts]
    assert [act.wish for act in acts if act.ask or act.wish.startswith(("erase", "set_lock"))] == []
    before = tree(tmp_path)
    page.act("export", file=str(tmp_path / "out.json"))
    assert tree(tmp_path) == before


def test_that_comparing_filtering_and_deleting_act_on_the_example_alone(page: Page) -> None:
    look_at_example(page)
    first, second = checks(page)[:2]
    for record in (first, second):
        page.act("mark", record.uid)
    assert "compare" in page.blocks
    page.act("delete", first.uid)
    assert first.uid not in {record.uid for record in checks(page)}
    page.act("bring_back")
    page.type("text", "no such words")
    assert checks(page) == ()
    page.act("clear")
    assert first.uid in {record.uid for record in checks(page)}


def test_that_the_own_journal_is_there_again_as_it_was_looked_at(page: Page) -> None:
    page.put(check_of(1))
    page.type("text", "jiebei")
    before, looking = tree(page.folder), page.presenter.looking
    look_at_example(page)
    page.type("text", "something else")
    page.act("example_end")
    come_back(page)
    assert page.presenter.looking == looking
    assert tree(page.folder) == before
    assert (page.uids, example_in(page.desk)) == ({1}, None)


def test_that_a_check_gone_on_with_is_an_example_in_place_of_the_own_one(page: Page) -> None:
    page.desk.session.change(OWN)
    look_at_example(page)
    record = checks(page)[0]
    page.act("open", record.uid)
    page.act("go_on")
    draft = page.desk.session.draft
    assert (bool(draft.example), page.office.visits[-1][0]) == (True, "review")
    assert draft.answers.values.keys() == record.answers.keys()
    page.desk.session.undo()
    assert page.desk.session.draft == OWN


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_that_whatever_is_wished_in_an_example_touches_nothing_of_the_users(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    page.put(check_of(1), check_of(2, 1))
    page.desk.session.change(OWN)
    before, memory = tree(tmp_path), {name: kept for name, kept in page.desk.memory.items() if name != PLACE}
    look_at_example(page)
    example = example_in(page.desk)
    wishes = [wish for wish in page.presenter._deeds.wishes if wish not in LEAVES]
    chance = random.Random(seed)
    chance.shuffle(wishes)
    for wish in wishes:
        for field in ("secret", "old", "new", "again"):
            page.presenter.type(field, "four quiet words here")
        uids = [record.uid for record in page.presenter.shown.shelf.checks] if page.presenter.shown.shelf else []
        of = {"record": "failed"}.get(wish, "1" if wish.startswith(COPIES) else chance.choice([*uids, ""]))
        page.act(wish, of, str(tmp_path / "out") if chance.random() < 0.5 else "")
    assert tree(tmp_path) == before
    drafts: list[Draft] = [page.desk.session.draft]
    assert all(draft.example or draft == OWN for draft in drafts)
    assert {name: kept for name, kept in page.desk.memory.items() if name != PLACE} == memory
    assert example_in(page.desk) is example
    leave_example(page.desk)
    page.settle()
    assert page.uids == {1, 2}


def test_that_a_made_up_check_cannot_be_kept_as_ones_own(page: Page) -> None:
    page.desk.session.change(Draft(OWN.answers, at="review", example="near_midnight"))
    Ways(page.desk).keep(page.desk.engine.road(OWN))
    page.settle()
    assert page.office.told == [page.words("example.not_kept")]
    assert page.uids == set()


def test_that_a_try_recorded_while_a_made_up_check_is_open_takes_nothing_of_it(page: Page) -> None:
    page.desk.session.change(Draft(OWN.answers, at="review", example="near_midnight"))
    page.act("record", "failed")
    shelf = page.presenter.shown.shelf
    assert shelf is not None
    assert [dict(record.answers) for record in shelf.tries] == [{}]
    assert "gate" not in page.blocks
