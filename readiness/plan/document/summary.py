"""What the table at the top of a plan and the block of an action say together."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from readiness.errors import BadDataError
from readiness.plan.document.fields import NO_DATE, NOBODY, Entry, Label
from readiness.plan.document.marks import broken, fingerprint
from readiness.plan.document.mistakes import Mistakes
from readiness.plan.document.table import Row
from readiness.suggestions import quoted

_LINKED = re.compile(r"\[(.*)\]\(#[a-z0-9-]+\)")
_USUAL = re.compile(r"A\d+|now|next|later")
_NOTHING = {Label.OWNER: NOBODY, Label.DUE: NO_DATE}
_NUMBER = "Number"  #: what the column without a head has


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What is said of an action after its block and its row were heard."""

    entries: Mapping[Label, Entry]
    title: str
    is_own_title: bool  #: a person wrote it
    remarks: tuple[str, ...]  #: what else was written into the row


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Hears the rows of a document in which readiness wrote ``written``."""

    rows: Mapping[str, Row]
    written: frozenset[str]
    name: str
    mistakes: Mistakes

    @classmethod
    def of(
        cls,
        rows: Iterable[Row],
        written: frozenset[str],
        name: str,
        mistakes: Mistakes,
    ) -> "Listener":
        """Return what hears these rows; if two of an action disagree, a mistake."""
        found: dict[str, Row] = {}
        for row in rows:
            first = found.setdefault(row.action, row)
            for label, entry in row.entries.items():
                if not first.entries[label].agrees_with(entry):
                    mistakes.add(_disagree(name, label, first.entries[label], entry))
                    break
        return cls(rows=found, written=written, name=name, mistakes=mistakes)

    def hear(
        self,
        id_: str,
        entries: Mapping[Label, Entry],
        title: str,
        *,
        is_own_title: bool,
    ) -> Heard:
        """Take over what was edited in the row, unless the block was edited too.

        If both were, and disagree, it is a mistake.
        """
        row = self.rows.get(id_)
        if row is None:
            return Heard(
                entries=entries, title=title, is_own_title=is_own_title, remarks=()
            )
        taken = {
            label: self._taken(row, label, entries.get(label)) for label in row.entries
        }
        said = self._title_of(row)
        remarks = [*self._others(row)]
        if said and not is_own_title:
            title, is_own_title = said, True
        elif said and said != title:
            remarks.insert(0, f"- Action in the summary: {said}")
        return Heard(
            entries={**entries, **taken},
            title=title,
            is_own_title=is_own_title,
            remarks=tuple(remarks),
        )

    def _taken(self, row: Row, label: Label, block: Entry | None) -> Entry:
        cell = row.entries[label]
        if block is None or (block.agrees_with(cell) and not block.is_edited):
            return cell if block is None else block
        if block.agrees_with(cell) or not self._is_edited(row, cell):
            return block
        if self._is_as_written(row, label, block):
            return cell
        self.mistakes.add(_disagree(self.name, label, cell, block))
        return block

    def _is_edited(self, row: Row, cell: Entry) -> bool:
        return cell.is_edited or bool(row.others and cell.text)

    def _is_as_written(self, row: Row, label: Label, block: Entry) -> bool:
        """Return whether the block says what readiness wrote there and in the row."""
        if row.others:
            return not block.is_edited
        usual = _NOTHING[label]
        return row.was(label, block.text or usual, self.written)

    def _title_of(self, row: Row) -> str:
        """Return the title in the row if a person wrote it, else ""."""
        found = _LINKED.fullmatch(row.others.get("Action", ""))
        said = found[1].replace(r"\|", "|") if found else row.others.get("Action", "")
        number = row.others.get("", "")
        known = fingerprint(f"### {number}. {said}") in self.written
        return "" if known else said

    def _others(self, row: Row) -> Iterator[str]:
        """Yield lines on what else was written into the row."""
        for head, cell in row.others.items():
            is_known = fingerprint(f"- **{head}:** {cell}") in self.written
            if head != "Action" and not (is_known or _USUAL.fullmatch(cell)):
                yield f"- {head or _NUMBER} in the summary: {cell}"


def _disagree(name: str, label: Label, cell: Entry, other: Entry) -> BadDataError:
    (first, second) = sorted([cell.line.number, other.line.number])
    return broken(
        f"{name}:{first}: the {label} of the same action is another one at line "
        f"{second}",
        f"line {cell.line.number} says {quoted(cell.text or 'nothing yet')}, "
        f"line {other.line.number} {quoted(other.text or 'nothing yet')}",
        cure=f"let lines {first} and {second} say the same, or remove one of them",
    )
