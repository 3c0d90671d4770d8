"""Entries that are not finished: what is there is shown, what is not is said, and nothing stops."""

from __future__ import annotations

import datetime as dt

import pytest

from core.authoring.preview import Preview, UnknownEntryError, Way, preview
from core.authoring.studio import Studio
from core.loading.files import Snapshot, take_snapshot
from core.loading.sketch import sketch_of
from tests.core.authoring.conftest import SHIPPED

pytestmark = pytest.mark.dear

DAY = dt.date(2026, 11, 26)
WHOLE = take_snapshot(SHIPPED, shelf=True)
OWN = Studio(SHIPPED, SHIPPED).own("en")


def shown(kind: str, name: str, **changes: tuple[str, str] | None) -> Preview:
    """Return an entry of the shipped content in English; ``changes`` are old and new words of a file, None: gone."""
    files = dict(WHOLE.files)
    for key, change in changes.items():
        file = key.replace("__", "/").replace("_md", ".md").replace("_toml", ".toml")
        if change is None:
            del files[file]
            continue
        text = files[file].decode()
        assert change[0] in text
        files[file] = text.replace(*change, 1).encode()
    return preview(sketch_of(Snapshot(files, ()), {}), kind, name, Way("en", OWN, DAY))


def text_of(sheet: Preview) -> str:
    """Return everything that is said of an entry."""
    return "\n".join(f"{part.title}: {part.markdown}" for part in sheet.parts)


@pytest.mark.parametrize(
    ("kind", "name", "file", "anchor"),
    [
        ("article", "true_cost", "en__articles__true_cost_md", "# story"),
        ("letter", "complaint", "en__letters__complaint_md", "# "),
        ("cause", "age_outside_range", "en__explanations__age_outside_range_md", "# see"),
    ],
)
def test_that_a_page_that_fails_or_is_missing_says_so_and_the_rest_is_shown(
    kind: str, name: str, file: str, anchor: str
) -> None:
    whole = shown(kind, name)
    failed = shown(kind, name, **{file: (anchor, "{{ nobody_knows }}\n" + anchor)})
    assert "there is no name “nobody_knows”" in text_of(failed)
    missing = shown(kind, name, **{file: None})
    assert OWN("authoring.no_page") in text_of(missing)
    for sheet in (failed, missing):
        assert (sheet.title, sheet.parts[0], sheet.parts[-1]) == (whole.title, whole.parts[0], whole.parts[-1])


def test_that_a_case_with_a_mistake_in_its_answers_still_tells_its_story() -> None:
    sheet = shown("case", "one_digit", cases__one_digit_toml=("as_of = 2026", "as_of = 'soon' # 2026"))
    assert OWN("authoring.no_answers") in text_of(sheet)
    assert "⟨tried⟩" in text_of(sheet)
    assert [part.title for part in sheet.parts][1] == OWN("authoring.part.person")


def test_that_a_name_that_leads_nowhere_is_marked() -> None:
    rule = ('"device.days_since_phone_change" = { at_least = 15 }', '"device.no_such_fact" = { at_least = 15 }')
    sheet = shown("cause", "device_recently_changed", model__evidence_toml=rule)
    assert "⟨device.no_such_fact: 15.0⟩" in text_of(sheet)
    question = ('section = "card"', 'section = "purse"')
    name = next(name for name, entry in sketch_of(WHOLE, {}).content.questions.items() if entry.section == "card")
    assert "⟨purse⟩" in text_of(shown("question", name, model__questions_toml=question))
    heading = ("# myths", "# tales")
    page = text_of(shown("cause", "age_outside_range", en__explanations__age_outside_range_md=heading))
    assert "⟨# myths⟩" in page
    lasting = ('persistence = "', 'persistence = "nearly_')
    first = next(iter(sketch_of(WHOLE, {}).content.causes))
    assert "⟨nearly_" in text_of(shown("cause", first, model__causes_toml=lasting))
    source = ('sources = ["', 'sources = ["rumour", "')
    assert "⟨rumour⟩" in text_of(shown("cause", first, model__causes_toml=source))


def test_that_an_entry_with_a_mistake_of_schema_is_not_known_and_its_neighbours_are() -> None:
    wrong = {"model__causes_toml": ('base_rate = "', 'base_rat = "')}
    first, second, *_ = sketch_of(WHOLE, {}).content.causes
    with pytest.raises(UnknownEntryError):
        shown("cause", first, **wrong)
    assert shown("cause", second, **wrong).parts
