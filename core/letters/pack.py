"""The evidence pack: what happened, what was done, what was answered, and how the estimate came about. Redacted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.explain.answers import answer_text
from core.explain.jsonable import jsonable
from core.explain.language import Language
from core.explain.report import Line, Report, report_of
from core.inference.trace import TraceNode
from core.letters.document import Block, Document, Section, bullets, paragraph
from core.redact import redact
from core.schema.answers import Answers, as_moment
from core.schema.assessment import Assessment
from core.schema.hotline import HotlineNote


@dataclass(frozen=True, slots=True)
class Kept:
    """What a borrower has beyond the answers.

    Attributes:
        texts: Number of the try, oldest first from 0 -> the message as it was typed or pasted.
        calls: Notes of telephone calls.
        measured: Checks that were measured, such as the network probe: what, the result, a remark.
        program: The version of the program.
    """

    texts: Mapping[int, str] = field(default_factory=dict)
    calls: tuple[HotlineNote, ...] = ()
    measured: tuple[Line, ...] = ()
    program: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything a pack is made of."""

    assessment: Assessment
    answers: Answers
    kept: Kept


def pack_document(evidence: Evidence, language: Language) -> Document:
    """Return the pack as a document, ready to be laid out."""
    t, report = language.words, report_of(evidence.assessment, language, pages=False)
    texts = evidence.kept.texts.values()
    masked = sum(len(redact(text).masked) for text in texts)
    hidden = t("letters.masked_line", count=masked) if masked else t("letters.nothing_masked")
    return Document(
        language=language.code,
        title=t("pack.title"),
        lead=(t("pack.intro"), hidden),
        sections=tuple(section for section in _sections(evidence, report, language) if section.blocks),
        closing=report.closing,
        masked=masked,
    )


def pack_data(evidence: Evidence, content_hash: str) -> dict[str, Any]:
    """Return the pack as plain data for JSON, numbers unrounded; everything that was typed is redacted."""
    assessment, answers, kept = evidence.assessment, evidence.answers, evidence.kept
    return {
        "kind": "evidence_pack",
        "as_of": assessment.as_of.isoformat(),
        "content_version": assessment.version,
        "content_hash": content_hash,
        "program_version": kept.program,
        "masked": sum(len(redact(text).masked) for text in kept.texts.values()),
        "attempts": [
            {
                "when": attempt.when.isoformat(),
                "message": attempt.message,
                "text": redact(kept.texts[number]).text if number in kept.texts else None,
            }
            for number, attempt in enumerate(answers.attempts)
        ],
        "calls": [_call_data(note) for note in kept.calls],
        "done": list(answers.done),
        "measured": [{"name": line.name, "value": line.value, "remark": line.remark} for line in kept.measured],
        "answers": {question: _plain(value) for question, value in answers.values.items()},
        "assessment": jsonable(assessment),
        "trace": _trace(assessment.trace) if assessment.trace else None,
    }


def _sections(evidence: Evidence, report: Report, language: Language) -> Iterator[Section]:
    t = language.words
    if report.safety.level != "none":
        warned = (paragraph(report.safety.body), *_lines(report.safety.flags, language))
        yield Section(
            report.safety.title,
            (*warned, *bullets(report.safety.steps)),
            "stop" if report.safety.level == "stop" else "caution",
        )
    yield Section(t("pack.when_heading"), bullets(_versions(evidence, language)))
    yield Section(t("pack.timeline_heading"), bullets(_timeline(evidence, language)) or _one("no_attempts", language))
    done = bullets(t(f"action.{action}.name") for action in evidence.answers.done)
    yield Section(t("pack.done_heading"), done or _one("nothing_done", language))
    yield Section(t("pack.measured_heading"), _lines(evidence.kept.measured, language))
    answers = bullets(_answers(evidence.answers, language))
    yield Section(t("pack.answers_heading"), answers or _one("no_answers", language))
    yield Section(t("pack.causes_heading"), tuple(_causes(report, language)))
    yield Section(t("pack.trace_heading"), tuple(_numbers(report, language)))
    if report.safety.level != "stop":
        yield Section("", _one("asked_for", language))


