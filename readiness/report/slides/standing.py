"""Where the team stands: scores with their ranges, and the level of each trend."""

from collections.abc import Iterable, Iterator, Mapping

from readiness.report.charts.native import span_of
from readiness.report.charts.tables import people_ranges
from readiness.report.documents.model import Document
from readiness.report.model import Node, Report
from readiness.report.slides.base import SMALLEST
from readiness.report.slides.deck import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Box,
    Deck,
    Item,
    write_items,
)
from readiness.report.slides.looks import Points
from readiness.report.slides.ranges import put_ranges
from readiness.report.slides.words import lead_words, range_words, scope_words

_CHART = Box(LEFT.left, TOP, LEFT.width, LEFT.height - 0.55)
_BELOW = Box(LEFT.left, BOTTOM - 0.55, RIGHT.left - LEFT.left, 0.55)
_OWN = 3  # points of a row without the people range: low, from there to high, score
Row = tuple[str, Node, tuple[str, ...]]  # name, scores, notes


def add_standing(deck: Deck) -> None:
    """Add the profile of the trends, or of one trend that of its capabilities."""
    rows = list(_rows(deck.document))
    items = [_item(*row) for row in rows]
    report = deck.document.report
    headline = (": ".join(pair) for pair in report.headline)
    none = (deck.document.strengths_words, deck.document.gaps_words)
    notes = (*headline, *(item.said for item in items), *_panel(report), *none)
    slide = deck.add(tuple(_messages(deck.document)), notes)
    figures = (f"{name}: {_figure(node)}." for name, node, _ in rows)
    alt = " ".join(("Scores with their ranges.", *figures))
    people = people_ranges(report)
    drawn = [(name, _points(node, people)) for name, node, _ in rows]
    put_ranges(slide, _CHART, drawn, alt)
    if told := _legend(drawn):
        write_items(slide, _BELOW, [Item("", told)], size=SMALLEST, lines=2)
    write_items(slide, RIGHT, items, lines=2)


def _messages(document: Document) -> Iterator[str]:
    """Yield where what it is about stands, and on how much of the form; the long first.

    The last has no name in it.
    """
    lead = document.lead
    figure = (
        f"{lead.score_words} of 100" if lead.point is not None else lead.score_words
    )
    for said in (_stand(document), f"{figure} {range_words(lead)}".rstrip()):
        yield "; ".join(filter(None, (said, scope_words(document))))


def _legend(drawn: Iterable[tuple[str, Points]]) -> str:
    """Return what the marks of the chart beyond the score mean."""
    rows = [points for _, points in drawn]
    said = []
    if any(points[1] is not None for points in rows):
        said.append("Range: what unknown answers leave open.")
    if any(len(points) > _OWN for points in rows):
        said.append("People range: had other people of the team answered.")
    return " ".join(said)


def _stand(document: Document) -> str:
    said = dict(document.report.headline)
    if "Weakest" not in said:
        return next(iter(said.values()), document.subject)
    return f"{lead_words(document)}; weakest: {said['Weakest']}"


def _rows(document: Document) -> Iterator[Row]:
    report = document.report
    if len(report.trends) > 1:
        yield report.overall.name, report.overall, ()
        for row in report.trends:
            yield row.short, row.node, row.notes
        return
    for row in report.trends:
        yield row.short, row.node, row.notes
        yield from ((node.name, node, ()) for node in row.capabilities)


def _panel(report: Report) -> Iterator[str]:
    yield from (line.words for line in report.panel.trends) if report.panel else ()


def _points(node: Node, people: Mapping[str, tuple[float, float]]) -> Points:
    """Return low, the distance from low to high, the score, and the people range."""
    ends = people.get(node.id, (None, None)) if people else ()
    return node.low, span_of(node), node.point, *ends


def _item(name: str, node: Node, notes: tuple[str, ...]) -> Item:
    level = f"level {node.level_words}" if node.level_words else ""
    rest = (note for note in notes if not note.startswith("range "))
    return Item(name, "; ".join(filter(None, (_figure(node), level, *rest))))


def _figure(node: Node) -> str:
    return f"{node.score_words} {range_words(node)}".rstrip()
