"""How leading a workshop looks: what can be chosen, how long it takes, what can be given out. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from core.classroom.duration import OPENING, bounded, case_minutes, quiz_minutes
from core.classroom.plan import PLAN_FILE
from core.library.cases import Cases
from core.library.walk import Walk
from gui.desk import Desk
from gui.pages.workshop.kept import Lead
from gui.pages.workshop.state import KeyState, LeadState
from gui.questions.state import RowState

PLAN_FORMS, PAPER_FORMS = "TOML (*.toml)", "PDF (*.pdf);;HTML (*.html);;TXT (*.txt)"
SHOWN_PROBLEMS = 5


def lead_state(now: Lead, desk: Desk) -> LeadState:
    """Return the picture."""
    words = desk.speaker.words
    return LeadState(
        code_label=words("workshop.lead.code"),
        code=words("workshop.lead.code_says", code=now.code),
        code_hint=words("workshop.lead.code_hint"),
        quiz_label=words("workshop.lead.quiz"),
        quizzes=quiz_rows(now.quiz, desk),
        cases_label=words("workshop.lead.cases"),
        cases=tuple(_case_rows(now, desk)),
        minutes=words("workshop.lead.minutes", minutes=_minutes(minutes_of(now, desk), desk)),
        minutes_hint=words("workshop.lead.minutes_hint", opening=_minutes(OPENING, desk)),
        wrong=tuple(_wrong(now, desk)),
        keys=_keys(now, desk),
        wall_hint=words("workshop.lead.wall_hint"),
        paper_label=words("workshop.lead.paper"),
        paper_hint=words("workshop.lead.paper_hint"),
        plan_label=words("workshop.lead.plan"),
        plan_hint=words("workshop.lead.plan_hint"),
    )


def quiz_rows(chosen: str, desk: Desk) -> tuple[RowState, ...]:
    """Return the sets of the quiz with how many are asked each time."""
    words = desk.speaker.words
    return tuple(
        RowState(
            name,
            words(f"quiz_set.{name}"),
            words("workshop.quiz_hint", before=len(pairs.before), minutes=_minutes(quiz_minutes(pairs), desk)),
            name == chosen,
        )
        for name, pairs in desk.engine.content.quiz.set.items()
    )


def minutes_of(now: Lead, desk: Desk) -> int:
    """Return how long everything that is chosen is likely to take."""
    sets = desk.engine.content.quiz.set
    asked = quiz_minutes(sets[now.quiz]) if now.quiz in sets else 0
    return bounded(OPENING + asked + sum(_minutes_of(case, cases_of(desk), desk) for case in now.cases))


def cases_of(desk: Desk) -> Cases:
    """Return the cases in the language of the moment."""
    return Cases(desk.speaker.language, desk.shelf.cases)


def _case_rows(now: Lead, desk: Desk) -> Iterator[RowState]:
    words, cases = desk.speaker.words, cases_of(desk)
    for name, study in desk.engine.content.library.case.items():
        minutes = _minutes(_minutes_of(name, cases, desk), desk)
        gate = words(f"gate.{desk.engine.content.causes[study.cause].gate}.name")
        hint = words("workshop.lead.case_hint", gate=gate, minutes=minutes)
        yield RowState(name, words(f"case.{name}.title"), hint, name in now.cases)


def _minutes(count: int, desk: Desk) -> str:
    return desk.speaker.wording.count(count, "minutes")


def _minutes_of(case: str, cases: Cases, desk: Desk) -> int:
    return case_minutes(Walk(cases.answers(case)), len(desk.engine.content.library.case[case].questions))


def _wrong(now: Lead, desk: Desk) -> Iterator[str]:
    """Yield what is wrong with the plan that was opened; what stands on the page is the one before."""
    words = desk.speaker.words
    if now.wrong:
        yield words("workshop.lead.wrong", file=now.wrong[0].file)
    for problem in now.wrong[:SHOWN_PROBLEMS]:
        what = words(f"problem.{problem.code}", **dict(problem.facts))
        yield words("workshop.lead.wrong_line", line=problem.line, what=what) if problem.line else what


def _keys(now: Lead, desk: Desk) -> dict[str, KeyState]:
    words, can = desk.speaker.words, bool(now.cases)
    return {
        "wall": KeyState(words("workshop.lead.wall"), can),
        "renew": KeyState(words("workshop.lead.renew")),
        "sheets": KeyState(words("workshop.lead.sheets"), True, words("workshop.lead.sheets_file"), PAPER_FORMS),
        "answers": KeyState(words("workshop.lead.answers"), True, words("workshop.lead.answers_file"), PAPER_FORMS),
        "save": KeyState(words("workshop.lead.save"), bool(now.quiz), PLAN_FILE, PLAN_FORMS),
        "open": KeyState(words("workshop.lead.open"), True, "", PLAN_FORMS),
    }
