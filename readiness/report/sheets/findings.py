"""The rules that fired, with the answers behind them."""

from collections.abc import Iterator

from readiness.report.documents.model import Document
from readiness.report.model import FindingLine
from readiness.report.sheets.grid import Cell, Grid, lines, words

_COLUMNS = (
    words("Rule", 8),
    words("Finding", 26),
    words("Severity", 12),
    words("Kind", 12),
    words("Trends", 20),
    words("Why it matters", 34),
    words("Because", 36),
    words("Do", 32),
    words("Source", 28),
)


def findings(document: Document) -> Grid:
    """Return the findings, the most severe first."""
    return Grid(
        name="Findings",
        holds="Combinations of answers that call for something",
        columns=_COLUMNS,
        rows=tuple(map(_row, document.report.findings)),
        said=tuple(_said(document)),
        empty="No rule fires on these answers.",
        frozen=2,
    )


def _said(document: Document) -> Iterator[str]:
    if document.report.not_evaluated:
        rules = ", ".join(document.report.not_evaluated)
        yield f"Not evaluated, because too little is known: {rules}."


def _row(line: FindingLine) -> tuple[Cell, ...]:
    return (
        line.id,
        line.name,
        line.severity,
        line.kind,
        lines(line.trends),
        line.rationale,
        lines(line.because),
        line.action,
        line.source,
    )
