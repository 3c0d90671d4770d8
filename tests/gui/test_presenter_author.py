"""What the author's desk decides, without any window: which entry, which state of it, what is read and when."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from core.loading.library import Library
from gui.pages.author.presenter import AuthorPresenter
from gui.pages.author.state import AuthorState
from gui.settings import Settings
from tests.core.authoring.writing import change
from tests.pages.desk import ROOT, FakeScreen, Office, office

SMALL = ("model", "zh_CN", "en", "cases")


class Watch:
    """Keeps what is to be followed."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.stopped = False

    def follow(self, paths: Iterable[str]) -> None:
        """Keep the paths."""
        self.paths = list(paths)

    def stop(self) -> None:
        """Keep that nothing is followed any more."""
        self.stopped = True


class Choices:
    """The folder that was written last."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def settings(self) -> Settings:
        """Return it."""
        return Settings(author=str(self._folder))

    def choose(self, setting: str, value: str) -> None:
        """Choose nothing."""

    def forget(self) -> None:
        """Forget nothing."""

    def where(self) -> str:
        """Return nowhere."""
        return ""


class Author:
    """Somebody at the desk, with a folder of their own."""

    def __init__(self, library: Library, folder: Path) -> None:
        self.folder, self.screen, self.watch = folder, FakeScreen[AuthorState](), Watch()
        self.office: Office = office(library)
        self.presenter = AuthorPresenter(self.screen, self.office.desk, Choices(folder), self.watch)

    @property
    def state(self) -> AuthorState:
        """Return the picture of the moment."""
        return self.screen.state

    @property
    def text(self) -> str:
        """Return what is said of the entry."""
        assert self.state.sheet is not None
        return "\n".join(part.markdown for part in self.state.sheet.parts)

    def read(self) -> None:
        """Do the reading, and put off the check."""
        job = self.office.later.jobs.pop(0)
        job.on_done(job.work(lambda: False))

    def saved(self) -> None:
        """Tell that something was saved, and do the reading."""
        self.office.later.jobs.clear()
        self.presenter.folder.reload()
        self.read()


@pytest.fixture
def author(library: Library, tmp_path: Path) -> Author:
    """Return an author whose folder has been read, and not checked yet."""
    for part in SMALL:
        shutil.copytree(ROOT / "content" / part, tmp_path / "own" / part)
    found = Author(library, tmp_path / "own")
    assert found.state.empty == found.office.words("authorpage.reading")
    found.read()
    return found


def test_that_the_first_cause_is_shown_and_every_kind_can_be_chosen(author: Author) -> None:
    assert author.state.sheet is not None
    assert author.state.sheet.title == "对方不是真的贷款机构"
    for kind, _ in author.state.listing.kinds:
        author.presenter.take_kind(kind)
        listing, sheet = author.state.listing, author.state.sheet
        assert (listing.kind, listing.chosen) == (kind, listing.entries[0][0])
        assert sheet is not None
        assert (sheet.question is not None) == (kind == "question")
        assert bool(author.state.readers) == (kind == "cause")


def test_that_names_and_ids_are_searched_and_the_entry_in_view_stays(author: Author) -> None:
    author.presenter.search("网络")
    assert ("network_unstable", "手机网络不稳定") in author.state.listing.entries
    author.presenter.search("NETWORK_UN")
    assert [entry for entry, _ in author.state.listing.entries] == ["network_unstable"]
    assert author.state.sheet is not None
    assert author.state.sheet.title == "对方不是真的贷款机构"
    author.presenter.take_language("en")
    assert author.state.listing.entries == (("network_unstable", "Unstable phone network"),)


def test_that_what_is_saved_shows_and_what_is_half_written_leaves_the_last_state(author: Author) -> None:
    page, words = author.folder / "zh_CN/explanations/fraudulent_lender.md", author.folder / "zh_CN/texts/causes_a.toml"
    change(page, "# see", "# see\n\n新写的一句。")
    author.saved()
    assert "新写的一句。" in author.text
    whole, before = words.read_text("utf-8"), author.text
    words.write_text(whole[: len(whole) // 2] + "\n[", encoding="utf-8")
    author.saved()
    assert author.text == before
    assert author.state.sheet is not None
    assert author.state.sheet.remarks == (
        author.office.words("authoring.stand_ins", files="zh_CN/texts/causes_a.toml"),
    )
    change(author.folder / "model/causes.toml", "[fraudulent_lender]", "[fraudulent_lende]")
    author.saved()
    assert author.text == before
    assert author.state.sheet.remarks == (author.office.words("authorpage.gone", name="fraudulent_lender"),)


def test_that_a_folder_without_content_says_so_until_there_is_some(author: Author, tmp_path: Path) -> None:
    author.office.later.jobs.clear()
    author.presenter.folder.open(str(tmp_path / "nowhere"))
    author.read()
    assert (author.state.sheet, author.state.empty) == (None, author.office.words("authorpage.nothing"))
    assert author.office.later.waiting == 0
    shutil.copytree(author.folder, tmp_path / "nowhere")
    author.saved()
    assert author.state.sheet is not None


def test_that_a_change_while_the_check_goes_on_drops_the_check(author: Author) -> None:
    (check,) = author.office.later.jobs
    author.presenter.folder.reload()
    assert check.cancelled
    assert author.state.findings.status == author.office.words("authorpage.checking")


def test_that_findings_are_told_nearest_first(author: Author) -> None:
    change(author.folder / "zh_CN/texts/causes_a.toml", 'summary = "', 'summary = "7 ')
    change(author.folder / "zh_CN/texts/glossary.toml", 'what = "', 'what = "7 ')
    author.saved()
    author.read()
    groups = author.state.findings.groups
    assert groups[0][0] == author.office.words("authorpage.here", count=len(groups[0][1]))
    assert "zh_CN/texts/causes_a.toml:" in groups[0][1][0]
    headings = [heading.partition("：")[0] for heading, _ in groups]
    near = [author.office.words(f"authorpage.{name}", count=1) for name in ("here", "elsewhere")]
    assert headings == [heading.partition("：")[0] for heading in near]


def test_that_looking_reads_again_only_what_has_changed(author: Author) -> None:
    author.read()
    author.presenter.folder.poll()
    author.read()
    assert author.office.later.waiting == 0
    change(author.folder / "zh_CN/texts/causes_a.toml", 'summary = "', 'summary = "更新：')
    author.presenter.folder.poll()
    author.read()
    author.read()
    assert "更新：" in author.text


def test_that_the_files_of_the_entry_in_view_are_followed(author: Author) -> None:
    assert str(author.folder / "zh_CN/explanations/fraudulent_lender.md") in author.watch.paths
    author.presenter.take_kind("case")
    assert not any(path.endswith("fraudulent_lender.md") for path in author.watch.paths)
    assert any("/cases/" in path and path.endswith(".toml") for path in author.watch.paths)
    assert str(author.folder / "en/texts") in author.watch.paths
    author.presenter.close()
    assert author.watch.stopped
