"""What the body of an issue says, before any markup."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from readiness.exchange.tasks import Kind, Quote, Task, TaskList
from readiness.plaintext import one_line
from readiness.plan.record import Status

TITLE_LIMIT = 250  #: characters; Jira takes 254, GitHub 256
DEMO = "DEMO DATA. This is about the sample team, not yours."

_PRIORITIES = {"now": "High", "next": "Medium", "later": "Low", "": "Low"}
_WHEN = {
    "now": "now, in the first six weeks",
    "next": "next, within three months",
    "later": "later, within twelve months",
}


class Style(StrEnum):
    """How the lines of a section are set."""

    PARAGRAPHS = "paragraphs"
    BULLETS = "bullets"
    CHECKS = "checks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Lines of plain text under a heading, which may be empty."""

    heading: str
    lines: tuple[str, ...]
    style: Style = Style.BULLETS


def title_of(listed: TaskList, task: Task) -> str:
    """Return the title on one line, marked if it is of the sample team."""
    title = one_line(f"[DEMO] {task.title}" if listed.is_demo else task.title)
    if len(title) <= TITLE_LIMIT:
        return title
    return f"{title[: TITLE_LIMIT - 1].rstrip()}…"


def priority_of(task: Task) -> str:
    """Return High, Medium or Low, as Jira and Linear both call it."""
    return "Medium" if task.kind is Kind.INQUIRY else _PRIORITIES[task.horizon]


def sections(listed: TaskList, task: Task) -> Iterator[Section]:
    """Yield the sections of the body that have something to say, in order."""
    for section in _all(listed, task):
        lines = tuple(filter(None, map(one_line, section.lines)))
        if lines:
            yield Section(heading=section.heading, lines=lines, style=section.style)


def _all(listed: TaskList, task: Task) -> Iterator[Section]:
    plain = Style.PARAGRAPHS
    yield Section(heading="", lines=(DEMO if listed.is_demo else "",), style=plain)
    yield Section(heading="", lines=(task.details,), style=plain)
    yield Section(heading="Why", lines=(task.why,), style=plain)
    yield Section(heading="", lines=tuple(map(_quoted, task.quotes)))
    within = "First step, within two weeks"
    yield Section(heading=within, lines=(task.first_step,), style=plain)
    yield Section(heading="Done when", lines=task.done_when, style=Style.CHECKS)
    yield Section(heading="Evidence to keep", lines=task.evidence)
    yield Section(heading="Needs first", lines=task.needs)
    yield Section(heading="What it takes", lines=tuple(_facts(task)))
    origin = f"{listed.source} Id: {task.id}"
    yield Section(heading="Where this comes from", lines=(origin,), style=plain)


def _quoted(quote: Quote) -> str:
    anchor = f": {quote.anchor}" if quote.anchor else ""
    return f"{quote.question} Answer: {quote.answer}{anchor}"


def _facts(task: Task) -> Iterator[str]:
    usual = f" (usually: {task.usual_owner})" if task.usual_owner else ""
    yield f"Owner: {task.owner or 'nobody yet'}{'' if task.owner else usual}"
    yield f"Due: {task.due.isoformat() if task.due else 'no date yet'}"
    if task.status is not Status.OPEN:
        yield f"Status: {task.status}"
    if task.horizon:
        yield f"Proposed for: {_WHEN[task.horizon]}"
    if task.effort:
        yield f"Effort: {task.effort.words}"
    if task.gain:
        yield f"Expected: {task.gain.words}"
    if task.capability:
        yield f"Capability: {task.capability}, of {task.trend}"
