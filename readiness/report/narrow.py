"""A report about one trend only."""

from collections.abc import Iterator
from dataclasses import replace

from readiness.report import words
from readiness.report.model import ClaimLine, Completeness, Report, StepLine, TrendRow
from readiness.report.panel.lines import narrow_panel


def narrow(report: Report, trend_id: str) -> Report:
    """Return ``report`` with what concerns the trend ``trend_id``; it must exist."""
    row = next(row for row in report.trends if row.node.id == trend_id)
    name = row.node.name
    answers = tuple(a for a in report.answers if a.trend == name)
    steps = tuple(s for s in report.steps if s.trend == name)
    later = tuple(s for s in report.later if s.trend == name)
    return replace(
        report,
        headline=tuple(_headline(row, (*steps, *later))),
        completeness=Completeness(
            questions=row.asked,
            of=row.of,
            rated=row.rated,
            unknown=row.unknown,
            not_applicable=row.not_applicable,
            open=row.open,
            with_evidence=sum(bool(answer.evidence) for answer in answers),
            grounds=row.grounds,
        ),
        trends=(row,),
        strengths=tuple(a for a in report.strengths if a.trend == name),
        gaps=tuple(a for a in report.gaps if a.trend == name),
        answers=answers,
        holds=tuple(h for h in report.holds if h.trend == name),
        findings=tuple(f for f in report.findings if name in f.trends),
        not_evaluated=(),
        not_evaluated_words="",
        steps=steps,
        later=later,
        aside=tuple(s for s in report.aside if s.trend == name),
        plan_words="",
        capacity_words="",
        verify_words="",
        grounds_words=words.grounds_of(row.grounds),
        importance_words="",
        inquiries=tuple(i for i in report.inquiries if i.trend == name),
        claims=tuple(_claims(report, row, steps)),
        panel=narrow_panel(report.panel, trend_id),
    )


def _claims(
    report: Report, row: TrendRow, steps: tuple[StepLine, ...]
) -> Iterator[ClaimLine]:
    """Yield the claims that the steps in this trend rest on."""
    named = {step.capability for step in steps}
    ids = {node.id for node in row.capabilities if node.name in named}
    return (claim for claim in report.claims if ids.intersection(claim.capabilities))


def _headline(row: TrendRow, steps: tuple[StepLine, ...]) -> Iterator[tuple[str, str]]:
    node = row.node
    level = f", level {node.level_words}" if node.level_words else ""
    of = " of 100" if node.point is not None else ""
    yield "Trend", f"{node.name}: {node.score_words}{of}{level}; {words.SELF_REPORTED}"
    if row.notes:
        yield "Known", ", ".join(row.notes)
    if steps:
        yield "Do first", words.first_step(steps[0])
