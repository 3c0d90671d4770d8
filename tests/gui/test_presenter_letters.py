"""What the page of letters decides: what is asked for, what it becomes, what is masked, what is written. No window."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from core.loading.library import Library
from core.redact import MASK
from core.schema.answers import Attempt
from core.schema.hotline import HotlineNote
from gui.casework import Call, Casework, keep
from gui.draft import Draft
from gui.pages.letters.presenter import LettersPresenter
from gui.pages.letters.state import LetterField, LettersState
from tests.pages.desk import NOW, FakeScreen, Office, draft_of, office
from tests.pages.running import ROOT

TRIES = (Attempt(NOW.replace(hour=20), "overall_score"),)
SECRET = "6222021234567890"
KINDS = ("question_to_lender", "dispute_credit_entry", "data_request", "complaint")


class Screen(FakeScreen[LettersState]):
    """Keeps every picture, and what was put on the clipboard."""

    def __init__(self) -> None:
        super().__init__()
        self.clipboard = ""

    def put_on_clipboard(self, text: str) -> None:
        """Keep."""
        self.clipboard = text


@dataclass
class Place:
    """A presenter with everything around it."""

    presenter: LettersPresenter
    screen: Screen
    made: Office

    @property
    def state(self) -> LettersState:
        """Return the picture shown last."""
        return self.screen.state

    @property
    def sheet(self) -> str:
        """Return what it becomes."""
        return self.state.sheet.markdown

    def field(self, name: str) -> LetterField:
        """Return a field."""
        return next(found for found in self.state.fields.fields if found.id == name)


def place_of(library: Library, draft: Draft | None = None, casework: Casework | None = None) -> Place:
    made, screen = office(library, draft), Screen()
    layouts = {path.name: path.read_text("utf-8") for path in (ROOT / "resources" / "reports").iterdir()}
    made = replace(made, desk=replace(made.desk, layouts=layouts))
    keep(made.desk, casework or Casework())
    return Place(LettersPresenter(screen, made.desk), screen, made)


def failed(library: Library, casework: Casework | None = None) -> Place:
    """Return the page after a failure."""
    return place_of(library, draft_of("review", mode="after", tries=TRIES, request__amount=8000.0), casework)


def test_that_every_letter_and_the_pack_can_be_chosen_each_with_when_it_helps(library: Library) -> None:
    rows = place_of(library).state.kinds
    assert [row.id for row in rows] == [*library.content.letters, "pack"]
    assert all(row.hint for row in rows)
    assert [row.id for row in rows if row.chosen] == [KINDS[0]]


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_letter_asks_for_its_fields_and_leaves_a_line_for_each_that_stays_empty(
    library: Library, kind: str
) -> None:
    place = failed(library)
    place.presenter.choose(kind)
    assert [field.id for field in place.state.fields.fields] == [
        field.id for field in library.content.letters[kind].fields
    ]
    assert place.state.fields.blanks == place.made.words("writing.blanks")
    blank = place.made.words("letters.blank")
    for part in ("name", "contact"):
        line = place.made.words(f"letters.signature_{part}", blank=blank)
        assert line in place.sheet.replace("\\", "")


def test_that_a_letter_wanted_elsewhere_is_the_one_shown(library: Library) -> None:
    assert [row.id for row in failed(library, Casework(letter="complaint")).state.kinds if row.chosen] == ["complaint"]
    assert failed(library, Casework(letter="no_such_letter")).presenter.writer.kind == KINDS[0]


def test_that_what_is_typed_stands_in_the_letter_at_once_and_in_others_that_ask_for_it(library: Library) -> None:
    place = failed(library)
    place.presenter.filling.put("lender_name", "某某银行")
    assert "某某银行" in place.sheet
    place.presenter.choose("complaint")
    assert "某某银行" in place.sheet
    place.presenter.choose("dispute_credit_entry")
    assert "某某银行" not in place.sheet


def test_that_numbers_are_masked_counted_and_explained(library: Library) -> None:
    place = failed(library)
    assert place.state.sheet.masked == ""
    place.presenter.filling.put("message_text", f"卡 {SECRET} 失败，打 13800138000")
    assert place.sheet.count(MASK) == 2
    assert SECRET not in place.sheet
    assert place.state.sheet.masked == place.made.words("letters.masked_line", count=2)
    assert place.state.sheet.rule == place.made.words("writing.masked_rule")


@pytest.mark.parametrize("ending", ["html", "htm", "md", "txt", "other"])
def test_that_what_is_saved_is_masked_like_what_is_seen(library: Library, tmp_path: Path, ending: str) -> None:
    place = failed(library)
    place.presenter.filling.put("message_text", f"卡 {SECRET} 失败")
    file = tmp_path / f"letter.{ending}"
    place.presenter.save(str(file))
    text = file.read_text("utf-8")
    assert MASK in text
    assert SECRET not in text
    assert ("<html" in text) == (ending not in ("md", "txt"))
    assert place.made.told == [place.made.words("papers.saved", file=file.name)]


def test_that_a_letter_can_be_copied_and_is_masked_then_as_well(library: Library) -> None:
    place = failed(library)
    place.presenter.filling.put("message_text", SECRET)
    place.presenter.copy()
    assert MASK in place.screen.clipboard
    assert SECRET not in place.screen.clipboard


def test_that_a_pdf_and_the_printer_get_the_same_masked_page(library: Library, tmp_path: Path) -> None:
    place = failed(library)
    place.presenter.filling.put("message_text", SECRET)
    sheets = place.made.desk.paper
    place.presenter.save(str(tmp_path / "letter.pdf"))
    place.presenter.print_out()
    pages = [document.html for document, _ in sheets.written] + [document.html for document in sheets.shown]  # type: ignore[attr-defined]  # the test's own paper
    assert pages == [place.presenter.document_html()] * 2
    assert SECRET not in pages[0]


def test_that_a_folder_that_takes_no_file_is_told_in_one_line(library: Library, tmp_path: Path) -> None:
    place = failed(library)
    place.presenter.save(str(tmp_path / "nowhere" / "letter.html"))
    assert len(place.made.told) == 1
    assert "letter.html" in place.made.told[0]


def test_that_a_day_may_be_typed_as_people_write_it(library: Library) -> None:
    place = failed(library, Casework(letter="complaint"))
    place.presenter.filling.put("asked_on", "9月20日")
    assert "2026年9月20日" in place.sheet
    assert place.field("asked_on").error == ""


@pytest.mark.parametrize(("name", "text"), [("asked_on", "some day"), ("lender_name", "长" * 101)])
def test_that_a_mistake_is_told_when_the_field_is_left_and_left_out_of_the_letter(
    library: Library, name: str, text: str
) -> None:
    place = failed(library, Casework(letter="complaint"))
    place.presenter.filling.put(name, text)
    assert place.field(name).error == "", "not while it is being typed"
    place.presenter.filling.leave(name)
    assert place.field(name).error != ""
    assert text not in place.sheet
    place.presenter.filling.put(name, "")
    assert place.field(name).error == ""


def test_that_a_letter_can_be_written_without_a_check(library: Library) -> None:
    place = place_of(library)
    assert place.sheet
    assert place.state.sheet.empty == ""


def test_that_the_pack_without_a_check_says_how_to_get_one_and_saves_nothing(library: Library, tmp_path: Path) -> None:
    place = place_of(library, casework=Casework(letter="pack"))
    assert (place.sheet, place.state.sheet.empty) == ("", place.made.words("writing.pack_empty"))
    assert place.made.later.waiting == 0
    place.presenter.save(str(tmp_path / "pack.html"))
    place.presenter.copy()
    assert place.presenter.document_html() is None
    assert list(tmp_path.iterdir()) == []
    assert place.screen.clipboard == ""


def test_that_the_pack_is_worked_out_elsewhere_and_tells_tries_calls_and_the_words_of_the_message(
    library: Library,
) -> None:
    note = HotlineNote(NOW, "card_back", "bank_staff", {"card_class": "class_two"})
    place = failed(library, Casework(letter="pack", calls=(Call(1, note),)))
    assert place.state.sheet.empty == place.made.words("writing.working")
    place.made.later.settle()
    place.presenter.filling.put("message_text", f"综合评分不足 {SECRET}")
    words = place.made.words
    assert place.state.sheet.empty == ""
    for told in ("message.overall_score.name", "hotline_words.role.bank_staff", "hotline.card_class.option.class_two"):
        assert words(told) in place.sheet
    assert MASK in place.sheet
    assert SECRET not in place.sheet


def test_that_the_pack_follows_the_answers(library: Library) -> None:
    place = failed(library, Casework(letter="pack"))
    place.made.later.settle()
    before = place.sheet
    place.made.put(draft_of("review", mode="after", tries=TRIES, card__account_class="class_three"))
    assert place.sheet == "", "the old numbers are not those of the new answers"
    place.made.later.settle()
    assert place.sheet not in ("", before)


def test_that_the_pack_is_saved_as_data_with_its_trace_and_masked(library: Library, tmp_path: Path) -> None:
    place = failed(library, Casework(letter="pack"))
    place.made.later.settle()
    place.presenter.filling.put("message_text", SECRET)
    file = tmp_path / "pack.json"
    place.presenter.save(str(file))
    data = json.loads(file.read_text("utf-8"))
    assert data["kind"] == "evidence_pack"
    assert data["attempts"][0]["text"] == MASK
    assert data["trace"]
    assert SECRET not in file.read_text("utf-8")


def test_that_only_the_pack_is_offered_as_data(library: Library) -> None:
    place = failed(library)
    assert not place.state.as_data
    place.presenter.choose("pack")
    assert place.state.as_data


def test_that_the_kind_of_lender_decides_which_rules_a_letter_names(library: Library) -> None:
    place = failed(library, Casework(letter="complaint"))
    texts = {}
    for kind in ("bank", "micro_loan", "unknown"):
        place.presenter.choose_lender(kind)
        texts[kind] = place.sheet
    assert len(set(texts.values())) == 3


def test_that_another_language_writes_the_letter_anew_with_the_same_words_typed(library: Library) -> None:
    place = failed(library)
    place.presenter.filling.put("lender_name", "某某银行")
    before = place.sheet
    place.made.desk.speaker.use("en")
    assert place.sheet != before
    assert "某某银行" in place.sheet
    assert place.made.words("letters.notes_heading") in place.sheet


def test_that_what_was_typed_outlives_the_page_and_changes_no_answer(library: Library) -> None:
    place = failed(library)
    before = place.made.draft
    place.presenter.filling.put("message_text", "原话")
    place.presenter.close()
    again = LettersPresenter(Screen(), place.made.desk)
    assert again.filling.now.texts == {"message_text": "原话"}
    assert place.made.draft == before
