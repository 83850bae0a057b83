"""The rules that fired, the most severe first."""

from readiness.report.model import FindingLine
from readiness.report.slides.deck import WHOLE, Deck
from readiness.report.slides.tables import CELL, ROW, Table, write_more, write_table
from readiness.report.words import counted

_MOST = 6  # findings on the slide
_FEW = 4  # so many have room for large letters
_LARGE, _HIGH = 15, 1.05  # points, inches
_HEAD = ("Severity", "Finding", "Why it matters", "Do")
_WIDTHS = (1.2, 2.9, 4.0, 4.03)


def add_findings(deck: Deck) -> None:
    """Add the findings with what to do about each."""
    findings = deck.document.report.findings
    shown = findings[:_MOST]
    number = counted(len(findings), "finding")
    first = f"{number}, first of all: {findings[0].name} ({findings[0].severity})"
    notes = [said for finding in findings for said in _notes(finding)]
    slide = deck.add((first, f"{number}, the most severe first"), notes)
    rows = [(f.severity, f.name, f.rationale, _do(f)) for f in shown]
    is_few = len(shown) <= _FEW
    table = Table(
        head=_HEAD,
        widths=_WIDTHS,
        rows=rows,
        lines=4 if is_few else 3,
        size=_LARGE if is_few else CELL,
        height=_HIGH if is_few else ROW,
        alt=" ".join(f"{line.severity}: {line.name}." for line in shown),
    )
    write_table(slide, WHOLE, table)
    if left := len(findings) - len(shown):
        write_more(slide, f"and {counted(left, 'more finding')}")


def _do(line: FindingLine) -> str:
    """Return what to do, after why nobody will: a cell shows its beginning."""
    return f"{line.stays_open}. {line.action}" if line.stays_open else line.action


def _notes(line: FindingLine) -> tuple[str, ...]:
    because = "; ".join(line.because)
    return (
        f"{line.id}, {line.severity}: {line.name}. {line.rationale}",
        f"Because {because}. Do: {line.action}",
        f"{line.stays_open}." if line.stays_open else "",
    )
