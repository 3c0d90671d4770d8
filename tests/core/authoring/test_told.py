"""How a difference reads: a line for everything, what is the same in every language first."""

from __future__ import annotations

import json
import math

from core.authoring.difference import difference_of
from core.authoring.effect import CaseEffect, Outcome
from core.authoring.studio import Studio
from core.authoring.told import data_of, effect_lines, lines_of
from core.loading.files import Snapshot
from tests.core.authoring.conftest import SHIPPED

OWN = Studio(SHIPPED, SHIPPED).own("en")

BEFORE = {
    "model/scales.toml": "[base_rate]\nrare = 0.01\n[half_life_days]\nlasting = inf\n",
    "model/causes.toml": '[a]\nbase_rate = "rare"\nbecause = "two words here"\n[b]\nn = 1\n[c]\nn = 1\n',
    "model/sources.toml": "[old]\nyear = 1\n",
    "en/texts/a.toml": 'gone = "x"\nsaid = "one two"\n',
    "en/explanations/a.md": "# why\nBecause.\n# do\nThis.\n",
    "zh_CN/letters/old.md": "# Old",
    "model/unread.toml": "[",
}
AFTER = {
    "model/scales.toml": "[base_rate]\nrare = 0.02\n[half_life_days]\nlasting = 3.0\n",
    "model/causes.toml": '[b]\nn = 2\nnew = "field"\n[a]\nbase_rate = "common"\nbecause = "three words here"\n[d]\n',
    "model/sources.toml": "[new]\nyear = 2026-01-01\n",
    "en/texts/a.toml": 'came = "y"\nsaid = "one three"\n',
    "en/explanations/a.md": "# why\nBecause.\n# see\nThere.\n",
    "zh_CN/letters/new.md": "# New",
    "model/unread.toml": "]",
}
READ = [
    "== Words to numbers",
    "~ base_rate · rare: 0.01 → 0.02",
    '~ half_life_days · lasting: "inf" → 3.0',
    "",
    "== Causes",
    "~ the order has changed",
    "~ a · base_rate: rare (0.01) → common",
    "~ a · because: [-two-]{+three+} words here",
    "~ b · n: 1 → 2",
    "+ b · new = field",
    "- c",
    "+ d",
    "",
    "== Sources",
    "+ new",
    "- old",
    "",
    "== zh_CN · Letters",
    "+ new",
    "- old",
    "",
    "== en · Texts",
    "+ came",
    "- gone",
    "~ said: one [-two-]{+three+}",
    "",
    "== en · Explanations",
    "- a · do",
    "+ a · see",
]


def lines(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """Return how the difference of two folders reads."""
    one, other = (Snapshot({name: text.encode() for name, text in files.items()}, ()) for files in (before, after))
    return list(lines_of(difference_of(one, other), OWN))


def test_that_every_change_is_a_line() -> None:
    told = lines(BEFORE, AFTER)
    assert told[0] == OWN("authoring.diff.counts")
    assert "  Causes: 1 added, 1 removed, 3 changed" in told
    assert "  Explanations, en: 0 added, 0 removed, 1 changed" in told
    assert any(line.startswith("Not compared: model/unread.toml:1: ") for line in told)
    at = told.index("== Words to numbers")
    assert told[at:] == READ


def test_that_a_long_value_is_cut_and_no_value_is_too_strange_for_json() -> None:
    first = Snapshot({"model/x.toml": b"[a]\nlist = [1]\nfar = inf\nday = 2026-01-01\n"}, ())
    second = Snapshot({"model/x.toml": b"[a]\nlist = [" + b"1000, " * 90 + b"]\nfar = nan\nday = 2026-01-02\n"}, ())
    found = difference_of(first, second)
    assert all(len(line) < 200 for line in lines_of(found, OWN))
    data = json.loads(json.dumps(data_of(found, None), allow_nan=False))
    assert {change["path"]: change["after"] for change in data["changes"]}["day"] == "2026-01-02"
    assert (data["same"], "effects" in data) == (False, False)


def test_that_only_cases_that_move_are_told() -> None:
    low, same = Outcome(0.8, "low", "a", "A"), Outcome(0.8 + 1e-9, "low", "a", "A")
    high = Outcome(0.2, "high", "b", "B")
    found = (CaseEffect("one", low, same), CaseEffect("two", low, high), CaseEffect("three", low, None))
    told = list(effect_lines(found, OWN))
    assert told[2] == "~ two: 80% that it arrives, risk Low, first “A” → 20% that it arrives, risk High, first “B”"
    assert told[3] == f"~ three: 80% that it arrives, risk Low, first “A” → {OWN('authoring.diff.unreadable_case')}"
    assert told[4:] == [OWN("authoring.diff.unmoved", count=1, of=3)]
    assert math.isclose(
        data_of(difference_of(Snapshot({}, ()), Snapshot({}, ())), found)["effects"][1]["after"]["arrives"], 0.2
    )
