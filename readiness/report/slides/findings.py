"""The rules that fired, the most severe first."""

from readiness.report.model import FindingLine
from readiness.report.slides.deck import (
    WHOLE,
    Deck,
    Table,
    write_more,
    write_table,
)
from readiness.report.words import counted

_MOST = 6  # findings on the slide
_WIDTHS = (1.3, 4.2, 6.63)


def add_findings(deck: Deck) -> None:
    """Add the findings with what to do about each."""
    findings = deck.document.report.findings
    shown = findings[:_MOST]
    first = f"{findings[0].name} ({findings[0].severity})"
    number = counted(len(findings), "finding")
    notes = [said for finding in findings for said in _notes(finding)]
    slide = deck.add(f"{number}, first of all: {first}", notes)
    rows = [(line.severity, line.name, line.action) for line in shown]
    table = Table(
        head=("Severity", "Finding", "Do"),
        widths=_WIDTHS,
        rows=rows,
        lines=3,
        alt=" ".join(f"{severity}: {name}." for severity, name, _ in rows),
    )
    write_table(slide, WHOLE, table)
    if left := len(findings) - len(shown):
        write_more(slide, f"and {counted(left, 'more finding')}")


def _notes(line: FindingLine) -> tuple[str, ...]:
    because = "; ".join(line.because)
    return (
        f"{line.id}, {line.severity}: {line.name}. {line.rationale}",
        f"Because {because}. Do: {line.action}",
    )
