"""What a file says, with the line and column of every node."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Data: TypeAlias = "bool | int | float | str | list[Data] | dict[str, Data] | None"
NodePath: TypeAlias = tuple[str | int, ...]  #: keys and 0-based indexes from the root


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file; both numbers start at 1, columns count characters."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """What is wrong at a place in a file."""

    mark: Mark
    text: str

    def __str__(self) -> str:
        return f"{self.mark}: {self.text}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a file says, and where it says it.

    ``positions`` has the mark of every value, ``keys`` that of every key, by the path
    of the value. ``mistakes`` are sorted; ``is_whole`` is false if one of them made
    the rest of the file unreadable: then there is no data.
    """

    data: Data = None
    positions: Mapping[NodePath, Mark] = field(default_factory=dict, repr=False)
    keys: Mapping[NodePath, Mark] = field(default_factory=dict, repr=False)
    mistakes: tuple[Mistake, ...] = ()
    is_whole: bool = True
    lines: tuple[str, ...] = field(default=("",), repr=False)

    def at(self, path: NodePath) -> Mark:
        """Return where the value at ``path`` is, or else what should contain it."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, Mark(1, 1))

    def key_at(self, path: NodePath) -> Mark:
        """Return where the key of the value at ``path`` is, or else as `at`."""
        return self.keys.get(path) or self.at(path)

    def inside(self, path: NodePath, offset: int) -> Mark:
        """Return the place of a 0-based character of the text at ``path``.

        That is exact for a text that the file spells on one line without escapes;
        for any other it is where the text starts.
        """
        mark, text = self.at(path), value_at(self.data, path)
        if not isinstance(text, str):
            return mark
        rest = self.lines[mark.line - 1][mark.column - 1 :]
        opening = 1 if rest[:1] in {"'", '"'} else 0
        if not rest.startswith(text, opening):
            return mark
        return Mark(mark.line, mark.column + opening + offset)


def value_at(data: Data, path: NodePath) -> Data:
    """Return the value at ``path``, ``None`` if there is none."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
