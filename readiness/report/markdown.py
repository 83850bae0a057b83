"""The report and the action plan as Markdown that GitHub renders."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from readiness.markup import markdown_text
from readiness.period import Period
from readiness.plan.document.fields import NO_DATE, NOBODY
from readiness.plan.document.marks import SCHEMA
from readiness.plan.progress import Progress
from readiness.report.bars import UNICODE, bar, dumbbell
from readiness.report.documents.model import Document
from readiness.report.model import EvidenceLine, Node, Report
from readiness.report.panel_model import RoleTrendLine
from readiness.report.templates import environment

CELLS = 20  #: of a range bar in a table
_ADDRESS = re.compile(r"https?://(?:[\w.~:/?#@!'()*+,;=%-]|&(?!\w*;))+", re.ASCII)


def render(document: Document) -> str:
    """Return the report as a Markdown document."""
    template = environment().get_template("report.md.j2")
    return template.render(context(document))


def context(document: Document) -> dict[str, Any]:
    """Return what a template of the report finds by name."""
    return {
        "document": document,
        "report": document.report,
        "brand": document.brand,
        "changes": document.changes,
        "past": document.past,
        "levels": document.levels,
        "bar": _bar,
        "dumbbell": _dumbbell,
        "linked": _linked,
    }


def render_plan(
    report: Report,
    progress: Progress | None = None,
    *,
    focus: str = "",
    last_quarter: Sequence[str] = (),
) -> str:
    """Return the action plan as a Markdown document.

    ``progress`` is what became of its actions so far, ``focus`` the name of the trend
    that is declared, ``last_quarter`` sentences about the plan before. Before the text
    goes to a file it wants the hidden list of `readiness.plan.merge`.
    """
    period = Period.parse(report.period)
    so_far = progress or Progress.none(report.period)
    template = environment().get_template("action_plan.md.j2")
    return template.render(
        report=report,
        progress=so_far,
        open_ids=[step.id for step in report.steps if so_far.is_open(step.id)],
        focus=focus,
        last_quarter=last_quarter,
        next_check=period.next_check(date.fromisoformat(report.made_on)),
        schema=SCHEMA,
        nobody=NOBODY,
        no_date=NO_DATE,
    )


def _dumbbell(row: RoleTrendLine) -> str:
    if row.leaders is None or row.practitioners is None:
        return UNICODE.track * CELLS
    return dumbbell(row.leaders, row.practitioners, CELLS, UNICODE)


def _linked(piece: EvidenceLine) -> str:
    """Return evidence in words; what is an address and nothing else, as a link.

    What Markdown or a program that shows it could read otherwise (CommonMark 0.31,
    6.5) stays text.
    """
    label, text = piece.words.removesuffix(piece.text), piece.text
    if label != piece.words and _ADDRESS.fullmatch(text):
        return f"{markdown_text(label)} <{text}>"
    return markdown_text(piece.words)


def _bar(node: Node) -> str:
    return bar(node, CELLS, UNICODE)
