"""A plan taken apart: its sections, the blocks of its actions, and their lines.

The places of a document are the text above the first section, each section up to its
first action, each action, and each section that a person added. A heading of a
person within an action, of the third level or lower, belongs to the action.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from readiness.plan.document.marks import (
    Written,
    as_now,
    broken,
    find_mark,
    fingerprint,
    normal,
)
from readiness.suggestions import quoted

TOP = ""  #: key of what stands above the first section

_SECTION = re.compile(r"^##? ")
_HEADING = re.compile(r"^### ")
_ANCHOR = re.compile(r'^<a id="[a-z0-9-]+"></a>$')
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


class Kind(StrEnum):
    """What a place is."""

    SECTION = "section"  #: of readiness, or what stands above the first
    ACTION = "action"
    THEIRS = "theirs"  #: a section that a person added


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not blank, and how many blank ones stand before it."""

    text: str
    number: int  #: in the file, from 1
    before: int
    print: str  #: its fingerprint
    is_code: bool = False  #: stands within a fence


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A part of a document and its lines.

    ``section`` is the key of the section of readiness that it stands in, or after.
    ``mark`` has the fields of an action's hidden comment, ``heading`` is what stands
    above it.
    """

    kind: Kind
    key: str  #: of an action its id, of a section its heading
    section: str = TOP
    lines: tuple[Line, ...] = ()
    mark: Mapping[str, str] | None = None
    heading: Line | None = None


def find_lines(text: str, written: Written) -> tuple[Line, ...]:
    """Return the lines of ``text`` that are neither blank nor the list of lines.

    Boxes of readiness are as it writes them now, so that a tick finds its own again.
    """
    found, blank = [], 0
    code = _fenced(text)
    for at, line in enumerate(text.split("\n")):
        if at in written.at:
            continue
        if line.strip():
            mark = fingerprint(line)
            now = as_now(line) if mark in written.fingerprints else line
            mark = mark if now == line else fingerprint(now)
            found.append(
                Line(
                    text=now,
                    number=at + 1,
                    before=blank,
                    print=mark,
                    is_code=at in code,
                )
            )
        blank = 0 if line.strip() else blank + 1
    return tuple(found)


def _fenced(text: str) -> frozenset[int]:
    """Return the numbers of the lines, from 0, within fences that have an end.

    No fence reaches into another action: it lacks its end.
    """
    code: set[int] = set()
    begin = None
    for at, line in enumerate(text.split("\n")):
        if "<!-- readiness:" in line:
            begin = None
        elif _FENCE.match(line):
            if begin is not None:
                code |= {*range(begin, at + 1)}
            begin = at if begin is None else None
    return frozenset(code)


def find_places(
    lines: Sequence[Line], is_ours: Callable[[Line], bool], name: str
) -> tuple[Place, ...]:
    """Return the places of a document; ``is_ours`` tells lines of readiness.

    Raises `BadDataError` if the hidden comments of actions are damaged or missing,
    and for two actions with one id.
    """
    reader = _Reader(lines=lines, is_ours=is_ours, name=name)
    starts = {0: Place(kind=Kind.SECTION, key=TOP), **reader.sections()}
    starts |= reader.actions(starts)
    section, places = TOP, []
    ends = [*sorted(starts)[1:], len(lines)]
    for (at, place), end in zip(sorted(starts.items()), ends, strict=True):
        section = place.key if place.kind is Kind.SECTION else section
        places.append(replace(place, section=section, lines=tuple(lines[at:end])))
    return tuple(places)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    lines: Sequence[Line]
    is_ours: Callable[[Line], bool]
    name: str

    def sections(self) -> dict[int, Place]:
        """Return the sections by the number of their first line."""
        found = {}
        is_fenced, has_begun = False, False
        for at, line in enumerate(self.lines):
            ours = self.is_ours(line)
            is_fenced = not ours and is_fenced != bool(_FENCE.match(line.text))
            if has_begun and not is_fenced and _SECTION.match(line.text):
                kind = Kind.SECTION if ours else Kind.THEIRS
                found[at] = Place(kind=kind, key=normal(line.text))
            has_begun |= "readiness:plan" in line.text
        return found

    def actions(self, sections: Collection[int]) -> dict[int, Place]:
        """Return the actions by the number of their first line."""
        found: dict[int, Place] = {}
        seen: dict[str, Line] = {}
        begun = 0
        for at, line in enumerate(self.lines):
            mark = find_mark(line.text, "action", self._place(line))
            if mark is not None:
                start, place = self._action(range(begun, at), mark, line)
                self._check_first(place.key, line, seen)
                found[start] = place
            elif at in sections:
                self._check_nameless(range(begun, at))
            begun = at + 1 if mark or at in sections else begun
        self._check_nameless(range(begun, len(self.lines)))
        return found

    def _action(
        self, above: range, mark: Mapping[str, str], line: Line
    ) -> tuple[int, Place]:
        """Return an action and where it begins, from the lines above its comment."""
        ours = [at for at in above if self.is_ours(self.lines[at])]
        heads = [at for at in ours if _HEADING.match(self.lines[at].text)]
        self._check_nameless(range(above.start, heads[-1] if heads else above.start))
        if not heads and above and _HEADING.match(self.lines[above[-1]].text):
            heads = [above[-1]]  # renamed by a person
        anchors = [at for at in ours if _ANCHOR.match(self.lines[at].text)]
        id_ = mark.get("id", "")
        if not _SLUG.fullmatch(id_):
            raise broken(f"{self._place(line)}: the hidden comment has no proper id")
        place = Place(
            kind=Kind.ACTION,
            key=id_,
            mark=mark,
            heading=self.lines[heads[-1]] if heads else None,
        )
        return min([*heads[-1:], *anchors[-1:], above.stop]), place

    def _check_nameless(self, window: range) -> None:
        for at in window:
            line = self.lines[at]
            if _HEADING.match(line.text) and self.is_ours(line):
                raise broken(
                    f"{self._place(line)}: the hidden comment below "
                    f"{quoted(line.text)} is missing",
                    "it says which action this is",
                )

    def _check_first(self, id_: str, line: Line, seen: dict[str, Line]) -> None:
        first = seen.setdefault(id_, line)
        if first is not line:
            raise broken(
                f"{self._place(line)}: the action {quoted(id_)} stands there twice",
                f"the first is at line {first.number}",
                cure=f"keep one of the two, at line {first.number} or {line.number}, "
                "and move your lines into it",
            )

    def _place(self, line: Line) -> str:
        return f"{self.name}:{line.number}"
