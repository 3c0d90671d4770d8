"""Two checks side by side, and whether anything has changed since the last failed try. No Qt."""

from __future__ import annotations

from core.explain.answers import answer_text
from core.journal.compare import AnswerChange, Comparison, compare
from core.journal.convert import opened
from core.journal.records import AssessmentRecord, AttemptRecord, Plain
from core.loading.answer_values import to_moment
from core.schema.answers import Answer, Answers
from gui.desk import Desk
from gui.engine import PLANNED
from gui.keeping import record_now
from gui.pages.journal.state import Act, Block, Line
from gui.pages.journal.words import band_words, cause_words
from gui.speaker import Speaker

TWO = 2
NOBODY = "0" * 32
"""The uid of a record that is only compared and never kept."""


def compare_block(pair: tuple[AssessmentRecord, ...], desk: Desk) -> Block:
    """Return two checks side by side, the older one on the left; one alone asks for another."""
    words, speaker = desk.speaker.words, desk.speaker
    title, acts = words("journalpage.compare.title"), (Act("unmark_all", words("journalpage.compare.end")),)
    if len(pair) != TWO:
        return Block("compare", title, (Line(words("journalpage.compare.one")),), acts=acts)
    before, after = pair
    found = compare(before, after)
    head = ("", speaker.wording.date(before.day), speaker.wording.date(after.day))
    table = (head, *_estimate(found, speaker), *_answers(found, pair, desk), *_causes(found, speaker))
    lines = []
    if found.nothing:
        lines.append(Line(words("journalpage.compare.nothing"), "strong"))
    if not found.same_numbers:
        lines.append(Line(words("journalpage.compare.other_numbers"), "muted"))
    return Block("compare", title, tuple(lines), (), table, acts)


def _estimate(found: Comparison, speaker: Speaker) -> list[tuple[str, ...]]:
    words = speaker.words
    told = [
        band_words(result, speaker) if result else words("journal.no_result") for result in (found.before, found.after)
    ]
    return [(words("journalpage.compare.estimate"), *told)]


def _answers(found: Comparison, pair: tuple[AssessmentRecord, ...], desk: Desk) -> list[tuple[str, ...]]:
    sides = [opened(record, desk.engine.content).answers for record in pair]
    changed = {change.question for change in found.answers}
    again = [name for name in found.evidence if name not in changed]
    before, after = pair
    changes = (
        *found.answers,
        *(AnswerChange(name, before.answers.get(name), after.answers.get(name)) for name in again),
    )
    rows = []
    for change in changes:
        told = [
            _answer(change.question, side, raw, desk)
            for side, raw in zip(sides, (change.before, change.after), strict=True)
        ]
        known = change.question in desk.engine.content.questions
        rows.append((desk.speaker.wording.fact_name(change.question) if known else change.question, *told))
    return rows


def _answer(question: str, side: Answers, raw: Plain | None, desk: Desk) -> str:
    value = side.values.get(question)
    if raw is None:
        return desk.speaker.words("review.unanswered")
    if value is None:
        return desk.speaker.words("journalpage.compare.gone")
    return answer_told(question, value, side, desk.speaker)


def answer_told(question: str, value: Answer, answers: Answers, speaker: Speaker) -> str:
    """Return an answer in words, and below it when it was measured, where it was."""
    told, by = answer_text(question, value, speaker.language), answers.measured.get(question)
    if by is None:
        return told
    return f"{told}\n{speaker.words('journalpage.read.measured', when=speaker.wording.date(by.when))}"


def _causes(found: Comparison, speaker: Speaker) -> list[tuple[str, ...]]:
    percent, less = speaker.wording.percent, speaker.words("journalpage.compare.not_among")
    rows: list[tuple[str, ...]] = [
        (
            cause_words(change.cause, speaker),
            less if change.before is None else percent(change.before),
            less if change.after is None else percent(change.after),
        )
        for change in found.causes
    ]
    return [(speaker.words("journalpage.compare.causes"), "", ""), *rows] if rows else []


def gate_block(last: AttemptRecord | None, desk: Desk) -> Block | None:
    """Return what has changed since the last failed try; None without a failed try, or a check of one's own."""
    draft, words = desk.session.draft, desk.speaker.words
    if last is None or not draft.begun or draft.example:
        return None
    date = desk.speaker.wording.date(to_moment(last.when))
    changed = changed_since(last, desk)
    act, title = Act("result", words("journalpage.gate.result")), words("journalpage.gate.title")
    if changed:
        listed = words("ui.list_separator").join(changed)
        told = Line(words("journalpage.gate.changed", date=date, names=listed))
        return Block("gate", title, (told,), acts=(act,))
    same = Line(words("journalpage.gate.nothing", date=date))
    return Block("gate", title, (same, Line(words("journalpage.gate.time"), "muted")), acts=(act,), role="card-accent")


def changed_since(last: AttemptRecord, desk: Desk) -> list[str]:
    """Return the names of what was answered, done or objected to differently since a try; another day is no change."""
    speaker, content = desk.speaker, desk.engine.content
    now = record_now(desk.session.draft, content, desk.now(), NOBODY)
    then = now.model_copy(
        update={"answers": last.answers, "objections": last.objections, "done": last.done, "attempts": last.earlier}
    )
    found = compare(then, now)
    names = [
        speaker.wording.fact_name(change.question) if change.question in content.questions else change.question
        for change in found.answers
        if change.question != PLANNED
    ]
    names += [speaker.words(f"action.{name}.name") for name in found.new_done if name in content.actions]
    names += [cause_words(name, speaker) for name in found.new_objections]
    return names


def last_failed(tries: tuple[AttemptRecord, ...]) -> AttemptRecord | None:
    """Return the latest try that failed; None when a later one arrived, or none failed."""
    settled = [record for record in tries if record.outcome != "waiting"]
    latest = max(settled, key=lambda record: record.when, default=None)
    return latest if latest is not None and latest.outcome == "failed" else None
