"""What a file with settings says: values that can be used, and what is wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from readiness.errors import BadDataError
from readiness.plaintext import one_line
from readiness.settings.keys import KEYS, Key, quoted
from readiness.settings.lines import find_lines, nearest
from readiness.settings.outside import is_outside, refuse_network
from readiness.settings.person import person_file
from readiness.settings.toml import own_table, read_toml, shown
from readiness.suggestions import closest

SHOWN = 10  #: warnings of one file

_DATA = "data"  # the key that says where answers are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A setting as a file has it."""

    key: Key
    value: str  #: for the environment
    line: int  #: from 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsFile:
    """A file that was read; nothing is raised for what is wrong in it.

    ``warnings`` are about keys that do
    nothing, ``mistakes`` about what cannot be used; both name file and line.
    """

    path: Path
    is_personal: bool
    said: tuple[Said, ...] = ()
    warnings: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()

    def raise_mistakes(self) -> None:
        """Raise `BadDataError` with all mistakes if there is one."""
        if self.mistakes:
            raise BadDataError(
                self.mistakes[0],
                facts=self.mistakes[1:],
                tries=(f"edit {shown(self.path)}", "readiness doctor"),
            )


def read_settings(path: Path, *, is_personal: bool = False) -> SettingsFile:
    """Read the settings in the file at ``path``, which somebody else may have made."""
    try:
        text, data = read_toml(path)
    except BadDataError as mistake:
        return SettingsFile(
            path=path, is_personal=is_personal, mistakes=(mistake.message,)
        )
    at, settings = own_table(path, data)
    lines = find_lines(text)
    said: list[Said] = []
    mistakes: list[str] = []
    useless: list[tuple[str, object, int]] = []
    for name, value in settings.items():
        line = nearest(lines, (*at, name))
        key = KEYS.get(name)
        if key is None or (key.is_personal and not is_personal):
            useless.append((name, value, line))
            continue
        try:
            found = _read_value(key, value, path, is_personal=is_personal)
            said.append(Said(key=key, value=found, line=line))
        except ValueError as wrong:
            mistakes.append(f'{shown(path)}:{line}: "{name}" {wrong}')
    strange = () if is_personal else _keeps_outside(path, said)
    return SettingsFile(
        path=path,
        is_personal=is_personal,
        said=tuple(said),
        warnings=(*strange, *_warnings(path, useless)),
        mistakes=tuple(mistakes),
    )


def _read_value(key: Key, value: object, path: Path, *, is_personal: bool) -> str:
    """Return what a key says; raise `ValueError`."""
    if key.name == _DATA and isinstance(value, str) and not is_personal:
        refuse_network(value)
    return key.read(value, path.absolute().parent)


def _keeps_outside(path: Path, said: Sequence[Said]) -> Iterator[str]:
    """Warn of a project that has answers kept where nobody would look for them."""
    for one in said:
        if one.key.name == _DATA and is_outside(one.value, path.absolute().parent):
            yield (
                f"{shown(path)} keeps answers outside this project: "
                f"{one_line(one.value)}, by line {one.line}"
            )


def _warnings(path: Path, useless: Sequence[tuple[str, object, int]]) -> Iterator[str]:
    """Warn of the first keys that do nothing; a stranger's file may have many."""
    for name, value, line in useless[:SHOWN]:
        yield _useless(path, name, value, line)
    if len(useless) > SHOWN:
        yield f"{shown(path)}: {len(useless) - SHOWN} more keys that do nothing"


def _useless(path: Path, name: str, value: object, line: int) -> str:
    """Say why a key does nothing, and what may have been meant."""
    if name in KEYS:
        return (
            f"{shown(path)}: {quoted(name)} on line {line} is for each person to "
            f"decide, in {person_file()}"
        )
    if isinstance(value, dict):
        inside = next((key for key in value if key in KEYS), None)
        kind = "table"
        hint = f"; did you mean {quoted(inside)} above all tables?" if inside else ""
    else:
        kind, meant = "key", closest(name, KEYS)
        hint = f"; did you mean {quoted(meant)}?" if meant else ""
    return f"{shown(path)}: unknown {kind} {quoted(name)} on line {line}{hint}"
