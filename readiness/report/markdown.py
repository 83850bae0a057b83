"""The report and the action plan as Markdown that GitHub renders."""

from readiness.report.bars import UNICODE, bar
from readiness.report.model import Node, Report
from readiness.report.templates import environment
from readiness.scoring.levels import LEVEL_NAMES

CELLS = 20  #: of a range bar in a table


def render(report: Report) -> str:
    """Return the report as a Markdown document."""
    template = environment().get_template("report.md.j2")
    return template.render(report=report, bar=_bar, levels=LEVEL_NAMES)


def render_plan(report: Report) -> str:
    """Return the action plan as a Markdown document."""
    return environment().get_template("action_plan.md.j2").render(report=report)


def _bar(node: Node) -> str:
    return bar(node, CELLS, UNICODE)
