"""Where in a JSON text a value stands, for messages about files edited by hand."""

import json
import re
from collections.abc import Iterator

Trail = tuple[str | int, ...]  #: keys and indexes from the root

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|[^\s{}\[\],:"]+')


def find_place(text: str, trail: Trail) -> tuple[int, int]:
    """Return line and column, from 1, of the value at ``trail`` in a JSON text.

    The place of a value in an object is that of its key. If there is nothing at
    ``trail``, it is the place of the nearest parent that is there.
    """
    places: dict[Trail, int] = {}
    for found, offset in _walk(text):
        places.setdefault(found, offset)
    while trail and trail not in places:
        trail = trail[:-1]
    return line_and_column(text, places.get(trail, 0))


def repeated_keys(text: str) -> Iterator[tuple[Trail, tuple[int, int]]]:
    """Yield every key that its object has already, with its line and column."""
    seen = set()
    for trail, offset in _walk(text):
        if trail in seen:
            yield trail, line_and_column(text, offset)
        seen.add(trail)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of the character at ``offset``."""
    before = text[:offset]
    return before.count("\n") + 1, offset - before.rfind("\n")


def _walk(text: str) -> Iterator[tuple[Trail, int]]:
    """Yield every key and list element of a well-formed text, with its offset."""
    stack: list[str | int | None] = []  # None: an object that awaits its next key
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in "}]":
            stack.pop()
        elif mark == ",":
            last = stack.pop()
            stack.append(last + 1 if isinstance(last, int) else None)
        elif stack and stack[-1] is None:
            stack[-1] = json.loads(mark)
            yield _trail(stack), token.start()
        else:
            if stack and isinstance(stack[-1], int):
                yield _trail(stack), token.start()
            if mark in "{[":
                stack.append(None if mark == "{" else 0)


def _trail(stack: list[str | int | None]) -> Trail:
    return tuple(step for step in stack if step is not None)
