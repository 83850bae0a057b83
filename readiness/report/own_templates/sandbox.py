"""Render a template of one's own: it sees the document, and nothing else.

It runs in the sandbox of Jinja2, with the names and filters of the templates that ship
with the program. What it takes of time and memory is limited in `render`.
"""

from collections.abc import Iterable
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, Undefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from readiness.errors import BadDataError
from readiness.report.documents.model import Document
from readiness.report.own_templates.kinds import Kind
from readiness.report.own_templates.loader import FolderLoader
from readiness.report.own_templates.mistakes import MISTAKES, mistake_in
from readiness.report.own_templates.policy import confined
from readiness.report.templates import furnish
from readiness.suggestions import did_you_mean, quoted

OUTPUT = 20 * 1024 * 1024  #: characters of a document

_BY_CHANCE = "random"  # a filter: the same input gives the same document
_FILLER = "lipsum"  # likewise, a function


class Missing(StrictUndefined):
    """A name that does not exist: a mistake, told with the name that is like it."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,  # noqa: ANN401 - as Jinja2 has it
        name: str | None = None,
        exc: type[TemplateRuntimeError] = UndefinedError,
    ) -> None:
        super().__init__(hint or _not_in(obj, name), obj, name, exc)


def render_text(document: Document, template: Path, kind: Kind) -> str:
    """Return what a template for HTML or Markdown makes of ``document``.

    ``template`` is an absolute path without links. Raises `BadDataError` with file
    and line for everything that a template can do wrong.
    """
    names = context(document, kind)
    folder = template.parent
    environment = sandbox(folder, kind)
    try:
        pieces = environment.get_template(template.name).generate(names)
        made = _joined(pieces, template)
        return confined(made) if kind is Kind.HTML else made
    except MISTAKES as error:
        raise mistake_in(error, template, folder) from error


def sandbox(folder: Path, kind: Kind) -> ImmutableSandboxedEnvironment:
    """Return the environment for the templates in a folder.

    In HTML all of them escape, also those whose names say nothing of HTML.
    """
    environment = ImmutableSandboxedEnvironment(loader=FolderLoader(folder))
    furnish(environment)
    environment.undefined = Missing
    environment.finalize = _shown
    if kind is Kind.HTML:
        environment.autoescape = True
    del environment.filters[_BY_CHANCE], environment.globals[_FILLER]
    return environment


def context(document: Document, kind: Kind) -> dict[str, Any]:
    """Return what a template finds by name, as the shipped one of its kind does."""
    if kind is Kind.HTML:
        from readiness.report.html import render as html  # noqa: PLC0415 - one of two

        return html.context(document)
    from readiness.report import markdown  # noqa: PLC0415 - likewise

    return markdown.context(document)


def _shown(value: object) -> object:
    """Return what is to be printed; refuse what would tell an address in memory."""
    if isinstance(value, Undefined):
        return value  # a mistake that tells of itself
    if callable(value):
        raise TemplateRuntimeError(
            "a function stands where a text should: call it, as in bar(node)"
        )
    if hasattr(value, "__next__"):
        raise TemplateRuntimeError(
            "what gives its parts one by one is no text: add a filter, such as join"
        )
    return value


def _not_in(value: object, name: object) -> str | None:
    """Say that one of our values has no such name; ``None`` of other values."""
    if not is_dataclass(value):
        return None
    known = [one for one in dir(value) if not one.startswith("_")]
    told = did_you_mean(str(name), known)
    return f"{type(value).__name__} has no {quoted(str(name))}{told}"


def _joined(pieces: Iterable[str], template: Path) -> str:
    made: list[str] = []
    size = 0
    for piece in pieces:
        made.append(piece)
        size += len(piece)
        if size > OUTPUT:
            raise BadDataError(
                f"{template.name}: makes more than {OUTPUT:,} characters"
            )
    return "".join(made)
