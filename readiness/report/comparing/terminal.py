"""A comparison on a terminal, as rich renderables for a given width."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from readiness.report.comparing.marks import Marks
from readiness.report.comparing.model import (
    NO_FIGURE,
    NOT_COUNTED,
    ComparisonReport,
    MoveLine,
)
from readiness.report.comparing.table import ChangeTable
from readiness.report.layout import grid, heading, indented
from readiness.report.profile import ATTENTION, GOOD


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How much room there is, and the signs to draw with."""

    width: int  #: columns
    marks: Marks


def render(report: ComparisonReport, view: View) -> RenderableType:
    """Return what to print; the caller's console decides about colour."""
    return Group(*_sections(report, view))


def in_short(report: ComparisonReport, view: View) -> RenderableType:
    """Return the ten-second block for the end of what is longer than the window."""
    return Group(heading("In short"), _headline(report, view))


def _sections(report: ComparisonReport, view: View) -> Iterator[RenderableType]:
    demo = "DEMO DATA  " if report.is_demo else ""
    old, new = report.periods
    about = f"{report.team}, {old} to {new}, {report.questions_words}"
    yield Text(f"{demo}Compare  {about}", style="bold")
    yield Text()
    yield _headline(report, view)
    legend = "needed: what a change had to be to count"
    if report.common_of:
        legend = f"{legend}; quick: share of {report.common_of} in common"
    yield heading("Verdicts", legend)
    yield from ChangeTable.of(report, view.width, view.marks).lines()
    yield from _sentences((*report.remarks, *report.hints), view)
    yield from _moves(report, view)
    if report.plan:
        yield heading(f"Plan of {old}")
        yield from (_sentence(line, view) for line in report.plan)
    if report.outlook:
        yield heading("Next quarter")
        yield from (_sentence(line, view) for line in report.outlook)


def _headline(report: ComparisonReport, view: View) -> RenderableType:
    table = grid("", "")
    for label, said in report.headline:
        table.add_row(Text(label, style="bold"), Text(view.marks.in_own(said)))
    return indented(table)


def _sentences(lines: Sequence[str], view: View) -> Iterator[RenderableType]:
    for n, line in enumerate(lines):
        yield Padding(Text(view.marks.in_own(line)), (0 if n else 1, 0, 0, 2))


def _sentence(line: str, view: View) -> RenderableType:
    return indented(Text(view.marks.in_own(line)))


def _moves(report: ComparisonReport, view: View) -> Iterator[RenderableType]:
    yield heading("What moved it", report.split_words)
    if report.parts:
        parts = grid("", "")
        parts.columns[0].justify = "right"
        for part in report.parts:
            parts.add_row(Text(part.points_words), Text(part.words))
        yield indented(parts)
    if report.moves:
        yield Padding(_answers(report.moves, view), (1, 0, 0, 2))
    if report.uncounted:
        yield heading("Not counted in the verdicts", NOT_COUNTED)
        yield indented(_in_short(report.uncounted, view.marks))
    if report.withheld_words:
        yield indented(Text(report.withheld_words))
    if report.more_words:
        yield indented(Text(f"{report.more_words}: readiness compare --json"))


def _answers(lines: Sequence[MoveLine], view: View) -> RenderableType:
    table = grid("", "", "")
    table.columns[1].justify = "right"
    for line in lines:
        said = [line.question_with_id, f"was {line.was}", f"now {line.now}"]
        if line.mark:
            said.append(line.mark)
        sign, style = _sign(line, view.marks)
        table.add_row(
            Text(sign, style=style), Text(line.points_words), Text("\n".join(said))
        )
    return table


def _in_short(lines: Sequence[MoveLine], marks: Marks) -> RenderableType:
    table = grid("", "", "")
    table.columns[1].justify = "right"
    for line in lines:
        sign, style = _sign(line, marks)
        said = Text(line.in_short)
        table.add_row(Text(sign, style=style), Text(line.points_words), said)
    return table


def _sign(line: MoveLine, marks: Marks) -> tuple[str, str]:
    """Return the sign of a move and its colour; ``=`` if its points are not seen."""
    if line.points_words.startswith("+"):
        return marks.up, GOOD
    if line.points_words.startswith("-") and line.points_words != NO_FIGURE:
        return marks.down, ATTENTION
    return "=", ""
