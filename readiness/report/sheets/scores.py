"""The scores: overall, trends, capabilities."""

from collections.abc import Iterator

from readiness.report.documents.model import Document
from readiness.report.model import Node
from readiness.report.sheets.grid import Cell, Grid, Kind, number, words

_COLUMNS = (
    words("Name", 36),
    words("Of", 11),
    words("Trend", 24),
    number("Score", Kind.POINTS),
    number("Low", Kind.POINTS),
    number("High", Kind.POINTS),
    number("Known", Kind.SHARE),
    number("Level", Kind.POINTS),
    number("Level low", Kind.POINTS),
    number("Level high", Kind.POINTS),
    words("Score in words", 16),
    words("Level in words", 24),
    words("Held by", 28),
)
_SAID = (
    "Points of 100. Low and high are the ends of the range: every unknown answer at "
    "level 0, and at level 4. Known is the share of the weight that is known; where it "
    "is too little, there is no score."
)


def scores(document: Document) -> Grid:
    """Return every score of ``document``."""
    return Grid(
        name="Scores",
        holds="Every score with its range, level, and how much of it is known",
        columns=_COLUMNS,
        rows=tuple(_rows(document)),
        said=(_SAID,),
    )


def _rows(document: Document) -> Iterator[tuple[Cell, ...]]:
    report = document.report
    if len(report.trends) > 1:
        yield _row(report.overall, "overall", "")
    for row in report.trends:
        yield _row(row.node, "trend", row.node.name)
    for row in report.trends:
        for node in row.capabilities:
            yield _row(node, "capability", row.node.name)


def _row(node: Node, of: str, trend: str) -> tuple[Cell, ...]:
    return (
        node.name,
        of,
        trend,
        node.point,
        node.low,
        node.high,
        node.coverage,
        node.level,
        node.level_low,
        node.level_high,
        node.score_words,
        node.level_words,
        node.held_words,
    )
