"""The summary of a plan: one row per action, where owner and due date may be edited."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from readiness.plan.document.fields import Entry, Label, value_of
from readiness.plan.document.marks import fingerprint
from readiness.plan.document.outline import Line

_LINK = re.compile(r"\]\(#([a-z0-9-]+)\)")
_BAR = re.compile(r"(?<!\\)\|")
_EDITABLE = (Label.OWNER, Label.DUE)

Columns = Mapping[Label, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The row of an action: its cells for owner and due date."""

    action: str
    line: Line
    entries: Mapping[Label, Entry]


def find_rows(lines: Iterable[Line], written: frozenset[str]) -> Iterator[Row]:
    """Yield the rows in which at most owner and due date were edited.

    A row that says something else is a line like any other.
    """
    columns: Columns = {}
    for line in lines:
        cells = _cells(line.text)
        columns = _columns(cells) or columns
        link = _LINK.search(line.text)
        if not cells or link is None or len(cells) <= max(columns.values(), default=99):
            continue
        if (edited := _edited(line, cells, columns, written)) is not None:
            entries = {
                label: Entry(
                    text=value_of(cells[at].replace(r"\|", "|")),
                    line=line,
                    is_edited=label in edited,
                )
                for label, at in columns.items()
            }
            yield Row(action=link[1], line=line, entries=entries)


def row_prints(lines: Iterable[Line]) -> Iterator[str]:
    """Yield the fingerprints of all rows as if a cell, or both, had been edited."""
    columns: Columns = {}
    for line in lines:
        cells = _cells(line.text)
        columns = _columns(cells) or columns
        if cells and _LINK.search(line.text) and columns:
            yield from _without(cells, columns).values()


def _edited(
    line: Line, cells: list[str], columns: Columns, written: frozenset[str]
) -> frozenset[Label] | None:
    """Return which cells were edited; ``None`` if others may have been too."""
    if line.print in written:
        return frozenset()
    prints = _without(cells, columns)
    return next((labels for labels, p in prints.items() if p in written), None)


def _without(cells: list[str], columns: Columns) -> dict[frozenset[Label], str]:
    """Return the fingerprints of the row without the cells of these labels."""
    found = {}
    for labels in ({Label.OWNER}, {Label.DUE}, {Label.OWNER, Label.DUE}):
        hidden = {columns[label] for label in labels}
        left = ["?" if at in hidden else cell for at, cell in enumerate(cells)]
        found[frozenset(labels)] = fingerprint("|".join(left))
    return found


def _columns(cells: list[str]) -> Columns:
    """Return where the cells are that may be edited, from the head of the table."""
    found = {Label(c): at for at, c in enumerate(cells) if c in set(_EDITABLE)}
    return found if len(found) == len(_EDITABLE) else {}


def _cells(line: str) -> list[str]:
    """Return the cells of a row of a table; none for other lines."""
    text = line.strip()
    if not text.startswith("|"):
        return []
    return [cell.strip() for cell in _BAR.split(text)[1:-1]]
