"""How results that were brought together look: what counts, what was refused, what a class has learned. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from core.classroom.figures import ClassReport
from core.classroom.merge import Merged
from core.classroom.paper import Block, Paper, class_paper
from gui.desk import Desk
from gui.pages.workshop.gathering import code_of
from gui.pages.workshop.kept import Table
from gui.pages.workshop.state import BarState, BlockState, GatherState, KeyState, PaperPart

REPORT_FORMS = "PDF (*.pdf);;HTML (*.html);;CSV (*.csv);;TXT (*.txt);;JSON (*.json)"


def gather_state(now: Table, desk: Desk) -> GatherState:
    """Return the picture."""
    words = desk.speaker.words
    typed_wrong = bool(now.code.strip()) and code_of(now.code) is None
    return GatherState(
        folder_label=words("workshop.gather.folder"),
        folder=words("workshop.gather.folder_says", folder=now.folder)
        if now.folder
        else words("workshop.gather.no_folder"),
        code_label=words("workshop.gather.code"),
        code=now.code,
        code_error=words("workshop.gather.no_code") if typed_wrong else "",
        scan_label=words("workshop.gather.scan"),
        scan_hint=words("workshop.gather.scan_hint"),
        scanned=now.scanned,
        scan_error=words(now.error[0], **dict(now.error[1])) if now.error else "",
        keys=_keys(now, desk),
        note=_note(now, desk),
        parts=tuple(_parts(now.report, desk)) if now.report else (),
        refused_title=words("workshop.gather.refused") if now.merged and now.merged.refused else "",
        refused=tuple(_refused(now.merged, desk)) if now.merged else (),
    )


def _keys(now: Table, desk: Desk) -> dict[str, KeyState]:
    words = desk.speaker.words
    return {
        "folder": KeyState(words("workshop.gather.choose")),
        "again": KeyState(words("workshop.gather.again"), bool(now.folder)),
        "take": KeyState(words("workshop.gather.take"), bool(now.scanned.strip())),
        "save": KeyState(
            words("workshop.gather.save"), now.report is not None, words("workshop.gather.file_name"), REPORT_FORMS
        ),
    }


def _note(now: Table, desk: Desk) -> str:
    words, merged = desk.speaker.words, now.merged
    if now.reading:
        return words("workshop.gather.reading")
    if merged is None:
        return ""
    if not merged.results:
        return words("workshop.gather.nothing")
    note = words("workshop.gather.counted", n=len(merged.results))
    if merged.others:
        note += words("ui.gap") + words("workshop.gather.others")
    return note


def _refused(merged: Merged, desk: Desk) -> Iterator[tuple[str, str]]:
    """Yield the files that do not count, each with the reason."""
    words = desk.speaker.words
    for file in merged.refused:
        yield words("workshop.gather.file_says", file=file.file), words(f"error.{file.code}", **dict(file.facts))


def paper_of(report: ClassReport, desk: Desk) -> Paper:
    """Return the report in the language of the moment."""
    return class_paper(report, desk.speaker.language, desk.now().date())


def _parts(report: ClassReport, desk: Desk) -> Iterator[PaperPart]:
    paper = paper_of(report, desk)
    yield PaperPart(paper.title, paper.lead, ())
    for part in paper.parts:
        yield PaperPart(part.heading, part.remarks, tuple(_block(block) for block in part.blocks))


def _block(block: Block) -> BlockState:
    bars = (BarState(found.name, found.value, found.remark, found.share) for found in block.lines)
    return BlockState(block.heading, block.remarks, tuple(bars))
