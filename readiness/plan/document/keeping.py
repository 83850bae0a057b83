"""What has to be kept of a document when it is written anew."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from readiness.plan.document.chunks import (
    Chunk,
    ends,
    find_chunks,
    is_slot,
    keys_of,
)
from readiness.plan.document.fields import is_box, is_ticked, label_of
from readiness.plan.document.outline import TOP, Kind, Line, Place
from readiness.plan.document.table import find_rows

SET_ASIDE = "- **Set aside:** "  #: begins the line that says why an action is settled
NEEDS = "- **Needs:** "  #: begins the line with numbers, which are others by now

# What readiness says anew of an action each time: it is never somebody's copy.
_CHANGING = (
    SET_ASIDE,
    NEEDS,
    "- **Why:** ",
    "  - ",  # a quoted answer, but for boxes
    "- **Gain:** ",
    "- **How sure this place is:** ",
    "- **Comes first for:** ",
    "- **In the plan since:** ",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """Tells which lines of the ``old`` places are kept, now that ``new`` come.

    ``written`` has the fingerprints of what readiness wrote in the old ones.
    """

    old: Sequence[Place]
    new: Mapping[str, Place]
    written: frozenset[str]
    known: frozenset[str]  #: what readiness wrote then or writes now
    rows: frozenset[int]  #: line numbers of summary rows with nothing to keep
    offered: frozenset[tuple[str, str]]  #: scope and fingerprint of the new lines
    elsewhere: frozenset[str]  #: fingerprints outside the sections of people
    homes: Mapping[str, frozenset[str]]  #: scopes by fingerprint, where a line stays
    edited: Mapping[tuple[str, str], Line]  #: by place and key: what replaces a new one
    instead: frozenset[tuple[str, int]]  #: the same by place and line number

    @classmethod
    def of(
        cls, old: Sequence[Place], written: frozenset[str], new: Sequence[Place]
    ) -> Self:
        """Return the keeper for these places."""
        fresh = frozenset(line.print for place in new for line in place.lines)
        rows = find_rows(old, written)
        offered = frozenset(_scoped(new))
        by_key = {place.key: place for place in new}
        edited = dict(_edited(old, by_key, written | fresh))
        return cls(
            edited=edited,
            instead=frozenset((key, li.number) for (key, _), li in edited.items()),
            old=old,
            new=by_key,
            written=written,
            known=written | fresh,
            rows=frozenset(row.line.number for row in rows),
            offered=offered,
            elsewhere=frozenset(
                line.print
                for place in old
                if place.kind is not Kind.THEIRS
                for line in place.lines
            ),
            homes=_homes(old, new, offered),
        )

    def within(self) -> dict[str, list[Chunk]]:
        """Return what is kept by the key of the new place that it belongs to."""
        found: dict[str, list[Chunk]] = {}
        for place, after in zip(self.old, ends(self.old), strict=True):
            if place.kind is not Kind.THEIRS and place.key in self.new:
                found[place.key] = list(find_chunks(place, after, self._is_kept))
        return found

    def homeless(self) -> list[Chunk]:
        """Return what is kept of places that are no more."""
        return [
            chunk
            for place, after in zip(self.old, ends(self.old), strict=True)
            if place.kind is not Kind.THEIRS and place.key not in self.new
            for chunk in find_chunks(place, after, self._is_kept)
        ]

    def theirs(self, keys: Sequence[str]) -> dict[str, list[Chunk]]:
        """Return people's own sections by the section of ``keys`` to stand behind."""
        found: dict[str, list[Chunk]] = {}
        last = TOP
        for place, after in zip(self.old, ends(self.old), strict=True):
            if place.kind is Kind.SECTION and place.key in keys:
                last = place.key
            if place.kind is Kind.THEIRS:
                kept = tuple(line for line in place.lines if self._is_kept(line, place))
                if kept:
                    found.setdefault(last, []).append(Chunk(lines=kept, after=after))
        return found

    def ticks(self) -> frozenset[tuple[str, str]]:
        """Return scope and fingerprint of the boxes that are ticked."""
        return frozenset(_scoped(self.old, only_ticked=True))

    def still_ours(self) -> Iterator[str]:
        """Yield the fingerprints of lines of readiness that are kept with an action."""
        for place in self.old:
            if self._is_settled(place):
                kept = (line for line in place.lines if self._is_kept(line, place))
                yield from (li.print for li in kept if li.print in self.written)

    def _is_kept(self, line: Line, place: Place) -> bool:
        if is_slot(line, place) or (place.key, line.number) in self.instead:
            return False
        is_known = line.print in self.known or line.number in self.rows
        if self._is_settled(place):
            return not (is_known and line.text.startswith((SET_ASIDE, NEEDS)))
        if place.kind is Kind.THEIRS and self._is_own(line):
            return True
        if is_known and is_ticked(line.text):
            return (scope_of(place), line.print) not in self.offered
        return not is_known or self._is_copy(line, place)

    def _is_own(self, line: Line) -> bool:
        """Return whether it is a field of an action of one's own, or another copy."""
        return line.print in self.elsewhere or label_of(line) is not None

    def _is_copy(self, line: Line, place: Place) -> bool:
        """Return whether somebody copied the line here, from where it still stands."""
        is_new = line.text.startswith(_CHANGING) and not is_box(line.text)
        homes = self.homes.get(line.print, frozenset())
        return not is_new and bool(homes) and scope_of(place) not in homes

    def _is_settled(self, place: Place) -> bool:
        new = self.new.get(place.key) if place.kind is Kind.ACTION else None
        return new is not None and "state" in (new.mark or {})


def scope_of(place: Place) -> str:
    """Return within what a box is the same box: its action, or all sections."""
    return place.key if place.kind is Kind.ACTION else TOP


def _edited(
    old: Sequence[Place], new: Mapping[str, Place], known: Collection[str]
) -> Iterator[tuple[tuple[str, str], Line]]:
    """Yield the lines that a person made of new ones, by place and key.

    Both must be the only ones in their place that are known by it.
    """
    for place in old:
        if place.kind is Kind.THEIRS or place.key not in new:
            continue
        fresh = new[place.key]
        named = {
            key
            for key, line in zip(keys_of(fresh), fresh.lines, strict=True)
            if key != line.print and not is_slot(line, fresh)
        }
        for key, line in zip(keys_of(place), place.lines, strict=True):
            is_row = key.startswith("row ")
            if key in named and not is_row and line.print not in known:
                yield (place.key, key), line


def _homes(
    old: Sequence[Place], new: Sequence[Place], offered: Collection[tuple[str, str]]
) -> Mapping[str, frozenset[str]]:
    """Return by fingerprint in which scopes a line stands, then and from now on."""
    settled = {place.key for place in new if "state" in (place.mark or {})}
    homes: dict[str, frozenset[str]] = {}
    for scope, print_ in _scoped(old):
        if (scope, print_) in offered or scope in settled:
            homes[print_] = homes.get(print_, frozenset()) | {scope}
    return homes


def _scoped(
    places: Sequence[Place], *, only_ticked: bool = False
) -> Iterator[tuple[str, str]]:
    for place in places:
        for line in place.lines:
            if not only_ticked or is_ticked(line.text):
                yield scope_of(place), line.print
