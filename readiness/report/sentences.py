"""The report as plain sentences: one fact a line, no tables, no signs.

For screen readers and dumb terminals.
"""

from collections.abc import Iterator

from readiness.report.model import FindingLine, Node, Report, StepLine, TrendRow
from readiness.report.panel_model import Fact

SHOWN = 3  #: strengths, gaps and unknowns in the short report


def render(report: Report, *, full: bool = False) -> str:
    """Return the report, a newline at its end."""
    return "\n".join(_lines(report, full=full)) + "\n"


def render_plan(report: Report) -> str:
    """Return the action plan, a newline at its end."""
    return "\n".join(_plan_lines(report)) + "\n"


def headline(report: Report) -> str:
    """Return the ten-second block as sentences."""
    return "\n".join(f"{label}: {said}." for label, said in report.headline) + "\n"


def _lines(report: Report, *, full: bool) -> Iterator[str]:
    demo = "Demo data. " if report.is_demo else ""
    yield f"{demo}Readiness report of {report.team} for {report.period}."
    yield f"Questions: {report.pack_title} {report.pack_version}."
    yield headline(report).rstrip()
    yield from filter(None, (report.earlier_words, report.left_out))
    yield from _trends(report, full=full)
    yield from _people(report, full=full)
    yield from _outstanding(report, None if full else SHOWN)
    yield from map(_finding, report.findings)
    if report.not_evaluated_words:
        yield report.not_evaluated_words
    yield from map(_step, report.steps)
    for step in report.later if full or len(report.trends) == 1 else ():
        yield f"After that: {step.title}. +{step.gain_words}.{_progress(step)}"
    yield from map(_settled, report.aside)
    if report.plan_words:
        yield report.plan_words
    for inquiry in report.inquiries[: None if full else SHOWN]:
        yield f"Find out: {inquiry.text} ({inquiry.question}) This {inquiry.words}."
    if full:
        yield from _appendix(report)


def _plan_lines(report: Report) -> Iterator[str]:
    demo = "Demo data. " if report.is_demo else ""
    yield f"{demo}Readiness plan of {report.team} for {report.period}."
    yield f"Self-reported, {report.form_words}."
    yield report.plan_words
    more = (report.earlier_words, report.capacity_words, report.verify_words)
    yield from filter(None, more)
    for step in report.steps:
        yield from _whole_step(step)
    for step in report.later:
        sure = f" {step.solid_words}." if step.solid_words else ""
        yield f"After that: {step.title}. +{step.gain_words}.{sure}{_progress(step)}"
    yield from map(_settled, report.aside)
    open_ = (finding for finding in report.findings if finding.stays_open)
    yield from (f"{_name(finding)}. {finding.stays_open}." for finding in open_)
    for inquiry in report.inquiries:
        yield f"Find out: {inquiry.text} ({inquiry.question}) This {inquiry.words}."
    for line in report.holds:
        yield f"Hold: {line.capability}, at level {line.level}."


def _whole_step(step: StepLine) -> Iterator[str]:
    yield _step(step)
    if step.solid_words:
        yield f"How sure this place is: {step.solid_words}."
    yield from (f"Needs: {need}." for need in step.needs)
    if step.details:
        yield f"How: {step.details}"
    yield from (f"Done when: {criterion}." for criterion in step.done_when)


def _trends(report: Report, *, full: bool) -> Iterator[str]:
    yield "Trends."
    for row in report.trends:
        yield _trend(row)
        if full or len(report.trends) == 1:
            yield from (_node(node) for node in row.capabilities)
    if report.grounds_words:
        yield report.grounds_words
    if report.importance_words:
        yield report.importance_words


def _people(report: Report, *, full: bool) -> Iterator[str]:
    if report.panel:
        details = report.panel.details if full else ()
        for fact in (*report.panel.facts, *details):
            yield from _fact(fact)
        if report.panel.roles.hint:
            yield report.panel.roles.hint
        for row in report.panel.roles.trends if full else ():
            yield f"{row.name}: {row.words}."
    yield from (f"Who answered: {one.words}." for one in report.who)


def _fact(fact: Fact) -> Iterator[str]:
    yield from (f"{fact.label}: {line}." for line in fact.lines_with_ids)


def _outstanding(report: Report, limit: int | None) -> Iterator[str]:
    for word, lines in (("Strength", report.strengths), ("Gap", report.gaps)):
        for line in lines[:limit]:
            yield f"{word}: {line.capability}, {line.facet}: {line.answer}."


def _appendix(report: Report) -> Iterator[str]:
    for line in report.answers:
        yield f"Answer: {line.text} ({line.question}) {line.answer}."
        yield from (f"Remark: {remark}" for remark in line.note.splitlines())
        yield from (piece.words for piece in line.evidence)
    for claim in report.claims:
        yield f"Claim: {claim.claim} ({claim.id}). Status: {claim.status_words}."


def _trend(row: TrendRow) -> str:
    notes = [note for note in row.notes if not note.startswith("range ")]
    return " ".join([_node(row.node), *(f"{_capital(note)}." for note in notes)])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _node(node: Node) -> str:
    if node.point is None:
        between = f" Range {node.range_words} of 100." if node.range_words else ""
        return f"{node.name}: {node.score_words}.{between}"
    between = f" Range {node.range_words}." if node.range_words else ""
    return f"{node.name}: {node.score_words} of 100, level {node.level_words}.{between}"


def _finding(finding: FindingLine) -> str:
    because = "; ".join(finding.because)
    stays_open = f" {finding.stays_open}." if finding.stays_open else ""
    return f"{_name(finding)}. Because {because}. Do: {finding.action}{stays_open}"


def _name(finding: FindingLine) -> str:
    return f"Finding, {finding.severity}: {finding.name} ({finding.id})"


def _settled(step: StepLine) -> str:
    return f"Set aside: {step.title}: {step.progress_words}."


def _progress(step: StepLine) -> str:
    return f" {step.progress_words}." if step.progress_words else ""


def _step(step: StepLine) -> str:
    return (
        f"Action {step.number}, {step.horizon}: {step.title}. +{step.gain_words}. "
        f"Effort {step.effort_words}. Here because it {step.why_here}."
        f"{_progress(step)}"
    )
