"""Text for Markdown that shows as it was written, and does nothing else."""

import re

from readiness.plaintext import one_line

# An ampersand stands as it was typed, unless an entity could begin with it; what
# follows at the end of the text is not known.
_MARKS = re.compile(r"[\\`*_\[\]<>|~#$]|&(?=#|\w{2,}(?:;|$)|$)", re.ASCII)
_AMPERSAND = re.compile(r"&amp;(?!#|\\#|\w{2,}(?:;|$)|$)", re.ASCII)
_START = re.compile(r"^(?:[-+=](?=\s|$|[-+=])|\d+(?=[.)](?:\s|$)))", re.ASCII)
_ESCAPED = re.compile(r"<!-- -->|\\([^\w\s]|_)|&(lt|gt|amp);")
_ENTITIES = {"<": "lt", ">": "gt", "&": "amp"}
_CHARACTERS = {name: character for character, name in _ENTITIES.items()}
_BAR = re.compile(r"(?<!\\)\|")
# GitHub turns these into links and mentions by itself.
_AUTOLINKED = re.compile(r"@(?=\w)|://|\bwww(?=\.)|:(?=[\w+-]+:)")


def markdown_text(text: object) -> str:
    """Return ``text`` on one line, with nothing that Markdown or HTML would obey.

    Fit for a paragraph, a list item and a table cell. On GitHub no link or mention
    comes of it either.
    """
    return _AUTOLINKED.sub(_unlinked, escaped(text))


def markdown_quote(text: object, indent: str = "") -> str:
    """Return ``text`` as a block quote, line by line, each line as plain text."""
    lines = [markdown_text(line) for line in str(text).splitlines() if line.strip()]
    return "\n".join(f"{indent if n else ''}> {line}" for n, line in enumerate(lines))


def markdown_cell(text: str) -> str:
    """Return Markdown of one line as it can stand in a table: its bars escaped."""
    return _BAR.sub(r"\|", text)


def escaped(text: object) -> str:
    """Return ``text`` on one line, escaped; links and mentions are as they were.

    For programs that show an HTML comment, which would keep them apart, as text.
    """
    return _START.sub(_not_a_block, _MARKS.sub(_harmless, one_line(str(text))))


def unescaped(text: str) -> str:
    """Return the text that `markdown_text` or `escaped` made ``text`` from.

    What somebody wrote without escaping it stays as it is.
    """
    return _ESCAPED.sub(_original, text)


def plainer(markdown: str) -> str:
    """Return ``markdown`` of a version that escaped every ampersand as it is now."""
    return _AMPERSAND.sub("&", markdown)


def _harmless(found: re.Match[str]) -> str:
    mark = found[0]
    return f"&{_ENTITIES[mark]};" if mark in _ENTITIES else f"\\{mark}"


def _original(found: re.Match[str]) -> str:
    return found[1] or _CHARACTERS.get(found[2], "")


def _unlinked(found: re.Match[str]) -> str:
    return f"{found[0][0]}<!-- -->{found[0][1:]}"


def _not_a_block(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
