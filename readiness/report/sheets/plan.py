"""The plan to work with, and what to find out."""

from collections.abc import Iterator
from datetime import date

from readiness.report.documents.model import Document
from readiness.report.model import InquiryLine, Report, StepLine
from readiness.report.sheets.grid import (
    Column,
    Fields,
    Grid,
    Kind,
    cells_of,
    columns_of,
    lines,
    number,
    words,
)
from readiness.report.words import HORIZONS

_Step = tuple[StepLine, str]  # with when it is due
_PLAN: Fields[_Step] = (
    (words("No.", 6), lambda line: line[0].number),
    (words("Action", 40), lambda line: line[0].title),
    (words("When", 16), lambda line: line[1]),
    (words("Assignee", 16), lambda line: line[0].assignee),
    (Column(head="Due", width=12, kind=Kind.DATE), lambda line: _due(line[0])),
    (
        Column(head="Status", width=14, kind=Kind.STATUS),
        lambda line: line[0].status or None,
    ),
    (words("Progress", 26), lambda line: line[0].progress_words),
    (words("Trend", 22), lambda line: line[0].trend),
    (words("Capability", 26), lambda line: line[0].capability),
    (number("Gain overall", Kind.CHANGE), lambda line: line[0].gain),
    (number("Overall low", Kind.CHANGE), lambda line: line[0].gain_low),
    (number("Overall high", Kind.CHANGE), lambda line: line[0].gain_high),
    (number("Gain in trend", Kind.CHANGE), lambda line: line[0].trend_gain),
    (number("Trend low", Kind.CHANGE), lambda line: line[0].trend_gain_low),
    (number("Trend high", Kind.CHANGE), lambda line: line[0].trend_gain_high),
    (number("Person-weeks", Kind.NUMBER), lambda line: line[0].person_weeks),
    (words("Effort", 20), lambda line: line[0].effort_words),
    (words("Usually led by", 16), lambda line: line[0].owner),
    (words("First step", 30), lambda line: line[0].first_step),
    (words("How", 34), lambda line: line[0].details),
    (words("Done when", 40), lambda line: lines(line[0].done_when)),
    (words("Why here", 40), lambda line: line[0].why_here),
)
_INQUIRY: Fields[InquiryLine] = (
    (words("Question", 20), lambda line: line.question),
    (words("Text", 38), lambda line: line.text),
    (words("Trend", 18), lambda line: line.trend),
    (words("Capability", 22), lambda line: line.capability),
    (words("Foundation", 12), lambda line: "yes" if line.is_foundation else ""),
    (number("Narrows overall", Kind.NUMBER), lambda line: line.narrows),
    (number("Narrows trend", Kind.NUMBER), lambda line: line.trend_narrows),
    (words("Knowing it", 26), lambda line: line.words),
    (words("Ask", 16), lambda line: line.ask),
)
_NO_STEP = "Nothing below level 3 is known: hold what there is, and find out the rest."
_GAINS = (
    "Gains are points that a score rises by if the action reaches its level and "
    "nothing else changes."
)
_YOURS = "Assignee, due date and status are yours to fill in."
_KEPT = (
    "Assignee, due date and status are those of plan.md where it has them; change them "
    "here, or fill in what is empty, and it stays here."
)


def plan(document: Document) -> Grid:
    """Return all actions: those of the plan, those after it, those settled."""
    report = document.report
    notes = (report.capacity_words, report.verify_words)
    return Grid(
        name="Plan",
        holds="Actions with gain and effort, to be assigned and followed",
        columns=columns_of(_PLAN),
        rows=tuple(cells_of(_PLAN, step) for step in _steps(document)),
        said=tuple(filter(None, (report.plan_words, f"{_GAINS} {_whose(report)}"))),
        notes=tuple(filter(None, notes)),
        empty=_NO_STEP,
        frozen=2,
    )


def inquiries(document: Document) -> Grid:
    """Return what is not known yet, and how much knowing it would narrow."""
    return Grid(
        name="Find out",
        holds="Unknown answers, and what knowing them is worth",
        columns=columns_of(_INQUIRY),
        rows=tuple(cells_of(_INQUIRY, line) for line in document.report.inquiries),
        said=("By how many points an answer narrows the range of its scores.",),
    )


def _whose(report: Report) -> str:
    """Return whose the columns of assignee, due date and status are."""
    steps = (*report.steps, *report.later, *report.aside)
    kept = any(step.assignee or step.due or step.status for step in steps)
    return _KEPT if kept else _YOURS


def _due(step: StepLine) -> date | None:
    return date.fromisoformat(step.due) if step.due else None


def _steps(document: Document) -> Iterator[_Step]:
    report = document.report
    yield from ((step, HORIZONS[step.horizon]) for step in report.steps)
    yield from ((step, "after that") for step in report.later)
    yield from ((step, "set aside") for step in report.aside)
