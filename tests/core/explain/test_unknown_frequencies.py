"""Where nobody outside knows how often a cause stops a request, its page and its short words say so.

The strength word `sometimes` stands for causes that are known to exist and of which no figure was found anywhere
(domain notes on causes and on the evidence for numbers): a reader must not take the word for a count.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.explain.language import Language
from core.schema.content import Content

CONTENT = Path(__file__).parents[3] / "content"
UNKNOWN = {
    "zh_CN": r"没有人公[布开]|没有公开|外面没有人知道|外面的人(不知道|无法知道)|没有(这样的|可靠的)?数字|外面没有人能",
    "en": (
        r"[Nn]obody (publishes|has published)|is not published|[Nn]obody outside|not known outside"
        r"|no (such )?figures?|no reliable number"
    ),
}
CLAIMS = {
    "zh_CN": r"(很多|多数|大多数?)[^，。；]{0,12}(人|手机|机构)[^，。；]{0,8}(照样|借到|没事|没有问题)",
    "en": r"([Mm]any|[Mm]ost) (people|lenders|second-hand)[^.;]{0,60}(borrow|are fine|all the same|nothing happens)",
}
CODES = ("zh_CN", "en")


def sometimes(content: Content) -> list[str]:
    return [name for name, cause in content.causes.items() if cause.strength == "sometimes"]


@pytest.mark.parametrize("code", CODES)
def test_a_cause_that_stops_requests_sometimes_says_that_nobody_counted_it(content: Content, code: str) -> None:
    causes = sometimes(content)
    assert len(causes) >= 10
    pages = {name: (CONTENT / code / "explanations" / f"{name}.md").read_text("utf-8") for name in causes}
    assert [name for name, page in pages.items() if not re.search(UNKNOWN[code], page.partition("# sure")[2])] == []


@pytest.mark.parametrize("code", CODES)
def test_no_hedge_claims_how_many_people_borrow_all_the_same(
    content: Content, languages: dict[str, Language], code: str
) -> None:
    hedges = {name: languages[code].words(f"cause.{name}.hedge") for name in content.causes}
    assert [name for name, words in hedges.items() if re.search(CLAIMS[code], words)] == []
