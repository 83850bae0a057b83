"""Read a TOML file that a stranger may have written, and say where it is wrong."""

import os
import re
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Any

from readiness.errors import BadDataError

PYPROJECT = "pyproject.toml"
LIMIT = 256 * 1024  #: bytes of a file with settings

# The parser takes minutes for dotted keys of tens of thousands of parts.
_PARTS = 100
_WORD = r"""(?:(?<![\w-])[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_LONG_KEY = rf"(?:{_WORD}[ \t]*+\.[ \t]*+){{{_PARTS}}}"
_PLACE = r" \(at (?:line (\d+), column (\d+)|end of document)\)$"
_TABLE = r"(?m)^\s*\[\s*tool\s*\.\s*readiness\b"


def read_toml(path: Path) -> tuple[str, dict[str, Any]]:
    """Return the text of a TOML file, and the data it says.

    Raises `BadDataError` with line and column for all that is none.
    """
    text = _read(path)
    return text, parse_toml(text, shown(path))


def parse_toml(text: str, name: str) -> dict[str, Any]:
    """Return the data that a TOML text says; ``name`` is that of its file.

    Raises `BadDataError` with line and column for all that is none.
    """
    import tomllib  # noqa: PLC0415 - only where there is a file to read

    if found := re.search(_LONG_KEY, text):
        line = text.count("\n", 0, found.start()) + 1
        raise BadDataError(f"{name}:{line}: a key has more than {_PARTS} parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadDataError(name + _in_words(error, text)) from None
    except RecursionError:
        raise BadDataError(f"{name}: is nested too deeply") from None
    except ValueError:
        raise BadDataError(f"{name}: has a number that is too long") from None


def has_table(path: Path) -> bool:
    """Return whether a ``pyproject.toml`` has the table ``[tool.readiness]``.

    One that cannot be read has it only if it seems to: it is not our file.
    """
    with suppress(BadDataError):
        text = _read(path)
        if "readiness" not in text:  # by far the most; spares the parser
            return False
        with suppress(BadDataError):
            return "readiness" in _table(read_toml(path)[1], "tool")
        return bool(re.search(_TABLE, text))
    return False


def own_table(
    path: Path, data: dict[str, Any]
) -> tuple[tuple[str, ...], dict[str, Any]]:
    """Return where in the ``data`` of a file the settings are, and the settings."""
    if path.name != PYPROJECT:
        return (), data
    return ("tool", "readiness"), _table(_table(data, "tool"), "readiness")


def shown(path: Path) -> str:
    """Return the path as messages name it: short if it is in the current folder."""
    from readiness.plaintext import one_line  # noqa: PLC0415 - costs every start

    with suppress(OSError, ValueError):
        path = path.relative_to(Path.cwd())
    return one_line(str(path))


def _table(data: dict[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _read(path: Path) -> str:
    """Return the text of the file; raise `BadDataError`."""
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            raise BadDataError(f"{shown(path)} is a folder, not a file")
        if not S_ISREG(mode) and str(path) != os.devnull:
            raise BadDataError(f"{shown(path)} is not a regular file")
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadDataError(
            f"{shown(path)} cannot be read: {reason[:1].lower()}{reason[1:]}"
        ) from error
    if len(content) > LIMIT:
        raise BadDataError(f"{shown(path)} is larger than {LIMIT:,} bytes")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadDataError(f"{shown(path)}:{line}: is not text in UTF-8") from None


def _in_words(error: Exception, text: str) -> str:
    """Return ``:line:column: what is wrong``."""
    from readiness.plaintext import one_line  # noqa: PLC0415 - as above

    said = str(error)
    what = re.sub(_PLACE, "", said)
    found = re.search(_PLACE, said)
    place = f":{text.count(chr(10)) + 1}"
    if found and found[1]:
        place = f":{found[1]}:{found[2]}"
    return f"{place}: {one_line(what[:1].lower() + what[1:])}"
