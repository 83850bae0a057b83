"""Actions that people added to a plan: found, and what they say of themselves."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from readiness.plan.document.fields import (
    Label,
    find_entries,
    is_box,
    label_of,
    read_due,
    read_status,
)
from readiness.plan.document.marks import normal
from readiness.plan.document.mistakes import Mistakes
from readiness.plan.document.outline import Kind, Line, Place
from readiness.plan.record import Status

_HEADING = re.compile(r"#{1,6} +(.*\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAction:
    """An action that a person added; readiness keeps it, and knows no more of it."""

    title: str
    owner: str
    due: date | None  #: ``None`` too if what stands there is no date
    status: Status  #: open too if what stands there is no status

    def is_overdue(self, today: date) -> bool:
        """Return whether it was due before ``today`` and is not settled."""
        is_past = self.due is not None and self.due < today
        return is_past and not self.status.is_settled


def with_own(places: Sequence[Place], written: frozenset[str]) -> Iterator[Place]:
    """Yield the places; an action of a person's own behind one of ours is its own.

    It begins at a heading of a person with fields below it. If lines to tick of the
    action of readiness follow, the heading stands in its midst and belongs to it.
    """
    for place in places:
        at = _own_from(place, written) if place.kind is Kind.ACTION else None
        if at is None:
            yield place
            continue
        yield replace(place, lines=place.lines[:at])
        yield Place(
            kind=Kind.THEIRS,
            key=normal(place.lines[at].text),
            section=place.section,
            lines=place.lines[at:],
        )


def find_own(places: Sequence[Place]) -> Iterator[OwnAction]:
    """Yield what people's own sections have of actions: headings with fields."""
    for place in places:
        if place.kind is Kind.THEIRS:
            for lines in _by_heading(place.lines):
                if any(label_of(line) in {Label.OWNER, Label.DUE} for line in lines):
                    yield _own(lines)


def _own_from(place: Place, written: frozenset[str]) -> int | None:
    """Return from which line on the place is an action of a person's own."""
    begun = next((n for n, line in enumerate(place.lines) if _is_mark(line)), 0)
    for at, line in enumerate(place.lines):
        if at <= begun or line.is_code or line.print in written:
            continue
        below = place.lines[at + 1 :]
        if _HEADING.match(line.text) and _has_fields(below):
            above = {li.print for li in place.lines[:at]}
            ours = (li for li in below if is_box(li.text) and li.print in written)
            return at if all(li.print in above for li in ours) else None
    return None


def _is_mark(line: Line) -> bool:
    return "<!-- readiness:action " in line.text


def _has_fields(lines: Sequence[Line]) -> bool:
    """Return whether a field stands before the next heading."""
    labels = (
        label_of(line)
        for line in lines
        if label_of(line) is not None or _HEADING.match(line.text)
    )
    return next(labels, None) is not None


def _by_heading(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    heads = [
        n for n, li in enumerate(lines) if not li.is_code and _HEADING.match(li.text)
    ]
    for begin, end in zip(heads, [*heads[1:], len(lines)], strict=True):
        yield lines[begin:end]


def _own(lines: Sequence[Line]) -> OwnAction:
    aside = Mistakes()  # nobody is kept from writing an own action in an own way
    entries = find_entries(lines, frozenset(), "", aside)
    owner, due, status = (entries.get(label) for label in Label)
    heading = _HEADING.match(lines[0].text)
    stated = (lambda: read_status(status, "")) if status else (lambda: Status.OPEN)
    return OwnAction(
        title=heading[1] if heading else "",
        owner=owner.text if owner else "",
        due=aside.hear(lambda: read_due(due, status, ""), None),
        status=aside.hear(stated, Status.OPEN),
    )
