"""What a template of one's own makes, by the name of its file."""

from enum import StrEnum
from pathlib import Path

from readiness.errors import UsageError
from readiness.suggestions import quoted


class Kind(StrEnum):
    """The formats that people may write templates for."""

    HTML = "html"
    MARKDOWN = "markdown"
    DOCX = "docx"


_ENDINGS = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".docx": Kind.DOCX,
}


def kind_of(template: Path) -> Kind:
    """Return what a template makes: ``x.html.j2`` and ``x.html`` make HTML.

    Raises `UsageError` for a name that does not say.
    """
    name = template.name.lower().removesuffix(".j2")
    found = _ENDINGS.get(Path(name).suffix)
    if found is None:
        raise UsageError(
            f"{quoted(template.name)} does not say what it makes",
            tries=("call it report.html.j2, report.md.j2 or report.docx",),
        )
    return found
