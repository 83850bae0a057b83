"""Write a text in the person's own editor."""

import os
import shlex
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from readiness.plaintext import clean

_NONE_SET = "No editor is set: VISUAL or EDITOR must name one, such as EDITOR=nano."


def edit(text: str) -> tuple[str, str]:
    """Return the text as the editor left it, cleaned, and why it is not, if so.

    The editor is ``$VISUAL``, else ``$EDITOR``. If it cannot be started or fails, the
    text is the one before. It may be of any length.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = split_command(command, is_windows=os.name == "nt")
    except ValueError:
        return text, f"The editor's command is not understood: {clean(command)}"
    if not words:
        return text, _NONE_SET
    with TemporaryDirectory(prefix="readiness-") as folder:  # private to the person
        file = Path(folder) / "text.md"
        file.touch(mode=0o600)
        file.write_text(f"{text}\n" if text else "", encoding="utf-8")
        problem = _run([*words, str(file)])
        if problem:
            return text, problem
        return _read(file, text)


def split_command(command: str, *, is_windows: bool) -> list[str]:
    """Return the words of a command; backslashes of Windows are part of a path.

    Raises `ValueError` if a quotation is not closed.
    """
    if not is_windows:
        return shlex.split(command)
    return [word.strip('"') for word in shlex.split(command, posix=False)]


def _run(command: list[str]) -> str:
    """Run the editor until it ends; return what went wrong, or nothing."""
    name = clean(command[0])
    try:
        with _deaf_to_interrupts():
            code = subprocess.run(command, check=False).returncode  # noqa: S603 - theirs
    except OSError as failure:
        return f"The editor {name} cannot be started: {failure.strerror}."
    if code:
        return f"The editor {name} ended with code {code}, so the text is as before."
    return ""


def _read(file: Path, before: str) -> tuple[str, str]:
    try:
        return clean(file.read_text(encoding="utf-8", errors="replace")), ""
    except OSError as failure:
        return before, f"The text cannot be read: {failure.strerror}."


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Leave Ctrl-C to the editor, which has the terminal to itself.

    A handler is not inherited, so the editor still hears it; to ignore the signal
    would be.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
