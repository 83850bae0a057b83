"""A history as plain sentences: one fact a line, no tables, no signs."""

from collections.abc import Iterator

from readiness.report.comparing.model import NO_FIGURE
from readiness.report.history.model import HistoryReport, HistoryRow


def render(report: HistoryReport) -> str:
    """Return the history, a newline at its end."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: HistoryReport) -> Iterator[str]:
    demo = "Demo data. " if report.is_demo else ""
    yield f"{demo}History of {report.team}, {report.title_words}, self-reported."
    yield from (_row(row, report.shorts) for row in report.rows)
    yield from report.remarks


def _row(row: HistoryRow, shorts: tuple[str, ...]) -> str:
    scores = ", ".join(
        f"{short} {'no score' if figure == NO_FIGURE else figure}"
        for short, figure in zip(shorts, row.figures, strict=True)
    )
    said = filter(None, (row.words, row.since_previous, *row.notes))
    return " ".join(
        (f"{row.node.name}: {scores}.", *(f"{s}." for s in map(_capital, said)))
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
