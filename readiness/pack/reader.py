"""Read YAML into plain data, with the line and column of every node.

Files come from strangers. PyYAML's own composer crashes the process on deep nesting and
expands aliases without end, so only its parser is used, and no more of its events than
`readiness.pack.composer` allows.
"""

import re
from pathlib import Path
from typing import Final

import yaml

from readiness.errors import BadDataError, NotFoundError
from readiness.pack.composer import Composer, StopReading
from readiness.pack.document import Document, Mark, Mistake
from readiness.plaintext import one_line

SIZE_LIMIT = 2**20  #: bytes of a file

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONTROL = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # the parser's idea of a line
_UNCLOSED = re.compile("quoted scalar|flow sequence|flow mapping")
_HINTS = {
    "cannot start any token": "indent with spaces, and put quotes around a text that "
    "begins with a tab, @, ` or %",
    "tab character": "indent with spaces, not with tabs",
    "mapping values are not allowed": "put quotes around a text that has ': ' in it",
}


class ReadError(BadDataError):
    """A file that cannot be read as YAML; ``mistakes`` say where and why."""

    def __init__(self, name: str, mistakes: tuple[Mistake, ...]) -> None:
        name = one_line(name)
        lines = tuple(f"{name}:{mistake}" for mistake in mistakes)
        if len(lines) == 1:
            super().__init__(lines[0])
        else:
            super().__init__(f"{name} has {len(lines)} mistakes", facts=lines)
        self.mistakes = mistakes


def read_file(path: Path) -> Document:
    """Read the YAML file at ``path``.

    Raises `NotFoundError`, `ReadError` (its content is not what it should be), or
    `BadDataError` (it is no file, or may not be read).
    """
    return read(load_bytes(path), str(path))


def read(content: bytes, name: str) -> Document:
    """Read the content of a YAML file; ``name`` is what errors call it.

    Raises `ReadError`, with every mistake there is.
    """
    document = parse(content)
    if document.mistakes:
        raise ReadError(name, document.mistakes)
    return document


def load_bytes(path: Path) -> bytes:
    """Return the content of a file, at most one byte more than `SIZE_LIMIT`.

    Raises `NotFoundError`, or `BadDataError` if it is no file, or may not be read.
    """
    name = one_line(str(path))
    try:
        with path.open("rb") as stream:
            return stream.read(SIZE_LIMIT + 1)
    except (FileNotFoundError, ValueError):  # ValueError: a NUL character in the path
        raise NotFoundError(f"there is no file {name}") from None
    except OSError as error:
        reason = str(error.strerror).lower()
        raise BadDataError(f"{name} cannot be read: {reason}") from None


def parse(content: bytes) -> Document:
    """Read the content of a YAML file as far as it goes; never raises."""
    composer = Composer()
    source = ""
    try:
        source = _decode(content)
        for event in yaml.parse(source, Loader=_LOADER):
            composer.take(event)
        return composer.document(tuple(_BREAK.split(source)))
    except yaml.MarkedYAMLError as error:
        composer.complain(*_explain(error, source))
    except StopReading as stop:
        composer.complain(stop.mark, str(stop))
    return Document(mistakes=composer.mistakes(), is_whole=False)


def _decode(content: bytes) -> str:
    if len(content) > SIZE_LIMIT:
        limit = SIZE_LIMIT // 2**20
        raise StopReading(Mark(1, 1), f"the file is larger than {limit} MiB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        raise StopReading(_end_of(before), "this is not UTF-8 text") from None
    if found := _CONTROL.search(text):
        code = f"U+{ord(found[0]):04X}"
        raise StopReading(
            _end_of(text[: found.start()]), f"control character {code} is not allowed"
        )
    return text


def _end_of(text: str) -> Mark:
    return Mark(text.count("\n") + 1, len(text) - text.rfind("\n"))


def _explain(error: yaml.MarkedYAMLError, source: str) -> tuple[Mark, str]:
    start, place = error.context_mark, error.problem_mark
    context, problem = str(error.context), str(error.problem)
    if start and place and place.index >= len(source) and _UNCLOSED.search(context):
        place, problem = start, "what begins here is not closed"
    elif start and place and start.line != place.line:
        problem += f", {context} from line {start.line + 1}"
    hints = [hint for words, hint in _HINTS.items() if words in problem]
    text = one_line("; ".join([f"not valid YAML: {problem}", *hints]))
    return (Mark(place.line + 1, place.column + 1) if place else Mark(1, 1)), text
