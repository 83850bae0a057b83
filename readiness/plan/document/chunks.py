"""Lines that are kept from a place of a document, and what they stand behind."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from readiness.plan.document.fields import label_of
from readiness.plan.document.marks import find_mark
from readiness.plan.document.outline import Kind, Line, Place
from readiness.plan.document.twins import twin_name

_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """Lines that stand together, and the keys of the lines of readiness above them.

    ``after`` is the number of blank lines behind it. The last of ``anchors`` stands
    directly above; all are of the same place.
    """

    lines: tuple[Line, ...]
    after: int
    anchors: tuple[str, ...] = ()


def find_chunks(
    place: Place, after: int, is_kept: Callable[[Line, Place], bool]
) -> Iterator[Chunk]:
    """Yield the chunks of ``place``, which has ``after`` blank lines behind it."""
    anchors: list[str] = []
    together: list[Line] = []
    for line, key in zip(place.lines, keys_of(place), strict=True):
        if is_kept(line, place) or (together and _is_below(together[-1], line)):
            together.append(line)
            continue
        if together:
            yield Chunk(
                lines=tuple(together), after=line.before, anchors=tuple(anchors)
            )
            together = []
        anchors.append(key)
    if together:
        yield Chunk(lines=tuple(together), after=after, anchors=tuple(anchors))


def _is_below(head: Line, line: Line) -> bool:
    """Return whether ``line`` rules off ``head``, which is the head of a table."""
    is_rule = _RULE.fullmatch(line.text.strip()) is not None
    return is_rule and not line.before and head.text.lstrip().startswith("|")


def keys_of(place: Place) -> tuple[str, ...]:
    """Return what the lines of a place are known by within it, one by one.

    A line that has a name of its own there is known by that, whatever it says.
    """
    slots = [_slot(line, place) for line in place.lines]
    names = [twin_name(line, place) for line in place.lines]
    counts = Counter(names)
    return tuple(
        slot or (name if name and counts[name] == 1 else line.print)
        for slot, name, line in zip(slots, names, place.lines, strict=True)
    )


def is_slot(line: Line, place: Place) -> bool:
    """Return whether the line is one that is always written anew, whatever it says."""
    return _slot(line, place) is not None


def _slot(line: Line, place: Place) -> str | None:
    if place.kind is not Kind.ACTION:
        return "plan" if find_mark(line.text, "plan", "") is not None else None
    slots = {
        "heading": line is place.heading,
        "anchor": line.text.strip() == f'<a id="{place.key}"></a>',
        "action": find_mark(line.text, "action", "") is not None,
    }
    return next((name for name, fits in slots.items() if fits), label_of(line))


def ends(places: Sequence[Place]) -> Iterator[int]:
    """Yield how many blank lines stand behind each of ``places``."""
    for place in places[1:]:
        yield place.lines[0].before if place.lines else 0
    yield 0
