"""A report about one trend only."""

from dataclasses import replace

from readiness.report.model import Report


def narrow(report: Report, trend_id: str) -> Report:
    """Return ``report`` with what concerns the trend ``trend_id``; it must exist."""
    rows = tuple(row for row in report.trends if row.node.id == trend_id)
    name = rows[0].node.name
    return replace(
        report,
        trends=rows,
        strengths=tuple(a for a in report.strengths if a.trend == name),
        gaps=tuple(a for a in report.gaps if a.trend == name),
        answers=tuple(a for a in report.answers if a.trend == name),
        holds=tuple(a for a in report.holds if a.trend == name),
        findings=tuple(f for f in report.findings if name in f.trends),
        steps=tuple(s for s in report.steps if s.trend == name),
        later=tuple(s for s in report.later if s.trend == name),
        inquiries=tuple(i for i in report.inquiries if i.trend == name),
    )
