"""The plan to work with, and what to find out."""

from collections.abc import Iterator

from readiness.report.documents.model import Document
from readiness.report.model import InquiryLine, StepLine
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

_Step = tuple[StepLine, str]  # with when it is due
_PLAN: Fields[_Step] = (
    (words("No.", 6), lambda line: line[0].number),
    (words("Action", 40), lambda line: line[0].title),
    (words("When", 12), lambda line: line[1]),
    (words("Assignee", 16), lambda _: None),
    (Column(head="Due", width=12, kind=Kind.DATE), lambda _: None),
    (Column(head="Status", width=14, kind=Kind.STATUS), lambda _: None),
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
    (words("Usual owner", 16), lambda line: line[0].owner),
    (words("First step", 30), lambda line: line[0].first_step),
    (words("How", 34), lambda line: line[0].details),
    (words("Done when", 40), lambda line: lines(line[0].done_when)),
    (words("Why here", 40), lambda line: line[0].why_here),
)
_INQUIRY: Fields[InquiryLine] = (
    (words("Question", 22), lambda line: line.question),
    (words("Text", 44), lambda line: line.text),
    (words("Trend", 24), lambda line: line.trend),
    (words("Capability", 28), lambda line: line.capability),
    (words("Foundation", 12), lambda line: "yes" if line.is_foundation else ""),
    (number("Narrows overall", Kind.NUMBER), lambda line: line.narrows),
    (number("Narrows trend", Kind.NUMBER), lambda line: line.trend_narrows),
    (words("Knowing it", 28), lambda line: line.words),
    (words("Ask", 16), lambda line: line.ask),
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
        columns=columns_of(_PLAN),
        rows=tuple(cells_of(_PLAN, step) for step in _steps(document)),
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
        columns=columns_of(_INQUIRY),
        rows=tuple(cells_of(_INQUIRY, line) for line in document.report.inquiries),
        said=("By how many points an answer narrows the range of its scores.",),
    )


def _steps(document: Document) -> Iterator[_Step]:
    report = document.report
    yield from ((step, step.horizon) for step in report.steps)
    yield from ((step, "after that") for step in report.later)
    yield from ((step, "set aside") for step in report.aside)
