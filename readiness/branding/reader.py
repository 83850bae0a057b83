"""Read a ``brand.toml``, all mistakes at once."""

import json
from collections.abc import Iterator
from os.path import lexists
from pathlib import Path
from typing import Any

from readiness.branding.keys import KEYS, TABLES
from readiness.branding.logo import read_logo
from readiness.branding.model import Brand, Fonts, Logo, Palette
from readiness.errors import BadDataError, NotFoundError
from readiness.plaintext import one_line
from readiness.settings.lines import find_lines, nearest
from readiness.settings.toml import read_toml, shown
from readiness.suggestions import did_you_mean, quoted

SHOWN = 20  #: mistakes of one file

_ENDING = ".toml"
_PICTURES = frozenset((".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"))
_Keys = tuple[str, ...]


def read_brand(path: Path) -> Brand:
    """Return the brand that the TOML file at ``path`` says.

    Raises `NotFoundError` if there is no such file, `BadDataError` with file and line
    of everything that is wrong in it.
    """
    if not lexists(path):
        raise NotFoundError(f"there is no file {shown(path)}")
    file = _File(path)
    brand = Brand(
        client=file.said("client"),
        consultant=file.said("consultant"),
        footer=file.said("footer"),
        language=file.said("language"),
        logo=file.logo(),
        palette=file.palette(),
        fonts=Fonts(
            heading=file.said("fonts", "heading"),
            body=file.said("fonts", "body"),
            folder=file.said("fonts", "folder"),
        ),
    )
    file.check()
    return brand


class _File:
    """A file that was read, and what is wrong in it so far."""

    def __init__(self, path: Path) -> None:
        text, data = _read(path)
        self._path = path
        self._folder = path.absolute().parent
        self._lines = find_lines(text)
        self._mistakes: list[tuple[int, str]] = []
        self._said: dict[_Keys, str] = {}
        for keys, value in _values(data):
            self._take(keys, value)

    def said(self, *keys: str, default: str = "") -> str:
        """Return what a key says."""
        return self._said.get(keys, default)

    def logo(self) -> Logo | None:
        """Return the logo, if there is one and it is good."""
        if not (name := self.said("logo")):
            return None
        try:
            return read_logo(Path(name), self.said("logo_alt", default="Logo"))
        except ValueError as wrong:
            self._refuse(("logo",), f'"logo": {Path(name).name} {wrong}')
            return None

    def palette(self) -> Palette:
        """Return the two colours, which are not to be the same."""
        usual = Palette()
        primary = self.said("colours", "primary", default=usual.primary)
        accent = self.said("colours", "accent", default=usual.accent)
        if primary == accent:
            self._refuse(
                ("colours", "accent"),
                '"accent" is the colour of "primary"; it shows what wants attention',
            )
        return Palette(primary=primary, accent=accent)

    def check(self) -> None:
        """Raise `BadDataError` with all that is wrong, from the first line on."""
        if not self._mistakes:
            return
        found = [text for _, text in sorted(self._mistakes, key=lambda one: one[0])]
        left = len(found) - SHOWN
        more = (f"{shown(self._path)}: {left} more mistakes",) if left > 0 else ()
        raise BadDataError(
            found[0],
            facts=(*found[1:SHOWN], *more),
            tries=(f"edit {shown(self._path)}",),
        )

    def _take(self, keys: _Keys, value: object) -> None:
        read = KEYS.get(keys)
        if read is None:
            self._refuse(keys, _unknown(keys, value))
        elif not isinstance(value, str):
            self._refuse(keys, f'"{keys[-1]}" should be text in quotes')
        else:
            try:
                self._said[keys] = read(value, self._folder)
            except ValueError as wrong:
                self._refuse(keys, f'"{keys[-1]}" {wrong}')

    def _refuse(self, keys: _Keys, what: str) -> None:
        line = nearest(self._lines, keys)
        self._mistakes.append((line, f"{shown(self._path)}:{line}: {what}"))


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    """Return text and data of a file; of one that is no TOML say what a brand is."""
    try:
        return read_toml(path)
    except BadDataError as error:
        if path.suffix.casefold() == _ENDING:
            raise
        name = one_line(path.name)
        raise BadDataError(
            f"{shown(path)} is not a TOML file, which a brand is",
            facts=(error.message,),
            tries=(
                f"a logo is named in one: logo = {json.dumps(name)}"
                if path.suffix.casefold() in _PICTURES
                else 'a brand.toml says, such as, client = "ACME"',
            ),
        ) from None


def _values(data: dict[str, Any]) -> Iterator[tuple[_Keys, object]]:
    """Yield every value with its keys, those within the tables that there are."""
    for name, value in data.items():
        if name in TABLES and isinstance(value, dict):
            yield from (((name, key), inner) for key, inner in value.items())
        else:
            yield (name,), value


def _unknown(keys: _Keys, value: object) -> str:
    """Say that nobody knows a key, and what may have been meant."""
    *table, name = keys
    if name in TABLES and not table:
        return f"{quoted(name)} should be a table: [{name}]"
    known = [one[-1] for one in KEYS if list(one[:-1]) == table]
    if isinstance(value, dict):
        return f"unknown table {quoted(name)}{did_you_mean(name, sorted(TABLES))}"
    where = f" in [{table[0]}]" if table else ""
    return f"unknown key {quoted(name)}{where}{did_you_mean(name, known)}"
