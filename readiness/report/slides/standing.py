"""Where the team stands: scores with their ranges, and the level of each trend."""

from collections.abc import Iterator

from readiness.report.documents.model import Document
from readiness.report.model import Node
from readiness.report.slides.deck import LEFT, RIGHT, Deck, Item, write_items
from readiness.report.slides.native import Points, put_ranges

Row = tuple[str, Node, tuple[str, ...]]  # name, scores, notes


def add_standing(deck: Deck) -> None:
    """Add the profile of the trends, or of one trend that of its capabilities."""
    rows = list(_rows(deck.document))
    items = [_item(*row) for row in rows]
    headline = (": ".join(pair) for pair in deck.document.report.headline)
    notes = (*headline, *(item.said for item in items))
    slide = deck.add(_message(deck.document), notes)
    told = (f"{name}: {_figure(node)}." for name, node, _ in rows)
    alt = " ".join(("Scores with their ranges.", *told))
    put_ranges(slide, LEFT, [(name, _points(node)) for name, node, _ in rows], alt)
    write_items(slide, RIGHT, items, lines=2)


def _message(document: Document) -> str:
    said = dict(document.report.headline)
    if "Weakest" not in said:
        return next(iter(said.values()), document.subject)
    overall = document.report.overall
    figure = f"{overall.score_words} of 100"
    first = figure if overall.point is not None else overall.score_words
    return f"Overall {first}; weakest: {said['Weakest']}"


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


def _points(node: Node) -> Points:
    """Return low, the distance from low to high, and the score."""
    if node.low is None or node.high is None:
        return None, None, node.point
    return node.low, node.high - node.low, node.point


def _item(name: str, node: Node, notes: tuple[str, ...]) -> Item:
    level = f"level {node.level_words}" if node.level_words else ""
    rest = (note for note in notes if not note.startswith("range "))
    return Item(name, "; ".join(filter(None, (_figure(node), level, *rest))))


def _figure(node: Node) -> str:
    scored = f"{node.score_words} ({node.range_words})"
    return scored if node.range_words else node.score_words
