"""What is wrong in a template, with file and line."""

from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateError, TemplateSyntaxError

from readiness.errors import BadDataError
from readiness.plaintext import one_line
from readiness.report.own_templates.shipped import MANUAL

LENGTH = 300  #: characters of what is said of a mistake

#: All that a template can make Python raise: what it writes are expressions.
MISTAKES = (
    TemplateError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,  # too deep a recursion is one
    SyntaxError,  # of the program that Jinja2 makes of too deeply nested blocks
    TypeError,
    ValueError,
)


def mistake_in(error: BaseException, template: Path, folder: Path) -> BadDataError:
    """Return what is wrong: "parts/head.html.j2:12: 'titel' is undefined".

    ``folder`` is that of the template, whose parts are named as they are within.
    """
    path, line = _place(error, folder) or (template, 0)
    name = str(path.relative_to(folder)) if path.is_relative_to(folder) else path.name
    place = f"{name}:{line}" if line else name
    said = _said(error)
    short = said if len(said) <= LENGTH else f"{said[:LENGTH]}..."
    return BadDataError(
        f"{one_line(place)}: {short}",
        tries=(
            f"edit {one_line(name)}",
            f"what templates may use: {MANUAL}, a part of every copy",
        ),
    )


def _place(error: BaseException, folder: Path) -> tuple[Path, int] | None:
    """Return the innermost place in a template that led to the error."""
    if isinstance(error, TemplateSyntaxError):
        return Path(error.filename or error.name or ""), error.lineno
    frames = walk_tb(error.__traceback__)
    places = ((Path(frame.f_code.co_filename), line) for frame, line in frames)
    within = [(path, line) for path, line in places if path.is_relative_to(folder)]
    return within[-1] if within else None


def _said(error: BaseException) -> str:
    match error:
        case MemoryError():
            return "needs too much memory"
        case RecursionError():
            return "goes round in circles, or is nested too deeply"
        case TemplateSyntaxError():
            return one_line(error.message or "is wrong")
        case SyntaxError():
            return "has too many blocks within each other"
        case _:
            return one_line(str(error)) or type(error).__name__
