"""What is wrong with the tags of a Word template, and where."""

import re
from dataclasses import is_dataclass
from traceback import walk_tb

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from lxml.etree import XMLSyntaxError

from readiness.errors import BadDataError
from readiness.suggestions import did_you_mean, quoted

#: What an expression in a tag may raise, from a name that is missing to 1 / 0.
OF_TAGS = (
    TemplateError,
    XMLSyntaxError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
SHOWN = 120  #: characters of a tag that are quoted

_PLACES = {
    "document": "the text",
    "header": "a page header",
    "footer": "a page footer",
    "footnotes": "the footnotes",
}
_TAG = re.compile(r"\{[{%#].*?[}%#]\}|\{[{%#].*")
_MARKUP = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r"'([^']+)'")
_MEANT = "did you mean"
_HEADING = re.compile(r'<w:pStyle w:val="Heading\d"')
_UNBALANCED = (
    "After its tags were run, this part of the document is no longer whole. A loop or "
    "condition around paragraphs begins with {%p and ends with {%p, each in a "
    "paragraph of its own; around rows of a table it is {%tr, in rows of their own."
)


class Missing(StrictUndefined):
    """A name that does not exist: a mistake, told with the name that is like it."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        value, name = self._undefined_obj, str(self._undefined_name)
        if self._undefined_hint or not is_dataclass(value):
            return super()._undefined_message
        known = [one for one in dir(value) if not one.startswith("_")]
        kind = type(value).__name__
        return f"{kind} has no {quoted(name)}{did_you_mean(name, known)}"


def explain(error: Exception, source: str, part: str, name: str) -> BadDataError:
    """Return the mistake in words.

    ``source`` is the part with its tags, one paragraph a line; ``part`` is its name in
    the package, ``name`` that of the template.
    """
    found = re.match(r"/word/([a-z]+)", part)
    place = _PLACES.get(found[1], part) if found else part
    tries = (
        f"edit {name} in Word",
        "readiness templates copy report.docx DIR, for a template that works",
    )
    if isinstance(error, XMLSyntaxError):
        return BadDataError(
            f"{name} cannot be filled in.",
            facts=(f"In {place}. {_UNBALANCED}",),
            tries=tries,
        )
    facts = [f"In {place}{_quoted(error, source)}."]
    return BadDataError(
        f"{name} cannot be filled in: {_said(error)}", facts=tuple(facts), tries=tries
    )


def _said(error: Exception) -> str:
    words = str(error) or type(error).__name__
    return words if words.endswith((".", "?")) else f"{words}."


def _quoted(error: Exception, source: str) -> str:
    """Return the heading above the tag and the tag, as far as they are known."""
    number = _line(error)
    if number is None:
        return ""
    lines = source.splitlines()[:number]
    above = [_MARKUP.sub("", line) for line in lines if _HEADING.search(line)]
    under = f', under "{_shortened(above[-1])}"' if above else ""
    tag = _tag(lines[-1], str(error))
    return f"{under}: {tag}" if tag else under


def _line(error: Exception) -> int | None:
    """Return the line of the template, from 1, if the error has one."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    frames = walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == "<template>"]
    return lines[-1] if lines else None


def _tag(line: str, words: str) -> str:
    """Return the tag of a line that ``words`` are about: the one that has its name."""
    tags = _TAG.findall(_MARKUP.sub("", line))
    names = _QUOTED.findall(words.partition(_MEANT)[0])
    about = [tag for tag in tags if any(name in tag for name in names)] or tags
    return _shortened(about[0]) if about else ""


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
