"""A small content folder without a mistake, and a way to plant one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, get_args

from core.errors import ContentError, Problem
from core.loading.library import load_library
from core.schema.content import Confidence, Family, Grade, Owner, ReasonGroup
from core.schema.library import ARTICLE_SECTIONS, Outcome
from core.schema.rights import Concern

TODAY = dt.date(2026, 11, 24)
MODEL = Path(__file__).parent / "small"

_CAUSE_FIELDS = ("name", "summary", "tell_tale", "fix", "usual_time", "for_line", "hedge")
_CASE = """as_of = 2026-11-24
mode = "after"

[answers]
"order.listed" = "order_in_progress"

[[attempts]]
when = 2026-11-24T10:00:00
message = "order_exists"
"""
_TABLES: Mapping[str, tuple[str, ...]] = {
    "gate.eligibility": ("name", "what"),
    "gate.credit": ("name", "what"),
    "cause.order_pending": _CAUSE_FIELDS,
    "cause.score_dropped": _CAUSE_FIELDS,
    "section.situation": ("name", "intro"),
    "section.card": ("name", "intro"),
    "question.request.lender": ("prompt", "why", "how", "option.jiebei", "option.other"),
    "question.order.listed": ("prompt", "why", "how", "option.nothing_open", "option.order_in_progress"),
    "question.history.refused_on": ("prompt", "why", "how"),
    "question.device.environment": ("prompt", "why", "how", "option.vpn_or_proxy", "option.altered_system"),
    "question.score.history": ("prompt", "why", "how"),
    "question.request.planned": ("prompt", "why", "how"),
    "question.card.account_class": ("prompt", "why", "how", "option.class_one", "option.class_two"),
    "question.card.received_today": ("prompt", "why", "how"),
    "fact.score.change_90d": ("name",),
    "fact.history.days_since_refusal": ("name",),
    "fact.timing.hour_band": ("name",),
    "action.read_loan_list": ("name", "how", "where", "proves_not", "avoid"),
    "message.order_exists": ("name", "says", "advice"),
    "flag.altered_phone": ("name", "why"),
    "lender.jiebei": ("name", "note"),
    "lender.other": ("name", "note"),
    "offer.by_month": ("name",),
    "channel.regulator": ("name", "for"),
    "right.free_report": ("name", "says", "use", "limits"),
    "right.repair": ("name", "says", "use", "limits", "over"),
    "asking.ask": ("name", "ask", "not_expect"),
    "hotline.stopped": ("prompt", "reason", "option.refused", "option.open", "option.not_told"),
    "hotline.again": ("prompt", "reason"),
    "hotline.number": ("prompt", "reason"),
    "letter.question": ("name", "when", "notes"),
    "letter_field.lender_name": ("name", "help"),
    "letter_field.words": ("name", "help"),
    **{f"concern.{name}": ("name",) for name in get_args(Concern)},
    "holiday.new_year": ("name",),
    "holiday.national_day": ("name",),
    "festival.double_eleven": ("name",),
    "unit.yuan": ("one", "other"),
    "unit.points": ("one", "other"),
    "unit": ("date", "clock"),
    **{f"owner.{name}": ("name", "says") for name in get_args(Owner)},
    **{f"family.{name}": ("name", "says", "clock") for name in get_args(Family)},
    **{f"grade.{name}": ("name", "says") for name in get_args(Grade)},
    **{f"band.{name}": ("name", "says") for name in ("low", "moderate", "elevated", "high")},
    **{f"reason_group.{name}": ("name", "says") for name in get_args(ReasonGroup)},
    **{f"confidence.{name}": ("name",) for name in get_args(Confidence)},
    **{f"action_kind.{name}": ("name",) for name in ("test", "fix", "wait", "ask")},
    "lesson.borrowing": ("name",),
    "article.two_decisions": ("title", "summary", "question.again"),
    "term.limit": ("name", "what", "forms"),
    "case.tapped_twice": ("title", "person", "happened", "ended", "question.first"),
    "quiz.drawn_again": (
        "ask",
        "told",
        *(f"option.{one}.{of}" for one in ("yes", "no") for of in ("text", "feedback")),
    ),
    "quiz.which_count": ("ask", "told", *(f"option.{one}.{of}" for one in "abc" for of in ("text", "feedback"))),
    "quiz.a_year": ("ask", "told", "miss.months_only.feedback"),
    "misconception": ("limit_is_promise",),
    "quiz_set": ("class",),
    **{f"outcome.{name}": ("name",) for name in get_args(Outcome)},
    "source_kind": ("law", "regulator", "press", "platform", "code", "paper", "blog", "expert_judgement"),
}


def small_files() -> dict[str, str]:
    """Return relative name -> text of every file."""
    files = {f"model/{file.name}": file.read_text(encoding="utf-8") for file in sorted(MODEL.iterdir())}
    for language in ("zh_CN", "en"):
        files[f"{language}/texts/all.toml"] = _texts()
        files[f"{language}/texts/ui.toml"] = (
            '[ui]\ngreeting = "Up to {figure.class2_daily_in}, call {channel.regulator}."\n'
        )
        for cause in ("order_pending", "score_dropped"):
            files[f"{language}/explanations/{cause}.md"] = _page()
        files[f"{language}/letters/question.md"] = _letter()
        files[f"{language}/articles/two_decisions.md"] = _article()
    files["cases/tapped_twice.toml"] = _CASE
    return files


def write_small(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """Write the small folder, or ``files``, below ``folder`` and return it."""
    for name, text in (small_files() if files is None else files).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


class Told(NamedTuple):
    """What a test compares of a problem."""

    file: str
    line: int
    code: str


def problems_of(folder: Path, today: dt.date | None = TODAY) -> list[Problem]:
    """Return the problems of a folder on a day."""
    try:
        load_library(folder, today)
    except ContentError as error:
        return list(error.problems)
    return []


def told_of(problems: Iterable[Problem]) -> list[Told]:
    """Return what tests compare of problems."""
    return [Told(problem.file, problem.line, problem.code) for problem in problems]


def _article() -> str:
    parts = [f"# {section}\n\nwords\n" for section in ARTICLE_SECTIONS]
    return "\n".join(parts).replace("words", "## A part\n\nSince {{ figures.rules_from }}.", 1)


def _texts() -> str:
    tables = []
    for table, fields in _TABLES.items():
        kind = ".name" if table == "source_kind" else ""
        # The comment says which table it is, so that a test can name the line.
        tables.append("\n".join([f"[{table}]", *(f'{field}{kind} = "words" # {table}' for field in fields)]))
    return "\n\n".join(tables) + "\n"


def _page() -> str:
    pages = [f"# {section}\n\n1. words\n" for section in ("why", "see", "do", "avoid", "myths", "rights")]
    return "\n".join(
        [*pages, "# sure\n\n{{ figures.rules_from }} {% if facts['order.listed'] is known %}x{% endif %}\n"]
    )


def _letter() -> str:
    return (
        "# words\n\n{{ figures.rules_from }}, {{ fields['words'] }}\n\n"
        "{% if facts['order.listed'] is known %}- words\n{% endif %}\n{{ blanks.name }}\n"
    )
