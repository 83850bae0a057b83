"""The small parts that reports on a terminal are laid out with."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from readiness.report.model import Report


def title(report: Report, what: str) -> Text:
    """Return the first line: whose report or plan, of which period and pack."""
    demo = "DEMO DATA  " if report.is_demo else ""
    pack = f"{report.pack_title} {report.pack_version}"
    return Text(
        f"{demo}Readiness {what}  {report.team}, {report.period}, {pack}", style="bold"
    )


def heading(text: str, legend: str = "") -> RenderableType:
    """Return a heading under a blank line, with a legend beside it."""
    line = Text(text, style="bold")
    if legend:
        line.append(f"  ({legend})", style="not bold")
    return Padding(line, (1, 0, 0, 0))


def indented(what: RenderableType, by: int = 2) -> RenderableType:
    """Return ``what``, moved to the right by so many columns."""
    return Padding(what, (0, 0, 0, by))


def grid(*columns: str) -> Table:
    """Return a table without lines, with a column for each heading."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def settled(report: Report) -> Iterator[RenderableType]:
    """Yield what the team has settled, and what rests on it, each with the reason."""
    if report.aside:
        yield heading("Settled by the team")
    for step in report.aside:
        yield indented(Text(f"{step.title}: {step.progress_words}"))


def inquiries(report: Report, limit: int | None) -> Iterator[RenderableType]:
    """Yield what to find out; ``limit`` is how much of it, ``None`` for all."""
    shown = report.inquiries[:limit]
    if not shown:
        return
    yield heading("Find out")
    table = grid("", "")
    for inquiry in shown:
        said = f"{inquiry.text} ({inquiry.question}): {inquiry.words}"
        table.add_row("?", Text(said))
    yield indented(table)
    if left := len(report.inquiries) - len(shown):
        yield indented(Text(f"and {left} more: readiness report --full"))
