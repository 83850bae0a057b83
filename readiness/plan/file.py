"""A plan as people have edited it: read, and checked before anything is written."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readiness.errors import BadDataError
from readiness.plan.document.fields import (
    Box,
    Label,
    find_boxes,
    find_entries,
    read_due,
    read_status,
    without_usual,
)
from readiness.plan.document.marks import (
    SCHEMA,
    broken,
    check_merged,
    find_mark,
    find_written,
)
from readiness.plan.document.mistakes import Mistakes
from readiness.plan.document.outline import (
    Kind,
    Line,
    Place,
    find_lines,
    find_places,
)
from readiness.plan.document.own import OwnAction, find_own, with_own
from readiness.plan.document.summary import Heard, Listener
from readiness.plan.document.table import find_rows
from readiness.plan.record import Status

GONE = "gone"  #: state of an action that is not suggested any more

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_PERIOD = re.compile(r"[0-9]{4}-Q[1-4]", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)
_TITLE = re.compile(r"^### (?:(A\d+)\. )?(.*)$")
_GAIN = re.compile(r"^- \*\*Gain:\*\* \+(\d+(?:\.\d+)?) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAction:
    """An action as the file has it, with what people made of it.

    Texts are as they stand in the file: Markdown, on one line, "" for none. ``status``
    is what is said, or done if all boxes are ticked.
    """

    id: str
    number: str  #: "A1", or "" if it is settled
    title: str
    has_own_title: bool  #: a person wrote the title
    owner: str
    due: date | None  #: of an accepted risk: until when, if its status says so
    due_words: str  #: the date, and what stands behind it
    status: Status
    status_words: str  #: the status as said, and what stands behind it
    done_when: tuple[Box, ...]
    gain: float | None  #: points of its trend, rounded as in the file
    since: str  #: the period of the plan that it came with
    state: str  #: where it stood when the file was last written: "" or how settled
    remarks: tuple[str, ...]  #: what else somebody wrote into its row of the summary

    @property
    def is_begun(self) -> bool:
        """Whether somebody works on it, or has promised to by an owner or a date."""
        is_promised = self.status is Status.OPEN and bool(self.owner or self.due)
        return is_promised or self.status is Status.STARTED

    @property
    def is_set_aside(self) -> bool:
        """Whether it is not suggested any more, and nobody has taken it on."""
        is_open = self.status is Status.OPEN and not self.is_begun
        return self.state == GONE and is_open

    def is_overdue(self, today: date) -> bool:
        """Return whether it was due before ``today`` and is not settled."""
        return not self.status.is_settled and self._was_due(today)

    def is_to_look_at_again(self, today: date) -> bool:
        """Return whether it is a risk that was accepted until before ``today``."""
        return self.status is Status.ACCEPTED and self._was_due(today)

    def _was_due(self, today: date) -> bool:
        return self.due is not None and self.due < today


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """A plan that was read, with all its lines."""

    name: str  #: of the file, for messages
    team: str  #: id
    period: str
    schema: int  #: 1 cannot be merged: nobody knows which of its lines are edited
    actions: tuple[KeptAction, ...]
    places: tuple[Place, ...]
    written: frozenset[str]  #: fingerprints of the lines that readiness wrote
    line_end: str

    @property
    def own(self) -> tuple[OwnAction, ...]:
        """The actions that people added, which readiness only keeps."""
        return tuple(find_own(self.places))

    def find(self, id_: str) -> KeptAction | None:
        """Return the action with this id."""
        return next((action for action in self.actions if action.id == id_), None)


def read_plan(text: str, name: str) -> PlanFile | None:
    """Read a plan document; ``None`` if ``text`` is something else.

    Raises `BadDataError` with ``name`` and line for what cannot be understood: marks of
    a merge, hidden comments that are damaged, missing or there twice; or, all at once,
    due dates that are no dates, unknown statuses, and fields that disagree.
    """
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    check_merged(text, name)
    written = find_written(text, name)
    lines = find_lines(text, written)
    header = _find_header(lines, name)
    if header is None:
        return None
    schema = int(header["schema"])
    if schema < SCHEMA:
        lines = tuple(without_usual(lines))
    elif not written.fingerprints:
        raise broken(f"{name}: the hidden list of lines, at its end, is gone")
    prints = written.fingerprints
    places = tuple(with_own(find_places(lines, _ours(schema, prints), name), prints))
    mistakes = Mistakes()
    actions = tuple(_actions(places, prints, header["period"], name, mistakes))
    mistakes.tell(name)
    return PlanFile(
        name=name,
        team=header["team"],
        period=header["period"],
        schema=schema,
        actions=actions,
        places=places,
        written=prints,
        line_end=line_end,
    )


def _ours(schema: int, written: frozenset[str]) -> Callable[[Line], bool]:
    return lambda line: schema < SCHEMA or line.print in written


def _find_header(lines: Sequence[Line], name: str) -> Mapping[str, str] | None:
    """Return the fields of the hidden comment below the title."""
    found = [
        (line, mark)
        for line in lines
        if (mark := find_mark(line.text, "plan", f"{name}:{line.number}")) is not None
    ]
    if not found:
        if any("<!-- readiness:action " in line.text for line in lines):
            raise broken(f"{name}:1: the hidden comment below the title is gone")
        return None
    if len(found) > 1:
        raise broken(
            f"{name}:{found[1][0].number}: a second hidden comment of the title",
            f"the first is at line {found[0][0].number}",
            cure=f"remove line {found[0][0].number} or {found[1][0].number}",
        )
    (line, header) = found[0]
    _check_header(header, f"{name}:{line.number}")
    return header


def _check_header(header: Mapping[str, str], place: str) -> None:
    kinds = {"schema": _NUMBER, "team": _SLUG, "period": _PERIOD}
    for key, kind in kinds.items():
        if not kind.fullmatch(header.get(key, "")):
            raise broken(f"{place}: the hidden comment has no proper {key}")
    if int(header["schema"]) > SCHEMA:
        raise BadDataError(
            f"{place}: the plan is from a newer version of readiness",
            facts=(f"it has schema {header['schema']}, this program reads {SCHEMA}",),
            tries=("pip install --upgrade team-readiness",),
        )


def _actions(
    places: Sequence[Place],
    written: frozenset[str],
    period: str,
    name: str,
    mistakes: Mistakes,
) -> Iterator[KeptAction]:
    rows = find_rows(places, written)
    listener = Listener.of(rows, written, name, mistakes)
    for place in places:
        if place.kind is Kind.ACTION:
            yield _action(place, listener, period)


def _action(place: Place, listener: Listener, period: str) -> KeptAction:
    name, mistakes = listener.name, listener.mistakes
    heading = _TITLE.match(place.heading.text) if place.heading else None
    said = _heard(place, listener, heading[2].strip() if heading else "")
    owner, due, status = (said.entries.get(label) for label in Label)
    boxes = tuple(find_boxes(place.lines))
    stated = Status.OPEN
    if status is not None:
        stated = mistakes.hear(lambda: read_status(status, name), Status.OPEN)
    mark = place.mark or {}
    gains = (float(g[1]) for line in place.lines if (g := _GAIN.match(line.text)))
    return KeptAction(
        id=place.key,
        number=(heading[1] or "") if heading else "",
        title=said.title,
        has_own_title=said.is_own_title,
        owner=owner.text if owner else "",
        due=mistakes.hear(lambda: read_due(due, status, name), None),
        due_words=due.text if due else "",
        status=_effective(stated, boxes),
        status_words=status.text if status else "",
        done_when=boxes,
        gain=next(gains, None),
        since=mark.get("since", period),
        state=mark.get("state", ""),
        remarks=said.remarks,
    )


def _heard(place: Place, listener: Listener, title: str) -> Heard:
    """Return what the block of an action and its row in the summary say together."""
    written = listener.written
    entries = find_entries(place.lines, written, listener.name, listener.mistakes)
    heading = place.heading
    is_own = heading is not None and heading.print not in written
    return listener.hear(place.key, entries, title, is_own_title=is_own)


def _effective(stated: Status, boxes: Sequence[Box]) -> Status:
    if boxes and all(box.is_ticked for box in boxes) and not stated.is_settled:
        return Status.DONE
    return stated