def _versions(evidence: Evidence, language: Language) -> Iterator[str]:
    t, content = language.words, language.content
    yield t("pack.when_line", date=language.wording.date(evidence.assessment.as_of))
    yield t("pack.content_line", version=content.version)
    yield t("pack.program_line", version=evidence.kept.program)


def _timeline(evidence: Evidence, language: Language) -> Iterator[str]:
    """Yield tries and calls by time, and below a try what its message said."""
    tries = [
        (as_moment(attempt.when), _try_lines(number, evidence, language))
        for number, attempt in enumerate(evidence.answers.attempts)
    ]
    calls = [(as_moment(note.when), [_call_line(note, language)]) for note in evidence.kept.calls]
    for _, lines in sorted([*tries, *calls], key=lambda event: event[0]):
        yield from lines


def _try_lines(number: int, evidence: Evidence, language: Language) -> list[str]:
    t, attempt = language.words, evidence.answers.attempts[number]
    message = t(f"message.{attempt.message}.name") if attempt.message else t("letters.unknown_message")
    lines = [t("pack.attempt_line", date=language.wording.date(attempt.when), message=message)]
    if text := " ".join(evidence.kept.texts.get(number, "").split()):
        lines.append(t("pack.text_line", text=redact(text).text))
    return lines


def _call_line(note: HotlineNote, language: Language) -> str:
    t = language.words
    role = t(f"hotline_words.role.{note.role}")
    date, channel = language.wording.date(note.when), t(f"channel.{note.channel}.name")
    answers = [
        t("pack.call_answer", question=t(f"hotline.{asked}.prompt"), answer=_note_answer(asked, answer, language))
        for asked, answer in note.answers.items()
    ]
    return t("ui.gap").join([t("pack.call_line", date=date, channel=channel, role=role), *answers])


def _note_answer(asked: str, answer: str | dt.date, language: Language) -> str:
    if isinstance(answer, dt.date):
        return language.wording.date(answer)
    if language.content.hotline[asked].kind == "message":
        return language.words(f"message.{answer}.name")
    return language.words(f"hotline.{asked}.option.{answer}")


def _answers(answers: Answers, language: Language) -> Iterator[str]:
    colon = language.words("ui.colon")
    for question in language.content.questions:
        if question in answers.values:
            name = language.wording.fact_name(question)
            yield f"{name}{colon}{answer_text(question, answers.values[question], language)}"


def _causes(report: Report, language: Language) -> Iterator[Block]:
    t = language.words
    for cause in report.causes:
        yield Block("heading", (cause.name,))
        sides = (("pack.for_line", cause.speaks_for), ("pack.against_line", cause.speaks_against))
        none = t("ui.no_evidence")
        lines = [t(key, text=t("ui.semicolon").join(evidence) or none) for key, evidence in sides]
        yield from bullets([*cause.chance, *lines, cause.grade, cause.sources, cause.hedge])
    yield from bullets(t("pack.cause_line", name=line.name, share=line.value) for line in report.others if line.value)


def _numbers(report: Report, language: Language) -> Iterator[Block]:
    t = language.words
    for line in report.headline:
        yield paragraph(line)
    yield paragraph(t("pack.trace_intro"))
    yield from bullets(t("pack.trace_line", name=line.name, value=line.value) for line in report.road)
    for line in report.how:
        yield paragraph(line)


def _lines(lines: tuple[Line, ...], language: Language) -> tuple[Block, ...]:
    colon = language.words("ui.colon")
    return bullets(line.name + colon + " ".join(filter(None, (line.value, line.remark))) for line in lines)


def _one(key: str, language: Language) -> tuple[Block, ...]:
    return (paragraph(language.words(f"pack.{key}")),)


def _call_data(note: HotlineNote) -> dict[str, Any]:
    answers = {asked: _plain(answer) for asked, answer in note.answers.items()}
    return {"when": note.when.isoformat(), "channel": note.channel, "role": note.role, "answers": answers}


def _plain(value: object) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return [_plain(part) for part in value] if isinstance(value, tuple) else value


def _trace(node: TraceNode) -> dict[str, Any]:
    return {
        "id": node.id,
        "operation": node.operation,
        "value": node.value,
        "sources": list(node.sources),
        "children": [_trace(child) for child in node.children],
    }
