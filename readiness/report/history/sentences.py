"""A history as plain sentences: one fact a line, no tables, no signs."""

from collections.abc import Iterator, Sequence

from readiness.report.comparing.model import NO_FIGURE
from readiness.report.history.model import HistoryReport, HistoryRow


def render(report: HistoryReport) -> str:
    """Return the history, a newline at its end."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: HistoryReport) -> Iterator[str]:
    demo = "Demo data. " if report.is_demo else ""
    yield f"{demo}History of {report.team}, {report.title_words}, self-reported."
    yield f"People: {_listed(report.shorts, report.people)}."
    if report.forms:
        yield f"Form: {_listed(report.shorts, report.forms)}."
    yield from (_row(row, report.shorts) for row in report.rows)
    yield from (*report.remarks, *report.hints)


def _row(row: HistoryRow, shorts: tuple[str, ...]) -> str:
    figures = ["no score" if f == NO_FIGURE else f for f in row.figures]
    scores = _listed(shorts, figures)
    said = filter(None, (row.words, row.since_previous, *row.notes))
    return " ".join(
        (f"{row.node.name}: {scores}.", *(f"{s}." for s in map(_capital, said)))
    )


def _listed(shorts: Sequence[str], figures: Sequence[str]) -> str:
    """Return "26-Q3 54, 26-Q4 58"."""
    quarters = zip(shorts, figures, strict=True)
    return ", ".join(f"{short} {figure}" for short, figure in quarters)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
