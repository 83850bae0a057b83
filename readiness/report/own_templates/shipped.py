"""The templates that ship with the program, to be copied and changed."""

from dataclasses import dataclass
from pathlib import Path

from readiness.errors import NotFoundError
from readiness.resources import templates_folder
from readiness.suggestions import did_you_mean, quoted

MANUAL = "TEMPLATES.md"  #: says what a template can use; it goes with every copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """A template and the parts that it includes."""

    name: str  #: what people type; also what its document is called
    file: str  #: in the folder of templates
    purpose: str
    parts: tuple[str, ...] = ()  #: patterns of files, beside it or below

    def files(self) -> tuple[Path, ...]:
        """Return the template, its parts and the manual, relative to the folder."""
        folder = templates_folder()
        patterns = (*self.parts, MANUAL)
        found = (path for pattern in patterns for path in folder.glob(pattern))
        return Path(self.file), *sorted(path.relative_to(folder) for path in found)


SHIPPED = (
    Shipped(
        name="report.html",
        file="report.html.j2",
        purpose="one page for the browser, on screen and in print",
        parts=("html/*.*",),
    ),
    Shipped(
        name="report.md",
        file="report.md.j2",
        purpose="Markdown for a wiki or a repository",
        parts=("parts.md.j2",),
    ),
    Shipped(
        name="report.docx",
        file="report.docx",
        purpose="a document for Word; restyle it there",
    ),
)


def find_shipped(name: str) -> Shipped:
    """Return the template called ``name``, which may be that of its file.

    Raises `NotFoundError`.
    """
    for one in SHIPPED:
        if name in {one.name, one.file}:
            return one
    meant = did_you_mean(name, [one.name for one in SHIPPED])
    raise NotFoundError(
        f"no template {quoted(name)}{meant}",
        tries=("readiness templates list",),
    )
