"""The report as one HTML page: nothing in it comes from elsewhere or goes there.

The page forbids itself every request and every style and script but its own two, which
its content security policy knows by their hash.
"""

from itertools import groupby
from operator import attrgetter
from typing import Any

from readiness.report.charts.canvas import colours
from readiness.report.charts.draw import draw
from readiness.report.charts.model import Chart, ChartKind
from readiness.report.charts.narrow import draw_narrow
from readiness.report.documents.model import Document
from readiness.report.html.inline import data_uri, hash_of, inline_json, web_address
from readiness.report.html.sections import sections
from readiness.report.html.theme import CHART_ROLES, THEMES, css_string, families
from readiness.report.json import render_line
from readiness.report.templates import environment


def render(document: Document) -> str:
    """Return the page with a newline at its end."""
    template = environment().get_template("report.html.j2")
    return template.render(context(document))


def context(document: Document) -> dict[str, Any]:
    """Return what a template of the page finds by name."""
    brand, report = document.brand, document.report
    return {
        "document": document,
        "report": report,
        "brand": brand,
        "changes": document.changes,
        "past": document.past,
        "sections": sections(document),
        "charts": _by_kind(document),
        "narrow_charts": draw_narrow(document),
        "answers": _by_trend(document),
        "themes": {name: theme.colours(brand.palette) for name, theme in THEMES},
        "chart_colours": colours(brand.palette),
        "chart_roles": CHART_ROLES,
        "families": families(brand.fonts),
        "logo": data_uri(brand.logo) if brand.logo else "",
        "data": inline_json(render_line(document)),
        "css_string": css_string,
        "hash_of": hash_of,
        "web_address": web_address,
    }


def _by_kind(document: Document) -> dict[str, Chart | None]:
    """Return the charts, ``None`` for those with nothing to show."""
    drawn = {chart.kind: chart for chart in draw(document)}
    return {kind.value: drawn.get(kind) for kind in ChartKind}


def _by_trend(document: Document) -> list[tuple[str, list[Any]]]:
    """Return the name of each trend and its answers, both in the order of the pack."""
    groups = groupby(document.report.answers, key=attrgetter("trend"))
    return [(trend, list(lines)) for trend, lines in groups]
