"""The files of a pack, joined: what they say, and where each value stands."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from readiness.errors import BadDataError, NotFoundError
from readiness.pack.document import Data, Document, Mark, NodePath
from readiness.pack.flaw import Flaw, Node
from readiness.pack.reader import load_bytes, parse
from readiness.plaintext import one_line
from readiness.suggestions import did_you_mean, quoted

PACK_FILE = "pack.yaml"

Problem: TypeAlias = tuple[str, Mark, str]  #: file, place, what is wrong

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


class Sources:
    """The documents of a pack.

    ``data`` has the shape of `Pack`: what a trend's file says stands in place of its
    id. ``problems`` are those of the files themselves; ``is_whole`` is false if they
    hide a part of the data.
    """

    def __init__(self, folder: Path) -> None:
        """Read the files; raise `NotFoundError` or `BadDataError` for ``pack.yaml``."""
        self.folder = folder
        self.problems: list[Problem] = []
        self.is_whole = True
        self._misread: set[tuple[str, Mark]] = set()
        self._trends: dict[int, tuple[str, Document]] = {}
        self._pack = self._parse(PACK_FILE, load_bytes(folder / PACK_FILE))
        self.data = self._joined()

    def locate(self, flaw: Flaw) -> Iterator[Problem]:
        """Yield the flaw with its place, unless its file has a problem just there."""
        if not (found := self._find(flaw.path)):
            return
        name, document, path = found
        mark = document.at(path)
        if flaw.on_key:
            mark = document.key_at(path)
        elif flaw.offset is not None:
            mark = document.inside(path, flaw.offset)
        if (name, mark) not in self._misread:
            yield self._name(name), mark, one_line(flaw.text + self._pointer(flaw.see))

    def _parse(self, name: str, content: bytes) -> Document:
        document = parse(content)
        self.is_whole = self.is_whole and document.is_whole
        for mistake in document.mistakes:
            self.problems.append((self._name(name), mistake.mark, mistake.text))
            self._misread.add((name, mistake.mark))
        return document

    def _joined(self) -> Data:
        data = self._pack.data
        if not isinstance(data, dict) or not isinstance(data.get("trends"), list):
            return data
        listed = Node((), data).entries("trends")
        return {**data, "trends": [self._trend(entry) for entry in listed]}

    def _trend(self, entry: Node) -> Data:
        """Return what the trend's file says, or the little that is known without it."""
        try:
            name, document = self._read_trend(entry.word)
        except (BadDataError, NotFoundError) as error:
            mark = self._pack.at(entry.path)
            self.problems.append((self._name(PACK_FILE), mark, error.message))
            self.is_whole = False
            return {}
        if not document.is_whole:
            return {"id": entry.word}
        self._trends[int(entry.path[-1])] = name, document
        given = Node((), document.data).child("id")
        if given.word not in {"", entry.word}:
            text = f"the id must be {quoted(entry.word)}, as the file is called"
            self.problems.append((self._name(name), document.at(given.path), text))
        return document.data

    def _read_trend(self, trend: str) -> tuple[str, Document]:
        name = f"{trend}.yaml"
        if not _ID.fullmatch(trend):
            raise BadDataError("a trend is listed by its id: its file without '.yaml'")
        if name in {name for name, _ in self._trends.values()}:
            raise BadDataError(f"trend {quoted(trend)} is listed twice")
        try:
            return name, self._parse(name, load_bytes(self.folder / name))
        except NotFoundError:
            there = [file.stem for file in self.folder.glob("*.yaml")]
            raise NotFoundError(
                f"there is no file {quoted(name)} beside {PACK_FILE}"
                + did_you_mean(trend, there)
            ) from None

    def _find(self, path: NodePath) -> tuple[str, Document, NodePath] | None:
        match path:
            case ("trends", int(index), *rest):
                if index not in self._trends:
                    return None
                return *self._trends[index], tuple(rest)
            case _:
                return PACK_FILE, self._pack, path

    def _pointer(self, path: NodePath | None) -> str:
        if path is None or not (found := self._find(path)):
            return ""
        name, document, rest = found
        return f", see {self._name(name)}:{document.at(rest)}"

    def _name(self, file: str) -> str:
        return one_line(str(self.folder / file))
