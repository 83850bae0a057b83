"""The one Jinja2 environment, for every document that has a template."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from readiness.plaintext import one_line
from readiness.resources import templates_folder

_MARKS = re.compile(r"([\\`*_\[\]<>|~&#$])")
_START = re.compile(r"^(?:[-+=](?=\s|$|[-+=])|\d+(?=[.)](?:\s|$)))", re.ASCII)
# GitHub turns these into links and mentions by itself.
_AUTOLINKED = re.compile(r"@(?=\w)|://|\bwww(?=\.)|:(?=[\w+-]+:)")


@cache
def environment() -> Environment:
    """Return the environment: HTML escapes, and a missing name is an error."""
    environment = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=select_autoescape(["html.j2", "svg.j2"]),  # not by ".j2" alone
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = markdown_text
    environment.filters["md_quote"] = markdown_quote
    return environment


def markdown_text(text: object) -> str:
    """Return ``text`` on one line, with nothing that Markdown or HTML would obey.

    Fit for a paragraph, a list item and a table cell.
    """
    escaped = _MARKS.sub(r"\\\1", one_line(str(text)))
    escaped = (
        escaped.replace(r"\<", "&lt;").replace(r"\>", "&gt;").replace(r"\&", "&amp;")
    )
    escaped = _AUTOLINKED.sub(_unlinked, escaped)
    return _START.sub(_not_a_block, escaped)


def markdown_quote(text: object, indent: str = "") -> str:
    """Return ``text`` as a block quote, line by line, each line as plain text."""
    lines = [markdown_text(line) for line in str(text).splitlines() if line.strip()]
    return "\n".join(f"{indent if n else ''}> {line}" for n, line in enumerate(lines))


def _unlinked(found: re.Match[str]) -> str:
    return f"{found[0][0]}<!-- -->{found[0][1:]}"


def _not_a_block(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
