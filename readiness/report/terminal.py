"""The report on a terminal, as rich renderables for a given width."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readiness.report import words
from readiness.report.bars import Glyphs
from readiness.report.layout import (
    grid,
    heading,
    indented,
    inquiries,
    settled,
    title,
)
from readiness.report.model import AnswerLine, Report
from readiness.report.panel.terminal import people
from readiness.report.profile import ATTENTION, GOOD, Profile

SHOWN = 3  #: strengths, gaps and unknowns in the short report
MORE = 10  #: strengths and gaps in the full report
WIDE = 110  #: columns from which gaps stand beside strengths


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How much room there is and how much to show."""

    width: int  #: columns
    glyphs: Glyphs
    full: bool = False


def render(report: Report, view: View) -> RenderableType:
    """Return what to print; the caller's console decides about colour."""
    return Group(*_sections(report, view))


def headline(report: Report) -> RenderableType:
    """Return the ten-second block."""
    table = grid("", "")
    for label, said in report.headline:
        table.add_row(Text(label, style="bold"), Text(said))
    return indented(table)


def in_short(report: Report) -> RenderableType:
    """Return the ten-second block for the end of a report longer than the window."""
    return Group(heading("In short"), headline(report))


def _sections(report: Report, view: View) -> Iterator[RenderableType]:
    yield title(report, "report")
    yield Text()
    yield headline(report)
    for said in filter(None, (report.earlier_words, report.left_out)):
        yield Padding(Text(said), (1, 0, 0, 2))
    yield from _trends(report, view)
    yield from people(report, view.width, view.glyphs, full=view.full)
    yield from _outstanding(report, view)
    yield from _findings(report, view)
    yield from _steps(report, view)
    yield from settled(report)
    yield from inquiries(report, None if view.full else SHOWN)
    if view.full:
        yield from _answers(report)
        yield from _claims(report)


def _trends(report: Report, view: View) -> Iterator[RenderableType]:
    profile = Profile.of(report, view.width, full=view.full)
    legend = f"{view.glyphs.point} score, {view.glyphs.range} range"
    yield heading("Trends", legend if profile.bar else "")
    yield from profile.lines(view.glyphs)
    said = filter(None, (report.grounds_words, report.importance_words))
    if below := "\n".join(said):
        yield Padding(Text(below), (1, 0, 0, 2))


def _outstanding(report: Report, view: View) -> Iterator[RenderableType]:
    limit = MORE if view.full else SHOWN
    good = [("Strengths", "+", GOOD, line) for line in report.strengths[:limit]]
    bad = [("Gaps", "-", ATTENTION, line) for line in report.gaps[:limit]]
    blocks = [_signed(*block) for block in (good, bad) if block]
    if view.width >= WIDE and len(blocks) > 1:
        side_by_side = Table.grid(padding=(0, 4, 0, 0), expand=True)
        for _ in blocks:
            side_by_side.add_column(ratio=1)
        side_by_side.add_row(*blocks)
        yield side_by_side
    else:
        yield from blocks


def _signed(*rows: tuple[str, str, str, AnswerLine]) -> RenderableType:
    table = grid("", "")
    for _, sign, style, line in rows:
        said = f"{line.capability}, {line.facet}: {line.answer} ({line.question})"
        table.add_row(Text(sign, style=style), Text(said))
    return Group(heading(rows[0][0]), indented(table))


def _findings(report: Report, view: View) -> Iterator[RenderableType]:
    if report.findings:
        yield heading("Findings")
    for finding in report.findings:
        head = Text.assemble(
            ("! ", ATTENTION),
            (finding.severity.upper(), ATTENTION),
            f"  {finding.name} ({finding.id})",
        )
        yield indented(head)
        for reason in finding.because:
            yield indented(Text(f"- {reason}"), by=4)
        yield indented(Text(f"Do: {finding.action}"), by=4)
        if finding.stays_open:
            yield indented(Text(finding.stays_open, style=ATTENTION), by=4)
    if report.not_evaluated_words:
        said = report.not_evaluated_words if view.full else _not_evaluated(report)
        yield Padding(Text(said), (1, 0, 0, 2))


def _not_evaluated(report: Report) -> str:
    which = words.counted(len(report.not_evaluated), "rule")
    was, them = ("was", "it") if len(report.not_evaluated) == 1 else ("were", "them")
    return f"{which} {was} not evaluated: too little is known for {them}."


def _steps(report: Report, view: View) -> Iterator[RenderableType]:
    is_narrow = len(report.trends) == 1
    later = report.later if view.full or is_narrow else ()
    if not (report.steps or later):
        return
    yield heading("Do next")
    table = grid("", "", "")
    for step in report.steps:
        gain = f"+{step.gain_words}"
        about = Text(f"{step.title}\n{gain}; {step.effort_words}; {step.why_here}")
        if step.progress_words:
            about.append(f"\n{step.progress_words}")
        table.add_row(Text(step.number), Text(step.horizon), about)
    yield indented(table)
    for step in later:
        yield indented(Text(f"after that: {step.title} (+{step.gain_words})"))
    if report.plan_words:
        yield Padding(Text(report.plan_words), (1, 0, 0, 2))


def _answers(report: Report) -> Iterator[RenderableType]:
    yield heading("Answers")
    for line in report.answers:
        yield indented(Text(f"{line.text} ({line.question})"))
        yield indented(Text(line.answer), by=4)
        evidence = (piece.words for piece in line.evidence)
        for kept in (*line.note.splitlines(), *evidence):
            yield indented(Text(f"> {kept}"), by=4)


def _claims(report: Report) -> Iterator[RenderableType]:
    if report.claims:
        yield heading("Claims of the article behind these steps")
    for claim in report.claims:
        yield indented(Text(f"{claim.claim} ({claim.id}): {claim.status_words}"))
        yield indented(Text(f"{claim.note} Source: {claim.source}"), by=4)
