"""The list of checks and one that is read, as blocks of the page. No Qt."""

from __future__ import annotations

from core.explain.measured import evidence_for
from core.journal.convert import Gone, Opened, opened
from core.journal.records import AssessmentRecord, ResultSummary
from core.schema.answers import Answers
from gui.desk import Desk
from gui.pages.journal.comparing import answer_told
from gui.pages.journal.kept import Looking
from gui.pages.journal.shelf import MOST_FOUND, Shelf
from gui.pages.journal.state import Act, Block, Field, Line
from gui.pages.journal.words import band_words, cause_words, outcome_words
from gui.speaker import Speaker

BANDS = ("low", "moderate", "elevated", "high")
OUTCOMES = ("arrived", "failed", "waiting")
CAUSES_TOLD = 3


def filter_block(shelf: Shelf, looking: Looking, speaker: Speaker) -> Block:
    """Return what narrows the list down."""
    words = speaker.words
    every = ("", words("journalpage.filter.any"))
    bands = (every, *((band, words(f"band.{band}.name")) for band in BANDS))
    outcomes = (every, *((outcome, words(f"journal.outcome.{outcome}")) for outcome in OUTCOMES))
    wrong = words("journalpage.filter.no_day")
    first_wrong = wrong if looking.first_text.strip() and looking.first is None else ""
    last_wrong = wrong if looking.last_text.strip() and looking.last is None else ""
    fields = (
        Field("text", words("journalpage.filter.text"), looking.text),
        Field("band", words("journalpage.filter.band"), looking.band, choices=bands, half=True),
        Field("outcome", words("journalpage.filter.outcome"), looking.outcome, choices=outcomes, half=True),
        Field("first", words("journalpage.filter.first"), looking.first_text, error=first_wrong, half=True),
        Field("last", words("journalpage.filter.last"), looking.last_text, error=last_wrong, half=True),
    )
    shown = words("journalpage.filter.found", found=shelf.total, every=shelf.every)
    lines = [Line(shown, "small", "found")]
    if shelf.capped:
        lines.append(Line(words("journalpage.filter.capped", count=MOST_FOUND), "small"))
    acts = (Act("clear", words("journalpage.filter.clear")),) if looking.narrowed else ()
    return Block("filter", words("journalpage.filter.title"), tuple(lines), fields, (), acts)


def check_blocks(shelf: Shelf, looking: Looking, speaker: Speaker) -> tuple[Block, ...]:
    """Return a block for each check, and one that asks for more."""
    words, rows = speaker.words, []
    for place, record in enumerate(shelf.checks, start=1):
        rows.append(_row(place, record, shelf, looking, speaker))
    left = shelf.total - len(shelf.checks)
    if left > 0:
        more = Act("more", words("journalpage.more", count=left))
        rows.append(Block("more", "", acts=(more,), role="note"))
    if shelf.every and not shelf.total:
        rows.append(Block("none", "", (Line(words("journalpage.none_found")),), role="note"))
    return tuple(rows)


def _row(place: int, record: AssessmentRecord, shelf: Shelf, looking: Looking, speaker: Speaker) -> Block:
    words, date = speaker.words, speaker.wording.date(record.day)
    lines = [*_summary(record.result, speaker, 1)]
    answers = speaker.wording.count(len(record.answers), "answers")
    came = outcome_words(shelf.outcomes.get(record.uid), speaker)
    told = words("journalpage.row.note", answers=answers, saved=speaker.wording.date(record.changed))
    lines.append(Line(words("ui.gap").join(filter(None, (told, came))), "small"))
    marked = record.uid in looking.marked
    named = (("open", "open"), ("mark", "unmark" if marked else "mark"), ("delete", "delete"))
    said = [(wish, words(f"journalpage.row.{key}")) for wish, key in named]
    acts = tuple(Act(wish, told, record.uid, f"{told} {date}", "small", place) for wish, told in said)
    return Block(f"check-{place}", date, tuple(lines), acts=acts, role="card-accent" if marked else "card")


def _summary(result: ResultSummary | None, speaker: Speaker, most: int) -> list[Line]:
    """Return band, range and the likeliest causes."""
    words, percent = speaker.words, speaker.wording.percent
    if result is None:
        return [Line(words("journal.no_result"), "muted")]
    lines = [Line(band_words(result, speaker), "strong")]
    if result.safety != "none":
        lines.append(Line(words(f"journalpage.row.safety_{result.safety}"), "error"))
    for place, cause in enumerate(result.causes[:most]):
        key = "journalpage.row.cause_next" if place else "journalpage.row.cause"
        share = percent(cause.blocker)
        lines.append(Line(words(key, cause=cause_words(cause.id, speaker), share=share)))
    return lines


def reading_block(record: AssessmentRecord, desk: Desk) -> Block:
    """Return a check as it was kept: result, answers in words, and what the content no longer knows."""
    speaker, words = desk.speaker, desk.speaker.words
    found = opened(record, desk.engine.content)
    lines = [*_summary(record.result, speaker, CAUSES_TOLD)]
    versions = words("journalpage.read.versions", content=record.content_version, model=record.model_version)
    lines += [Line(versions, "small"), *_tries_told(found.answers, speaker), *_gone(found.gone, speaker)]
    measured = (evidence_for(name, found.answers, speaker.language) for name in found.answers.values)
    lines += [Line(told, "small") for told in measured if told]
    lines.append(Line(words("journalpage.read.only"), "muted"))
    table = tuple(
        (speaker.wording.fact_name(name), answer_told(name, value, found.answers, speaker))
        for name, value in found.answers.values.items()
    )
    title = words("journalpage.read.title", date=speaker.wording.date(record.day))
    return Block("reading", title, tuple(lines), (), table, _acts(record, found, speaker))


def _acts(record: AssessmentRecord, found: Opened, speaker: Speaker) -> tuple[Act, ...]:
    words = speaker.words
    file = (words("journalpage.read.file"), words("journalpage.read.form"))
    acts = [Act("go_on", words("journalpage.read.go_on"), record.uid, role="primary")]
    if found.answers.known("request.planned") is not None:
        acts.append(Act("remind", words("journalpage.read.remind"), record.uid, ask="save", file=file))
    return (*acts, Act("close", words("journalpage.read.close")))


def _tries_told(answers: Answers, speaker: Speaker) -> list[Line]:
    if not answers.attempts:
        return []
    dates = speaker.words("ui.list_separator").join(speaker.wording.date(found.when) for found in answers.attempts)
    return [Line(speaker.words("journalpage.read.tries", dates=dates))]


def _gone(gone: Gone, speaker: Speaker) -> list[Line]:
    """Return what is listed and not used, by the names it was kept under."""
    if not gone.anything:
        return []
    names = (*gone.answers, *gone.objections, *gone.done, *gone.messages.values())
    listed = speaker.words("ui.list_separator").join(names)
    return [Line(speaker.words("journalpage.read.gone", count=len(names), names=listed), "error", "gone")]
