"""A preview laid out: as Markdown, as data, as a page of HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from markupsafe import Markup

from core.authoring.findings import Finding
from core.authoring.preview import Preview
from core.catalogue import Catalogue
from core.commands.content import problem_line
from core.explain.layout import html_of_markdown
from core.explain.sandbox import environment, render

TEMPLATE = "preview.html.j2"


def finding_lines(findings: Sequence[Finding], own: Catalogue) -> tuple[str, ...]:
    """Return a line for each mistake of the entry and of its files, and one for how many there are elsewhere."""
    lines = [problem_line(finding.problem, own) for finding in findings if finding.near != "elsewhere"]
    far = sum(finding.near == "elsewhere" for finding in findings)
    lines += [own("authoring.more_elsewhere", count=far)] if far else []
    return tuple(lines) or (own("authoring.no_findings"),)


def as_markdown(shown: Preview, findings: Iterable[str], own: Catalogue) -> str:
    """Return a preview as Markdown, what the checker found below it."""
    blocks = [f"# {shown.title}", " · ".join((own(f"authoring.kind.{shown.kind}"), f"`{shown.id}`", *shown.chips))]
    blocks += [f"*{line}*" for line in stand_in_lines(shown, own)]
    for part in shown.parts:
        blocks += [f"## {part.title}"] if part.title else []
        blocks.append(part.markdown)
    return "\n\n".join([*blocks, f"## {own('authoring.findings')}", "\n".join(f"- {line}" for line in findings)])


def as_data(shown: Preview, findings: Iterable[Finding], own: Catalogue) -> dict[str, Any]:
    """Return a preview and what the checker found, as plain data."""
    return {
        **asdict(shown),
        "findings": [
            {
                "file": finding.problem.file,
                "line": finding.problem.line,
                "code": finding.problem.code,
                "near": finding.near,
                "text": own(f"problem.{finding.problem.code}", **dict(finding.problem.facts)),
            }
            for finding in findings
        ],
    }


def as_html(shown: Preview, findings: Sequence[str], own: Catalogue, layouts: Mapping[str, str]) -> str:
    """Return a preview as a page of its own; ``layouts`` are the templates of reports by file name."""
    return render(
        environment({"markdown": html_of_markdown}),
        layouts[TEMPLATE],
        TEMPLATE,
        p=shown,
        kind=own(f"authoring.kind.{shown.kind}"),
        remarks=stand_in_lines(shown, own),
        heading=own("authoring.findings"),
        findings=findings,
        style=Markup(layouts["report.css"]),
    )


def stand_in_lines(shown: Preview, own: Catalogue) -> tuple[str, ...]:
    """Return the remark that something else than the present files is shown, where it is."""
    files = ", ".join(shown.stand_ins)
    return (own("authoring.stand_ins", files=files),) if files else ()
