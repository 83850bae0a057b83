"""Read a JSON file that people may have edited, and say where it is wrong."""

import json
import re
import shlex
from pathlib import Path
from typing import Any, NoReturn

from readiness.errors import BadDataError
from readiness.store.locate import Trail, find_place, line_and_column, repeated_keys

# no line of JSON can begin like this: a text in it has no line breaks
_MERGE_MARK = re.compile(r"^<{7} ", re.MULTILINE)

LIMIT = 4 * 1024 * 1024  #: bytes of a response file

_CURES = (
    "mend the place that is named",
    "or put an earlier copy of the file back, from git or a backup",
    "or move the file away and answer again; it is never overwritten",
)


def read(path: Path, limit: int = LIMIT) -> bytes | None:
    """Return the content of a file, ``None`` if there is no such file.

    Raises `BadDataError` if it cannot be read or has more than ``limit`` bytes.
    """
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error
    if len(content) > limit:
        raise damage(f"{path} is larger than {limit:,} bytes")
    return content


def unreadable(path: Path, error: OSError) -> BadDataError:
    """Return a failure about a file or folder that is there, and closed to us."""
    reason = error.strerror or str(error)
    return BadDataError(
        f"{path} cannot be read: {reason[:1].lower()}{reason[1:]}",
        tries=(
            "allow yourself to read it, or move away what is in its place",
            "or keep the answers elsewhere: READINESS_HOME=DIR, or --data-dir DIR",
        ),
    )


def as_text(content: bytes, name: str) -> str:
    """Return the text of a file; raise `BadDataError` if it is not UTF-8."""
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise damage(f"{name}:{line}: is not text in UTF-8") from None


def parse(text: str, name: str) -> dict[str, Any]:
    """Return the JSON object that ``text`` is; raise `BadDataError` for all else.

    Keys that stand twice, ``NaN`` and text after the end are mistakes.
    """
    if not text.strip():
        raise damage(f"{name}:1: the file is empty")
    try:
        data = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
    except _RepeatedError:
        raise _repeated(text, name) from None
    except json.JSONDecodeError as error:
        raise _unmerged(text, name) or _broken(error, name) from None
    except (RecursionError, ValueError) as error:  # too deep; a number too long
        raise damage(f"{name}: {_in_words(error)}") from None
    if not isinstance(data, dict):
        raise damage(f"{name}:1: should be an object in braces")
    return data


def mistake_at(text: str, trail: Trail, name: str, what: str) -> BadDataError:
    """Return a failure about the value at ``trail`` in the file called ``name``."""
    return damage(place_of(text, trail, name) + what)


def place_of(text: str, trail: Trail, name: str) -> str:
    """Return ``name:line:column:`` of the value at ``trail``, and a space."""
    line, column = find_place(text, trail)
    return f"{name}:{line}:{column}: "


def damage(message: str, *more: str) -> BadDataError:
    """Return a failure about a damaged file, with what to do about it."""
    return BadDataError(message, facts=more, tries=_CURES)


class _RepeatedError(Exception):
    """A key stands twice in one object."""


class _ConstantError(ValueError):
    """A number is NaN or infinite."""


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _RepeatedError
    return found


def _refuse(constant: str) -> NoReturn:
    raise _ConstantError(f"{constant} is not a number of JSON")


def _repeated(text: str, name: str) -> BadDataError:
    trail, (line, column) = next(repeated_keys(text))
    return damage(f'{name}:{line}:{column}: the key "{trail[-1]}" stands twice')


def _unmerged(text: str, name: str) -> BadDataError | None:
    """Return a failure about the marks of a merge that git could not finish."""
    mark = _MERGE_MARK.search(text)
    if mark is None:
        return None
    line, _ = line_and_column(text, mark.start())
    return BadDataError(
        f"{name}:{line}: has marks of a merge in git that is not finished",
        facts=("two versions stand between  <<<<<<<  =======  and  >>>>>>>",),
        tries=(
            "keep the right lines, and remove the marks",
            f"or take one version: git checkout --theirs -- {shlex.quote(name)}",
        ),
    )


def _broken(error: json.JSONDecodeError, name: str) -> BadDataError:
    if error.pos >= len(error.doc.rstrip()):
        line, _ = line_and_column(error.doc, len(error.doc.rstrip()))
        return damage(f"{name}:{line}: the file ends too early")
    what = error.msg[:1].lower() + error.msg[1:]
    what = re.sub(r" at$", "", what)
    return damage(f"{name}:{error.lineno}:{error.colno}: {what}")


def _in_words(error: Exception) -> str:
    match error:
        case RecursionError():
            return "is nested too deeply"
        case _ConstantError():
            return str(error)
        case _:
            return "has a number that is too long"
