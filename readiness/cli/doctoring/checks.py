"""What `readiness doctor` finds of the program, the terminal and the editor."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from readiness.cli.reporting.formats import Format, how_to_install, missing_of
from readiness.environment import (
    can_show_unicode,
    is_dumb_terminal,
    may_ask,
    wants_sentences,
)
from readiness.errors import ReadinessError

_ON_PAGES = "questions are asked on pages"
_IN_LINES = "questions are asked in plain lines"


class Mark(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check found, and what cures it."""

    mark: Mark
    text: str
    facts: tuple[str, ...] = ()
    fix: str = ""


def fine(text: str, *facts: str) -> Finding:
    """Return a finding that is as it should be."""
    return Finding(mark=Mark.FINE, text=text, facts=facts)


def warning(text: str, fix: str, *facts: str) -> Finding:
    """Return a finding that somebody should know of."""
    return Finding(mark=Mark.WARNING, text=text, facts=facts, fix=fix)


def problem(failure: ReadinessError) -> Finding:
    """Return the finding that a failure is."""
    fix = "; ".join(failure.tries)
    return Finding(
        mark=Mark.PROBLEM, text=failure.message, facts=failure.facts, fix=fix
    )


def check_program() -> Iterator[Finding]:
    """Say which versions of what are at work."""
    import typer

    from readiness import __version__
    from readiness.pack.catalog import DEFAULT_PACK, find_pack

    versions = f"Python {platform.python_version()}, readiness {__version__}"
    libraries = f"Typer {typer.__version__}"
    try:
        pack = find_pack(DEFAULT_PACK)
    except ReadinessError as failure:
        yield fine(f"{versions}, {libraries}")
        yield problem(failure)
    else:
        yield fine(f"{versions}, {libraries}, pack {pack.id} {pack.version}")


def check_terminal() -> Iterator[Finding]:
    """Say what the terminal can show, and how questions would be asked on it."""
    from readiness.interview.window import LEAST_COLUMNS, LEAST_ROWS

    is_in, is_out = (_is_terminal(stream) for stream in (sys.stdin, sys.stdout))
    if not (is_in and is_out):
        lacks = " and ".join(
            name for name, there in (("input", is_in), ("output", is_out)) if not there
        )
        yield fine(f"Terminal: there is none for {lacks}", _asking())
        return
    columns, rows = shutil.get_terminal_size()
    text = f"Terminal: {columns}x{rows}, {_abilities()}; input is a terminal"
    is_small = columns < LEAST_COLUMNS or rows < LEAST_ROWS
    if is_small and _asking() == _ON_PAGES:
        least = f"{LEAST_COLUMNS}x{LEAST_ROWS}"
        yield warning(
            f"{text}; too small for question pages",
            f"make the window {least} or larger; plain lines are used until then",
        )
    else:
        yield fine(text, _asking(), *_cursor_hint())


def check_editor() -> Iterator[Finding]:
    """Say which editor long notes would open in."""
    from readiness.interview.editor import find_command, find_variable

    name = find_variable()
    if not name:
        yield fine("Editor: none is set; VISUAL or EDITOR would name one for notes")
        return
    try:
        words = find_command()
    except ValueError:
        words = []
    command = os.environ[name]
    if words and shutil.which(words[0]):
        yield fine(f"Editor: {command} ({name})")
    else:
        yield warning(
            f"Editor: {command} ({name}) is not there, or is no command",
            f"set {name} to one that is, such as {name}=nano",
        )


def check_documents() -> Iterator[Finding]:
    """Say which documents a report can become, and how to have the others."""
    lacking = {fmt: names for fmt in Format if (names := missing_of(fmt))}
    there = ", ".join(fmt for fmt in Format if fmt not in lacking)
    yield fine(
        f"Reports as {there}",
        *(f"{fmt}: {how_to_install([fmt])}" for fmt in lacking),
    )


def _abilities() -> str:
    no_color = os.environ.get("NO_COLOR") or is_dumb_terminal()
    signs = "Unicode" if can_show_unicode(sys.stdout) else "ASCII only"
    return f"{'no colour' if no_color else 'colour'}, {signs}"


def _asking() -> str:
    """Say how `readiness assess` would ask here, if no option of it says otherwise."""
    style = os.environ.get("READINESS_UI")
    if not may_ask():
        return "questions are refused: READINESS_NO_INPUT, or --no-input"
    if style == "plain":
        return _IN_LINES
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        return "questions need one, or readiness assess --ui plain, or readiness form"
    if is_dumb_terminal() or (wants_sentences() and style != "page"):
        return _IN_LINES
    return _ON_PAGES


def _cursor_hint() -> Iterator[str]:
    if not os.environ.get("PROMPT_TOOLKIT_NO_CPR"):
        yield "should pages warn of CPR, set PROMPT_TOOLKIT_NO_CPR=1"


def _is_terminal(stream: object) -> bool:
    return getattr(stream, "isatty", bool)()
