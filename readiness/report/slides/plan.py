"""What to do next: the actions, and what they take and bring."""

from collections.abc import Iterator

from readiness.report.model import Report, StepLine
from readiness.report.slides.deck import (
    LEFT,
    RIGHT,
    WHOLE,
    Deck,
    Item,
    Table,
    write_items,
    write_more,
    write_table,
)
from readiness.report.slides.native import put_dots
from readiness.report.words import counted

_MOST = 6  # actions on the slide
_HEAD = ("No.", "When", "Action", "Gain", "Effort", "Owner")
_WIDTHS = (0.65, 0.85, 4.73, 2.4, 1.9, 1.6)
_EFFORT = "What each action takes, and what it gains in its trend"
_AXES = ("Person-weeks of work", "Points gained in the trend")


def add_plan(deck: Deck) -> None:
    """Add the actions in their order."""
    report = deck.document.report
    steps = report.steps
    notes = [said for step in steps for said in _notes(step)]
    slide = deck.add(report.plan_words or _first(report), notes)
    table = Table(
        head=_HEAD,
        widths=_WIDTHS,
        rows=[_row(step) for step in steps[:_MOST]],
        lines=3,
        alt=" ".join(f"{step.number}: {step.title}." for step in steps[:_MOST]),
    )
    write_table(slide, WHOLE, table)
    if left := len(steps[_MOST:]) + len(report.later):
        write_more(slide, f"and {counted(left, 'more action')} after these")


def add_effort(deck: Deck) -> None:
    """Add what the actions take and bring, and what the plan can prove."""
    report = deck.document.report
    said = list(_said(report))
    told = [_told(step) for step in report.steps]
    message = _first(report) if report.plan_words else _EFFORT
    slide = deck.add(message, (*told, *(item.said for item in said)))
    dots = [(step.number, step.person_weeks, step.trend_gain) for step in report.steps]
    alt = f"Effort and gain of the actions. {' '.join(told)}"
    put_dots(slide, LEFT, dots, _AXES, alt)
    write_items(slide, RIGHT, said, lines=6)


def add_inquiries(deck: Deck) -> None:
    """Add what to find out, where no action follows yet."""
    report = deck.document.report
    number = counted(len(report.inquiries), "answer is", "answers are")
    items = [Item(line.text, line.words) for line in report.inquiries]
    slide = deck.add(
        f"Find out first: {number} not known", [item.said for item in items]
    )
    write_items(slide, WHOLE, items)


def _first(report: Report) -> str:
    """Return what to do first as the headline has it: it may be to find out."""
    return f"Do first: {dict(report.headline)['Do first']}"


def _told(step: StepLine) -> str:
    return f"{step.number}: +{step.gain_words}, {step.effort_words}."


def _row(step: StepLine) -> tuple[str, ...]:
    return (
        step.number,
        step.horizon,
        step.title,
        f"+{step.gain_words}",
        step.effort_words,
        step.owner,
    )


def _notes(step: StepLine) -> tuple[str, ...]:
    return (
        f"{step.number}, {step.horizon}: {step.title}. {step.details}".rstrip(),
        f"+{step.gain_words}, {step.effort_words}. Owner: {step.owner}.",
        f"It {step.why_here}.",
        f"Done when: {'; '.join(step.done_when)}.",
    )


def _said(report: Report) -> Iterator[Item]:
    """Yield what the plan can prove, what it leaves, and what to find out."""
    pairs = (
        ("What can be proven", report.verify_words),
        ("What the time goes to", report.capacity_words),
    )
    yield from (Item(*pair) for pair in pairs if pair[1])
    for at, line in enumerate(report.inquiries):
        yield Item("" if at else "Find out", f"{line.text} This {line.words}.")
