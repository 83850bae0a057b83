"""What to do next: the actions, and what they take and bring."""

from collections.abc import Iterator

from readiness.report.model import InquiryLine, Report, StepLine
from readiness.report.slides.deck import (
    LEFT,
    RIGHT,
    WHOLE,
    Deck,
    Item,
    size_for,
    write_items,
)
from readiness.report.slides.native import put_dots
from readiness.report.slides.tables import Table, write_more, write_table
from readiness.report.words import HORIZONS, counted

_MOST = 6  # actions on the slide
_HEAD = ("No.", "When", "Action", "Gain", "Effort", "Usually led by")
_WIDTHS = (0.65, 1.4, 4.08, 2.4, 1.9, 1.7)
_LINES = 8
_PLAN = "What to do next"
_SETTLED = "Settled by the team"
_EFFORT = "What each action takes, and what it gains in its trend"
_AXES = ("Person-weeks of work", "Points gained in the trend")


def add_plan(deck: Deck) -> None:
    """Add the actions in their order."""
    report = deck.document.report
    steps = report.steps
    notes = [said for step in steps for said in _notes(step)]
    notes += [f"{_SETTLED}: {item.said}" for item in _settled(report)]
    messages = (report.plan_words,) if report.plan_words else _firsts(report)
    slide = deck.add((*messages, _PLAN), notes)
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


def add_settled(deck: Deck) -> None:
    """Add what the team has settled, where that leaves nothing to do."""
    items = list(_settled(deck.document.report))
    slide = deck.add((_SETTLED,), [item.said for item in items])
    write_items(slide, WHOLE, items, size=size_for(WHOLE, items, lines=3))


def add_effort(deck: Deck) -> None:
    """Add what the actions take and bring, and what the plan can prove.

    What to find out is beside them only where a slide of its own would be too many.
    """
    report = deck.document.report
    beside = _named(report) if deck.room > 1 else _unknown(report)
    said = [*_provable(report), *beside]
    told = [_told(step) for step in report.steps]
    messages = _firsts(report) if report.plan_words else ()
    notes = (*told, *(item.said for item in said))
    slide = deck.add((*messages, _EFFORT), notes)
    dots = [(step.number, step.person_weeks, step.trend_gain) for step in report.steps]
    alt = f"Effort and gain of the actions. {' '.join(told)}"
    put_dots(slide, LEFT, dots, _AXES, alt)
    size = size_for(RIGHT, said, lines=_LINES)
    write_items(slide, RIGHT, said, size=size, lines=_LINES)


def add_inquiries(deck: Deck) -> None:
    """Add what is not known, what knowing it is worth, and whom to ask."""
    report = deck.document.report
    number = counted(len(report.inquiries), "answer is", "answers are")
    first = " first" if not report.steps else ""
    items = [Item(line.text, _worth(line)) for line in report.inquiries]
    message = f"Find out{first}: {number} not known"
    slide = deck.add((message,), [item.said for item in items])
    write_items(slide, WHOLE, items, size=size_for(WHOLE, items, lines=3))


def _first(report: Report) -> str:
    """Return what to do first as the headline has it: it may be to find out."""
    return f"Do first: {dict(report.headline)['Do first']}"


def _firsts(report: Report) -> tuple[str, ...]:
    """Return what to do first, the second time without what the chart shows of it."""
    long, title = _first(report), report.steps[0].title
    return long, f"Do first: {title}" if title in long else long


def _told(step: StepLine) -> str:
    return f"{step.number}: +{step.gain_words}, {step.effort_words}."


def _row(step: StepLine) -> tuple[str, ...]:
    return (
        step.number,
        HORIZONS[step.horizon],
        _with_progress(step.title, step),
        f"+{step.gain_words}",
        step.effort_words,
        step.owner,
    )


def _with_progress(said: str, step: StepLine) -> str:
    return f"{said} ({step.progress_words})" if step.progress_words else said


def _notes(step: StepLine) -> tuple[str, ...]:
    return (
        f"{step.number}, {step.horizon}: {step.title}. {step.details}".rstrip(),
        f"Progress: {step.progress_words}." if step.progress_words else "",
        f"+{step.gain_words}, {step.effort_words}. Usually led by: {step.owner}.",
        f"It {step.why_here}.",
        f"Done when: {'; '.join(step.done_when)}.",
    )


def _settled(report: Report) -> Iterator[Item]:
    yield from (Item(step.title, step.progress_words) for step in report.aside)


def _provable(report: Report) -> Iterator[Item]:
    """Yield what the plan can prove, and what the time goes to."""
    pairs = (
        ("What can be proven", report.verify_words),
        ("What the time goes to", report.capacity_words),
    )
    yield from (Item(*pair) for pair in pairs if pair[1])


def _named(report: Report) -> Iterator[Item]:
    for at, step in enumerate(report.steps):
        yield Item("" if at else "The actions", f"{step.number} {step.title}")


def _unknown(report: Report) -> Iterator[Item]:
    for at, line in enumerate(report.inquiries):
        yield Item("" if at else "Find out", f"{line.text} {_worth(line)}")


def _worth(line: InquiryLine) -> str:
    ask = f" Ask: {line.ask}." if line.ask else ""
    return f"Knowing it {line.words}.{ask}"
