"""The picture of the page of letters, put together from what is written and what was typed. No Qt."""

from __future__ import annotations

from core.letters.document import Document
from core.letters.fields import FieldText
from gui.casework import kind_choices
from gui.desk import Desk
from gui.pages.letters.filling import Filling
from gui.pages.letters.state import FieldsState, LetterField, LettersState, SheetState
from gui.pages.letters.writer import PACK, Writer
from gui.papers import laid_out
from gui.questions.state import RowState


def letters_state(kind: str, document: Document | None, writer: Writer, filling: Filling, desk: Desk) -> LettersState:
    """Return the picture; ``document`` is None while there is nothing to write it from."""
    words, kinds = desk.speaker.words, writer.kinds()
    (name,) = (name for id_, name, _ in kinds if id_ == kind)
    return LettersState(
        title=words("writing.title"),
        intro=words("writing.intro"),
        choose=words("writing.choose"),
        kinds=tuple(RowState(id_, label, when, id_ == kind) for id_, label, when in kinds),
        lender_label=words("help.kind"),
        lender_hint=words("help.kind_hint"),
        lender=kind_choices(desk),
        fields=_fields(kind, writer, filling, desk),
        sheet=_sheet(kind, document, desk),
        file_name=words("writing.file_name", name=name.lower().replace(" ", "-"), date=f"{desk.now():%Y-%m-%d}"),
        as_data=kind == PACK,
    )


def _fields(kind: str, writer: Writer, filling: Filling, desk: Desk) -> FieldsState:
    words, asked = desk.speaker.words, writer.fields(kind)
    return FieldsState(
        title=words("writing.fields_title"),
        hint=words("writing.fields_hint" if asked else "writing.no_fields"),
        fields=tuple(_field(one, filling, desk) for one in asked),
        blanks="" if kind == PACK else words("writing.blanks"),
    )


def _field(one: FieldText, filling: Filling, desk: Desk) -> LetterField:
    example = f"{desk.now().date()}" if one.kind == "date" else ""
    text = filling.now.texts.get(one.id, "")
    return LetterField(one.id, one.name, text, one.help, example, filling.error(one), one.kind == "text")


def _sheet(kind: str, document: Document | None, desk: Desk) -> SheetState:
    words, begun = desk.speaker.words, desk.session.draft.begun
    masked, rule, markdown = "", "", ""
    if document is not None:
        masked = words("letters.masked_line", count=document.masked) if document.masked else ""
        rule = words("writing.masked_rule") if document.masked else words("letters.nothing_masked")
        # The line above the closing words, where there are none, would end the sheet with nothing below it.
        markdown = laid_out(document, "md", desk).rstrip().removesuffix("---")
    return SheetState(
        title=words("writing.preview"),
        masked=masked,
        rule=rule,
        markdown=markdown,
        empty="" if document else words("writing.working" if begun else "writing.pack_empty"),
        save=words("writing.save"),
        copy=words("writing.copy"),
        sent=words("due.noted_here") if kind != PACK and desk.engine.content.letters[kind].answer_within else "",
    )
