"""A plan written anew, with everything that people wrote in the file so far.

Lines of readiness are replaced by the new ones. Lines of people stay behind the line
that they stand behind, or the nearest above it that is still there. An action that is
settled, or not proposed any more, keeps all its lines.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from readiness.plan.document.chunks import Chunk, keys_of
from readiness.plan.document.fields import Label, ticked
from readiness.plan.document.keeping import Keeper, scope_of
from readiness.plan.document.marks import Written, fingerprint, list_lines, normal
from readiness.plan.document.outline import (
    Kind,
    Line,
    Place,
    find_lines,
    find_places,
)
from readiness.plan.document.table import row_prints
from readiness.plan.file import PlanFile

KEPT = "## Kept from earlier"  #: heading of what has no place any more

_NOTHING = Written(fingerprints=frozenset())


def finish(fresh: str) -> str:
    """Return a new document with the hidden list of its lines."""
    lines = find_lines(fresh, _NOTHING)
    return _as_text(lines, _prints(lines))


def merge(old: PlanFile, fresh: str) -> str:
    """Return the document ``fresh`` with all that people wrote in ``old``.

    ``fresh`` has the fields of ``old`` already, and a block for each of its actions.
    Merging the result with the same ``fresh`` again changes nothing.
    """
    lines = find_lines(fresh, _NOTHING)
    places = find_places(lines, lambda _: True, "")
    keeper = Keeper.of(old.places, old.written, places)
    if homeless := keeper.homeless():
        lines, places = _with_section(lines, places)
    paper = _Paper(ticks=keeper.ticks(), edited=keeper.edited)
    within = {**keeper.within(), normal(KEPT): homeless}
    theirs = keeper.theirs([p.key for p in places])
    for place, next_section in zip(places, _sections_after(places), strict=True):
        remarks = _remarks(old, place)
        paper.add(place, [*remarks, *within.get(place.key, ())])
        if place.section != next_section:
            for chunk in theirs.get(place.section, ()):
                paper.insert(chunk)
    titles = {a.id for a in old.actions if a.has_own_title}
    own = {*_prints(lines), *keeper.still_ours()} - _titles(places, titles)
    return _as_text(paper.lines, own).replace("\n", old.line_end)


@dataclass(slots=True, kw_only=True)
class _Paper:
    """The lines of the document that is being written."""

    ticks: frozenset[tuple[str, str]]
    edited: Mapping[tuple[str, str], Line]
    lines: list[Line] = field(default_factory=list)
    after: int | None = None  # blank lines that a chunk had behind it

    def add(self, place: Place, chunks: Sequence[Chunk]) -> None:
        """Write the lines of a place, with what was kept behind each."""
        behind: dict[int, list[tuple[Chunk, bool]]] = {}
        keys = keys_of(place)
        index = {key: n for n, key in reversed([*enumerate(keys)])}
        for chunk in chunks:
            there = [n for n, key in enumerate(chunk.anchors) if key in index]
            at = -1 if not chunk.anchors else 0
            if there:
                at = index[chunk.anchors[there[-1]]]
            is_close = bool(there) and there[-1] == len(chunk.anchors) - 1
            behind.setdefault(at, []).append((chunk, is_close))
        for n in range(-1, len(place.lines)):
            if n >= 0:
                line = place.lines[n]
                theirs = self.edited.get((place.key, keys[n]), line)
                self._write(replace(theirs, before=line.before), scope_of(place))
            for chunk, is_close in behind.get(n, ()):
                self.insert(chunk, is_close=is_close)

    def insert(self, chunk: Chunk, *, is_close: bool = False) -> None:
        """Write a chunk; apart from the line above, unless it ``is_close`` to it."""
        first, *rest = chunk.lines
        before = max(first.before, self.after or 0, 0 if is_close else 1)
        if self._is_in_table(chunk):
            before = 0
        self.lines += [replace(first, before=before), *rest]
        self.after = chunk.after

    def _is_in_table(self, chunk: Chunk) -> bool:
        """Return whether it begins with a row that belongs to the table above."""
        first, *rest = (line.text.lstrip() for line in chunk.lines)
        has_head = bool(rest) and rest[0].startswith(("|-", "| -", "|:", "| :"))
        above = self.lines[-1].text if self.lines else ""
        return first.startswith("|") and above.startswith("|") and not has_head

    def _write(self, line: Line, scope: str) -> None:
        before = line.before
        if self.after is not None:
            before = max(self.after, min(before, 1))
        is_done = (scope, line.print) in self.ticks
        text = ticked(line.text) if is_done else line.text
        self.lines.append(replace(line, text=text, before=before))
        self.after = None


def _with_section(
    lines: tuple[Line, ...], places: tuple[Place, ...]
) -> tuple[tuple[Line, ...], tuple[Place, ...]]:
    """Add the section for what has no place any more."""
    heading = Line(text=KEPT, number=0, before=1, print=fingerprint(KEPT))
    key = normal(KEPT)
    section = Place(kind=Kind.SECTION, key=key, section=key, lines=(heading,))
    return (*lines, heading), (*places, section)


def _sections_after(places: Sequence[Place]) -> list[str | None]:
    return [*(place.section for place in places[1:]), None]


def _remarks(old: PlanFile, place: Place) -> Iterator[Chunk]:
    """Yield what the summary says of an action, but its block overrules."""
    action = old.find(place.key)
    for remark in action.remarks if action else ():
        line = Line(text=remark, number=0, before=0, print=fingerprint(remark))
        yield Chunk(lines=(line,), after=0, anchors=(Label.STATUS,))


def _titles(places: Iterable[Place], ids: Iterable[str]) -> frozenset[str]:
    """Return the fingerprints of the headings of these actions."""
    named = (p.heading for p in places if p.key in {*ids})
    return frozenset(heading.print for heading in named if heading)


def _prints(lines: Sequence[Line]) -> frozenset[str]:
    return frozenset([*(line.print for line in lines), *row_prints(lines)])


def _as_text(lines: Sequence[Line], own: Iterable[str]) -> str:
    first, *rest = lines
    texts = [first.text, *("\n" * line.before + line.text for line in rest)]
    return "\n".join(texts) + f"\n\n{list_lines(own)}\n"
