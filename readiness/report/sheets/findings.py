"""The rules that fired, with the answers behind them."""

from collections.abc import Iterator

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
    (words("Finding", 26), lambda line: line.name),
    (words("Severity", 12), lambda line: line.severity),
    (words("Kind", 12), lambda line: line.kind),
    (words("Trends", 20), lambda line: lines(line.trends)),
    (words("Why it matters", 34), lambda line: line.rationale),
    (words("Because", 36), lambda line: lines(line.because)),
    (words("Do", 32), lambda line: line.action),
    (words("Source", 28), lambda line: line.source),
)


def findings(document: Document) -> Grid:
    """Return the findings, the most severe first."""
    return Grid(
        name="Findings",
        holds="Combinations of answers that call for something",
        columns=columns_of(_FINDING),
        rows=tuple(cells_of(_FINDING, line) for line in document.report.findings),
        said=tuple(_said(document)),
        empty="No rule fires on these answers.",
        frozen=2,
    )


def _said(document: Document) -> Iterator[str]:
    if document.report.not_evaluated:
        rules = ", ".join(document.report.not_evaluated)
        yield f"Not evaluated, because too little is known: {rules}."
