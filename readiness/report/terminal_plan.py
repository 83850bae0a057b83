"""The action plan on a terminal."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from readiness.report.layout import heading, indented, inquiries, title
from readiness.report.model import Report, StepLine


def render(report: Report) -> RenderableType:
    """Return the action plan to print."""
    return Group(*_sections(report))


def _sections(report: Report) -> Iterator[RenderableType]:
    yield title(report, "plan")
    yield indented(Text(f"Self-reported, {report.form_words}."))
    yield Padding(Text(report.plan_words), (1, 0, 0, 2))
    for said in (report.capacity_words, report.verify_words):
        if said:
            yield indented(Text(said))
    for step in report.steps:
        yield from _step(step)
    if report.later:
        yield heading("After that")
    for step in report.later:
        sure = f"; {step.solid_words}" if step.solid_words else ""
        yield indented(Text(f"{step.title} (+{step.gain_words}{sure})"))
    yield from inquiries(report, None)
    if report.holds:
        yield heading("Hold")
    for held in report.holds:
        yield indented(Text(f"{held.capability}: level {held.level}"))


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
    yield indented(Text(f"Owner: {step.owner}"))
    if step.details:
        yield indented(Text(f"How: {step.details}"))
    for criterion in step.done_when:
        yield indented(Text(f"Done when: {criterion}"))
