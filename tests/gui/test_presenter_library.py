"""What the library decides: what is listed and found, where reading leads, how a case becomes an example. No window."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from core.library.cases import Cases
from core.library.documents import documents_of
from core.loading.library import Library
from gui.pages.library.kept import SHELVES
from gui.pages.library.presenter import LibraryPresenter
from gui.pages.library.state import LibraryState, ReadingState, TermState, Thing, thing_of
from tests.pages.desk import Office, draft_of, language_of, office


@dataclass
class Wall:
    """Keeps every picture."""

    states: list[LibraryState] = field(default_factory=list)
    terms: list[TermState | None] = field(default_factory=list)

    def show_state(self, state: LibraryState) -> None:
        """Keep a picture."""
        self.states.append(state)

    def show_term(self, term: TermState | None) -> None:
        """Keep an explanation."""
        self.terms.append(term)

    @property
    def rows(self) -> list[Thing]:
        """Return what can be opened."""
        return [row.thing for row in self.states[-1].listing.rows if row.thing is not None]

    @property
    def reading(self) -> ReadingState:
        """Return what is being read."""
        found = self.states[-1].reading
        assert found is not None
        return found


@dataclass
class Room:
    """A presenter with everything around it."""

    presenter: LibraryPresenter
    wall: Wall
    made: Office


def opened(made: Office, about: str = "") -> Room:
    """Return the page at a desk."""
    wall = Wall()
    return Room(LibraryPresenter(wall, made.desk, about), wall, made)


@pytest.fixture
def room(library: Library) -> Room:
    """Return the page, opened without a check."""
    return opened(office(library))


def test_that_the_list_stands_there_and_nothing_is_made_findable_before_a_search(room: Room, library: Library) -> None:
    assert room.made.later.waiting == 0
    assert set(room.wall.rows) == {Thing("article", name) for name in library.content.library.article}


def test_that_the_shelves_hold_everything_there_is_to_read(room: Room, library: Library) -> None:
    held = set()
    for shelf in SHELVES:
        room.presenter.take_shelf(shelf)
        held |= set(room.wall.rows)
    every = documents_of(language_of(library, "zh_CN"), library.shelf)
    assert held == {Thing(document.kind, document.id) for document in every}


def test_that_a_search_waits_until_everything_is_findable_and_is_answered_then(room: Room) -> None:
    room.presenter.search("edu")
    listing = room.wall.states[-1].listing
    assert (listing.rows, listing.note) == ((), room.made.words("librarypage.searching"))
    room.made.later.settle()
    first = room.wall.states[-1].listing.rows[0]
    assert first.thing == Thing("article", "limit_is_not_money")
    assert [first.title[start:end] for start, end in first.title_marks] == ["额度"]


def test_that_everything_is_made_findable_once_for_each_language(room: Room) -> None:
    for typed in ("e", "ed", "edu"):
        room.presenter.search(typed)
        assert room.made.later.waiting == 1
    room.made.later.settle()
    room.presenter.close()
    opened(room.made)
    assert room.made.later.waiting == 0
    room.made.desk.speaker.use("en")
    assert room.made.later.waiting == 1
    room.made.later.settle()
    room.made.desk.speaker.use("zh_CN")
    assert room.made.later.waiting == 0


def test_that_a_page_that_is_left_drops_its_work(room: Room) -> None:
    room.presenter.search("edu")
    room.presenter.close()
    assert room.made.later.waiting == 0


def test_that_what_is_nowhere_is_said_to_be_nowhere(room: Room) -> None:
    room.presenter.search("恐龙")
    room.made.later.settle()
    assert room.wall.states[-1].listing.note == room.made.words("library.nothing_found", query="恐龙")


def test_that_back_leads_to_the_row_where_the_reading_began(room: Room) -> None:
    room.presenter.open("article:who_lends", from_list=True)
    after = room.wall.reading.after
    assert after is not None
    room.presenter.open(after.thing.address)
    room.presenter.go_back()
    assert room.wall.states[-1].reading is None
    assert room.wall.states[-1].listing.here == Thing("article", "who_lends")


def test_that_the_way_through_the_articles_leads_through_all_and_back(library: Library) -> None:
    names = list(library.content.library.article)
    room = opened(office(library), f"article:{names[0]}")
    walked, back = [room.wall.reading.thing.id], [room.wall.reading.before]
    while (after := room.wall.reading.after) is not None:
        room.presenter.open(after.thing.address)
        walked.append(room.wall.reading.thing.id)
        back.append(room.wall.reading.before)
    assert walked == names
    assert [link.thing.id if link else None for link in back] == [None, *names[:-1]]


@pytest.mark.parametrize("kind", ["article", "term", "case"])
def test_that_everything_on_the_shelves_can_be_read_in_both_languages(library: Library, kind: str) -> None:
    shelf = getattr(library.content.library, kind)
    for code in ("zh_CN", "en"):
        made = office(library)
        made.desk.speaker.use(code)
        room = opened(made)
        for name in shelf:
            room.presenter.open(f"{kind}:{name}")
            assert room.wall.reading.thing == thing_of(f"{kind}:{name}")
            assert all(part.markdown for part in room.wall.reading.parts)


def test_that_an_article_names_every_source_with_its_date_and_how_sure_it_is(library: Library) -> None:
    room = opened(office(library), "article:true_cost")
    entry = library.content.library.article["true_cost"]
    sources = next(side for side in room.wall.reading.sides if side.id == "sources")
    assert len(sources.lines) == len(entry.sources) + 1
    assert room.made.words(f"grade.{entry.grade}.name") in sources.lines[-1][1]
    assert room.made.desk.speaker.wording.date(entry.last_checked) in sources.lines[-1][1]


def test_that_a_link_in_a_text_explains_its_word(room: Room) -> None:
    room.presenter.open("article:limit_is_not_money")
    assert "](term:limit)" in room.wall.reading.parts[0].markdown
    room.presenter.explain("term:limit")
    assert [term.name for term in room.wall.terms if term] == [room.made.words("term.limit.name")]


@pytest.mark.parametrize(
    "address", ["", "term:", "term:nothing", "article:../../x", "https://a.example", "cause:limit"]
)
def test_that_an_address_that_leads_nowhere_changes_nothing(room: Room, address: str) -> None:
    shown = len(room.wall.states)
    room.presenter.open(address)
    room.presenter.explain(address)
    room.presenter.take_shelf(address)
    assert (len(room.wall.states), room.wall.terms, room.made.visits) == (shown, [], [])


def test_that_a_cause_is_explained_on_its_own_page(room: Room) -> None:
    room.presenter.open("cause:limit_expired", from_list=True)
    assert room.made.visits == [("explain", "limit_expired")]


def test_that_a_case_begins_as_an_example_that_undo_takes_back(library: Library) -> None:
    own = draft_of("card.state", card__state="normal")
    room = opened(office(library, own), "case:one_digit")
    room.presenter.begin()
    expected = Cases(language_of(library, "zh_CN"), library.shelf.cases).answers("one_digit")
    assert (room.made.draft.answers, room.made.draft.example) == (expected, "one_digit")
    assert room.made.pages == ["checklist"]
    room.made.desk.session.undo()
    assert room.made.draft == own


def test_that_only_a_case_can_be_begun(room: Room) -> None:
    room.presenter.open("article:true_cost")
    room.presenter.begin()
    assert (room.made.draft.begun, room.made.pages) == (False, [])


@pytest.mark.parametrize("form", ["html", "md", "txt"])
def test_that_an_article_is_saved_whole_without_the_addresses_of_its_words(
    library: Library, tmp_path: Path, form: str
) -> None:
    made = office(library)
    layouts = {layout.name: layout.read_text("utf-8") for layout in Path("resources/reports").iterdir()}
    room = opened(replace(made, desk=replace(made.desk, layouts=layouts)), "article:limit_is_not_money")
    path = tmp_path / f"a.{form}"
    room.presenter.on_paper.save(str(path))
    saved = path.read_text("utf-8")
    assert "term:" not in saved
    assert made.told == [made.words("librarypage.saved", file=path.name)]
    questions = room.wall.reading.questions
    assert questions is not None
    expected = ("手机上写着一个额度", "谁也不知道的", *(line for _, line in questions.lines))
    assert [words for words in expected if words not in saved] == []
