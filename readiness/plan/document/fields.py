"""What people fill in: owner, due date and status of an action, and its ticks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from readiness.plan.document.marks import broken
from readiness.plan.document.mistakes import Mistakes
from readiness.plan.document.outline import Line
from readiness.plan.record import Status
from readiness.suggestions import did_you_mean, quoted

NOBODY = "*nobody yet*"  #: what stands for an owner while there is none
NO_DATE = "*no date yet*"

# With a bullet or none; the colon within or behind the emphasis, if there is any.
_FIELD = re.compile(
    r"^\s*(?:[-*+]\s+)?(?P<sign>\*{1,3}|_{1,3}|)(?P<label>Owner|Due|Status)"
    r"(?P<colon>(?P=sign)\s*:|:(?P=sign)|:)(?P<value>.*)$",
    re.IGNORECASE,
)
_BOX = re.compile(r"^\s*[-*+] \[([ xX])\] (.+)$")
_EMPTY = re.compile(r"[*_]nobody yet[*_]|[*_]no date yet[*_]|")
_USUALLY = re.compile(r"\s*\(usually: .*\)$")  # in documents of schema 1
_DATE = re.compile(r"(\S+?)(?:[\s,;:(].*)?")
_UNTIL = re.compile(r"\buntil\s+(\d{4}-\d\d-\d\d)", re.ASCII | re.IGNORECASE)
_STATUS = re.compile(r"([a-z ]+?)\s*(?:(?:by|until|since)\s.*|[^a-z ].*)?")


class Label(StrEnum):
    """The fields of an action, as they are labelled."""

    OWNER = "Owner"
    DUE = "Due"
    STATUS = "Status"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a field says, "" for nothing yet, and where."""

    text: str
    line: Line
    is_edited: bool  #: since readiness last wrote it

    def agrees_with(self, other: "Entry") -> bool:
        """Return whether both say the same, emphasis aside."""
        return self.text.strip("*_ ") == other.text.strip("*_ ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A checkbox with its text."""

    text: str
    is_ticked: bool


def label_of(line: Line) -> Label | None:
    """Return which field the line is, ``None`` if it is none."""
    found = None if line.is_code else _FIELD.match(line.text)
    return Label(found["label"].capitalize()) if found else None


def find_entries(
    lines: Iterable[Line], written: frozenset[str], name: str, mistakes: Mistakes
) -> dict[Label, Entry]:
    """Return the fields of one action; two that disagree are a mistake.

    A line of readiness that says nothing yet is no answer to that of a person.
    """
    entries: dict[Label, Entry] = {}
    for line in lines:
        if (label := label_of(line)) is None:
            continue
        is_edited = line.print not in written
        entry = Entry(text=_value(line), line=line, is_edited=is_edited)
        first = entries.get(label)
        if first is None or _says_nothing(first, label):
            entries[label] = entry
        elif not _says_nothing(entry, label) and not first.agrees_with(entry):
            mistakes.add(
                broken(
                    f"{name}:{line.number}: a second {label} of the same action",
                    f"the first is at line {first.line.number}",
                    cure=f"remove line {first.line.number} or {line.number}",
                )
            )
    return entries


def _says_nothing(entry: Entry, label: Label) -> bool:
    usual = Status.OPEN if label is Label.STATUS else ""
    return not entry.text or (not entry.is_edited and entry.text == usual)


def _value(line: Line) -> str:
    """Return what a field says, without the emphasis that began before its label."""
    found = _FIELD.match(line.text)
    said = found["value"].strip() if found else ""
    sign = found["sign"] if found and found["colon"] == ":" else ""
    return value_of(said.removesuffix(sign))


def find_boxes(lines: Iterable[Line]) -> Iterator[Box]:
    """Yield the checkboxes of one action."""
    for line in lines:
        if found := _BOX.match(line.text):
            yield Box(text=found[2].strip(), is_ticked=found[1] != " ")


def read_due(due: Entry | None, status: Entry | None, name: str) -> date | None:
    """Return the due date; of an accepted risk the date until when, if it says so.

    Raises `BadDataError` for what is no date.
    """
    until = status and _UNTIL.search(status.text)
    if status and until and read_status(status, name) is Status.ACCEPTED:
        return _read_date(until[1], status, name)
    if due is None or not due.text:
        return None
    said = _DATE.fullmatch(due.text)
    return _read_date(said[1] if said else due.text, due, name)


def _read_date(word: str, entry: Entry, name: str) -> date:
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise broken(
            f"{name}:{entry.line.number}: the due date {quoted(word)} is no date",
            "write it like 2026-12-31; a remark may follow after a comma",
            cure=f"correct line {entry.line.number}",
        ) from None


def read_status(entry: Entry, name: str) -> Status:
    """Return the status; raise `BadDataError` for an unknown one."""
    text = " ".join(entry.text.lower().split())
    said = _STATUS.fullmatch(text)
    word = said[1] if said else text
    if not entry.text or word in set(Status):
        return Status(word or Status.OPEN)
    raise broken(
        f"{name}:{entry.line.number}: the status {quoted(entry.text)} is not known"
        f"{did_you_mean(word, set(Status))}",
        f"known are: {', '.join(Status)}; a remark may follow after a comma",
        cure=f"correct line {entry.line.number}",
    )


def value_of(text: str) -> str:
    """Return what a field or cell says, "" for what stands for nothing yet."""
    text = text.strip()
    return "" if _EMPTY.fullmatch(text) else text


def without_usual(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the lines of a document of schema 1 without who usually owns an action."""
    for line in lines:
        is_field = label_of(line) is not None
        yield replace(line, text=_USUALLY.sub("", line.text)) if is_field else line


def is_box(line: str) -> bool:
    """Return whether the line is a checkbox."""
    return _BOX.match(line) is not None


def is_ticked(line: str) -> bool:
    """Return whether the line is a checkbox that is ticked."""
    found = _BOX.match(line)
    return found is not None and found[1] != " "


def ticked(line: str) -> str:
    """Return the line of a checkbox with a tick in it."""
    return line.replace("[ ]", "[x]", 1)
