"""A mistake in a pack, by the path of the value in the pack's data."""

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.pack.document import Data, NodePath


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with the value at ``path``.

    ``on_key`` points at its key instead, ``offset`` at a 0-based character of its
    text. ``see`` is the path of another value that the text ends by pointing to.
    """

    path: NodePath
    text: str
    on_key: bool = False
    offset: int | None = None
    see: NodePath | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A value in data of any shape: what is not there is empty, and never an error."""

    path: NodePath
    data: Data

    def child(self, key: str) -> "Node":
        """Return the value of a mapping's key."""
        value = self.data.get(key) if isinstance(self.data, dict) else None
        return Node((*self.path, key), value)

    def entries(self, key: str) -> Iterator["Node"]:
        """Yield the entries of the list that a mapping has at a key."""
        found = self.child(key)
        if isinstance(found.data, list):
            for index, value in enumerate(found.data):
                yield Node((*found.path, index), value)

    def words(self, key: str) -> Iterator["Node"]:
        """Yield the entries of such a list that are text."""
        return (entry for entry in self.entries(key) if entry.word)

    @property
    def word(self) -> str:
        """The text, empty if the value is something else."""
        return self.data if isinstance(self.data, str) else ""
