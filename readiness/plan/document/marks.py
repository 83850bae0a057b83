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
from readiness.markup import plainer
from readiness.suggestions import quoted

SCHEMA = 2  #: of the documents that are written; 1 had a seal and cannot be merged

_MARK = re.compile(r"<!--\s*readiness:(plan|action)\s([^>]*)-->")
_PAIR = re.compile(r"([a-z]+)=(\S+)")
_BEGUN = re.compile(r"<!--\s*readiness:lines\b")
_FRAME = re.compile(r"<!--\s*readiness:lines\b(?:[ \t]+\d+(?=\s))?|-->")
# a merge may leave rows, and an end, behind the first end
_LIST = re.compile(r"<!--\s*readiness:lines\b(?s:.*?)-->(?:\s*(?:[0-9a-f]{8}\s+)*-->)*")
_FINGERPRINT = re.compile(r"[0-9a-f]{8}")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_OURS = "<!-- readiness:"
_DIGITS = 8  # hexadecimal, of a fingerprint

_BOX = re.compile(r"\s*[-*+] \[[ xX]\] ")
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

    ``at`` has the numbers of the lines that the list takes, from 0.
    """

    fingerprints: frozenset[str]
    at: frozenset[int] = frozenset()


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
    if found[0] != line.strip() or _PAIR.sub("", found[2]).strip():
        raise broken(
            f"{place}: text stands in a hidden comment, or on its line",
            cure="put it on a line of its own, below the comment",
        )
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

    Several lists, or the rows of several in one, are what a merge leaves: all of them
    count, whatever number stands at the top. A line that is on no list only stays as
    if a person had written it, so nothing is lost with rows that are missing.
    Raises `BadDataError` if something else stands in a list.
    """
    lists = [*_LIST.finditer(text)]
    listed: set[str] = set()
    at: set[int] = set()
    for found in lists:
        start = text.count("\n", 0, found.start())
        end = start + found[0].count("\n") + 1
        if "\n".join(text.split("\n")[start:end]).strip() != found[0]:
            raise _beside_list(f"{name}:{start + 1}")
        listed |= _read_list(text, found, name)
        at |= {*range(start, end)}
    if begun := _BEGUN.search(text, lists[-1].end() if lists else 0):
        raise _cut_off(f"{name}:{_line(text, begun.start())}")
    ours = (line for line in text.split("\n") if fingerprint(line) in listed)
    listed |= {fingerprint(as_now(line)) for line in ours}
    return Written(fingerprints=frozenset(listed), at=frozenset(at))


def as_now(line: str) -> str:
    """Return a line of readiness; a box as it is written now, with fewer escapes.

    Its tick is kept by what it says; other lines are written anew anyway.
    """
    return plainer(line) if _BOX.match(line) else line


def without_list(text: str, name: str) -> str:
    """Return the text without the list of lines; raises what `find_written` does."""
    hidden = find_written(text, name).at
    lines = enumerate(text.split("\n"))
    return "\n".join(line for number, line in lines if number not in hidden)


def check_merged(text: str, name: str) -> None:
    """Raise `BadDataError` if git could not finish a merge of a plan.

    A line of ``=`` alone is none of its marks: it may underline a heading.
    """
    mark = _CONFLICT.search(text)
    if mark is None or _OURS not in text:
        return
    raise BadDataError(
        f"{name}:{_line(text, mark.start())}: has marks of a merge in git that is not "
        "finished",
        facts=(
            "two versions stand between  <<<<<<<  =======  and  >>>>>>>",
            "nothing was changed",
        ),
        tries=(
            "keep the right lines, and remove the marks",
            "of the hidden list at the end keep either version, or both",
            "then run the same command again",
        ),
    )


def broken(message: str, *facts: str, cure: str = "") -> BadDataError:
    """Return a failure about a plan that cannot be understood.

    If there is a ``cure`` in place, it is all that is proposed.
    """
    return BadDataError(
        message,
        facts=(*facts, "nothing was changed"),
        tries=(cure,) if cure else _TRIES,
    )


def _read_list(text: str, found: re.Match[str], name: str) -> frozenset[str]:
    """Return the fingerprints in a list; raise `BadDataError` for all else."""
    body = _FRAME.sub(lambda frame: " " * len(frame[0]), found[0])
    words = [*re.finditer(r"\S+", body)]
    odd = next((word for word in words if not _FINGERPRINT.fullmatch(word[0])), None)
    if odd is None:
        return frozenset(word[0] for word in words)
    line = _line(text, found.start() + odd.start())
    raise broken(
        f"{name}:{line}: {quoted(odd[0])} does not belong in the hidden list of lines",
        "a line that is not on the list is kept as if you had written it",
        cure=f"remove it from line {line}, then run the same command again",
    )


def _beside_list(place: str) -> BadDataError:
    return broken(
        f"{place}: text stands on a line of the hidden list",
        cure="put it on a line of its own, above the list or below it",
    )


def _cut_off(place: str) -> BadDataError:
    return broken(
        f"{place}: the hidden list of lines has no end",
        cure="put --> on a line of its own behind its last row; after a merge keep "
        "either list, then run plan -o again",
    )


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
