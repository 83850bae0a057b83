"""A comparison as Markdown that GitHub renders."""

from readiness.report.comparing.marks import UNICODE, dumbbell
from readiness.report.comparing.model import ChangeRow, ComparisonReport
from readiness.report.templates import environment

CELLS = 20  #: of a line in a table


def render(report: ComparisonReport) -> str:
    """Return the comparison as a Markdown document."""
    template = environment().get_template("comparison.md.j2")
    return template.render(report=report, line=_line)


def _line(row: ChangeRow) -> str:
    return dumbbell(row.change.old, row.change.new, CELLS, UNICODE)
