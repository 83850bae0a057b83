"""The summary of a plan: one row per action, where owner and due date may be edited."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from readiness.plan.document.fields import Entry, Label, value_of
from readiness.plan.document.marks import fingerprint
from readiness.plan.document.outline import TOP, Kind, Line, Place

_LINK = re.compile(r"\]\(#([a-z0-9-]+)\)")
_BAR = re.compile(r"(?<!\\)\|")
_EDITABLE = (Label.OWNER, Label.DUE)

Columns = Mapping[Label, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The row of an action: its cells for owner and due date.

    If other cells were edited too, ``others`` has them all by the head of the column;
    then nobody knows which of those for owner and due date were.
    """

    action: str
    line: Line
    entries: Mapping[Label, Entry]
    others: Mapping[str, str]
    cells: Sequence[str]
    columns: Columns

    def was(self, label: Label, text: str, written: frozenset[str]) -> bool:
        """Return whether readiness wrote the row with this text for ``label``."""
        cells = [*self.cells]
        cells[self.columns[label]] = text.replace("|", r"\|")
        others = frozenset({*self.columns} - {label})
        return not {_print(cells), _without(cells, self.columns)[others]}.isdisjoint(
            written
        )


def find_rows(places: Sequence[Place], written: frozenset[str]) -> Iterator[Row]:
    """Yield the rows of actions of readiness.

    In the table that it wrote at the top they may say anything, elsewhere at most
    owner and due date were edited: other rows are lines like any other.
    """
    ids = frozenset(place.key for place in places if place.kind is Kind.ACTION)
    for place in places:
        if place.kind is not Kind.ACTION:
            yield from _rows(place, ids, written)


def _rows(place: Place, ids: frozenset[str], written: frozenset[str]) -> Iterator[Row]:
    columns: Columns = {}
    head: list[str] = []
    for line in place.lines:
        cells = _cells(line.text)
        if _columns(cells):
            columns = _columns(cells)
            is_ours = place.key == TOP and line.print in written
            head = cells if is_ours else []
        link = _LINK.search(line.text)
        if not cells or link is None or len(cells) <= max(columns.values(), default=99):
            continue
        edited = _edited(line, cells, columns, written)
        is_whole = edited is not None
        if is_whole or (len(head) == len(cells) and link[1] in ids):
            yield Row(
                action=link[1],
                line=line,
                entries=_entries(line, cells, columns, edited or frozenset()),
                others={} if is_whole else _others(head, cells, columns),
                cells=cells,
                columns=columns,
            )


def _entries(
    line: Line, cells: Sequence[str], columns: Columns, edited: frozenset[Label]
) -> Mapping[Label, Entry]:
    return {
        label: Entry(
            text=value_of(cells[at].replace(r"\|", "|")),
            line=line,
            is_edited=label in edited,
        )
        for label, at in columns.items()
    }


def _others(
    head: Sequence[str], cells: Sequence[str], columns: Columns
) -> Mapping[str, str]:
    usual = {*columns.values()}
    pairs = enumerate(zip(head, cells, strict=True))
    return {name: cell for at, (name, cell) in pairs if at not in usual}


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


def _print(cells: Sequence[str]) -> str:
    return fingerprint(f"| {' | '.join(cells)} |")


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
