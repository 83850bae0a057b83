"""The plan to work with, and what to find out."""

from collections.abc import Iterator

from readiness.report.documents.model import Document
from readiness.report.model import InquiryLine, StepLine
from readiness.report.sheets.grid import Cell, Column, Grid, Kind, lines, number, words

_PLAN = (
    words("No.", 6),
    words("Action", 40),
    words("When", 12),
    words("Assignee", 16),
    Column(head="Due", width=12, kind=Kind.DATE),
    Column(head="Status", width=14, kind=Kind.STATUS),
    words("Trend", 22),
    words("Capability", 26),
    number("Gain overall", Kind.CHANGE),
    number("Overall low", Kind.CHANGE),
    number("Overall high", Kind.CHANGE),
    number("Gain in trend", Kind.CHANGE),
    number("Trend low", Kind.CHANGE),
    number("Trend high", Kind.CHANGE),
    number("Person-weeks", Kind.NUMBER),
    words("Effort", 20),
    words("Usual owner", 16),
    words("First step", 30),
    words("How", 34),
    words("Done when", 40),
    words("Why here", 40),
)
_INQUIRIES = (
    words("Question", 22),
    words("Text", 44),
    words("Trend", 24),
    words("Capability", 28),
    words("Foundation", 12),
    number("Narrows overall", Kind.NUMBER),
    number("Narrows trend", Kind.NUMBER),
    words("Knowing it", 28),
    words("Ask", 16),
)
_NO_STEP = "Nothing below level 3 is known: hold what there is, and find out the rest."
_GAINS = (
    "Gains are points that a score rises by if the action reaches its level and "
    "nothing else changes. Assignee, due date and status are yours to fill in."
)


def plan(document: Document) -> Grid:
    """Return all actions: those of the plan, those after it, those settled."""
    report = document.report
    notes = (report.capacity_words, report.verify_words)
    return Grid(
        name="Plan",
        holds="Actions with gain and effort, to be assigned and followed",
        columns=_PLAN,
        rows=tuple(_steps(document)),
        said=tuple(filter(None, (report.plan_words, _GAINS))),
        notes=tuple(filter(None, notes)),
        empty=_NO_STEP,
        frozen=2,
        pages=2,
    )


def inquiries(document: Document) -> Grid:
    """Return what is not known yet, and how much knowing it would narrow."""
    return Grid(
        name="Find out",
        holds="Unknown answers, and what knowing them is worth",
        columns=_INQUIRIES,
        rows=tuple(map(_inquiry, document.report.inquiries)),
        said=("By how many points an answer narrows the range of its scores.",),
        empty="Everything that was asked is known.",
    )


def _steps(document: Document) -> Iterator[tuple[Cell, ...]]:
    report = document.report
    yield from (_step(step, step.horizon) for step in report.steps)
    yield from (_step(step, "after that") for step in report.later)
    yield from (_step(step, "set aside") for step in report.aside)


def _step(step: StepLine, when: str) -> tuple[Cell, ...]:
    return (
        step.number,
        step.title,
        when,
        None,
        None,
        None,
        step.trend,
        step.capability,
        step.gain,
        step.gain_low,
        step.gain_high,
        step.trend_gain,
        step.trend_gain_low,
        step.trend_gain_high,
        step.person_weeks,
        step.effort_words,
        step.owner,
        step.first_step,
        step.details,
        lines(step.done_when),
        step.why_here,
    )


def _inquiry(line: InquiryLine) -> tuple[Cell, ...]:
    return (
        line.question,
        line.text,
        line.trend,
        line.capability,
        "yes" if line.is_foundation else "",
        line.narrows,
        line.trend_narrows,
        line.words,
        line.ask,
    )
