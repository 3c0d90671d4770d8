"""Lays a document out as plain text, Markdown or a page of HTML, with the templates under ``resources/reports``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from markupsafe import Markup

from core.explain.language import Language
from core.explain.layout import Form
from core.explain.sandbox import environment, render
from core.letters.document import Document
from core.redact import redact

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST_SIGN = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")


class DocumentLayouts:
    """The layouts of letters and packs; ``templates`` are file name -> text, as for reports."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        """Take the templates and the style sheet."""
        self._templates = templates
        self._sandbox = environment()

    def lay_out(self, document: Document, language: Language, form: Form) -> str:
        """Return a document in one form. Whatever still looks like somebody's number is masked once more."""
        name = f"document.{form}.j2"
        style = Markup(self._templates["report.css"]) if form == "html" else ""
        safe = document.mapped(lambda text: redact(text).text)
        shown = safe.mapped(_escaped) if form == "md" else safe
        text = render(self._sandbox, self._templates[name], name, d=shown, words=language.words, style=style)
        return text if form == "html" else unescape(text)


def _escaped(text: str) -> str:
    """Return a text whose signs mean nothing in Markdown: a borrower's own words must come out as typed."""
    return _LIST_SIGN.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
