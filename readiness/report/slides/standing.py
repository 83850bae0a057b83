"""Where the team stands: scores with their ranges, and the level of each trend."""

from collections.abc import Iterator, Mapping

from readiness.report.charts.native import span_of
from readiness.report.charts.tables import people_ranges
from readiness.report.documents.model import Document
from readiness.report.model import Node, Report
from readiness.report.slides.deck import (
    LEFT,
    RIGHT,
    Deck,
    Item,
    write_items,
)
from readiness.report.slides.looks import Points
from readiness.report.slides.ranges import put_ranges
from readiness.report.slides.words import lead_words, range_words, scope_words

Row = tuple[str, Node, tuple[str, ...]]  # name, scores, notes


def add_standing(deck: Deck) -> None:
    """Add the profile of the trends, or of one trend that of its capabilities."""
    rows = list(_rows(deck.document))
    items = [_item(*row) for row in rows]
    report = deck.document.report
    headline = (": ".join(pair) for pair in report.headline)
    notes = (*headline, *(item.said for item in items), *_panel(report))
    slide = deck.add(_message(deck.document), notes)
    told = (f"{name}: {_figure(node)}." for name, node, _ in rows)
    alt = " ".join(("Scores with their ranges.", *told))
    people = people_ranges(report)
    drawn = [(name, _points(node, people)) for name, node, _ in rows]
    put_ranges(slide, LEFT, drawn, alt)
    write_items(slide, RIGHT, items, lines=2)


def _message(document: Document) -> str:
    """Return where what the document is about stands, and on how much of the form."""
    return "; ".join(filter(None, (_stand(document), scope_words(document))))


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
