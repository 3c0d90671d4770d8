"""content preview, new and diff at a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.authoring.writing import change
from tests.core.commands.running import Run


@pytest.fixture
def mine(run: Run, tmp_path: Path) -> Path:
    """Return a new folder of one's own."""
    assert run("content", "new", tmp_path / "mine", "--lang", "en")[0] == 0
    return tmp_path / "mine"


def test_that_a_preview_is_markdown_with_what_the_checker_found(run: Run, mine: Path) -> None:
    code, out, _ = run("content", "preview", "network_unstable", "--lang", "en")
    assert (code, out.splitlines()[0]) == (0, "# Unstable phone network")
    assert "The checker found nothing wrong." in out
    change(mine / "en/texts/causes_a.toml", "Unstable phone network", "Unstable phone network 5G")
    change(mine / "en/texts/causes_d.toml", 'hedge = "', 'hedge = "1 ')
    code, out, _ = run("content", "preview", "network_unstable", "--lang", "en", "--content", mine)
    assert (code, out.splitlines()[0]) == (0, "# Unstable phone network 5G")
    assert "- en/texts/causes_a.toml:13: " in out
    assert "elsewhere in the folder" in out


def test_that_a_preview_is_data_and_a_page_too(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("content", "preview", "card.account_class", "--json")
    data = json.loads(out)
    assert (code, data["kind"], data["language"], data["findings"]) == (0, "question", "zh_CN", [])
    assert any("`class_two`" in part["markdown"] for part in data["parts"])
    code, out, _ = run("content", "preview", "limit", "--html", tmp_path / "limit.html", "--lang", "en")
    page = (tmp_path / "limit.html").read_text("utf-8")
    assert code == 0
    assert str(tmp_path / "limit.html") in out
    assert page.count("<h1>Limit</h1>") == 1
    assert "<ul>\n<li>limit</li>" in page


def test_that_a_name_nobody_knows_or_two_know_is_one_clear_line(run: Run) -> None:
    code, _, err = run("content", "preview", "network_unstabel", "--lang", "en")
    assert (code, "network_unstable" in err, len(err.splitlines())) == (2, True, 1)
    code, _, err = run("content", "preview", "cooling_off", "--lang", "en")
    assert (code, "--kind cause" in err, len(err.splitlines())) == (2, True, 1)
    code, out, _ = run("content", "preview", "cooling_off", "--kind", "term", "--lang", "en", "--unknown")
    assert (code, "term" in out) == (0, False)
    code, _, err = run("content", "preview", "cooling_off", "--kind", "nonsense")
    assert (code, "question, cause" in err) == (2, True)
    code, _, err = run("content", "preview", "network_unstable", "--kind", "article", "--lang", "en")
    assert (code, "of another kind (cause)" in err, len(err.splitlines())) == (2, True, 1)


def test_that_a_difference_is_told_with_its_effect_and_by_the_exit_code(run: Run, mine: Path) -> None:
    assert run("content", "diff", mine, "--lang", "en") == (0, "Nothing differs.\n", "")
    change(mine / "model/evidence.toml", 'weight = "decisive"', 'weight = "strong"')
    change(mine / "model/scales.toml", "common = 0.18", "common = 0.3")
    change(mine / "en/texts/glossary.toml", "a lender is willing", "a lender may be willing")
    code, out, _ = run("content", "diff", mine, "--effect", "--lang", "en")
    assert code == 1
    assert "common: 0.18 → 0.3" in out
    assert "decisive (100) → strong (10)" in out
    assert "a lender [-is-]{+may be+} willing" in out
    assert out.index("common: 0.18") < out.index("glossary" if "glossary" in out else "term.limit.what")
    assert "of 13 cases stay as they are." in out
    code, out, _ = run("content", "diff", mine, mine.parent / "mine", "--json", "--effect")
    data = json.loads(out)
    assert (code, data["same"], len(data["effects"])) == (0, True, 13)
    assert not any(effect["moved"] for effect in data["effects"])


def test_that_an_effect_needs_models_without_mistakes_and_the_difference_does_not(run: Run, mine: Path) -> None:
    change(mine / "model/evidence.toml", 'weight = "decisive"', 'weight = "enormous"')
    code, out, _ = run("content", "diff", mine, "--effect", "--lang", "en")
    assert code == 1
    assert "decisive (100) → enormous" in out
    assert "both models are in order" in out


def test_that_a_folder_without_content_is_told(run: Run, tmp_path: Path) -> None:
    code, out, err = run("content", "diff", tmp_path, "--lang", "en")
    assert (code, out, str(tmp_path) in err) == (2, "", True)
    code, out, err = run("content", "new", tmp_path.parent, "--lang", "en")
    assert (code, "not empty" in err) == (2, True)
