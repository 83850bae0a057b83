"""The scores: overall, trends, capabilities."""

from collections.abc import Iterator

from readiness.report.documents.model import Document
from readiness.report.model import Node
from readiness.report.sheets.grid import (
    Fields,
    Grid,
    Kind,
    cells_of,
    columns_of,
    number,
    words,
)
from readiness.responses import Form

_Line = tuple[Node, str, str]  # with what it is a score of, and its trend
_SCORE: Fields[_Line] = (
    (words("Name", 30), lambda line: line[0].name),
    (words("Of", 11), lambda line: line[1]),
    (words("Trend", 20), lambda line: line[2]),
    (number("Score", Kind.POINTS), lambda line: line[0].point),
    (number("Low", Kind.POINTS), lambda line: line[0].low),
    (number("High", Kind.POINTS), lambda line: line[0].high),
    (number("Known", Kind.SHARE), lambda line: line[0].coverage),
    (number("Level", Kind.POINTS), lambda line: line[0].level),
    (number("Level low", Kind.POINTS), lambda line: line[0].level_low),
    (number("Level high", Kind.POINTS), lambda line: line[0].level_high),
    (words("Score in words", 14), lambda line: line[0].score_words),
    (words("Level in words", 18), lambda line: line[0].level_words),
    (words("Held by", 20), lambda line: line[0].held_words),
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
        columns=columns_of(_SCORE),
        rows=tuple(cells_of(_SCORE, line) for line in _lines(document)),
        said=(*_scope(document), _SAID),
    )


def _scope(document: Document) -> tuple[str, ...]:
    report = document.report
    return (f"This is {report.form_words}.",) if report.form == Form.QUICK else ()


def _lines(document: Document) -> Iterator[_Line]:
    report = document.report
    if len(report.trends) > 1:
        yield (report.overall, "overall", "")
    for row in report.trends:
        yield (row.node, "trend", row.node.name)
    for row in report.trends:
        for node in row.capabilities:
            yield (node, "capability", row.node.name)
