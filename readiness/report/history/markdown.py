"""A history as Markdown that GitHub renders."""

from readiness.report.comparing.marks import UNICODE, spark
from readiness.report.history.model import HistoryReport, HistoryRow
from readiness.report.templates import environment


def render(report: HistoryReport) -> str:
    """Return the history as a Markdown document."""
    template = environment().get_template("history.md.j2")
    return template.render(report=report, line=_line)


def _line(row: HistoryRow) -> str:
    return "".join(spark(point, UNICODE) for point in row.points)
