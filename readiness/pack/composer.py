"""Make plain data of a YAML parser's events, and note where everything is.

Allowed is what JSON can say too: no aliases, anchors, tags or second document.
"""

from dataclasses import dataclass

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from readiness.pack.document import Data, Document, Mark, Mistake, NodePath
from readiness.pack.scalar import has_half_pair, resolve
from readiness.suggestions import quoted

DEPTH_LIMIT = 40  #: lists and mappings inside one another
NODE_LIMIT = 200_000  #: keys, values, lists and mappings


class StopReading(Exception):  # noqa: N818  it ends a loop, no user ever sees it
    """What comes after this place cannot be understood."""

    def __init__(self, mark: Mark, text: str) -> None:
        super().__init__(text)
        self.mark = mark


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end is still to come; ``key`` awaits its value."""

    path: NodePath
    data: "list[Data] | dict[str, Data]"
    key: str | None = None

    def awaits_key(self) -> bool:
        return isinstance(self.data, dict) and self.key is None

    def add(self, value: Data) -> NodePath:
        """Put the value where it belongs, and return its path."""
        if isinstance(self.data, list):
            self.data.append(value)
            return (*self.path, len(self.data) - 1)
        key, self.key = str(self.key), None
        self.data[key] = value
        return (*self.path, key)


class Composer:
    """Takes one event after the other; `document` is what they added up to."""

    def __init__(self) -> None:
        self._data: Data = None
        self._positions: dict[NodePath, Mark] = {}
        self._keys: dict[NodePath, Mark] = {}
        self._mistakes: dict[Mark, str] = {}
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        """Add an event; raise `StopReading` if there is no sense in going on."""
        match event:
            case NodeEvent():
                self._take_node(event, _mark_of(event))
            case CollectionEndEvent():
                self._open.pop()
            case DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise StopReading(_mark_of(event), "a second document begins here")
            case _:  # the beginning of the stream and the ends say nothing new
                pass

    def document(self, lines: tuple[str, ...]) -> Document:
        """Return what the events said; raise `StopReading` if that is nothing.

        ``lines`` are those of the file.
        """
        if not self._documents:
            raise StopReading(Mark(1, 1), "the file is empty")
        return Document(
            data=self._data,
            positions=self._positions,
            keys=self._keys,
            mistakes=self.mistakes(),
            lines=lines,
        )

    def mistakes(self) -> tuple[Mistake, ...]:
        """Return what was wrong so far, sorted by place."""
        return tuple(
            Mistake(mark, text) for mark, text in sorted(self._mistakes.items())
        )

    def complain(self, mark: Mark, text: str) -> None:
        """Note a mistake; of several at one place the first is the cause."""
        self._mistakes.setdefault(mark, text)

    def _take_node(self, event: NodeEvent, mark: Mark) -> None:
        self._nodes += 1
        if self._nodes > NODE_LIMIT:
            raise StopReading(mark, f"more than {NODE_LIMIT:,} keys and values")
        self._refuse_more_than_json(event, mark)
        if self._open and self._open[-1].awaits_key():
            self._take_key(event, mark, self._open[-1])
        else:
            self._take_value(event, mark)

    def _refuse_more_than_json(self, event: NodeEvent, mark: Mark) -> None:
        if isinstance(event, AliasEvent):
            self.complain(mark, f"alias {quoted(f'*{event.anchor}')} is not allowed")
        elif event.anchor is not None:
            self.complain(mark, f"anchor {quoted(f'&{event.anchor}')} is not allowed")
        elif isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag:
            self.complain(mark, f"tag {quoted(event.tag)} is not allowed")

    def _take_key(self, event: NodeEvent, mark: Mark, parent: _Open) -> None:
        if not isinstance(event, ScalarEvent):
            raise StopReading(mark, "a key must be text, not an alias, list or mapping")
        key = self._text(event, mark)
        if not isinstance(self._scalar(event, mark), str):
            self.complain(mark, f"a key must be text: put quotes around {key or 'it'}")
        path = (*parent.path, key)
        if path in self._keys:
            line = self._keys[path].line
            self.complain(mark, f"key {quoted(key)} is there already, on line {line}")
        self._keys[path] = mark
        parent.key = key

    def _take_value(self, event: NodeEvent, mark: Mark) -> None:
        value = self._value(event, mark)
        if self._open:
            path = self._open[-1].add(value)
        else:
            path, self._data = (), value
        self._positions[path] = mark
        if isinstance(value, list | dict):
            if len(self._open) == DEPTH_LIMIT:
                raise StopReading(mark, f"more than {DEPTH_LIMIT} levels of nesting")
            self._open.append(_Open(path, value))

    def _value(self, event: NodeEvent, mark: Mark) -> Data:
        match event:
            case ScalarEvent():
                return self._scalar(event, mark)
            case MappingStartEvent():
                return {}
            case CollectionStartEvent():
                return []
            case _:
                return None

    def _scalar(self, event: ScalarEvent, mark: Mark) -> str | float | bool | None:
        text = self._text(event, mark)
        if not event.implicit[0]:
            return text
        try:
            return resolve(text)
        except ValueError as error:
            self.complain(mark, str(error))
            return 0

    def _text(self, event: ScalarEvent, mark: Mark) -> str:
        text = str(event.value)
        if text.isascii() or not has_half_pair(text):
            return text
        self.complain(mark, "half of a surrogate pair is not a character")
        return text.encode(errors="replace").decode()


def _mark_of(event: Event) -> Mark:
    start = event.start_mark
    return Mark(start.line + 1, start.column + 1) if start else Mark(1, 1)
