"""Where in a TOML text a key stands; the standard library does not say."""

import re
import tomllib
from collections.abc import Iterator

Keys = tuple[str, ...]  #: from the root of the file to a value

_TOKEN = re.compile(
    r'''
      (?P<gap>[ \t\r]+|\#[^\n]*)
    | (?P<string>"""(?:[^\\]|\\.)*?"""+|\'\'\'.*?\'\'\'+
        |"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
    | (?P<mark>[\[\]{}=,.\n])
    | (?P<word>[^\s\[\]{}=,.\#"']+)
    ''',
    re.VERBOSE | re.DOTALL,
)


def find_lines(text: str) -> dict[Keys, int]:
    """Return the line, from 1, of every key and table of a well-formed text.

    Keys within an inline table are not among them.
    """
    lines: dict[Keys, int] = {}
    for keys, line in _keys(text):
        for length in range(1, len(keys) + 1):
            lines.setdefault(keys[:length], line)
    return lines


def nearest(lines: dict[Keys, int], keys: Keys) -> int:
    """Return the line of ``keys``, or else of the table that they are in."""
    while keys and keys not in lines:
        keys = keys[:-1]
    return lines.get(keys, 1)


def _keys(text: str) -> Iterator[tuple[Keys, int]]:
    """Yield every table and key outside of values, from the root, with its line."""
    line, depth = 1, 0
    table: Keys = ()
    parts: list[str] = []
    place = "start"
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark == "\n" and not depth:
            parts, place = [], "start"
        elif place == "value":
            depth += mark in {"[", "{"}
            depth -= mark in {"]", "}"}
        elif mark == "[":
            place = "header"
        elif mark == "]" and parts:
            table, parts = tuple(parts), []
            yield table, line
        elif mark == "=":
            yield (*table, *parts), line
            place = "value"
        elif token.lastgroup in {"word", "string"}:
            parts.append(_plain(mark))
        line += mark.count("\n")


def _plain(part: str) -> str:
    """Return a part of a key without its quotes and escapes."""
    return tomllib.loads(f"key = {part}")["key"] if part[0] in "\"'" else part
