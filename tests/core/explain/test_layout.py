"""Every case in every form and language: whole, closed in itself, and the same in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from core.explain.language import Language
from core.explain.layout import Form, Layouts
from core.explain.pages import Page
from core.explain.report import Report, report_of
from core.schema.assessment import Assessment
from tests.core.explain.reading import Tags

Languages = Mapping[str, Language]
Told = Mapping[str, Assessment]
CASES = sorted(path.stem for path in (Path(__file__).parents[2] / "cases").glob("*.toml"))
FORMS: tuple[Form, ...] = ("txt", "md", "html")
CODES = ("zh_CN", "en")
# Signs of Python, braces, escapes; a sentence may begin with "None".
LEFTOVERS = re.compile(r"\{\{|\}\}|\{%|%\}|\{[a-z_.]+\}|(?<![.?!] )(?<!^)\bNone\b|\binf\b|\bnan\b|&(?:lt|gt|amp|#\d+);")
SECTION: Mapping[Form, str] = {"txt": "\n== {}\n", "md": "\n## {}\n", "html": "<h2>{}</h2>"}
STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
ODD = '<script>alert("1")</script> & <b>'


def laid_out(assessment: Assessment, language: Language, layouts: Layouts, form: Form) -> str:
    report = report_of(assessment, language, pages=form != "txt")
    return layouts.lay_out(report, language, form, after=assessment.mode == "after")


@pytest.mark.parametrize("case", CASES)
def test_a_report_is_whole_in_every_form(case: str, told: Told, languages: Languages, layouts: Layouts) -> None:
    for code in CODES:
        for form in FORMS:
            text = laid_out(told[case], languages[code], layouts, form)
            seen = Tags(STYLE.sub("", text)).text if form == "html" else text
            assert not LEFTOVERS.search(seen), (code, form, LEFTOVERS.search(seen))
            assert told[case].version in seen
            assert "\n\n\n\n" not in text or form != "txt", (code, form)


@pytest.mark.parametrize("case", CASES)
def test_a_page_of_html_is_balanced_runs_nothing_and_fetches_nothing(
    case: str, told: Told, languages: Languages, layouts: Layouts
) -> None:
    for code in CODES:
        page = laid_out(told[case], languages[code], layouts, "html")
        tags = Tags(page)
        assert not {"script", "iframe", "object", "embed", "link", "img", "form", "base"} & set(tags.seen)
        assert tags.handlers == []
        assert tags.addresses == []
        assert "url(" not in page
        assert "@import" not in page
        assert "default-src 'none'" in page
        assert f'<html lang="{code.replace("_", "-")}">' in page


@pytest.mark.parametrize("case", CASES)
def test_both_languages_have_as_many_parts(case: str, told: Told, languages: Languages, layouts: Layouts) -> None:
    html, md = ([laid_out(told[case], languages[code], layouts, form) for code in CODES] for form in ("html", "md"))
    chinese, english = (Tags(page).seen for page in html)
    for tag in ("section", "article", "h2", "ol", "details", "dl"):
        assert chinese.count(tag) == english.count(tag), tag
    assert _headings(md[0]) == _headings(md[1])


def _headings(text: str) -> list[int]:
    return [len(match[0]) for match in re.finditer(r"^#+(?= )", text, re.MULTILINE)]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", FORMS)
def test_what_looks_like_fraud_comes_first_and_hides_the_plan(
    told: Told, languages: Languages, layouts: Layouts, code: str, form: Form
) -> None:
    words = languages[code].words
    for assessment in told.values():
        text = laid_out(assessment, languages[code], layouts, form)
        stops = assessment.safety.level == "stop"
        assert (words("safety.stop_title") in text) == stops
        assert (SECTION[form].format(words("ui.plan_heading")) in text) != stops
        if assessment.safety.level != "none":
            place = text.index(words("safety.stop_title" if stops else "safety.caution_title"))
            assert place < text.index(words("ui.road_heading"))
            assert place < text.index(words("ui.humble"))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("form", FORMS)
def test_every_sentence_of_the_report_stands_in_the_page(
    told: Told, languages: Languages, layouts: Layouts, code: str, form: Form
) -> None:
    for assessment in told.values():
        report = report_of(assessment, languages[code])
        text = layouts.lay_out(report, languages[code], form, after=assessment.mode == "after")
        seen = Tags(text).text if form == "html" else text
        missing = [sentence for sentence in _sentences(report) if sentence not in seen]
        assert missing == []


def _sentences(report: Report) -> list[str]:
    """Return what no form may leave out: alarm, result, causes with both sides, plan, what to avoid."""
    causes = [part for c in report.causes for part in (c.name, c.summary, *c.chance, *c.speaks_for, *c.speaks_against)]
    causes += [part for c in report.causes for part in (*c.unknown, c.fix, c.time, c.grade, c.owner, c.hedge)]
    shown = report.plan if report.safety.level != "stop" else None
    steps = [part for s in (shown.steps if shown else ()) for part in (s.line, s.how, s.where_line, s.proves_not)]
    steps += [step.avoid_line for step in (shown.steps if shown else ())]
    plan = [*shown.lead, *shown.small, *shown.others] if shown else []
    alarm = [report.safety.title, report.safety.body, *report.safety.steps] if report.safety.level != "none" else []
    lines = [part for line in (*report.safety.flags, *report.road, *report.avoid) for part in (line.name, line.value)]
    return [*alarm, *report.headline, report.safety.never_charge, *causes, *plan, *steps, *lines, *report.unseen]


@pytest.mark.parametrize("code", CODES)
def test_signs_of_html_in_a_text_are_shown_not_run(
    told: Told, languages: Languages, layouts: Layouts, code: str
) -> None:
    report = replace(
        report_of(told["class_two_large_sum"], languages[code]),
        title=ODD,
        headline=(ODD,),
        pages=((ODD, Page("order_pending", {"why": f"{ODD}\n\n[link](javascript:alert(1))"})),),
    )
    page = layouts.lay_out(report, languages[code], "html", after=True)
    tags = Tags(page)
    assert "script" not in tags.seen
    assert tags.addresses == []
    assert tags.text.count(ODD) == 5
    for form in ("txt", "md"):
        assert ODD in layouts.lay_out(report, languages[code], form, after=True)


@pytest.mark.parametrize("code", CODES)
def test_a_heading_asks_what_stopped_it_only_after_a_failure(
    told: Told, languages: Languages, layouts: Layouts, code: str
) -> None:
    words = languages[code].words
    for assessment in list(told.values())[:10]:
        text = laid_out(assessment, languages[code], layouts, "txt")
        assert (words("ui.causes_heading") in text) == (assessment.mode == "after")
        assert (words("ui.causes_heading_before") in text) == (assessment.mode == "before")


def test_a_chinese_report_keeps_no_space_between_sentences(told: Told, languages: Languages, layouts: Layouts) -> None:
    for name, assessment in told.items():
        text = laid_out(assessment, languages["zh_CN"], layouts, "txt")
        assert not re.search(r"[。；，][ \t]+\S|。。|，。|？。|：。", text), name


def test_an_english_report_keeps_one_space_between_sentences(
    told: Told, languages: Languages, layouts: Layouts
) -> None:
    for name, assessment in told.items():
        text = laid_out(assessment, languages["en"], layouts, "txt")
        found = re.search(r"(?<!\.)\.\.(?!\.)|\?\.|[a-z]\.[A-Z]|[.,;] {2,}\S|[。，；：（）]", text)
        assert not found, (name, found)
