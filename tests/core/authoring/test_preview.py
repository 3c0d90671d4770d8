"""Every entry can be looked at, in both languages, whole or while the folder has mistakes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from core.authoring.findings import files_of, findings_for
from core.authoring.preview import (
    KINDS,
    AmbiguousEntryError,
    Preview,
    UnknownEntryError,
    Way,
    kind_of,
    preview,
)
from core.authoring.studio import Studio
from core.commands.workplace import CHECKS
from core.errors import ContentError
from core.loading.sketch import Sketch
from tests.core.authoring.conftest import SHIPPED
from tests.core.authoring.writing import change

DAY = dt.date(2026, 11, 26)
LEFTOVER = re.compile(r"⟨[^⟩]*⟩|\{[a-z_.]+\}|\{\{|\{%")


def shown(studio: Studio, kind: str, name: str, language: str = "en", *, known: bool = True) -> Preview:
    """Return an entry of a folder as it is now."""
    return preview(studio.read(), kind, name, Way(language, studio.own(language), DAY, known))


def text_of(sheet: Preview) -> str:
    """Return everything a preview says."""
    return "\n".join([sheet.title, *sheet.chips, *(f"{part.title}\n{part.markdown}" for part in sheet.parts)])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_that_every_entry_of_every_kind_is_shown_without_a_gap(shipped: Sketch, kind: str, language: str) -> None:
    own = Studio(SHIPPED, SHIPPED).own(language)
    names = list(KINDS[kind].ids(shipped.content))
    assert names
    for name in names:
        for known in (True, False):
            sheet = preview(shipped, kind, name, Way(language, own, DAY, known))
            assert sheet.title
            assert sheet.parts
            assert all(part.markdown for part in sheet.parts), name
            assert LEFTOVER.findall(text_of(sheet)) == [], name


def test_that_both_languages_show_the_same_parts_of_everything(shipped: Sketch) -> None:
    owns = {code: Studio(SHIPPED, SHIPPED).own(code) for code in ("zh_CN", "en")}
    for kind, entry in KINDS.items():
        for name in entry.ids(shipped.content):
            sheets = [preview(shipped, kind, name, Way(code, own, DAY)) for code, own in owns.items()]
            roles = [[part.role for part in sheet.parts] for sheet in sheets]
            assert roles[0] == roles[1], name


def test_that_a_cause_is_filled_in_with_a_reader_in_whom_it_is_likely(studio: Studio) -> None:
    known = text_of(shown(studio, "cause", "account_class_ceiling"))
    unknown = text_of(shown(studio, "cause", "account_class_ceiling", known=False))
    label = "Class II account"
    assert f"Class of the receiving account: {label}" in known
    assert "Filled in as for somebody with" in known
    assert "Filled in as for somebody with" not in unknown
    assert "very_rare, 0.2%" in known


def test_that_what_is_missing_is_marked_and_stops_nothing(own: Path, studio: Studio) -> None:
    change(
        own / "en/texts/causes_a.toml", 'summary = "The request did not reach', 'sumary = "The request did not reach'
    )
    change(own / "model/causes.toml", 'base_rate = "', 'base_rate = "often_enough_')
    first = next(iter(studio.read().content.causes))
    sheet = text_of(shown(studio, "cause", "network_unstable"))
    assert "⟨cause.network_unstable.summary⟩" in sheet
    assert "⟨often_enough_" in text_of(shown(studio, "cause", first))
    (own / "en/explanations/network_unstable.md").write_text("# why\n\n{% if %}\n", encoding="utf-8")
    assert "The page cannot be shown. Line 3" in text_of(shown(studio, "cause", "network_unstable"))
    (own / "en/explanations/network_unstable.md").unlink()
    assert "There is no page of this name yet." in text_of(shown(studio, "cause", "network_unstable"))


@pytest.mark.parametrize(
    ("file", "kind", "name", "before"),
    [
        ("en/texts/causes_a.toml", "cause", "network_unstable", "Unstable phone network"),
        ("model/causes.toml", "cause", "network_unstable", "Unstable phone network"),
        ("model/scales.toml", "action", "read_loan_list", "First see whether"),
        ("en/texts/glossary.toml", "term", "limit", "Limit"),
    ],
)
def test_that_a_file_that_is_half_written_is_stood_in_for_by_its_last_state(
    own: Path, studio: Studio, file: str, kind: str, name: str, before: str
) -> None:
    whole = (own / file).read_bytes()
    mended = whole.replace(b'what = "', b'what = "Newer: ').replace(b'summary = "', b'summary = "Newer: ')
    (own / file).write_bytes(mended)
    good = shown(studio, kind, name)
    for cut in (len(mended) // 2, 1):
        (own / file).write_bytes(mended[:cut] + b'\n[half "')
        sheet = shown(studio, kind, name)
        assert (sheet.title, sheet.parts, sheet.stand_ins) == (good.title, good.parts, (file,))
        assert sheet.title.startswith(before)
    (own / file).write_bytes(mended)
    assert shown(studio, kind, name).stand_ins == ()


def test_that_a_folder_that_is_none_is_shown_by_its_spare_and_told(tmp_path: Path) -> None:
    sketch = Studio(tmp_path / "nothing", SHIPPED).read()
    assert "model/causes.toml" in sketch.stand_ins
    with pytest.raises(ContentError):
        Studio(tmp_path / "nothing", tmp_path / "nor_this").read()


def test_that_an_unknown_name_is_answered_with_the_nearest_and_a_name_of_two_asks_which(shipped: Sketch) -> None:
    with pytest.raises(UnknownEntryError) as unknown:
        kind_of(shipped.content, "network_unstabel")
    assert str(unknown.value.facts["near"]).startswith("network_unstable")
    with pytest.raises(AmbiguousEntryError) as two:
        kind_of(shipped.content, "cooling_off")
    assert two.value.facts["kinds"] == "cause, message, term"
    assert kind_of(shipped.content, "cooling_off", "message") == "message"
    assert kind_of(shipped.content, "read_loan_list") == "action"


def test_that_the_mistakes_of_the_entry_come_before_those_of_its_files_and_all_others(
    own: Path, studio: Studio
) -> None:
    change(own / "en/explanations/network_unstable.md", "# see", "# see\n\n{{ figures.no_such_figure }}")
    change(own / "en/texts/causes_a.toml", "Unstable phone network", "Unstable phone network in 7 days")
    change(own / "en/texts/causes_a.toml", "App too old or login expired", "App 2 years old")
    change(own / "zh_CN/texts/glossary.toml", 'what = "', 'what = "9 ')
    sketch = studio.read()
    found = findings_for(studio.problems(DAY, CHECKS), "cause", "network_unstable", sketch)
    told = [(finding.near, finding.problem.file) for finding in found if finding.problem.code != "template_failed"]
    assert told[:3] == [
        ("here", "en/explanations/network_unstable.md"),
        ("here", "en/texts/causes_a.toml"),
        ("file", "en/texts/causes_a.toml"),
    ]
    assert ("elsewhere", "zh_CN/texts/glossary.toml") in told
    assert "zh_CN/explanations/network_unstable.md" in files_of("cause", "network_unstable", sketch)


def test_that_no_further_check_begins_once_nobody_waits(studio: Studio) -> None:
    asked = list[str]()

    def check(_library: object) -> list[object]:
        asked.append("")
        return []

    studio.read()
    assert studio.problems(DAY, [check, check], lambda: bool(asked)) == ()  # type: ignore[list-item] # finds nothing
    assert len(asked) == 1
