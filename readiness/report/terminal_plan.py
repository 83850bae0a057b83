"""The action plan on a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from readiness.report.layout import heading, indented, inquiries, settled, title
from readiness.report.model import Report, StepLine


def render(report: Report) -> RenderableType:
    """Return the action plan to print."""
    return Group(*_sections(report))


def _sections(report: Report) -> Iterator[RenderableType]:
    yield title(report, "plan")
    yield indented(Text(f"Self-reported, {report.form_words}."))
    yield Padding(Text(report.plan_words), (1, 0, 0, 2))
    for said in (report.earlier_words, report.capacity_words, report.verify_words):
        if said:
            yield indented(Text(said))
    for step in report.steps:
        yield from _step(step)
    if report.later:
        yield heading("After that")
    for step in report.later:
        more = filter(None, (step.solid_words, step.progress_words))
        about = "; ".join((f"+{step.gain_words}", *more))
        yield indented(Text(f"{step.title} ({about})"))
    yield from settled(report)
    yield from _open(report)
    yield from inquiries(report, None)
    if report.holds:
        yield heading("Hold")
    for held in report.holds:
        yield indented(Text(f"{held.capability}: level {held.level}"))


def _open(report: Report) -> Iterator[RenderableType]:
    open_ = [finding for finding in report.findings if finding.stays_open]
    if open_:
        yield heading("Findings that nothing here cures")
    for finding in open_:
        label = f"{finding.severity.upper()}  {finding.name} ({finding.id})"
        yield indented(Text(label))
        yield indented(Text(finding.stays_open), by=4)


def _step(step: StepLine) -> Iterator[RenderableType]:
    yield heading(f"{step.number}  {step.title}", step.horizon)
    yield indented(Text(f"+{step.gain_words}; {step.effort_words}"))
    yield indented(Text(f"Why: it {step.why_here}."))
    if step.solid_words:
        yield indented(Text(f"How sure: {step.solid_words}"))
    for line in step.causes:
        yield indented(Text(f"{line.text} {line.answer}"), by=4)
    if step.needs:
        yield indented(Text(f"Needs: {'; '.join(step.needs)}"))
    if step.progress_words:
        yield indented(Text(f"Progress: {step.progress_words}"))
    yield indented(Text(f"Usually led by: {step.owner}"))
    if step.details:
        yield indented(Text(f"How: {step.details}"))
    for criterion in step.done_when:
        yield indented(Text(f"Done when: {criterion}"))
