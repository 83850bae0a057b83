"""The rules that fired, with the answers behind them."""

from readiness.report.documents.model import Document
from readiness.report.model import FindingLine
from readiness.report.sheets.grid import (
    Fields,
    Grid,
    cells_of,
    columns_of,
    lines,
    words,
)

_FINDING: Fields[FindingLine] = (
    (words("Rule", 8), lambda line: line.id),
    (words("Finding", 22), lambda line: line.name),
    (words("Severity", 10), lambda line: line.severity),
    (words("Kind", 11), lambda line: line.kind),
    (words("Trends", 18), lambda line: lines(line.trends)),
    (words("Why it matters", 28), lambda line: line.rationale),
    (words("Because", 32), lambda line: lines(line.because)),
    (words("Do", 28), lambda line: line.action),
    (words("Decision", 24), lambda line: line.stays_open),
    (words("Source", 20), lambda line: line.source),
)


def findings(document: Document) -> Grid:
    """Return the findings, the most severe first."""
    return Grid(
        name="Findings",
        holds="Combinations of answers that call for something",
        columns=columns_of(_FINDING),
        rows=tuple(cells_of(_FINDING, line) for line in document.report.findings),
        said=tuple(filter(None, (document.report.not_evaluated_words,))),
        empty="No rule fires on these answers.",
        frozen=2,
    )
