"""What `readiness doctor` finds of the program, its settings and the terminal."""

import os
import platform
import shlex
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from readiness.cli.everywhere import check_variables
from readiness.environment import (
    can_show_unicode,
    is_dumb_terminal,
    may_ask,
    wants_sentences,
)
from readiness.errors import NotFoundError, ReadinessError
from readiness.settings.files import SettingsFile
from readiness.settings.project import find_overlooked, find_rival
from readiness.settings.settled import Settings
from readiness.settings.toml import shown
from readiness.settings.upward import current_folder


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


def check_settings(settings: Settings) -> Iterator[Finding]:
    """Say which files with settings there are, and what is wrong in them."""
    try:
        check_variables(settings)
    except ReadinessError as failure:
        yield problem(failure)
    for file in settings.files():
        yield from _check_file(file)
    if not list(settings.files()):
        yield fine("Settings: there is no file with settings, and none is needed")
    yield from _check_rivals(settings.project)


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
    if columns < LEAST_COLUMNS or rows < LEAST_ROWS:
        least = f"{LEAST_COLUMNS}x{LEAST_ROWS}"
        yield warning(
            f"{text}; too small for question pages",
            f"make the window {least} or larger; plain lines are used until then",
        )
    else:
        yield fine(text, _asking(), *_cursor_hint())


def check_editor() -> Iterator[Finding]:
    """Say which editor long notes would open in."""
    name = "VISUAL" if os.environ.get("VISUAL") else "EDITOR"
    command = os.environ.get(name, "")
    if not command:
        yield fine("Editor: none is set; VISUAL or EDITOR would name one for notes")
        return
    try:
        words = shlex.split(command, posix=os.name == "posix")
    except ValueError:
        words = []
    if words and shutil.which(words[0]):
        yield fine(f"Editor: {command} ({name})")
    else:
        yield warning(
            f"Editor: {command} ({name}) is not there, or is no command",
            f"set {name} to one that is, such as {name}=nano",
        )


def _check_file(file: SettingsFile) -> Iterator[Finding]:
    edit = f"edit {shown(file.path)}"
    if not file.mistakes:
        keys = ", ".join(said.key.name for said in file.said) or "nothing"
        whose = "yours" if file.is_personal else "of the project"
        yield fine(f"Settings {whose}: {shown(file.path)} sets {keys}")
    for text in file.mistakes:
        yield Finding(mark=Mark.PROBLEM, text=text, fix=edit)
    for text in file.warnings:
        yield warning(text, edit)


def _check_rivals(project: SettingsFile | None) -> Iterator[Finding]:
    if project and (rival := find_rival(project.path)):
        yield warning(
            f"{shown(rival)} has a table [tool.readiness], which is not used: "
            f"{shown(project.path)} wins",
            "keep the settings in one of them",
        )
    try:
        for path in find_overlooked(current_folder()):
            yield warning(
                f"{path} belongs to another user, and is not used",
                f"if you trust it: READINESS_CONFIG={shlex.quote(str(path))}",
            )
    except NotFoundError as failure:
        yield problem(failure)


def _abilities() -> str:
    no_color = os.environ.get("NO_COLOR") or is_dumb_terminal()
    signs = "Unicode" if can_show_unicode(sys.stdout) else "ASCII only"
    return f"{'no colour' if no_color else 'colour'}, {signs}"


def _asking() -> str:
    if not may_ask():
        return "questions are refused: READINESS_NO_INPUT, or --no-input"
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        return "questions need one, or readiness assess --ui plain, or readiness form"
    is_plain = is_dumb_terminal() or wants_sentences()
    return f"questions are asked {'in plain lines' if is_plain else 'on pages'}"


def _cursor_hint() -> Iterator[str]:
    if not os.environ.get("PROMPT_TOOLKIT_NO_CPR"):
        yield "should pages warn of CPR, set PROMPT_TOOLKIT_NO_CPR=1"


def _is_terminal(stream: object) -> bool:
    return getattr(stream, "isatty", bool)()
