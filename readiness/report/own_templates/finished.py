"""Whether a file is a template at all, and not a finished document of somebody.

A document that is taken for a template would be handed to the next client as it is.
"""

import re
from io import BytesIO
from zipfile import ZipFile

from readiness.errors import BadDataError
from readiness.plaintext import one_line
from readiness.report.own_templates.kinds import Kind

_TAG = re.compile(r"\{[{%]")
_MARKUP = re.compile(r"<[^>]*>")
# What a finished document has and no template: its seal, its data, and the line at its
# foot, which Word keeps among the properties of the file whoever saves it.
_SEAL = "readiness:seal "
_MARKS = (
    re.compile(rf"{_SEAL}[0-9a-f]{{64}}"),
    re.compile(r'id="?readiness-report"?[^<>]*>\s*\{\s*"'),
    re.compile(r"Self-reported by \d+ (?:person|people); \d{4}-Q[1-4];"),
)
_PROPERTIES = "docProps/core.xml"
_SHIPPED = {
    Kind.HTML: "report.html",
    Kind.MARKDOWN: "report.md",
    Kind.DOCX: "report.docx",
}


def check_template(content: bytes, kind: Kind, name: str) -> None:
    """Raise `BadDataError` for a finished document, and for what has no tags.

    ``content`` is the file called ``name``; of a Word document, one that can be
    unpacked (`readiness.report.word.package.check_package`).
    """
    if kind is Kind.DOCX:
        text, about = _of_word(content)
    else:
        text = about = content.decode(errors="replace")
    if any(mark.search(about) for mark in _MARKS):
        raise _refusal(name, kind, "is a finished report, not a template")
    if not _TAG.search(text):
        raise _refusal(name, kind, "has no tags, so every report would be the same")


def _of_word(content: bytes) -> tuple[str, str]:
    """Return the words of a document, and all that may tell of where it is from."""
    with ZipFile(BytesIO(content)) as package:
        parts = [one for one in package.namelist() if one.startswith("word/")]
        xml = [package.read(one) for one in parts if one.endswith(".xml")]
        comment = package.comment
        if _PROPERTIES in package.namelist():
            comment += b"\n" + package.read(_PROPERTIES)
    # a tag that Word has split is whole again without its markup
    text = "\n".join(_MARKUP.sub("", one.decode(errors="replace")) for one in xml)
    return text, f"{comment.decode(errors='replace')}\n{text}"


def _refusal(name: str, kind: Kind, what: str) -> BadDataError:
    return BadDataError(
        f"{one_line(name)} {what}; nothing was written",
        facts=("a template says {{ report.team }} where a report has the team",),
        tries=(
            f"readiness templates copy {_SHIPPED[kind]} FOLDER, and change the copy",
        ),
    )
