"""The hidden comments of a plan, and how one of its lines is known again.

The last comment lists a fingerprint of every line that readiness wrote. A line whose
fingerprint is not among them was written by a person.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from readiness.errors import BadDataError
from readiness.suggestions import quoted

SCHEMA = 2  #: of the documents that are written; 1 had a seal and cannot be merged

_MARK = re.compile(r"<!--\s*readiness:(plan|action)\s([^>]*)-->")
_PAIR = re.compile(r"([a-z]+)=(\S+)")
_LIST = re.compile(r"<!--\s*readiness:lines\b(?:\s+(\d+)\s([0-9a-f\s]*)-->)?")
_DIGITS = 8  # hexadecimal, of a fingerprint

_TICK = re.compile(r"^([-*+]) \[[xX]\]")
_BULLET = re.compile(r"^[*+](?= )")
_BAR = re.compile(r" ?\| ?")
_RULE = re.compile(r"-{2,}")

_TRIES = (
    "put an earlier copy of the file back, from git or a backup",
    "or move it away, write a new one, and copy your lines into it",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What readiness wrote of a text: fingerprints, and where they are listed.

    ``start`` and ``end`` are the first line of the list and the one after it, from 0;
    the two are the same if there is no list.
    """

    fingerprints: frozenset[str]
    start: int = 0
    end: int = 0


def fingerprint(line: str) -> str:
    """Return a short hash of what the line says.

    Ticks, white space, the width of table columns, and which of two signs Markdown
    uses for the same thing make no difference: editors and formatters change them.
    """
    return sha256(normal(line).encode()).hexdigest()[:_DIGITS]


def normal(line: str) -> str:
    """Return the line as all its equivalents are."""
    text = " ".join(line.split())
    text = _BULLET.sub("-", _TICK.sub(r"\1 [ ]", text))
    text = text.replace("\\", "").replace("_", "*")
    return _RULE.sub("-", _BAR.sub("|", text))


def find_mark(line: str, kind: str, place: str) -> dict[str, str] | None:
    """Return the fields of a hidden comment ``plan`` or ``action`` on ``line``.

    ``None`` if there is none. Raises `BadDataError`, naming ``place``, if there is
    something like it that cannot be understood.
    """
    if not re.search(rf"<!--\s*readiness:{kind}\b", line):
        return None
    if (found := _MARK.search(line)) is None:
        raise broken(f"{place}: the hidden comment {quoted(line)} is damaged")
    return dict(_PAIR.findall(found[2]))


def list_lines(fingerprints: Iterable[str]) -> str:
    """Return the hidden comment that lists the lines of readiness.

    There is a row for each first digit, so that a diff shows few of them.
    """
    listed = sorted(set(fingerprints))
    rows = [" ".join(row) for _, row in groupby(listed, key=lambda print_: print_[0])]
    return "\n".join([f"<!-- readiness:lines {len(listed)}", *rows, "-->"])


def find_written(text: str, name: str) -> Written:
    """Return what readiness wrote of ``text``; a document of schema 1 does not say.

    Raises `BadDataError` if the list is damaged or stands there twice.
    """
    found = list(_LIST.finditer(text))
    if not found:
        return Written(fingerprints=frozenset())
    start = text.count("\n", 0, found[0].start())
    listed = frozenset((found[0][2] or "").split())
    if len(found) > 1 or len(listed) != int(found[0][1] or -1):
        raise broken(f"{name}:{start + 1}: the hidden list of lines is damaged")
    end = start + found[0][0].count("\n") + 1
    if "\n".join(text.split("\n")[start:end]).strip() != found[0][0]:
        raise broken(
            f"{name}:{start + 1}: text stands on a line of the hidden list",
            "it belongs on a line of its own, above the list or below it",
        )
    return Written(fingerprints=listed, start=start, end=end)


def without_list(text: str, name: str) -> str:
    """Return the text without the list of lines; raises what `find_written` does."""
    written = find_written(text, name)
    lines = text.splitlines(keepends=True)
    return "".join([*lines[: written.start], *lines[written.end :]])


def broken(message: str, *facts: str) -> BadDataError:
    """Return a failure about a plan that cannot be understood."""
    return BadDataError(message, facts=(*facts, "nothing was changed"), tries=_TRIES)
