"""The formats of a report: their names, their endings, and what they need."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from readiness.errors import UsageError
from readiness.suggestions import did_you_mean, quoted


class Format(StrEnum):
    """What a report can be written as; the values are what people type."""

    TERMINAL = "terminal"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    MARKDOWN = "markdown"
    JSON = "json"


class Kind(NamedTuple):
    """How a format is made. The extra that brings its packages is called like it."""

    endings: tuple[str, ...]  #: of its files, the usual one first
    renderer: str  #: a module with ``render``
    packages: tuple[str, ...] = ()  #: to be imported, beyond what is always there
    is_binary: bool = False
    has_quarters: bool = True  #: whether it shows what changed, and the history


KINDS = {
    Format.TERMINAL: Kind((".txt",), "readiness.report.sentences", has_quarters=False),
    Format.HTML: Kind((".html", ".htm"), "readiness.report.html.render"),
    Format.PDF: Kind(
        (".pdf",), "readiness.report.pdf.render", ("typst",), is_binary=True
    ),
    Format.DOCX: Kind(
        (".docx",),
        "readiness.report.word.render",
        ("docxtpl", "typst"),
        is_binary=True,
    ),
    Format.XLSX: Kind(
        (".xlsx",),
        "readiness.report.sheets.render",
        ("xlsxwriter", "typst"),
        is_binary=True,
    ),
    Format.PPTX: Kind(
        (".pptx",),
        "readiness.report.slides.render",
        ("pptx", "typst", "xlsxwriter"),
        is_binary=True,
    ),
    Format.MARKDOWN: Kind((".md", ".markdown"), "readiness.report.markdown"),
    Format.JSON: Kind((".json",), "readiness.report.json"),
}
_BY_ENDING = {end: fmt for fmt, kind in KINDS.items() for end in kind.endings}
_BY_NAME = {end[1:]: fmt for end, fmt in _BY_ENDING.items()} | {
    fmt.value: fmt for fmt in Format
}


def parse_formats(words: Iterable[str]) -> tuple[Format, ...]:
    """Read names of formats, parted by commas, each once and in their order.

    An ending such as "md" is a name too. Raises `UsageError` for unknown names, and
    if nothing is named.
    """
    return tuple(dict.fromkeys(_parse(name) for word in words for name in _split(word)))


def _split(word: str) -> list[str]:
    names = [name for part in word.split(",") if (name := part.strip())]
    if not names:
        raise UsageError("--format names no format", facts=(_there_are(),))
    return names


def _parse(name: str) -> Format:
    found = _BY_NAME.get(name.casefold())
    if found is None:
        meant = did_you_mean(name.casefold(), Format)
        raise UsageError(f"no format {quoted(name)}{meant}", facts=(_there_are(),))
    return found


def _there_are() -> str:
    return f"there are: {', '.join(Format)}"


def format_of(path: Path) -> Format | None:
    """Return the format that a file is called like, ``None`` if like none."""
    return _BY_ENDING.get(path.suffix.casefold())


def guess(path: Path) -> Format:
    """Return the format that a file is called like; without an ending, plain text.

    Raises `UsageError` for an ending of no format.
    """
    if not path.suffix or not path.name.strip("."):
        return Format.TERMINAL
    if found := format_of(path):
        return found
    meant = did_you_mean(path.suffix, _BY_ENDING)
    raise UsageError(
        f"no format has the ending {quoted(path.suffix)}{meant}",
        tries=("say which it is: --format FORMAT", f"endings: {' '.join(_BY_ENDING)}"),
    )


def missing_of(fmt: Format) -> tuple[str, ...]:
    """Return the packages that a format needs and that are not installed."""
    return tuple(name for name in KINDS[fmt].packages if find_spec(name) is None)


def how_to_install(formats: Iterable[Format]) -> str:
    """Return the command that installs what formats need."""
    return f"pip install 'team-readiness[{','.join(formats)}]'"


def check_installed(formats: Iterable[Format]) -> None:
    """Raise `UsageError` unless what all of them need is installed."""
    missing = {fmt: names for fmt in formats if (names := missing_of(fmt))}
    if missing:
        raise UsageError(
            f"{' and '.join(missing)} cannot be written yet",
            facts=tuple(_needs(missing)),
            tries=(how_to_install(missing),),
        )


def _needs(missing: dict[Format, tuple[str, ...]]) -> Iterator[str]:
    for fmt, names in missing.items():
        yield f"{fmt} needs {' and '.join(names)}, which is not installed"
