"""Lays a report out as plain text, Markdown or a page of HTML, with the templates under ``resources/reports``."""

from __future__ import annotations

from collections.abc import Mapping
from html import unescape
from typing import Literal

from markupsafe import Markup

from core.explain.language import Language
from core.explain.report import Report
from core.explain.sandbox import environment, render

Form = Literal["txt", "md", "html"]


class Layouts:
    """The layouts; ``templates`` are file name -> text, read by whoever knows where resources are."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        """Take the templates and the style sheet."""
        self._templates = templates
        self._sandbox = environment({"markdown": html_of_markdown})

    def lay_out(self, report: Report, language: Language, form: Form, after: bool) -> str:
        """Return the report in one form; ``after`` is whether it is about a failure."""
        name = f"report.{form}.j2"
        style = Markup(self._templates["report.css"]) if form == "html" else ""
        text = render(
            self._sandbox, self._templates[name], name, r=report, words=language.words, style=style, after=after
        )
        # Only HTML needs escaping; text and Markdown are read by people and renderers that escape themselves.
        return text if form == "html" else unescape(text)


def html_of_markdown(text: str) -> Markup:
    """Return Markdown as HTML; raw HTML in it stays text."""
    # Loaded here because only an HTML report needs it (75 ms, a third of a bare start).
    from markdown_it import MarkdownIt

    return Markup(MarkdownIt("commonmark", {"html": False}).render(text))
