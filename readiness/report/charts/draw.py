"""The charts of a document.

Every picture is 640 units wide, with letters of 13 and 14: it can be read from about
560 pixels on. A page narrower than that lets it be scrolled in a box of its own.

What has a colour has it as an attribute, for programs without style sheets, and a class
for pages that have one: ``ROLE`` for what is filled, ``ROLE-line`` for what is drawn as
a line, both for what is both. The roles: ``label`` and ``muted`` (letters), ``score``,
``range``, ``accent``, ``band`` (of noise), ``track``, ``grid``, and ``paper`` (the
background, around points and in rings). The ``svg`` element has the classes ``chart``
and ``chart-KIND``.
"""

from readiness.report.charts.changes import changes
from readiness.report.charts.heatmap import heatmap
from readiness.report.charts.history import history
from readiness.report.charts.model import Chart
from readiness.report.charts.plan import plan
from readiness.report.charts.profile import profile
from readiness.report.charts.radar import radar
from readiness.report.documents.model import Document

_DRAWN = (profile, radar, heatmap, changes, history, plan)  # in the order of ChartKind


def draw(document: Document) -> tuple[Chart, ...]:
    """Return the charts that have something to show, in the order of `ChartKind`."""
    drawn = (make(document) for make in _DRAWN)
    return tuple(chart for chart in drawn if chart is not None)
