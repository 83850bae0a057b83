"""Builders of what charts show, and readers of what is drawn."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree as ET

from readiness.report.charts.draw import draw
from readiness.report.charts.lettering import BOLD, width_of
from readiness.report.documents.model import ChangeLine, Changes, Past, PastLine
from tests.documents import demo_document

_SVG = "{http://www.w3.org/2000/svg}"
_TRENDS = ("Delivery", "Platform", "Security", "Data", "People", "Cost", "Edge", "Law")


def a_node(point=50.0, low=None, high=None, *, id_="delivery", **fields):
    """Build a scored node; without ends everything of it is known."""
    low, high = (point if end is None else end for end in (low, high))
    words = "not enough known" if point is None else f"{point:.0f}"
    made = {
        "id": id_,
        "name": id_.title(),
        "point": point,
        "low": low,
        "high": high,
        "level": None if point is None else round(point / 25),
        "level_short": "" if point is None else str(round(point / 25)),
        "level_words": "" if point is None else f"{round(point / 25)} Some level",
        "score_words": words,
        "range_words": "" if low == high else f"{low:.0f} to {high:.0f}",
        "held_words": "",
    }
    return replace(demo_document().report.overall, **(made | fields))


def a_blank(words="not applicable", *, id_="delivery"):
    """Build a node that nothing is asked about, or that does not apply."""
    return a_node(None, id_=id_, score_words=words)


def a_document(*nodes, overall=None, **fields):
    """Build a document of trends with one capability each."""
    demo = demo_document()
    row = demo.report.trends[0]
    trends = tuple(
        replace(row, node=node, short=node.name, capabilities=(node,)) for node in nodes
    )
    report = replace(
        demo.report,
        trends=trends,
        overall=overall or a_node(id_="overall"),
        headline=(("Overall", "50 of 100"),),
        panel=None,
        steps=(),
    )
    return replace(demo, **({"report": report, "changes": None, "past": None} | fields))


def trends(number, point=50.0):
    """Build so many nodes with names of their own."""
    return [a_node(point, id_=f"{_TRENDS[n % 8]}-{n}") for n in range(number)]


def a_change(old, new, *, delta, band, id_="delivery", **fields):
    """Build a line of a comparison."""
    is_change = delta is not None and abs(delta) >= band
    made = {
        "id": id_,
        "name": id_.title(),
        "short": id_.title(),
        "old": old,
        "new": new,
        "delta": delta,
        "band": band,
        "common": 0.96,
        "old_words": "--" if old is None else f"{old:.0f}",
        "new_words": "--" if new is None else f"{new:.0f}",
        "delta_words": "--" if delta is None else f"{delta:+.0f}",
        "band_words": "--" if band is None else f"±{band:.0f}",
        "common_words": "96 %",
        "verdict": "improved" if is_change else "no detectable change",
        "said": "said in words",
        "notes": (),
    }
    return ChangeLine(**(made | fields))


def some_changes(*lines):
    """Build what changed since the quarter before."""
    made = demo_document().changes
    assert isinstance(made, Changes)
    return replace(made, lines=lines)


def a_past_line(points, *, id_="delivery"):
    """Build a line of the history."""
    return PastLine(
        id=id_,
        name=id_.title(),
        short=id_.title(),
        points=tuple(points),
        figures=tuple("--" if one is None else f"{one:.0f}" for one in points),
        words="no detectable change since 23-Q1 (would have needed ±9)",
        since_previous="improved since 25-Q3",
        notes=("A note",),
    )


def a_past(*lines, forms=()):
    """Build a history with a quarter for every point of its lines."""
    number = len(lines[0].points)
    names = [(2023 + n // 4, 1 + n % 4) for n in range(number)]
    return Past(
        title_words=f"{number} quarters",
        periods=tuple(f"{year}-Q{quarter}" for year, quarter in names),
        shorts=tuple(f"{year - 2000}-Q{quarter}" for year, quarter in names),
        people=("5",) * number,
        forms=forms,
        lines=lines,
        remarks=(),
    )


def charts_of(document):
    """Draw a document; return its charts by kind."""
    return {chart.kind.value: chart for chart in draw(document)}


def drawn(make, document):
    """Return the chart that is made of a document; there has to be one."""
    chart = make(document)
    assert chart is not None
    return chart


def parsed(chart):
    """Return the root of a chart's picture; fail if it is no XML."""
    return ET.fromstring(chart.svg)


def texts_of(chart):
    """Return what is written in a picture, a text for each place."""
    return [" ".join(one.itertext()) for one in parsed(chart).iter(f"{_SVG}text")]


def all_of(chart, tag, class_):
    """Return the elements of a tag and class."""
    found = parsed(chart).iter(f"{_SVG}{tag}")
    return [one for one in found if class_ in one.get("class", "").split()]


def boxes_of(chart):
    """Return (words, left, top, right, bottom) of every line of letters."""
    return [box for text in parsed(chart).iter(f"{_SVG}text") for box in _boxes(text)]


def _boxes(text):
    size, y = float(text.get("font-size")), float(text.get("y"))
    wide = size * (BOLD if text.get("font-weight") else 1)
    spans = text.findall(f"{_SVG}tspan")
    lines = [span.text for span in spans] or [text.text]
    steps = [float(span.get("dy")) for span in spans] or [0.0]
    for line, step in zip(lines, steps, strict=True):
        y += step
        width = width_of(line, wide)
        share = {"start": 0, "middle": 0.5, "end": 1}[text.get("text-anchor", "start")]
        left = float(text.get("x")) - share * width
        yield line, left, y - 0.72 * size, left + width, y + 0.22 * size


def overlaps(chart):
    """Return the lines of letters that stand on others, in pairs."""
    return [
        (one[0], other[0])
        for one, other in combinations(boxes_of(chart), 2)
        if one[1] < other[3] and other[1] < one[3]
        if one[2] < other[4] and other[2] < one[4]
    ]


def outside(chart):
    """Return the lines of letters that the edge of the picture would cut."""
    slack = 0.5  # widths are estimated, and a little too large
    return [
        line
        for line, left, top, right, bottom in boxes_of(chart)
        if min(left, top) < -slack
        or right > chart.width + slack
        or bottom > chart.height + slack
    ]
