"""The figures of the scores, as several charts need them."""

from collections.abc import Iterator

from readiness.report import words
from readiness.report.charts.model import Table
from readiness.report.model import Node, Report


def scored(report: Report) -> tuple[tuple[str, Node], ...]:
    """Return overall and the trends, with their short names.

    A report of one trend is about that trend: the overall score is left out.
    """
    trends = tuple((trend.short, trend.node) for trend in report.trends)
    if len(trends) == 1:
        return trends
    return ((report.overall.name, report.overall), *trends)


def people_ranges(report: Report) -> dict[str, tuple[float, float]]:
    """Return the people range in points by node; what is withheld is not in it."""
    panel = report.panel
    if panel is None:
        return {}
    ends = [(line.id, line.low, line.high) for line in panel.trends]
    if panel.about == "overall":
        ends.append(("overall", panel.low, panel.high))
    return {
        id_: (low, high)
        for id_, low, high in ends
        if low is not None and high is not None
    }


def scores_table(report: Report) -> Table:
    """Return the scores with their ranges and levels; that of people, if there is."""
    people = {
        id_: f"{words.whole(low)} to {words.whole(high)}"
        for id_, (low, high) in people_ranges(report).items()
    }
    head = ("", "Score", "Range", *(("People range",) if people else ()), "Level")
    return Table(
        caption="Scores of 100, with the range that unknown answers leave open",
        head=head,
        rows=tuple(tuple(_cells(node, people)) for _, node in scored(report)),
        numeric=(False, *(True for _ in head[2:]), False),
    )


def _cells(node: Node, people: dict[str, str]) -> Iterator[str]:
    yield node.name
    yield node.score_words
    yield node.range_words
    if people:
        yield people.get(node.id, "")
    held = f"; {node.held_words}" if node.held_words else ""
    yield f"{node.level_words}{held}"
